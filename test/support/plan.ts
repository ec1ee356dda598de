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

/** `line code what|other`; of a jump, to what and from what. */
export const findingsOf = (text: string) =>
  parsePlan(text).findings.map((finding) => {
    const { line, code, ...said } = finding;
    const words = finding.code === 'numberJump' ? [finding.to, finding.from] : Object.values(said);
    const [what = '', other = ''] = words.map((word) => [word].flat().join('、'));
    return `${line} ${code} ${what}|${other}`;
  });
