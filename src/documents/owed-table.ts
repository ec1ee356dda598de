/** 缺报清单 as rows: who owes what now. */
import { at } from '../domain/at.ts';
import type { Consolidation, OwedObligation } from '../domain/consolidation/result.ts';
import { type Role, taskLabel } from '../domain/matrix.ts';
import type { NewRows } from '../spreadsheet/cell.ts';
import { owedSheet } from '../workbook/sheets/owed.ts';

const ROLE_WORDS: Readonly<Record<Role, string>> = { lead: '牵头', responsible: '责任', support: '配合' };

export function owedRows({ owed, matrix }: Consolidation): NewRows {
  return [
    owedSheet.columns.map(({ heading }) => heading),
    ...owed.map((obligation) => {
      const department = at(matrix.departments, obligation.department);
      return [
        obligation.period,
        department.name,
        taskLabel(at(matrix.tasks, obligation.task)),
        ROLE_WORDS[obligation.role],
        obligation.deadline,
        owedMark(obligation),
        obligation.daysOverdue,
        department.contact,
        department.mail,
      ];
    }),
  ];
}

/** Waiting, overdue, incomplete or sent back: a symbol and a word. */
export function owedMark({ status, daysOverdue }: Pick<OwedObligation, 'status' | 'daysOverdue'>): string {
  if (status === 'draft') return '◐ 草稿';
  if (status === 'returned') return '↩ 退回';
  return daysOverdue > 0 ? '▲ 缺报' : '○ 待报';
}
