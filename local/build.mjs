/**
 * Builds the local host, the command line and the page into a folder: `node build.mjs [FOLDER]`, or `buildLocal` from the add-on's
 * own build. The command line looks for the script it drives in `apps-script/` beside it.
 */
import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const from = (path) => fileURLToPath(new URL(path, import.meta.url));

/** @param {string} folder @param {string} version what `huizong --version` says */
export async function buildLocal(folder, version) {
  // It needs nothing but Node: what it stands on is bundled, but for nodemailer, which loads its own parts.
  await build({
    entryPoints: {
      local: from('src/host.ts'),
      huizong: from('src/cli/start.ts'),
      command: from('src/cli/main.ts'),
      deliver: from('src/mail/deliver-worker.ts'),
      open: from('src/open/open.ts'),
      'open-host': from('src/open/host-worker.ts'),
      pictures: from('src/pictures/smaller.ts'),
    },
    outdir: folder,
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

  const jpeg = createRequire(import.meta.url).resolve('@jsquash/jpeg');
  for (const [of, name] of [
    ['dec', 'mozjpeg_dec.wasm'],
    ['enc', 'mozjpeg_enc.wasm'],
  ])
    cpSync(join(dirname(jpeg), 'codec', of, name), join(folder, name));

  // The page of `huizong open`; the spreadsheet in it is a package of its own, bundled when it is first used.
  await build({
    entryPoints: [from('src/open/page/page.ts')],
    outfile: join(folder, 'open/page.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    external: ['./grid.js'],
  });
  for (const name of ['page.html', 'page.css']) cpSync(from(`src/open/page/${name}`), join(folder, 'open', name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { version } = JSON.parse(readFileSync(from('package.json'), 'utf8'));
  await buildLocal(process.argv[2] ?? 'dist', version);
}
