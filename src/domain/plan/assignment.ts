/** Who answers for a task, as a labelled phrase of the plan says it. */
import { withoutEnd } from './ends.ts';
import { findLabels, type Group } from './labels.ts';
import type { PlanFinding, PlanTask } from './plan.ts';
import { sentenceAssignment } from './sentence.ts';
import { splitUnits, type Unit } from './units.ts';

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

/** Everybody it names, who leads first. */
export const namesOf = ({ lead, responsible, joint }: Pick<PlanTask, 'lead' | 'responsible' | 'joint'>): string[] => [
  ...lead,
  ...responsible,
  ...joint,
];

/** Does it name anybody? */
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

export interface LabelledText {
  readonly assignment: Assignment;
  /** What is no label of ours, and sentences behind the units that name nobody. */
  readonly rest: string;
}

/** Reads `牵头单位：X，配合单位：Y、Z`; `null` where no label stands at the very beginning. */
export function labelledAssignment(text: string): LabelledText | null {
  const labels = findLabels(text);
  if (text.slice(0, labels[0]?.from).trim() !== '' || labels.every(({ group }) => group === 'other')) return null;
  const assignment = blankAssignment();
  const rest: string[] = [];
  labels.forEach(({ group, label, from, to }, index) => {
    const end = labels[index + 1]?.from ?? text.length;
    if (group === 'other') {
      const whole = text.slice(from, end);
      if (/(?:单位|部门|科室|处室)$/.test(label)) assignment.unknown.push(withoutEnd(whole, LOOSE));
      else rest.push(whole);
      return;
    }
    const whole = text.slice(to, end);
    const stop = group === 'due' ? -1 : whole.indexOf('。');
    const value = withoutEnd(stop >= 0 ? whole.slice(0, stop) : whole, LOOSE).trim();
    takeValue(assignment, group, label, value.replace(/^[（(]([^（()）]*)[）)]$/, '$1'));
    if (stop >= 0) takeSentences(assignment, rest, whole.slice(stop + 1));
  });
  return { assignment, rest: rest.join('') };
}

/** What follows the units in the same line: `其他科室配合。` belongs to them, anything else is the task's words. */
function takeSentences(into: Assignment, rest: string[], text: string): void {
  for (const sentence of text.split(/(?<=。)/)) {
    const words = withoutEnd(sentence, LOOSE);
    if (words === '') continue;
    const read = sentenceAssignment(words);
    if (read && !read.unlabelled) merge(into, read);
    else rest.push(sentence.trim());
  }
}

/** What parts a value from the label behind it. */
const LOOSE = /[，,；;。、\s（(【[〔［]/;

/** Puts the value behind a label, or the cell of a table, where it belongs. */
export function takeValue(made: Assignment, group: Exclude<Group, 'other'>, label: string, value: string): void {
  if (/^[-—–/无]*$/.test(value)) {
    // A blank cell of a table has no label and says nobody.
    if (group !== 'person' && group !== 'due' && label !== '') made.empty.push(label);
    return;
  }
  if (group === 'due') {
    made.due.push(value.replace(/[。；;]$/, ''));
    return;
  }
  const sentence = group === 'responsible' || group === 'lead' ? sentenceAssignment(value, 1 / 2) : null;
  if (sentence?.byVerb) {
    merge(made, sentence);
    return;
  }
  for (const unit of splitUnits(value)) {
    if (group === 'person') {
      if (unit.sure) take(made, 'responsible', unit);
      else made.people.push(unit.name);
    } else take(made, unit.role ?? group, unit);
  }
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
