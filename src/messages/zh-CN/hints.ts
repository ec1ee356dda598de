/** “提示”列的说法：还缺什么、哪里看不懂。 */
import type { Hint, HintFields } from '../../domain/intake/intake.ts';
import { type Sentences, tell } from '../sentences.ts';
import { lackingText } from './findings.ts';

const COLUMNS = { period: '月份', department: '部门', task: '任务', count: '数量', people: '人次' } as const;

const SENTENCES: Sentences<HintFields> = {
  nil: () => '零报告',
  noText: () => '草稿：请写报送内容；确实没有就写“本月无”',
  lacks: ({ demands }) => `草稿：${lackingText(demands)}`,
  badNumber: ({ column, found }) => `${COLUMNS[column]}“${found}”不是数字，请只填数字`,
  unknown: ({ column, found, nearest }) =>
    `不认识${COLUMNS[column]}“${found}”${nearest === null ? '，请从下拉框选择' : `，是不是“${nearest}”？`}`,
};

export const hintText = (hint: Hint | null): string => (hint === null ? '' : tell(SENTENCES, hint));
