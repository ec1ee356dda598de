/** What the column 提示 says: what a row lacks, what nobody can read in it. */
import type { Hint } from '../../domain/intake/take-in.ts';
import { lackingText } from './findings.ts';

const COLUMNS = { period: '月份', department: '部门', task: '任务', count: '数量', people: '人次' } as const;

export function hintText(hint: Hint | null): string {
  switch (hint?.kind) {
    case undefined:
      return '';
    case 'nil':
      return '零报告';
    case 'noText':
      return '草稿: write what was done, or 本月无 where nothing was';
    case 'lacks':
      return `草稿: ${lackingText(hint.demands)}`;
    case 'badNumber':
      return `${COLUMNS[hint.column]} “${hint.found}” is not a number`;
    case 'unknown':
      return `Unknown ${COLUMNS[hint.column]} “${hint.found}”${hint.nearest === null ? ': choose from the list' : `: did you mean “${hint.nearest}”?`}`;
  }
}
