/** The dialogs, each as one self-contained page: script and style inside, nothing loaded from anywhere. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * @param {string[]} names folders of src/ui
 * @returns {Promise<[string, string][]>} name and text of each page
 */
export async function buildPages(names) {
  const style = readFileSync('src/ui/page.css', 'utf8');
  return Promise.all(
    names.map(async (name) => {
      const { outputFiles } = await build({
        entryPoints: [`src/ui/${name}/${name}.ts`],
        bundle: true,
        write: false,
        format: 'iife',
        target: 'es2020',
        charset: 'utf8',
      });
      // Nothing in the script may end the element it stands in.
      const script = outputFiles[0].text.replace(/<\/script/gi, '<\\/script');
      const page = readFileSync(`src/ui/${name}/${name}.html`, 'utf8');
      return [name, page.replace('/*STYLE*/', () => style).replace('/*SCRIPT*/', () => script)];
    }),
  );
}
