/** 生成报告: the draft brought up to date, and the month's documents made from it. */
import { toBase64 } from '../documents/docx/base64.ts';
import { type DraftUpdate, mergeDraft } from '../documents/draft/merge.ts';
import { draftSources } from '../documents/draft/sources.ts';
import type { DocumentAbout } from '../documents/official/about.ts';
import { documentNames, makeDocument, type OfficialDocument } from '../documents/official/documents.ts';
import { type EvidenceLink, evidenceLinks, type ImageSource } from '../documents/official/evidence.ts';
import type { MonthlyInput } from '../documents/official/monthly.ts';
import type { Consolidation } from '../domain/consolidation/result.ts';
import { Refusal } from '../domain/refusal.ts';
import { apply } from '../google/apply.ts';
import { openBook } from '../google/book.ts';
import type { Change } from '../spreadsheet/change.ts';
import { draftChanges, readDraft } from '../workbook/draft.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { readSubmissions } from '../workbook/submissions.ts';
import { consolidatedMonth } from './consolidate.ts';
import { locked } from './locked.ts';
import { logLine } from './log.ts';
import { type Office, type Outcome, readOffice, rowsOf } from './office.ts';
import { templatesInForce } from './office-templates.ts';
import { undoable } from './undoable.ts';

export interface DraftReply {
  readonly period: string;
  /** Rows of the draft that are new, and paragraphs the office has reworded or left out. */
  readonly added: number;
  readonly edited: number;
  /** What to look at before the report goes. */
  readonly flagged: DraftUpdate['flagged'];
  /** Names of the documents there are for the month. */
  readonly documents: readonly string[];
}

/** A document as programs and pages take it. */
export interface DocumentFile {
  readonly kind: string;
  readonly name: string;
  readonly mimeType: string;
  readonly base64: string;
}

export interface DocumentsReply {
  readonly period: string;
  readonly flagged: DraftUpdate['flagged'];
  readonly files: readonly DocumentFile[];
}

/** Brings 报告草稿 up to date. What the office has typed there stays. @throws Refusal nothingDue, sheetMissing, and what readOffice refuses */
export function draftReport(month: string): Outcome<DraftReply> {
  return locked((book) => {
    const office = readOffice(book);
    const { messages, now } = office;
    const { consolidation, update, changes, edited } = plannedDraft(office, consolidatedMonth(office, month));
    const reply: DraftReply = {
      period: consolidation.period,
      added: update.added.length,
      edited,
      flagged: update.flagged,
      documents: documentNames({ consolidation }).map(({ name }) => name),
    };
    const told = messages.told.documents({
      month: reply.period,
      added: reply.added,
      edited,
      flagged: reply.flagged.length,
      documents: reply.documents.length,
      sheet: declarationOf('draft').title,
    });
    const step = { book, now, command: 'documents', about: reply.period } as const;
    if (changes.length > 0) {
      apply([...undoable(step, changes), ...logLine(book, now, messages.commands.documents, told)]);
    }
    return { told, reply };
  });
}

/**
 * The month's documents as files; nothing is written. All of them, or those named.
 *
 * @throws Refusal documentUnknown, nothingDue, templateDamaged, and what readOffice refuses
 */
export function documentFiles(month: string, imageSource: ImageSource, names?: readonly string[]): DocumentsReply {
  const office = readOffice(openBook());
  const consolidation = consolidatedMonth(office, month);
  const { files, flagged } = monthDocuments(office, consolidation, { imageSource, ...(names ? { names } : {}) });
  return {
    period: consolidation.period,
    flagged,
    files: files.map(({ kind, name, mimeType, bytes }) => ({ kind, name, mimeType, base64: toBase64(bytes) })),
  };
}

/** The links of the month's returns: whoever can read files looks which of them are images. */
export function evidenceOf(month: string): readonly EvidenceLink[] {
  const office = readOffice(openBook());
  return evidenceLinks(consolidatedMonth(office, month), readSubmissions(rowsOf(office.book, 'submissions')));
}

export interface DocumentsWanted {
  /** Finds the bytes of a link's image; a host without files finds none. */
  readonly imageSource?: ImageSource;
  /** Names of `documentNames`; all of them where it is left out. */
  readonly names?: readonly string[];
  /** The report's document number, where it has been given one. */
  readonly number?: string;
}

/** The documents of a consolidation with the draft as it stands in the workbook: what is attached to the mail upward. */
export function monthDocuments(
  office: Office,
  consolidation: Consolidation,
  { imageSource = () => null, names, number = '' }: DocumentsWanted = {},
): { readonly files: readonly OfficialDocument[]; readonly flagged: DraftUpdate['flagged'] } {
  const { book } = office;
  const { update } = plannedDraft(office, consolidation);
  const input: MonthlyInput = {
    consolidation,
    content: update.content,
    about: aboutOf(office, number),
    links: evidenceLinks(consolidation, readSubmissions(rowsOf(book, 'submissions'))),
    imageSource,
  };
  const known = documentNames(input);
  const unknown = names?.find((name) => !known.some((one) => one.name === name));
  if (unknown !== undefined) throw new Refusal('documentUnknown', { name: unknown, month: consolidation.period });
  const templates = templatesInForce(book);
  const wanted = names ? known.filter(({ name }) => names.includes(name)) : known;
  return { files: wanted.map((one) => makeDocument(one, input, templates)), flagged: update.flagged };
}

function plannedDraft(
  office: Office,
  consolidation: Consolidation,
): {
  readonly consolidation: Consolidation;
  readonly update: DraftUpdate;
  readonly changes: readonly Change[];
  readonly edited: number;
} {
  const { period } = consolidation;
  const draft = readDraft(rowsOf(office.book, 'draft'), period);
  const update = mergeDraft(draft.rows, draftSources(consolidation, office.settings));
  const changes = draftChanges(draft, period, update.standing, update.added);
  return {
    consolidation,
    update,
    changes,
    edited: draft.rows.filter(({ edited, use }) => edited !== '' || !use).length,
  };
}

function aboutOf({ book, settings }: Office, number: string): DocumentAbout {
  return {
    ...settings,
    addressees: settings.recipients.map(({ name }) => name).filter((name) => name !== ''),
    months: settings.rules.months,
    bookUrl: book.url(),
    number,
  };
}
