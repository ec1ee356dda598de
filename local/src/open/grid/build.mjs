/** Bundles the spreadsheet into `dist/grid.js` and `dist/grid.css`, and writes down what it was made of: `node build.mjs`. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { metafile } = await build({
  entryPoints: { grid: 'grid.ts' },
  outdir: 'dist',
  bundle: true,
  metafile: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'linked',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.woff2': 'dataurl', '.svg': 'dataurl' },
  logLevel: 'warning',
});

// What is installed is told by its lock.
const own = Object.keys(metafile.inputs).filter((path) => !path.includes('node_modules/'));
const inputs = [...own, 'build.mjs', 'package-lock.json'].sort();
const hash = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
// Last: a build that was broken off is none.
writeFileSync(
  'dist/inputs.json',
  JSON.stringify(Object.fromEntries(inputs.map((path) => [path, hash(path)])), null, 1),
);

const made = new Set(['inputs.json', ...Object.keys(metafile.outputs).map((path) => path.replace('dist/', ''))]);
for (const name of readdirSync('dist')) if (!made.has(name)) rmSync(`dist/${name}`);
