/** The month's pack: the mail with its files as it stands, what was archived, and every mail of the month. Nothing is written. */

import type { ImageSource } from '../../documents/official/evidence.ts';
import { dateOf } from '../../domain/local-date.ts';
import { openBook } from '../../google/book.ts';
import { base64 } from '../../google/bytes.ts';
import { readOffice, rowsOf } from '../../office/office.ts';
import { plannedReport } from '../../office/planned-report.ts';
import { archivedText, issueName } from '../../workbook/archive.ts';
import { DISPATCH_STATES } from '../../workbook/sheets/dispatches.ts';

export interface PackReply {
  readonly period: string;
  readonly day: string;
  readonly unitName: string;
  /** The mails upward, each as it left or would leave. */
  readonly mails: readonly {
    readonly to: readonly string[];
    readonly subject: string;
    readonly text: string;
    readonly html: string;
  }[];
  /** Everything attached; `content` is base64. */
  readonly files: readonly { readonly name: string; readonly mimeType: string; readonly content: string }[];
  /** What was sent upward, as it was sent. */
  readonly archived: readonly {
    readonly title: string;
    readonly number: string;
    readonly text: string;
    /** The mail and the files of this pack are this very issue. */
    readonly isThis: boolean;
  }[];
  /** The months in 档案. */
  readonly months: readonly { readonly period: string; readonly title: string; readonly number: string }[];
  readonly dispatches: readonly {
    readonly kind: string;
    readonly recipient: string;
    readonly subject: string;
    readonly state: string;
  }[];
}

/** @throws Refusal as plannedReport does */
export function packMonth(month: string, imageSource: ImageSource): PackReply {
  const office = readOffice(openBook());
  const { period, mails, report } = plannedReport(office, month, 'standing', imageSource);
  const { archive, outbox } = report;
  const archiveRows = rowsOf(office.book, 'archive');
  return {
    period,
    day: dateOf(office.now),
    unitName: office.settings.unitName,
    mails: mails.map(({ to, content: { subject, text, html } }) => ({ to, subject, text, html })),
    files: [
      ...report.original.documents.map(({ name, mimeType, bytes }) => ({ name, mimeType, content: base64(bytes) })),
      ...report.original.attachments.map(({ name, mimeType, text: words }) => ({
        name,
        mimeType,
        content: base64(words),
      })),
    ],
    archived: archive.records
      .filter((record) => record.period === period)
      .map((record) => ({
        title: issueName(record.issue),
        number: record.number,
        isThis: record.content === report.content,
        text: archivedText(archiveRows, record),
      })),
    months: archive.records.map((record) => ({
      period: record.period,
      title: issueName(record.issue),
      number: record.number,
    })),
    dispatches: outbox.dispatches
      .filter((dispatch) => dispatch.period === period)
      .map((dispatch) => ({
        kind: dispatch.kind,
        recipient: dispatch.recipient,
        subject: dispatch.subject,
        state: DISPATCH_STATES[dispatch.state],
      })),
  };
}
