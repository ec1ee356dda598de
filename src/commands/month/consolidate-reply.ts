/** A consolidation as programs take it: names instead of indices. */

import { mergedText } from '../../documents/merged-text.ts';
import { at } from '../../domain/at.ts';
import type { Consolidation } from '../../domain/consolidation/result.ts';
import type { Role } from '../../domain/matrix.ts';
import type { Status } from '../../domain/status.ts';

export interface ConsolidateReply {
  readonly period: string;
  readonly deadline: string;
  readonly due: number;
  readonly handedIn: number;
  readonly onTime: number;
  readonly obligations: readonly ReplyObligation[];
  /** Returns that were not owed. */
  readonly voluntary: readonly ReplyObligation[];
  readonly tasks: readonly {
    readonly no: string;
    readonly title: string;
    readonly merged: string;
    readonly count: number;
    readonly people: number;
  }[];
  readonly departments: readonly {
    readonly name: string;
    readonly due: number;
    readonly handedIn: number;
    readonly onTime: number;
  }[];
  readonly findings: readonly {
    readonly code: string;
    readonly sheet: string;
    readonly rows: readonly number[];
    readonly column: string | null;
    readonly found: string;
    readonly message: string;
  }[];
}

export interface ReplyObligation {
  /** The task's number. */
  readonly task: string;
  readonly department: string;
  readonly role: Role;
  readonly status: Status;
  readonly daysLate: number;
  readonly rows: readonly number[];
}

/** `messages` are the findings worded, in their order. */
export function consolidateReply(consolidation: Consolidation, messages: readonly string[]): ConsolidateReply {
  const { matrix, tally } = consolidation;
  const named = ({ task, department, role, status, daysLate, rows }: Consolidation['obligations'][number]) => ({
    task: at(matrix.tasks, task).no,
    department: at(matrix.departments, department).name,
    role,
    status,
    daysLate,
    rows,
  });
  return {
    period: consolidation.period,
    deadline: consolidation.deadline,
    due: tally.due,
    handedIn: tally.handedIn,
    onTime: tally.onTime,
    obligations: consolidation.obligations.map(named),
    voluntary: consolidation.voluntary.map(named),
    tasks: consolidation.tasks.map(({ task, parts, count, people }) => ({
      no: at(matrix.tasks, task).no,
      title: at(matrix.tasks, task).title,
      merged: mergedText(parts, matrix.departments),
      count,
      people,
    })),
    departments: consolidation.departments.map(({ department, tally: counts }) => ({
      name: at(matrix.departments, department).name,
      due: counts.due,
      handedIn: counts.handedIn,
      onTime: counts.onTime,
    })),
    findings: consolidation.findings.map(({ code, sheet, rows, column, found }, index) => ({
      code,
      sheet,
      rows,
      column,
      found,
      message: at(messages, index),
    })),
  };
}
