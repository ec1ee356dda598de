/**
 * What pages and the command line may call: one record for each function, by its name, with what it may be asked and what it does.
 * The request is checked by that shape when it comes in, and pages ask by its type (`ui/script.ts`).
 */
import * as z from 'zod/mini';
import { previewReminders, remind } from '../commands/chase/remind.ts';
import { settleDispatches } from '../commands/chase/settle.ts';
import { monthBoard } from '../commands/month/board.ts';
import { consolidateMonth } from '../commands/month/consolidate.ts';
import { bringToFront } from '../commands/month/go-to.ts';
import { prepareMonth } from '../commands/month/prepare.ts';
import { reviewRows } from '../commands/month/review.ts';
import { shownSubmission } from '../commands/month/submission.ts';
import { undoLast } from '../commands/month/undo.ts';
import { documentFiles, draftReport, evidenceOf } from '../commands/report/documents.ts';
import { packMonth } from '../commands/report/pack.ts';
import { previewReport } from '../commands/report/preview.ts';
import { sendReport } from '../commands/report/send.ts';
import { importTemplate, resetTemplate, templateFile } from '../commands/report/templates.ts';
import { readPlan } from '../commands/setup/plan.ts';
import { repairWorkbook } from '../commands/setup/repair.ts';
import { refreshRights } from '../commands/setup/rights.ts';
import { setUpWorkbook } from '../commands/setup/set-up.ts';
import { faultySettings, saveTyped } from '../commands/setup/settings.ts';
import { fromBase64 } from '../documents/docx/base64.ts';
import type { ImageSource } from '../documents/official/evidence.ts';
import { officeLanguage } from '../office/boundary.ts';
import type { Endpoint } from './answer.ts';
import { MONTH_PAGES, open } from './pages.ts';
import * as ask from './requests.ts';

/** Ties what is done to what is asked. */
const endpoint = <Schema extends z.ZodMiniType, Reply>(
  asks: () => Schema,
  does: (asked: z.output<Schema>) => Reply,
): Endpoint<Schema, Reply> => ({ asks, does });

/** One that is asked nothing, and takes no notice of what it is given. */
const unasked = <Reply>(does: () => Reply) => endpoint(z.unknown, () => does());

export const FUNCTIONS = {
  /** What the workbook speaks, however little of it stands: for a host that shows it to people. */
  language: unasked(officeLanguage),
  /** What a plan's text says. Touches no sheet. */
  parsePlan: endpoint(
    () => z.object({ text: ask.planText(), year: z.optional(ask.year()), language: ask.language() }),
    ({ text, year, language }) => readPlan(text, year, language),
  ),
  /** Sets up the workbook, from a plan where one is given; the rest is what a person has put right or filled in besides. */
  setUp: {
    ...endpoint(ask.newWorkbook, ({ language, ...asked }) => setUpWorkbook(asked, language)),
    renewsMenu: true,
  },
  /** The month's rows. */
  prepare: endpoint(ask.ofMonth, ({ month }) => prepareMonth(month)),
  /** The month consolidated. */
  consolidate: endpoint(ask.ofMonth, ({ month }) => consolidateMonth(month)),
  /** The mail as it would leave. Nothing is written, nothing leaves. */
  report: endpoint(ask.pictured, ({ month, pictures }) => previewReport(month, imagesOf(pictures))),
  /** The draft of the month's report brought up to date. What the office has typed stays. */
  draftReport: endpoint(ask.ofMonth, ({ month }) => draftReport(month)),
  /** The month's documents as .docx, those of the names where some are given. */
  documents: endpoint(
    () => z.extend(ask.pictured(), { names: z.optional(z.array(z.string())) }),
    ({ month, names, pictures }) => documentFiles(month, imagesOf(pictures), names),
  ),
  /** The links of the month's returns. */
  evidence: endpoint(ask.ofMonth, ({ month }) => evidenceOf(month)),
  /** The Word template a kind of document is made from. */
  templateFile: endpoint(ask.ofKind, ({ kind }) => templateFile(kind)),
  /** Takes an office's own template. Base64 of 2 MB: a photograph in it would be sent with every document. */
  importTemplate: endpoint(
    () => z.object({ kind: ask.kind(), file: ask.text(200), base64: ask.text(2_800_000) }),
    ({ kind, file, base64 }) => importTemplate(kind, file, base64),
  ),
  /** Goes back to the template the add-on comes with. */
  resetTemplate: endpoint(ask.ofKind, ({ kind }) => resetTemplate(kind)),
  /**
   * Sends the month's report. Who had this very content before gets nothing; who had another, a numbered supplement, where
   * `correction` confirms it.
   */
  send: endpoint(
    () => z.extend(ask.pictured(), { correction: z._default(z.boolean(), false) }),
    ({ month, correction, pictures }) => sendReport(month, { correction, imageSource: imagesOf(pictures) }),
  ),
  /** The office's word on rows of 月度报送, by the sheet's numbers; `seen` are the marks under which a page showed them. */
  review: endpoint(ask.reviewed, ({ rows, decision, reason, seen }) => reviewRows(rows, decision, reason, seen)),
  /** What reminding by hand would send now. Nothing is written, nothing leaves. */
  reminders: endpoint(ask.toDepartments, ({ month, departments }) => previewReminders(month, departments ?? null)),
  /** Reminds who owes something in a month, one mail each a day. */
  remind: endpoint(ask.toDepartments, ({ month, departments }) => remind(month, departments ?? null)),
  /** A person decides of a mail in 发送记录. */
  settleDispatch: endpoint(
    () =>
      z.object({
        key: ask.text(1_000).check(z.minLength(1)),
        action: z.enum(['resend', 'cancel', 'arrived', 'notArrived']),
      }),
    ({ key, action }) => settleDispatches([key], action),
  ),
  /** The month's pack as data. Nothing is written, nothing leaves. */
  pack: endpoint(ask.pictured, ({ month, pictures }) => packMonth(month, imagesOf(pictures))),
  /** Who may write which rows, as accounts, reviews, deadlines and exceptions say now. */
  rights: unasked(refreshRights),
  /** Puts back what the last command replaced; refused where it was edited since. */
  undo: unasked(() => undoLast()),
  /** Puts back what the workbook has lost. */
  repair: { ...unasked(repairWorkbook), renewsMenu: true },
  /** A month at a glance, the running one where it is `null`. Nothing is written. */
  board: endpoint(
    () => z.object({ month: z.nullable(ask.month()) }),
    ({ month }) => monthBoard(month),
  ),
  /** Brings a cell to the front, the row counted from 1, the column from 0. */
  goTo: endpoint(
    () =>
      z.object({
        sheet: ask.text(200),
        row: ask.row(),
        column: z.optional(z.int().check(z.gte(0), z.lte(20_000))),
        known: z.optional(ask.text(5_000)),
      }),
    bringToFront,
  ),
  /** Opens a page over the workbook. */
  openPage: endpoint(
    () => z.object({ page: z.enum(MONTH_PAGES), month: ask.month(), row: z.optional(ask.row()) }),
    ({ page, month, row }) => open(page, { month, row: row ?? null }),
  ),
  /** One return as it stands, and the rows that wait to be looked at. Nothing is written. */
  submission: endpoint(() => z.object({ row: z.nullable(ask.row()), month: z.nullable(ask.month()) }), shownSubmission),
  /** What of settings typed on a page cannot be used. Touches no sheet. */
  checkSettings: endpoint(ask.typedSettings, ({ values }) => ({ faults: faultySettings(values) })),
  /** Writes settings typed on a page, all or none. */
  saveSettings: endpoint(ask.typedSettings, ({ values }) => saveTyped(values)),
} as const;

/** Images that the caller could read, by the link each stands for. */
function imagesOf(pictures: readonly { readonly link: string; readonly base64: string }[]): ImageSource {
  const found = new Map(pictures.map(({ link, base64 }) => [link, base64]));
  return (link) => fromBase64(found.get(link) ?? '');
}
