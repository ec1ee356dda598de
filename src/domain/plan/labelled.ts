/** Who answers for a task, as a labelled phrase of the plan, or a cell of its table, says it. */
import { type Assignment, blankAssignment, merge, take } from './assignment.ts';
import { withoutEnd } from './ends.ts';
import { findLabels, type Group } from './labels.ts';
import { sentenceAssignment } from './sentence.ts';
import { splitUnits } from './units.ts';

export interface LabelledText {
  readonly assignment: Assignment;
  /** What is no label of ours, and sentences behind the units that name no unit. */
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
    // A blank cell of a table has no label and names no unit.
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
