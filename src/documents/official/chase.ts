/** 催报通知: to one department, exactly what it owes. */
import { at } from '../../domain/at.ts';
import { dayOfDocument } from '../../domain/chinese-figures.ts';
import type { Consolidation } from '../../domain/consolidation/result.ts';
import { daysBetween, type LocalDate } from '../../domain/local-date.ts';
import { taskName } from '../../domain/matrix.ts';
import type { DataOf } from '../docx/template/tag.ts';
import { owedMark } from '../owed-table.ts';
import { dayInWords, monthInWords } from '../words.ts';
import { type DocumentAbout, workOf } from './about.ts';
import { signature, titleLines } from './layout.ts';
import type { CHASE_TAGS } from './tags.ts';

/** The departments that owe something, by their index. */
export const owingDepartments = ({ owed }: Consolidation): readonly number[] =>
  [...new Set(owed.map(({ department }) => department))].sort((a, b) => a - b);

export function chaseNotice(
  consolidation: Consolidation,
  department: number,
  about: DocumentAbout,
): DataOf<typeof CHASE_TAGS> {
  const { matrix, period, asOf } = consolidation;
  const owed = consolidation.owed.filter((one) => one.department === department);
  const overdue = owed.filter(({ daysOverdue }) => daysOverdue > 0).length;
  const month = monthInWords(period);
  return {
    标题: titleLines(about.unitName, [`关于催报${month}`, workOf(about), '材料的通知']),
    单位名称: about.unitName,
    月份: month,
    联系人: about.contact,
    成文日期: dayOfDocument(asOf),
    落款: signature(about.unitName, asOf),
    部门: at(matrix.departments, department).name,
    事由: `截至${dayOfDocument(asOf)}，你部门有${owed.length}项工作情况尚未报送${overdue > 0 ? `，其中${overdue}项已经逾期` : ''}，具体如下：`,
    事项: owed.map((one, index) => ({
      序号: String(index + 1),
      任务: taskName(one.task, matrix.tasks),
      月份: monthInWords(one.period),
      状态: owedMark(one),
      期限: daysInWords(one.deadline, one.daysOverdue, asOf.slice(0, 10) as LocalDate),
    })),
    要求:
      overdue > 0
        ? '请于收到本通知之日起2个工作日内补报；确无工作内容的，也请填写“本月无”。'
        : '请在截止日期前报送；确无工作内容的，也请填写“本月无”。',
    网址: about.bookUrl,
  };
}

/** `5月20日截止，已逾期3天`, `6月20日截止，还有5天`, `今天截止`. */
function daysInWords(deadline: LocalDate, overdue: number, today: LocalDate): string {
  const day = dayInWords(deadline);
  if (overdue > 0) return `${day}截止，已逾期${overdue}天`;
  const left = daysBetween(today, deadline);
  return left > 0 ? `${day}截止，还有${left}天` : `今天（${day}）截止`;
}
