/** What the column 提示 says: what a row lacks, what cannot be read in it. */
import type { Hint, HintFields } from '../../domain/intake/intake.ts';
import { type Sentences, tell } from '../sentences.ts';
import { lackingText } from './findings.ts';

const COLUMNS = { period: '月份', department: '部门', task: '任务', count: '数量', people: '人次' } as const;

const SENTENCES: Sentences<HintFields> = {
  nil: () => '零报告',
  noText: () => '草稿: write what was done, or 本月无 where nothing was',
  lacks: ({ demands }) => `草稿: ${lackingText(demands)}`,
  badNumber: ({ column, found }) => `${COLUMNS[column]} “${found}” is not a number`,
  unknown: ({ column, found, nearest }) =>
    `Unknown ${COLUMNS[column]} “${found}”${nearest === null ? ': choose from the list' : `: did you mean “${nearest}”?`}`,
};

export const hintText = (hint: Hint | null): string => (hint === null ? '' : tell(SENTENCES, hint));
