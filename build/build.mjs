/**
 * Builds what is pushed to Apps Script (`dist/apps-script/`) and the local host (`dist/local.js`, `dist/huizong.js`).
 *
 * `node build/build.mjs`
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildLocal } from '../local/build.mjs';
import { countedInBundle } from './counted.mjs';
import { buildPages } from './pages.mjs';
import { buildScript } from './script.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
mkdirSync('dist/apps-script', { recursive: true });
cpSync('appsscript.json', 'dist/apps-script/appsscript.json');
const PAGES = ['board', 'documents', 'plan', 'preview', 'remind', 'review', 'set-up', 'settings'];
const plugins = process.env.HUIZONG_COVERAGE ? [countedInBundle] : [];
writeFileSync('dist/apps-script/huizong.js', await buildScript(version, plugins));
const pages = await buildPages(PAGES, { plugins });
for (const [name, html] of pages) writeFileSync(`dist/apps-script/${name}.html`, html);
// What an older build left there would be pushed too.
const meant = new Set(['appsscript.json', 'huizong.js', ...pages.map(([name]) => `${name}.html`)]);
for (const name of readdirSync('dist/apps-script')) if (!meant.has(name)) rmSync(`dist/apps-script/${name}`);

await buildLocal('dist', version);
