/** What the month's documents are made from: the consolidation, and the draft as it stands in the workbook. */
import { type DraftUpdate } from '../documents/draft/merge.ts';
import type { DocumentAbout } from '../documents/official/about.ts';
import { type ImageSource } from '../documents/official/evidence.ts';
import type { MonthlyInput } from '../documents/official/monthly.ts';
import type { Consolidation } from '../domain/consolidation/result.ts';
import type { Change } from '../spreadsheet/change.ts';
import { type Office } from './office.ts';
export interface PlannedDraft {
    readonly update: DraftUpdate;
    /** What brings the sheet up to date. */
    readonly changes: readonly Change[];
    /** Paragraphs the office has reworded or left out. */
    readonly edited: number;
}
/** @throws Refusal sheetMissing, columnsMissing */
export declare function plannedDraft(office: Office, consolidation: Consolidation): PlannedDraft;
/** All of a report but what it is registered as. */
export declare function reportInput(office: Office, consolidation: Consolidation, { update }: PlannedDraft, imageSource: ImageSource): Omit<MonthlyInput, 'registered'>;
export declare function aboutOf({ book, settings }: Office): DocumentAbout;
