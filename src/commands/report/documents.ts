/** 生成报告: the draft brought up to date, and the month's documents made from it. */

import { toBase64 } from '../../documents/docx/base64.ts';
import type { DraftUpdate } from '../../documents/draft/merge.ts';
import type { MailDocument } from '../../documents/mail.ts';
import { type DocumentName, documentNames, makeDocument } from '../../documents/official/documents.ts';
import { type EvidenceLink, evidenceLinks, type ImageSource } from '../../documents/official/evidence.ts';
import { Refusal } from '../../domain/refusal.ts';
import { apply } from '../../google/apply.ts';
import { openBook } from '../../google/book.ts';
import { consolidatedMonth } from '../../office/consolidated.ts';
import { aboutOf, plannedDraft } from '../../office/draft.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { monthReport } from '../../office/month-report.ts';
import { type Outcome, readOffice, rowsOf } from '../../office/office.ts';
import { templatesInForce } from '../../office/templates.ts';
import { undoable } from '../../office/undoable.ts';
import { declarationOf } from '../../workbook/sheets.ts';
import { readSubmissions } from '../../workbook/submissions.ts';

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
    const consolidation = consolidatedMonth(office, month);
    const { update, changes, edited } = plannedDraft(office, consolidation);
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
  const known = documentNames({ consolidation });
  const unknown = names?.find((name) => !known.some((one) => one.name === name));
  if (unknown !== undefined) throw new Refusal({ code: 'documentUnknown', name: unknown, month: consolidation.period });
  const { update } = plannedDraft(office, consolidation);
  const templates = templatesInForce(office.book);
  const about = aboutOf(office);
  const made = (document: DocumentName): MailDocument =>
    document.kind === '月度报告'
      ? // As it would leave, with its number and day.
        monthReport(office, consolidation, imageSource).document
      : makeDocument(document, { consolidation, about }, templates(document.kind));
  return {
    period: consolidation.period,
    flagged: update.flagged,
    files: known
      .filter(({ name }) => names?.includes(name) ?? true)
      .map((one) => {
        const { mimeType, bytes } = made(one);
        return { kind: one.kind, name: one.name, mimeType, base64: toBase64(bytes) };
      }),
  };
}

/** The links of the month's returns: a caller that can read files looks which of them are images. */
export function evidenceOf(month: string): readonly EvidenceLink[] {
  const office = readOffice(openBook());
  return evidenceLinks(consolidatedMonth(office, month), readSubmissions(rowsOf(office.book, 'submissions')));
}
