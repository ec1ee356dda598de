/** “提示”列的说法：还缺什么、哪里看不懂。 */
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
      return '草稿：请写报送内容；确实没有就写“本月无”';
    case 'lacks':
      return `草稿：${lackingText(hint.demands)}`;
    case 'badNumber':
      return `${COLUMNS[hint.column]}“${hint.found}”不是数字，请只填数字`;
    case 'unknown':
      return `不认识${COLUMNS[hint.column]}“${hint.found}”${hint.nearest === null ? '，请从下拉框选择' : `，是不是“${hint.nearest}”？`}`;
  }
}
