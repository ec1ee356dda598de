/** The dialogs and the sidebar, each as one self-contained page: script and style inside, nothing loaded from anywhere. */
import { existsSync, readFileSync } from 'node:fs';
import { build, transform } from 'esbuild';

const options = { bundle: true, write: false, format: 'iife', target: 'es2020', charset: 'utf8', minify: true };

/**
 * @param {string[]} names folders of src/ui
 * @param {import('esbuild').BuildOptions} more what else is to be done to the scripts
 * @returns {Promise<[string, string][]>} name and text of each page
 */
export async function buildPages(names, more = {}) {
  const shell = readFileSync('src/ui/page.html', 'utf8');
  return Promise.all(
    names.map(async (name) => {
      // Nothing in the script may end the element it stands in.
      const { outputFiles } = await build({ ...options, entryPoints: [`src/ui/${name}/${name}.ts`], ...more });
      const script = outputFiles[0].text.replace(/<\/script/gi, '<\\/script');
      const sheets = ['src/ui/page.css', `src/ui/${name}/${name}.css`].filter((path) => existsSync(path));
      const css = sheets.map((path) => readFileSync(path, 'utf8')).join('');
      const { code } = await transform(css, { loader: 'css', minify: true, charset: 'utf8' });
      return [name, shell.replace('/*STYLE*/', () => code.trim()).replace('/*SCRIPT*/', () => script.trim())];
    }),
  );
}
