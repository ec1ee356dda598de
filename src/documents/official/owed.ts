/** 缺报清单: who owes what now, as a document. */
import { dayOfDocument } from '../../domain/chinese-figures.ts';
import type { Consolidation } from '../../domain/consolidation/result.ts';
import type { DataOf } from '../docx/template/tag.ts';
import { monthInWords } from '../words.ts';
import { type DocumentAbout, workOf } from './about.ts';
import { owingDepartments } from './chase.ts';
import { signature, titleLines } from './layout.ts';
import { owedList } from './owed-list.ts';
import type { OWED_TAGS } from './tags.ts';

export function owedDocument(consolidation: Consolidation, about: DocumentAbout): DataOf<typeof OWED_TAGS> {
  const { owed, asOf } = consolidation;
  const overdue = owed.filter(({ daysOverdue }) => daysOverdue > 0).length;
  const count = owingDepartments(consolidation).length;
  return {
    标题: titleLines(about.unitName, [workOf(about), '缺报清单']),
    单位名称: about.unitName,
    月份: monthInWords(consolidation.period),
    联系人: about.contact,
    成文日期: dayOfDocument(asOf),
    落款: signature(about.unitName, asOf),
    说明:
      owed.length === 0
        ? `截至${dayOfDocument(asOf)}，各部门没有欠报。`
        : `截至${dayOfDocument(asOf)}，${count}个部门欠报${owed.length}项，其中逾期${overdue}项。`,
    清单表: owedList(consolidation),
  };
}
