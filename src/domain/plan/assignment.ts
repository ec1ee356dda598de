/** Who answers for a task, as a labelled phrase of the plan says it. */
import { findLabels, type Group } from './labels.ts';
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
  /** Nothing said what the units do: taken as responsible. */
  unlabelled: boolean;
}

export function blankAssignment(): Assignment {
  return {
    lead: [],
    responsible: [],
    joint: [],
    due: [],
    doubtful: [],
    people: [],
    empty: [],
    unknown: [],
    unlabelled: false,
  };
}

/** Does it name anybody? */
export const namesSomebody = ({ lead, responsible, joint }: Assignment): boolean =>
  lead.length + responsible.length + joint.length > 0;

export interface LabelledText {
  readonly assignment: Assignment;
  /** Sentences behind the units that name nobody. */
  readonly rest: string;
}

/** Reads `牵头单位：X，配合单位：Y、Z`; `null` where no label stands at the very beginning. */
export function labelledAssignment(text: string): LabelledText | null {
  const labels = findLabels(text);
  if (labels.every(({ group }) => group === 'other') || text.slice(0, labels[0]?.from).trim() !== '') return null;
  const assignment = blankAssignment();
  const rest: string[] = [];
  labels.forEach(({ group, label, from, to }, index) => {
    const end = labels[index + 1]?.from ?? text.length;
    const whole = text.slice(to, end);
    const stop = group === 'due' || group === 'other' ? -1 : whole.indexOf('。');
    const value = withoutLooseEnd(stop >= 0 ? whole.slice(0, stop) : whole).trim();
    if (stop >= 0) takeSentences(assignment, rest, whole.slice(stop + 1));
    if (group === 'other') {
      if (/(?:单位|部门|科室|处室)$/.test(label)) assignment.unknown.push(withoutLooseEnd(text.slice(from, end)));
    } else takeValue(assignment, group, label, value);
  });
  return { assignment, rest: rest.join('') };
}

/** What follows the units in the same line: `其他科室配合。` belongs to them, anything else is the task's words. */
function takeSentences(into: Assignment, rest: string[], text: string): void {
  for (const sentence of text.split(/(?<=。)/)) {
    const words = withoutLooseEnd(sentence).trim();
    if (words === '') continue;
    const read = sentenceAssignment(words);
    if (read && !read.unlabelled) merge(into, read);
    else rest.push(sentence.trim());
  }
}

const withoutLooseEnd = (text: string): string => {
  let end = text.length;
  while (end > 0 && /[，,；;。、\s（(【[〔［]/.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
};

/** Puts the value behind a label, or the cell of a table, where it belongs. */
export function takeValue(made: Assignment, group: Group, label: string, value: string): void {
  if (group === 'other') return;
  if (value === '' || /^[-—–/无]+$/.test(value)) {
    // A blank cell of a table has no label and says nobody.
    if (group !== 'person' && group !== 'due' && label !== '') made.empty.push(label);
    return;
  }
  if (group === 'due') {
    made.due.push(value.replace(/[。；;]$/, ''));
    return;
  }
  const sentence = group === 'responsible' || group === 'lead' ? sentenceAssignment(value, 'some') : null;
  if (sentence && !sentence.unlabelled && sentence.byVerb) {
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
  if (from.unlabelled) into.unlabelled = true;
}
