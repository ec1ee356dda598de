/** The pages over the workbook: which there are, how large, and what each has in it when it opens. */

import { previewReminders } from '../commands/chase/remind.ts';
import { shownSubmission } from '../commands/month/submission.ts';
import { draftReport } from '../commands/report/documents.ts';
import { previewReport } from '../commands/report/preview.ts';
import { templateList } from '../commands/report/templates.ts';
import { openBook } from '../google/book.ts';
import { showDialog, showSidebar } from '../google/ui.ts';
import { messagesIn } from '../messages/catalogues.ts';
import type { CommandName } from '../messages/commands.ts';
import { officeLanguage } from '../office/boundary.ts';
import { rowsOf } from '../office/office.ts';
import type { AttachedFile } from '../office/planned-report.ts';
import { settingFields, typedSettings } from '../workbook/settings-form.ts';

/** The pages a page may open, each over the month it shows. */
export const MONTH_PAGES = ['remind', 'documents', 'preview', 'review', 'settings'] as const;
export type MonthPage = (typeof MONTH_PAGES)[number];

export interface Opened {
  readonly page: MonthPage;
}

/** In pixels. */
const SIZES = {
  plan: { width: 1000, height: 700 },
  'set-up': { width: 1000, height: 700 },
  settings: { width: 760, height: 680 },
  review: { width: 720, height: 660 },
  remind: { width: 900, height: 640 },
  documents: { width: 760, height: 620 },
  preview: { width: 900, height: 680 },
} as const;

function show(page: keyof typeof SIZES, command: CommandName, data: object, language = officeLanguage()): void {
  showDialog(page, messagesIn(language).commands[command], SIZES[page], { language, ...data });
}

/** @throws Refusal whatever the command refuses whose page it is */
export function open(page: MonthPage, { month, row }: { month: string; row: number | null }): Opened {
  const opening: Readonly<Record<MonthPage, () => void>> = {
    remind: () => openReminders(month),
    documents: () => openDocuments(month),
    preview: () => openPreview(month),
    review: () => openReview({ month, row }),
    settings: openSettings,
  };
  opening[page]();
  return { page };
}

/** The board asks for what it shows by itself: it goes on showing it. */
export function openBoard(): void {
  const language = officeLanguage();
  showSidebar('board', messagesIn(language).commands.board, { language });
}

/** Who owes what; the page sends to those chosen on it. */
export function openReminders(month: string): void {
  const { period, mails, unreachable } = previewReminders(month, null);
  show('remind', 'remind', { month: period, mails, unreachable });
}

/** The draft is brought up to date at once; each document is made when it is asked for. */
export function openDocuments(month: string): void {
  const { told, reply } = draftReport(month);
  show('documents', 'documents', { told, ...reply, templates: templateList() });
}

/** The mail as it would leave; the page sends it once a person has confirmed that. */
export function openPreview(month: string): void {
  const { period, subject, html, recipients, corrected, supplement, problems, attachments } = previewReport(month);
  show('preview', 'preview', {
    month: period,
    subject,
    html,
    recipients,
    corrected,
    supplement,
    problems,
    attachments: attachments.map(fileInWords),
  });
}

/** A file as people are told of it, its size in whole kilobytes. */
export const fileInWords = ({ name, size }: AttachedFile): string => `${name}（${Math.ceil(size / 1024)} KB）`;

/** A return to be looked at: that of the row, or the first that waits. */
export function openReview(about: { month: string | null; row: number | null }): void {
  show('review', 'review', { month: about.month, ...shownSubmission(about) });
}

export function openSettings(): void {
  const typed = typedSettings(rowsOf(openBook(), 'settings'));
  const language = officeLanguage();
  show('settings', 'settings', { fields: settingFields(typed, language) }, language);
}

export function openPlan(year: number): void {
  show('plan', 'importPlan', { year });
}

/** A workbook from nothing: plan, departments, settings. */
export function openSetUp(year: number): void {
  const language = officeLanguage();
  show('set-up', 'setUp', { year, fields: settingFields(new Map([['year', String(year)]]), language) }, language);
}
