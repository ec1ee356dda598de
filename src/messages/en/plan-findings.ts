/** What the reading of a plan is not sure of, in English. */
import type { PlanFinding, PlanFindingCode } from '../../domain/plan/plan.ts';

const SENTENCES: Readonly<Record<PlanFindingCode, (found: string, other: string) => string>> = {
  emptyText: () => 'there is no text. Paste the whole plan.',
  noUnits: () => 'no responsible unit was found anywhere. Each task should say “责任单位：…” or the like.',
  taskWithoutUnits: (found) =>
    `“${found}” names nobody and was not taken as a task. Add it to the matrix if it is one.`,
  numberJump: (found, other) => `the numbers jump from “${other}” to “${found}”: is a task missing?`,
  numberRepeated: (found, other) => `number “${found}” repeats; it became “${other}”.`,
  unlabelledUnits: (found) => `“${found}” does not say whether they lead; taken as responsible.`,
  proseUnits: (found) => `no label says who answers; “${found}” is taken from the sentence. Please check.`,
  doubtfulParenthesis: (found) => `“${found}” may or may not name units; not taken.`,
  doubtfulUnit: (found) => `“${found}” may not be a department; taken as written.`,
  emptyUnits: (found) => `nobody is named after “${found}”.`,
  orphanUnits: (found) => `“${found}” stands before any task; not taken.`,
  similarNames: (found, other) =>
    `“${found}” and “${other}” may be one department; both are listed. Merge them and note the alias if so.`,
  collective: (found) => `“${found}” is a collective, not one department. Name the departments in the matrix.`,
  personNamed: (found) => `“${found}” looks like a person, not a department; not listed.`,
  labelUnknown: (found) =>
    `“${found}” says neither lead, responsible nor support; not taken. Add it to the matrix if it is a duty.`,
  columnsUnknown: (found) => `no column of responsible units was recognised in the table headed “${found}”.`,
};

export function planFindingText({ code, line, found, other }: PlanFinding): string {
  const excerpt = Array.from(found).length > 60 ? `${Array.from(found).slice(0, 60).join('')}…` : found;
  return `Line ${line}: ${SENTENCES[code](excerpt, other)}`;
}
