/** What a plan wants handed in: 每月20日前报送局办公室，办公室汇总后报区文明办. */

import { at } from '../at.ts';
import { deadlineParts, deadlinesIn } from './deadlines.ts';
import { withoutEnd, withoutEnding } from './ends.ts';
import type { Line } from './lines.ts';
import type { ReportRule } from './plan.ts';
import { isUnitLike, splitUnits } from './units.ts';

/** Handing in, to a person. */
const HAND_IN =
  /(?:报送(?:至|到|给)?|上报(?:至|到|给)?|报(?:至|到|给)|提交(?:至|到|给)?|报(?!告|名|道|表|刊|纸|销|废|警))/;

/** The rules a line states, sentence by sentence. */
export function reportsOf({ text, number }: Line): ReportRule[] {
  return text.split(/[。；;]/).flatMap((sentence) => {
    const rule = reportOf(sentence, number);
    return rule === null ? [] : [rule];
  });
}

function reportOf(sentence: string, line: number): ReportRule | null {
  const [due] = deadlinesIn(sentence);
  if (due === undefined) return null;
  const from = sentence.indexOf(due);
  const after = sentence.slice(from + due.length);
  const hand = HAND_IN.exec(after);
  if (!hand) return null;
  const clauses = after.slice(hand.index + hand[0].length).split(/[，,]/);
  const first = at(clauses, 0);
  // 报送工作总结至区整治办: what comes before whom.
  const [, object = '', whom = first] = /(.+?)[至到给](.+)/.exec(first) ?? [];
  const to = unitsIn(whom);
  if (to.length === 0) return null;
  const then = clauses.slice(1).flatMap((clause) => {
    const onward = HAND_IN.exec(clause);
    return onward ? unitsIn(clause.slice(onward.index + onward[0].length)) : [];
  });
  const what = tidy(object) || subject(sentence.slice(0, from), after.slice(0, hand.index));
  return { what, due, to, then, ...deadlineParts(due), line };
}

const unitsIn = (text: string): string[] =>
  splitUnits(withoutEnding(text, /(?:备案|审核|审定|汇总|备查|存档|归档|统一汇总)+$/))
    .map(({ name }) => name)
    .filter(isUnitLike);

/** What is handed in: before the deadline, or behind 将 after it. */
function subject(before: string, between: string): string {
  const moved = /[将把](.+)/.exec(between)?.[1] ?? /[将把](.+)/.exec(before)?.[1];
  return tidy(moved ?? withoutEnd(before, /[，,\s]/).replace(/.*[，,]/, ''));
}

function tidy(text: string): string {
  return withoutEnding(
    text.replace(/^(?:请|并|同时|另外)+/, ''),
    /(?:务必|要求|必须|应当|应|须|需|(?<!申)请|(?<![纪摘概])要|均|一律|于|在|统一|及时|一并|书面|以书面形式|电子版)+$/,
  ).trim();
}
