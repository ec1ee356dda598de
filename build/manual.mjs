/**
 * The table of settings in docs/管理员手册.md, made from the declarations in src/workbook/settings/table.ts.
 *
 * `node build/manual.mjs` brings the manual up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const MANUAL = 'docs/管理员手册.md';
const BEGIN = '<!-- 设置表由 node build/manual.mjs 生成，请勿手改 -->\n';
const END = '<!-- 设置表完 -->\n';

/** @returns {Promise<string>} the rows of the table, one for each setting in the order of 设置 */
export async function settingsTable() {
  const { outputFiles } = await build({
    entryPoints: ['src/workbook/settings/table.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
  });
  const code = `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`;
  const { SETTINGS } = await import(code);
  const cell = (text) => text.replaceAll('|', '\\|');
  const rows = SETTINGS.map(({ label, kind, initial, explain }) => {
    const usual = initial || (kind.schema().safeParse('').success ? '空' : '必须填写');
    // An explanation that names all there is to choose from needs no list before it.
    const unnamed = kind.choices?.some((choice) => !explain.includes(choice)) ?? false;
    const choices = unnamed ? `${kind.choices.join('、')}。` : '';
    return `| ${cell(label)} | ${cell(choices + explain)} | ${cell(usual)} |\n`;
  });
  return `| 设置项 | 怎么填 | 默认 |\n|---|---|---|\n${rows.join('')}`;
}

/**
 * @param {string} manual
 * @param {string} table
 * @returns {string} the manual with that table in it
 */
export function withTable(manual, table) {
  const [before, rest] = manual.split(BEGIN);
  const [, after] = (rest ?? '').split(END);
  if (after === undefined)
    throw new Error(`${MANUAL} has no place for the table: the lines "${BEGIN.trim()}" and "${END.trim()}"`);
  return `${before}${BEGIN}\n${table}\n${END}${after}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(MANUAL, withTable(readFileSync(MANUAL, 'utf8'), await settingsTable()));
}
