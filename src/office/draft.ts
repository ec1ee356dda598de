/** What the month's documents are made from: the consolidation, and the draft as it stands in the workbook. */
import { type DraftUpdate, mergeDraft } from '../documents/draft/merge.ts';
import { draftSources } from '../documents/draft/sources.ts';
import type { DocumentAbout } from '../documents/official/about.ts';
import { evidenceLinks, type ImageSource } from '../documents/official/evidence.ts';
import type { MonthlyInput } from '../documents/official/monthly.ts';
import type { Consolidation } from '../domain/consolidation/result.ts';
import type { Change } from '../spreadsheet/change.ts';
import { draftChanges, readDraft } from '../workbook/draft.ts';
import { readSubmissions } from '../workbook/submissions.ts';
import { type Office, rowsOf } from './office.ts';

export interface PlannedDraft {
  readonly update: DraftUpdate;
  /** What brings the sheet up to date. */
  readonly changes: readonly Change[];
  /** Paragraphs the office has reworded or left out. */
  readonly edited: number;
}

/** @throws Refusal sheetMissing, columnsMissing */
export function plannedDraft(office: Office, consolidation: Consolidation): PlannedDraft {
  const { period } = consolidation;
  const draft = readDraft(rowsOf(office.book, 'draft'), period);
  const update = mergeDraft(draft.rows, draftSources(consolidation, office.settings));
  return {
    update,
    changes: draftChanges(draft, period, update.standing, update.added),
    edited: draft.rows.filter(({ edited, use }) => edited !== '' || !use).length,
  };
}

/** All of a report but what it is registered as. */
export function reportInput(
  office: Office,
  consolidation: Consolidation,
  { update }: PlannedDraft,
  imageSource: ImageSource,
): Omit<MonthlyInput, 'registered'> {
  return {
    consolidation,
    content: update.content,
    about: aboutOf(office),
    links: evidenceLinks(consolidation, readSubmissions(rowsOf(office.book, 'submissions'))),
    imageSource,
  };
}

export function aboutOf({ book, settings }: Office): DocumentAbout {
  return {
    ...settings,
    addressees: settings.recipients.map(({ name }) => name).filter((name) => name !== ''),
    months: settings.rules.months,
    bookUrl: book.url(),
  };
}
