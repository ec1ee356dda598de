/** The add-on as the one script file Apps Script runs. */
import { parse } from 'acorn';
import { build } from 'esbuild';
import { holidays } from './holidays.mjs';
import { LIBRARY_PATHS, libraries, librariesText, takenNames } from './libraries.mjs';
import { templates } from './templates.mjs';

const ENTRY = 'src/main.ts';

/** Names that end so are hidden from `google.script.run`. */
const GLOBAL = 'Huizong_';
const OPENING = `var ${GLOBAL} = (() => {\n`;

const options = {
  entryPoints: [ENTRY],
  bundle: true,
  write: false,
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'inline',
  // zod looks whether it runs in a browser worker; here it never does.
  // fflate looks for the encoders and the workers of browsers and Node; it has its own way without them.
  define: { navigator: 'undefined', TextEncoder: 'undefined', TextDecoder: 'undefined' },
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
 * @param {import('esbuild').Plugin[]} plugins what else is to be done to the sources
 * @returns {Promise<string>} the file's text
 */
export async function buildScript(version, plugins = []) {
  const { names, taken } = await outline();
  const { outputFiles } = await build({
    ...options,
    ...shape(version, names),
    plugins: [holidays, templates, libraries(taken), ...plugins],
  });
  // Marks for a later bundler; there is none.
  const text = withTabs(outputFiles[0].text.replaceAll('/* @__PURE__ */ ', ''));
  if (!text.includes(OPENING)) throw new Error(`esbuild begins the script otherwise than with "${OPENING}"`);
  const held = await librariesText(taken, options);
  return text.replace(OPENING, () => OPENING + held);
}

/** The names of the functions the entry has for Apps Script, and what the libraries are asked for. */
async function outline() {
  const common = { ...options, plugins: [holidays, templates], format: 'esm' };
  const [asItIs, whole] = await Promise.all([build({ ...common, external: LIBRARY_PATHS }), build(common)]);
  const { names } = await import(`data:text/javascript;base64,${toBase64(whole.outputFiles[0].text)}`);
  return { names: names().sort(), taken: takenNames(asItIs.outputFiles[0].text) };
}

const toBase64 = (text) => Buffer.from(text).toString('base64');

/** One variable that holds everything, and a real function for each name: what Apps Script sees. */
const shape = (version, names) => ({
  format: 'iife',
  globalName: GLOBAL,
  banner: { js: banner(version) },
  footer: {
    js: names.map((name) => `function ${name}() {\n\treturn ${GLOBAL}.run('${name}', arguments);\n}`).join('\n\n'),
  },
});

/** Indented by tabs, and not for the function that is around everything: less than half the room of what esbuild writes. */
function withTabs(text) {
  const insideText = new Set();
  const onToken = ({ type, loc }) => {
    if (type.label === 'template')
      for (let line = loc.start.line + 1; line <= loc.end.line; line += 1) insideText.add(line);
  };
  parse(text, { ecmaVersion: 2020, locations: true, onToken });
  const lines = text.split('\n');
  return lines
    .map((line, index) =>
      insideText.has(index + 1) ? line : line.replace(/^(?: {2})+/, (spaces) => '\t'.repeat(spaces.length / 2 - 1)),
    )
    .join('\n');
}

const banner = (version) => `/**
 * Huizong (汇总) ${version}: monthly upward reporting from one shared spreadsheet.
 *
 * Built from TypeScript sources; changes made here are lost with the next push. MIT licence.
 *
 * @OnlyCurrentDoc
 */`;
