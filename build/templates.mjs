/**
 * The Word templates as the script carries them: all of their parts in one stored archive, those of one name side by side,
 * and that archive packed as a whole. Styles, fonts and footers, the same in each, take their room once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';

const FOLDER = 'src/documents/templates';
const OPTIONS = { mtime: new Date(1980, 0, 1) };

/** @returns {string} base64 of an archive that holds an archive `templates` with `月度报告/word/document.xml` and so on */
export function packedTemplates() {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.docx'));
  const parts = files.sort().flatMap((file) => {
    const kind = file.replace(/\.docx$/, '');
    return Object.entries(unzipSync(readFileSync(`${FOLDER}/${file}`))).map(([part, bytes]) => ({ kind, part, bytes }));
  });
  parts.sort((a, b) => (a.part < b.part ? -1 : a.part > b.part ? 1 : 0));
  const all = zipSync(Object.fromEntries(parts.map(({ kind, part, bytes }) => [`${kind}/${part}`, bytes])), {
    ...OPTIONS,
    level: 0,
  });
  return Buffer.from(zipSync({ templates: all }, { ...OPTIONS, level: 9, mem: 12 })).toString('base64');
}

/** For esbuild: the module `templates:packed`. */
export const templates = {
  name: 'templates',
  setup(build) {
    build.onResolve({ filter: /^templates:packed$/ }, ({ path }) => ({ path, namespace: 'templates' }));
    build.onLoad({ filter: /.*/, namespace: 'templates' }, () => ({ contents: packedTemplates(), loader: 'text' }));
  },
};
