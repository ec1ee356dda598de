/** Bundles the spreadsheet into `dist/NAME.js` and `dist/NAME.css`: `node build.mjs NAME`. */
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const [name = 'grid'] = process.argv.slice(2);
rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: { [name]: 'grid.ts' },
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'linked',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.woff2': 'dataurl', '.svg': 'dataurl' },
  logLevel: 'warning',
});
