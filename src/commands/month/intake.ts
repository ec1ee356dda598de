/**
 * A row of 月度报送 was typed or pasted: it is stamped, numbered, put into its usual forms, and told what it lacks. A
 * courtesy: whatever it misses, the commands find in the rows themselves.
 */

import { lookupFor } from '../../domain/consolidation/lookup.ts';
import { parseEvidence } from '../../domain/evidence.ts';
import type { LocalDateTime } from '../../domain/local-date.ts';
import { Refusal } from '../../domain/refusal.ts';
import { applyLater } from '../../google/apply.ts';
import { openBook } from '../../google/book.ts';
import { nowIn } from '../../google/clock.ts';
import { editOn, type SheetEdit } from '../../google/edit.ts';
import { type Properties, readProperties } from '../../google/properties.ts';
import { messagesIn } from '../../messages/catalogues.ts';
import { knownDirectory, storeDirectory } from '../../office/directory.ts';
import { readOffice } from '../../office/office.ts';
import { INSTALLED } from '../../office/triggers.ts';
import { type IntakeRules, intakeOfRows, type Pen } from '../../workbook/intake.ts';
import { placesOf } from '../../workbook/places.ts';
import { type SubmissionKey, submissionsSheet } from '../../workbook/sheets/submissions.ts';
import { declarationOf } from '../../workbook/sheets.ts';

/** The installed trigger, with the rights of the account that set the workbook up. */
export function intakeOnEdit(event: unknown): void {
  intakeOfEdit(event, 'office', readProperties());
}

/** The simple trigger, with the rights of the person who types: does what it may where the other is not installed. */
export function intakeOnSimpleEdit(event: unknown): void {
  const properties = readProperties();
  if (properties.get(INSTALLED) === null) intakeOfEdit(event, 'department', properties);
}

/** Who answers for what stands in these. */
const DIRECTORY_SHEETS = ['settings', 'departments', 'matrix'] as const;

function intakeOfEdit(event: unknown, pen: Pen, properties: Properties): void {
  try {
    const edit = editOn(event, submissionsSheet.title);
    if (edit) writeIntake(edit, pen, properties);
    else if (pen === 'office' && DIRECTORY_SHEETS.some((key) => editOn(event, declarationOf(key).title))) {
      storeDirectory(readOffice(openBook()));
    }
  } catch (error) {
    // A workbook that is not in order is told of by the commands; a trigger has no reader.
    if (!(error instanceof Refusal)) throw error;
  }
}

function writeIntake(edit: SheetEdit, pen: Pen, properties: Properties): void {
  const { timeZone, settings, matrix } = knownDirectory(properties);
  const at = columnsOfSubmissions();
  const rules: IntakeRules = {
    at,
    year: settings.year,
    deadline: settings.rules.deadline,
    matrix,
    lookup: lookupFor(matrix, settings.year),
    evidence: matrix.tasks.map(({ evidence }) => parseEvidence(evidence)),
    now: nowIn(timeZone) as LocalDateTime,
    worded: messagesIn(settings.language).hint,
    contentTyped: CONTENT.some((key) => at[key] >= edit.fromColumn && at[key] <= edit.toColumn),
  };
  const width = Math.max(...Object.values(at)) + 1;
  applyLater(intakeOfRows({ row: edit.row, rows: edit.read(width, timeZone) }, rules, pen).writes);
}

/** Where the columns stand: by the name of the headings' range, or by reading the headings where a person moved them. */
function columnsOfSubmissions(): Readonly<Record<SubmissionKey, number>> {
  const places = placesOf(openBook(), submissionsSheet);
  return Object.fromEntries(submissionsSheet.columns.map(({ key }, index) => [key, places[index]])) as Record<
    SubmissionKey,
    number
  >;
}

const CONTENT: readonly SubmissionKey[] = ['text', 'count', 'people', 'links'];
