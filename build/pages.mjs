/** The dialogs and the sidebar, each as one self-contained page: script and style inside, nothing loaded from anywhere. */
import { existsSync, readFileSync } from 'node:fs';
import { build, transform } from 'esbuild';

const options = { bundle: true, write: false, format: 'iife', target: 'es2020', charset: 'utf8' };

/**
 * @param {string[]} names folders of src/ui
 * @param {(name: string) => Promise<string>} scriptOf bundles a page's script
 * @returns {Promise<[string, string][]>} name and text of each page
 */
export async function buildPages(names, scriptOf = smallScript) {
  const shell = readFileSync('src/ui/page.html', 'utf8');
  return Promise.all(
    names.map(async (name) => {
      // Nothing in the script may end the element it stands in.
      const script = (await scriptOf(name)).replace(/<\/script/gi, '<\\/script');
      const sheets = ['src/ui/page.css', `src/ui/${name}/${name}.css`].filter((path) => existsSync(path));
      const css = sheets.map((path) => readFileSync(path, 'utf8')).join('');
      const { code } = await transform(css, { loader: 'css', minify: true, charset: 'utf8' });
      return [name, shell.replace('/*STYLE*/', () => code.trim()).replace('/*SCRIPT*/', () => script.trim())];
    }),
  );
}

async function smallScript(name) {
  const { outputFiles } = await build({ ...options, entryPoints: [entryOf(name)], minify: true });
  return outputFiles[0].text;
}

/**
 * A page's script as esbuild writes it, with its source map: for counting what the tests run.
 *
 * @param {string} name
 * @returns {Promise<{text: string, map: string}>}
 */
export async function mappedPageScript(name) {
  const { outputFiles } = await build({
    ...options,
    entryPoints: [entryOf(name)],
    outfile: `${name}.js`,
    sourcemap: 'external',
  });
  const [map, script] = outputFiles;
  return { text: script.text, map: map.text };
}

const entryOf = (name) => `src/ui/${name}/${name}.ts`;
