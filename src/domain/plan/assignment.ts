import type { PlanFinding, PlanTask } from './plan.ts';
import type { Unit } from './units.ts';

export interface Assignment {
  readonly lead: string[];
  readonly responsible: string[];
  readonly joint: string[];
  /** Deadlines behind labels such as 完成时限. */
  readonly due: string[];
  /** Words that may be no unit, taken all the same. */
  readonly doubtful: string[];
  /** People behind labels such as 责任人: not departments. */
  readonly people: string[];
  /** Labels with nothing behind them. */
  readonly empty: string[];
  /** Units behind labels that say neither lead, responsible nor joint: not taken. */
  readonly unknown: string[];
}

export function blankAssignment(): Assignment {
  return { lead: [], responsible: [], joint: [], due: [], doubtful: [], people: [], empty: [], unknown: [] };
}

/** All departments it names, the leading ones first. */
export const namesOf = ({ lead, responsible, joint }: Pick<PlanTask, 'lead' | 'responsible' | 'joint'>): string[] => [
  ...lead,
  ...responsible,
  ...joint,
];

/** Does it name any department? */
export const namesSomebody = (assignment: Assignment): boolean => namesOf(assignment).length > 0;

/** Does it say who, by when, or at least which person? */
export const saysSomething = (assignment: Assignment): boolean =>
  namesSomebody(assignment) || assignment.due.length + assignment.people.length > 0;

/** What an assignment is not sure of. */
export function note(assignment: Assignment, line: number, findings: PlanFinding[]): void {
  for (const unit of assignment.doubtful) findings.push({ code: 'doubtfulUnit', line, unit });
  for (const name of assignment.people) findings.push({ code: 'personNamed', line, name });
  for (const label of assignment.empty) findings.push({ code: 'emptyUnits', line, label });
  for (const words of assignment.unknown) findings.push({ code: 'labelUnknown', line, words });
}

export function take(made: Assignment, group: 'lead' | 'responsible' | 'joint', unit: Unit): void {
  if (!made[group].includes(unit.name)) made[group].push(unit.name);
  if (!unit.sure) made.doubtful.push(unit.name);
}

export function merge(into: Assignment, from: Assignment): void {
  for (const key of ['lead', 'responsible', 'joint', 'due', 'doubtful', 'people', 'empty', 'unknown'] as const) {
    for (const name of from[key]) if (!into[key].includes(name)) into[key].push(name);
  }
}
