/** 缺报清单 as rows: who owes what now. */
import { at } from '../domain/at.ts';
import type { Consolidation, OwedObligation } from '../domain/consolidation/result.ts';
import { type Role, taskLabel } from '../domain/matrix.ts';
import type { NewRows } from '../spreadsheet/cell.ts';
import { rowOf } from '../workbook/declaration.ts';
import { owedSheet } from '../workbook/sheets/owed.ts';

const ROLE_WORDS: Readonly<Record<Role, string>> = { lead: '牵头', responsible: '责任', support: '配合' };

export function owedRows({ owed, matrix }: Consolidation): NewRows {
  return [
    owedSheet.columns.map(({ heading }) => heading),
    ...owed.map((obligation) => {
      const department = at(matrix.departments, obligation.department);
      return rowOf(owedSheet, {
        period: obligation.period,
        department: department.name,
        task: taskLabel(at(matrix.tasks, obligation.task)),
        role: ROLE_WORDS[obligation.role],
        deadline: obligation.deadline,
        status: owedMark(obligation),
        daysOverdue: obligation.daysOverdue,
        contact: department.contact,
        mail: department.mail,
      });
    }),
  ];
}

/** Waiting, overdue, incomplete or sent back: a symbol and a word. */
export function owedMark({ status, daysOverdue }: Pick<OwedObligation, 'status' | 'daysOverdue'>): string {
  if (status === 'draft') return '◐ 草稿';
  if (status === 'returned') return '↩ 退回';
  return daysOverdue > 0 ? '▲ 缺报' : '○ 待报';
}
