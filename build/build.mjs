/**
 * Builds what is pushed to Apps Script (`dist/apps-script/`) and the local host (`dist/local.js`, `dist/huizong.js`).
 *
 * `node build/build.mjs`
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildLocal } from '../local/build.mjs';
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

await buildLocal('dist', version);
