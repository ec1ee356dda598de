/** The dialogs and the sidebar, each as one self-contained page: script and style inside, nothing loaded from anywhere. */
import { existsSync, readFileSync } from 'node:fs';
import { build, transform } from 'esbuild';

/**
 * @param {string[]} names folders of src/ui
 * @returns {Promise<[string, string][]>} name and text of each page
 */
export async function buildPages(names) {
  const shell = readFileSync('src/ui/page.html', 'utf8');
  return Promise.all(
    names.map(async (name) => {
      const { outputFiles } = await build({
        entryPoints: [`src/ui/${name}/${name}.ts`],
        bundle: true,
        write: false,
        minify: true,
        format: 'iife',
        target: 'es2020',
        charset: 'utf8',
      });
      // Nothing in the script may end the element it stands in.
      const script = outputFiles[0].text.replace(/<\/script/gi, '<\\/script');
      const sheets = ['src/ui/page.css', `src/ui/${name}/${name}.css`].filter((path) => existsSync(path));
      const css = sheets.map((path) => readFileSync(path, 'utf8')).join('');
      const { code } = await transform(css, { loader: 'css', minify: true, charset: 'utf8' });
      return [name, shell.replace('/*STYLE*/', () => code.trim()).replace('/*SCRIPT*/', () => script.trim())];
    }),
  );
}
