/** What the reading of a plan is not sure of, in English. */
import type { PlanFinding, PlanFindingFields } from '../../domain/plan/plan.ts';
import { type Sentences, tell } from '../sentences.ts';

/** A long passage is quoted by its beginning only. */
const short = (text: string): string => {
  const characters = Array.from(text);
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text;
};

const SENTENCES: Sentences<PlanFindingFields> = {
  emptyText: () => 'there is no text. Paste the whole plan.',
  noUnits: () => 'no responsible unit was found anywhere. Each task should say “责任单位：…” or the like.',
  taskWithoutUnits: ({ title }) =>
    `“${short(title)}” names nobody and was not taken as a task. Add it to the matrix if it is one.`,
  numberJump: ({ to, from }) => `the numbers jump from “${from}” to “${to}”: is a task missing?`,
  numberRepeated: ({ number, became }) => `number “${short(number)}” repeats; it became “${became}”.`,
  unlabelledUnits: ({ words }) => `“${short(words)}” does not say whether they lead; taken as responsible.`,
  proseUnits: ({ units }) =>
    `no label says who answers; “${short(units.join('、'))}” is taken from the sentence. Please check.`,
  doubtfulParenthesis: ({ words }) => `“${short(words)}” may or may not name units; not taken.`,
  doubtfulUnit: ({ unit }) => `“${short(unit)}” may not be a department; taken as written.`,
  emptyUnits: ({ label }) => `nobody is named after “${short(label)}”.`,
  orphanUnits: ({ units }) => `“${short(units.join('、'))}” stands before any task; not taken.`,
  similarNames: ({ name, other }) =>
    `“${short(name)}” and “${other}” may be one department; both are listed. Merge them and note the alias if so.`,
  collective: ({ name }) => `“${short(name)}” is a collective, not one department. Name the departments in the matrix.`,
  personNamed: ({ name }) => `“${short(name)}” looks like a person, not a department; not listed.`,
  labelUnknown: ({ words }) =>
    `“${short(words)}” says neither lead, responsible nor support; not taken. Add it to the matrix if it is a duty.`,
  columnsUnknown: ({ headings }) =>
    `no column of responsible units was recognised in the table headed “${short(headings)}”.`,
};

export const planFindingText = (finding: PlanFinding): string => `Line ${finding.line}: ${tell(SENTENCES, finding)}`;
