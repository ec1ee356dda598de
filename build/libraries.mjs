/**
 * The libraries the add-on stands on. They are minified, since every click loads them and they can be read elsewhere; the add-on's
 * own code stays readable. They run when first called and not at load: the tables fflate lays out would be a third of it.
 * Only what the sources name is taken, and all of that is functions.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { build } from 'esbuild';

/** Where each is found, and the function of the script that gives it. */
const LIBRARIES = { 'zod/mini': 'zod_', fflate: 'fflate_', 'fastest-levenshtein': 'levenshtein_' };

/** To be left out of a build whose text is given to `takenNames`. */
export const LIBRARY_PATHS = Object.keys(LIBRARIES);

/**
 * @param {string} text a module in which the libraries' imports stand as they are
 * @returns {Record<string, string[]>} what it takes from each
 */
export function takenNames(text) {
  const program = parse(text, { ecmaVersion: 2020, sourceType: 'module' });
  /** Names of `import * as z`, with the library they stand for. */
  const wholes = new Map();
  const taken = Object.fromEntries(LIBRARY_PATHS.map((path) => [path, new Set()]));
  for (const { type, source, specifiers } of program.body) {
    if (type !== 'ImportDeclaration') continue;
    for (const { imported, local } of specifiers) {
      if (imported) taken[source.value].add(imported.name);
      else wholes.set(local.name, source.value);
    }
  }
  const walk = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (node.type === 'MemberExpression' && wholes.has(node.object.name) && !node.computed)
      taken[wholes.get(node.object.name)].add(node.property.name);
    for (const child of Object.values(node)) walk(child);
  };
  walk(program.body);
  return Object.fromEntries(Object.entries(taken).map(([path, names]) => [path, [...names].sort()]));
}

/**
 * @param {Record<string, string[]>} taken
 * @param {import('esbuild').BuildOptions} options what the script itself is built with
 * @returns {Promise<string>} their notices, and a function for each library
 */
export async function librariesText(taken, options) {
  const texts = await Promise.all(
    Object.entries(LIBRARIES).map(async ([path, given]) => {
      const library = await import(path);
      for (const name of taken[path])
        if (typeof library[name] !== 'function') throw new Error(`${path}: ${name} is no function, so it cannot wait`);
      const { outputFiles } = await build({
        ...options,
        entryPoints: undefined,
        stdin: { contents: `export { ${taken[path].join(', ')} } from '${path}';`, resolveDir: '.' },
        format: 'iife',
        globalName: 'library',
        minify: true,
        lineLimit: 160,
      });
      return `var ${given} = () => {\n${outputFiles[0].text}${given} = () => library;\nreturn library;\n};\n`;
    }),
  );
  return `${notices()}${texts.join('')}`;
}

/** What their licences ask to be kept with every copy; libraries under the same words stand above them together. */
function notices() {
  /** Names with their holders, by the words of the licence. */
  const holders = new Map();
  for (const path of LIBRARY_PATHS) {
    const folder = `node_modules/${path.split('/')[0]}`;
    const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    const [, holder, words] = /^(Copyright .*)\n+([\s\S]*)$/m.exec(readFileSync(`${folder}/${file}`, 'utf8'));
    const licence = words.trim();
    holders.set(licence, [...(holders.get(licence) ?? []), `${name} ${version}, minified. ${holder}`]);
  }
  return [...holders].map(([licence, names]) => `/*\n${names.join('\n')}\n\n${licence}\n*/\n`).join('');
}

/** For esbuild: an import of a library calls what `librariesText` made. */
export const libraries = (taken) => ({
  name: 'libraries',
  setup(build) {
    const filter = new RegExp(`^(?:${LIBRARY_PATHS.join('|')})$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'library' }));
    build.onLoad({ filter: /.*/, namespace: 'library' }, ({ path }) => ({
      // Some of the names are words of the language: `enum`.
      contents: taken[path]
        .map(
          (name) => `function ${name}_() {
  return ${LIBRARIES[path]}().${name}.apply(null, arguments);
}
export { ${name}_ as ${name} };`,
        )
        .join('\n'),
      loader: 'js',
    }));
  },
});
