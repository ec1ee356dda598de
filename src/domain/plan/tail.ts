/** Who answers for a paragraph, said at its end: in parentheses, behind labels, or in a last sentence. */
import { type Assignment, merge, namesSomebody, note, saysSomething } from './assignment.ts';
import { withoutEnd } from './ends.ts';
import { type LabelledText, labelledAssignment } from './labelled.ts';
import { findLabels, namesWho } from './labels.ts';
import type { PlanFinding } from './plan.ts';
import { sentenceAssignment } from './sentence.ts';
import { isUnitLike, splitUnits } from './units.ts';

/** The paragraph without who answers, and who does. */
export interface Parted extends Pick<LabelledText, 'rest'> {
  readonly assignment: Assignment | null;
}

export function splitTail(text: string, line: number, findings: PlanFinding[]): Parted {
  const behind = byParentheses(text, line, findings);
  const { rest, assignment } = behind;
  if (assignment && namesSomebody(assignment) && listAtEnd(rest) === rest.length) return behind;
  const said = byLabels(rest, line, findings) ?? byLastSentence(rest);
  if (said.assignment && assignment) merge(said.assignment, assignment);
  return { rest: said.rest, assignment: said.assignment ?? assignment };
}

/** Several may follow each other, and some be about other things: （牵头单位：X）（完成时限：Y）（见附件）. */
function byParentheses(text: string, line: number, findings: PlanFinding[]): Parted {
  let assignment: Assignment | null = null;
  let before = text;
  let behind = '';
  const list = listAtEnd(text);
  for (let last = lastParenthesis(text); last; last = lastParenthesis(before)) {
    const read = readParenthesis(last, last.before.length < list, line, findings);
    if (read && assignment) merge(read, assignment);
    assignment = read ?? assignment;
    before = last.before;
    behind = (read ? last.after : last.whole + last.after) + behind;
  }
  return { rest: (before + behind).trim(), assignment };
}

interface Parenthesis {
  readonly before: string;
  readonly whole: string;
  readonly inside: string;
  /** The full stop that may follow. */
  readonly after: string;
}

/** What may stand behind the last parenthesis. */
const LOOSE_END = /[。．.；;，,\s]/;

/** The parenthesis a paragraph ends with, its own parentheses inside it. */
function lastParenthesis(text: string): Parenthesis | null {
  const end = withoutEnd(text, LOOSE_END).length;
  let depth = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    const character = text.charAt(at);
    if ('）)】]〕'.includes(character)) depth += 1;
    else if ('（(【[〔'.includes(character)) depth -= 1;
    // Nothing closes at the end.
    if (depth <= 0 && at === end - 1) return null;
    if (depth === 0)
      return {
        before: text.slice(0, at),
        whole: text.slice(at, end),
        inside: text.slice(at + 1, end - 1),
        after: text.slice(end),
      };
  }
  return null;
}

/** Where the list behind a label begins that goes on to the end: 责任单位：各镇（街道）. Its parentheses are of its units. */
function listAtEnd(text: string): number {
  const label = findLabels(text)
    .filter(({ group }) => namesWho(group))
    .pop();
  const list = withoutEnd(text, LOOSE_END).slice(label?.to);
  const isOver = /[。）)】\]〕]/.test(list.replace(/[（(][^（()）]*[）)]/g, ''));
  return label && !isOver ? label.to : text.length;
}

/** Longer parentheses that read as no assignment explain something. */
const LONGEST_DOUBT = 120;

/** What labels in it say; where it is `free`, not part of a list, also what sentences and lists do. */
function readParenthesis(
  { inside }: Parenthesis,
  free: boolean,
  line: number,
  findings: PlanFinding[],
): Assignment | null {
  const labelled = labelledAssignment(inside);
  if (labelled) {
    note(labelled.assignment, line, findings);
    return labelled.assignment;
  }
  if (!free) return null;
  const sentence = sentenceAssignment(inside);
  if (sentence?.unlabelled) findings.push({ code: 'unlabelledUnits', line, words: inside });
  if (sentence || inside.length > LONGEST_DOUBT) return sentence;
  const units = splitUnits(inside);
  if (units.some(({ name }) => isUnitLike(name))) findings.push({ code: 'doubtfulParenthesis', line, words: inside });
  return null;
}

function byLabels(text: string, line: number, findings: PlanFinding[]): Parted | null {
  const [first] = findLabels(text);
  const read = first && labelledAssignment(text.slice(first.from));
  if (!read) return null;
  const { rest, assignment } = saidBy(read, line, findings);
  return { rest: withoutEnd(text.slice(0, first.from), /[\s（(【[〔［，,]/) + rest, assignment };
}

/** What labels say; no assignment where nothing stands behind them. */
export function saidBy({ rest, assignment }: LabelledText, line: number, findings: PlanFinding[]): Parted {
  note(assignment, line, findings);
  return { rest, assignment: saysSomething(assignment) ? assignment : null };
}

/** `由办公室牵头，综合科配合。` as the last sentence. Only a sentence that is nothing else is taken. */
function byLastSentence(text: string): Parted {
  const body = withoutEnd(text, /[。；;\s]/);
  const from = Math.max(body.lastIndexOf('。'), body.lastIndexOf('；'), body.lastIndexOf(';')) + 1;
  const sentence = body.slice(from);
  const assignment = /牵头|负责|主办|配合|协办/.test(sentence)
    ? sentenceAssignment(sentence.replace(/^(?:[此该本这]项(?:工作)?|以上工作)/, ''))
    : null;
  return assignment?.byVerb ? { rest: text.slice(0, from), assignment } : { rest: text, assignment: null };
}
