/** The add-on as the one script file Apps Script runs. */
import { build } from 'esbuild';
import { holidays } from './holidays.mjs';

const ENTRY = 'src/main.ts';

/** Names that end so are hidden from `google.script.run`. */
const GLOBAL = 'Huizong_';

const options = {
  entryPoints: [ENTRY],
  bundle: true,
  write: false,
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'inline',
  loader: { '.docx': 'base64' },
  plugins: [holidays],
  // Class fields, private names and statics are lowered: the editor's parser takes some of them and not others.
  supported: {
    'class-field': false,
    'class-static-field': false,
    'class-private-field': false,
    'class-static-blocks': false,
  },
};

/**
 * @param {string} version
 * @returns {Promise<string>} the file's text
 */
export async function buildScript(version) {
  const names = await exportedNames();
  const footer = names
    .map((name) => `function ${name}() {\n  return ${GLOBAL}.${name}.apply(this, arguments);\n}`)
    .join('\n\n');
  const { outputFiles } = await build({
    ...options,
    format: 'iife',
    globalName: GLOBAL,
    // zod looks whether it runs in a browser worker; here it never does.
    // fflate looks for the encoders and the workers of browsers and Node; it has its own way without them.
    define: { navigator: 'undefined', TextEncoder: 'undefined', TextDecoder: 'undefined' },
    banner: { js: banner(version) },
    footer: { js: footer },
  });
  return outputFiles[0].text;
}

/** What the entry exports: the metafile of an `iife` does not tell, that of an `esm` does. */
async function exportedNames() {
  const { metafile } = await build({ ...options, format: 'esm', outfile: 'main.js', metafile: true });
  return metafile.outputs['main.js'].exports.sort();
}

const banner = (version) => `/**
 * Huizong (汇总) ${version}: monthly upward reporting from one shared spreadsheet.
 *
 * Built from TypeScript sources; changes made here are lost with the next push. MIT licence.
 *
 * @OnlyCurrentDoc
 */`;
