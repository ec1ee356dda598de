/**
 * Builds what is pushed to Apps Script (`dist/apps-script/`) and the local host (`dist/local.js`, `dist/huizong.js`).
 *
 * `node build/build.mjs`
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { counted } from './counted.mjs';
import { buildPages, mappedPageScript } from './pages.mjs';
import { buildMappedScript, buildScript } from './script.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
mkdirSync('dist/apps-script', { recursive: true });
cpSync('appsscript.json', 'dist/apps-script/appsscript.json');
const PAGES = ['board', 'documents', 'plan', 'preview', 'remind', 'review', 'set-up', 'settings'];
const counting = Boolean(process.env.HUIZONG_COVERAGE);
const script = counting ? counted('huizong.js', await buildMappedScript(version)) : await buildScript(version);
writeFileSync('dist/apps-script/huizong.js', script);
const pages = await (counting
  ? buildPages(PAGES, async (name) => counted(`${name}.html`, await mappedPageScript(name)))
  : buildPages(PAGES));
for (const [name, html] of pages) writeFileSync(`dist/apps-script/${name}.html`, html);
// What an older build left there would be pushed too.
const meant = new Set(['appsscript.json', 'huizong.js', ...pages.map(([name]) => `${name}.html`)]);
for (const name of readdirSync('dist/apps-script')) if (!meant.has(name)) rmSync(`dist/apps-script/${name}`);

/** The local host needs nothing but Node: what it stands on is bundled, but for nodemailer, which loads its own parts. */
await build({
  entryPoints: {
    local: 'local/host.ts',
    huizong: 'local/cli/main.ts',
    deliver: 'local/mail/deliver-worker.ts',
    open: 'local/open/open.ts',
    'open-host': 'local/open/host-worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  charset: 'utf8',
  legalComments: 'linked',
  external: ['nodemailer', 'nodemailer/*'],
  define: { HUIZONG_VERSION: JSON.stringify(version) },
  banner: {
    js: "import { createRequire as createRequire_ } from 'node:module'; const require = createRequire_(import.meta.url);",
  },
});

/** The page of `huizong open`; the spreadsheet in it is a package of its own, bundled when it is first used. */
await build({
  entryPoints: ['local/open/page/page.ts'],
  outfile: 'dist/open/page.js',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  external: ['./grid.js'],
});
for (const name of ['page.html', 'page.css']) cpSync(`local/open/page/${name}`, `dist/open/${name}`);
