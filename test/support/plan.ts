/** What a plan's text is read as, a line each. */
import { parsePlan } from '../../src/domain/plan/parse-plan.ts';

/** `line no｜title｜content｜牵头｜责任｜配合｜due`, line breaks of the content as ` / `. */
export const tasksOf = (text: string) =>
  parsePlan(text).tasks.map(({ line, no, title, content, lead, responsible, joint, due }) =>
    [
      `${line} ${no}`,
      title,
      content.replace(/\n/g, ' / '),
      ...[lead, responsible, joint].map((all) => all.join('、')),
      due,
    ].join('｜'),
  );

/** `line code found|other` */
export const findingsOf = (text: string) =>
  parsePlan(text).findings.map(({ line, code, found, other }) => `${line} ${code} ${found}|${other}`);
