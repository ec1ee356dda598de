/**
 * Every function Apps Script can see: what the menu runs, what pages and the command line call. Nothing else of the
 * project is global, and nothing happens when this file is loaded.
 *
 * @OnlyCurrentDoc
 */

import { everyHourly } from './commands/chase/hourly.ts';
import {
  previewReminders,
  type ReminderReply,
  type RemindReply,
  remind as remindMonth,
} from './commands/chase/remind.ts';
import { type SettleReply, settleDispatches } from './commands/chase/settle.ts';
import {
  clickBoard,
  clickConsolidate,
  clickDocuments,
  clickImportPlan,
  clickPrepare,
  clickPreview,
  clickRemind,
  clickRepair,
  clickReview,
  clickReviewPage,
  clickRights,
  clickSend,
  clickSettings,
  clickSettle,
  clickSetUp,
  clickUndo,
  openMenu,
} from './commands/menu.ts';
import { type BoardReply, monthBoard } from './commands/month/board.ts';
import { consolidateMonth } from './commands/month/consolidate.ts';
import type { ConsolidateReply } from './commands/month/consolidate-reply.ts';
import { bringToFront, type Place } from './commands/month/go-to.ts';
import { type PrepareReply, prepareMonth } from './commands/month/prepare.ts';
import { type Decision, type ReviewReply, reviewRows } from './commands/month/review.ts';
import { type SubmissionReply, shownSubmission } from './commands/month/submission.ts';
import { whenTyped, whenTypedSimply } from './commands/month/typed.ts';
import { type UndoReply, undoLast } from './commands/month/undo.ts';
import { type Opened, open } from './commands/pages.ts';
import {
  type DocumentsReply,
  type DraftReply,
  documentFiles,
  draftReport as draftMonth,
  evidenceOf,
} from './commands/report/documents.ts';
import { type PackReply, packMonth } from './commands/report/pack.ts';
import { previewReport } from './commands/report/preview.ts';
import { type SendReply, sendReport } from './commands/report/send.ts';
import {
  importTemplate as bringIn,
  resetTemplate as putAway,
  type TemplateReply,
  templateFile as templateInForce,
} from './commands/report/templates.ts';

import { REQUESTS } from './commands/requests.ts';
import { type PlanReply, readPlan } from './commands/setup/plan.ts';
import { type RepairReply, repairWorkbook } from './commands/setup/repair.ts';
import { refreshRights } from './commands/setup/rights.ts';
import { type SetUpReply, setUpWorkbook } from './commands/setup/set-up.ts';
import { faultySettings, type SaveReply, saveTyped } from './commands/setup/settings.ts';
import { fromBase64 } from './documents/docx/base64.ts';
import type { EvidenceLink, ImageSource } from './documents/official/evidence.ts';
import type { Language } from './messages/catalogues.ts';
import { boundary, officeLanguage, request } from './office/boundary.ts';
import type { RightsReply } from './office/guards.ts';
import type { Outcome } from './office/office.ts';
import type { ReportReply } from './office/planned-report.ts';

/** Simple trigger: the menu. May run before any right was given, so it asks for none it does not need. */
export function onOpen(event?: { authMode?: unknown }): void {
  openMenu(event?.authMode);
}

/** Simple trigger: as an add-on just installed. */
export function onInstall(event?: { authMode?: unknown }): void {
  onOpen(event);
}

/** Simple trigger: somebody typed. Does what it may where the installable one is not there. */
export function onEdit(event?: unknown): void {
  whenTypedSimply(event);
}

/** Installable trigger: somebody typed; runs with the rights of the account that installed it. */
export function whenEdited(event?: unknown): void {
  whenTyped(event);
}

/** Installable trigger, every hour: what closes by the clock closes, mails that wait go on, reminders that are due go out. */
export function everyHour(): void {
  everyHourly();
}

/** What the workbook speaks, however little of it stands: for a host that shows it to people. */
export function language(): Language {
  return officeLanguage();
}

/** 本月看板 */
export function menuBoard(): void {
  clickBoard();
}

/** 准备本月 */
export function menuPrepare(): void {
  clickPrepare();
}

/** 催报 */
export function menuRemind(): void {
  clickRemind();
}

/** 汇总 */
export function menuConsolidate(): void {
  clickConsolidate();
}

/** 生成报告 */
export function menuDocuments(): void {
  clickDocuments();
}

/** 预览 */
export function menuPreview(): void {
  clickPreview();
}

/** 发送 */
export function menuSend(): void {
  clickSend();
}

/** 重发 */
export function menuResend(): void {
  clickSettle('resend');
}

/** 取消发送 */
export function menuCancel(): void {
  clickSettle('cancel');
}

/** 确认已收到 */
export function menuArrived(): void {
  clickSettle('arrived');
}

/** 确认未收到 */
export function menuNotArrived(): void {
  clickSettle('notArrived');
}

/** 导入方案 */
export function menuImportPlan(): void {
  clickImportPlan();
}

/** 初始化工作簿 */
export function menuSetUp(): void {
  clickSetUp();
}

/** 设置 */
export function menuSettings(): void {
  clickSettings();
}

/** 审核 */
export function menuReview(): void {
  clickReviewPage();
}

/** 通过所选行 */
export function menuAccept(): void {
  clickReview('accept');
}

/** 退回所选行 */
export function menuReturn(): void {
  clickReview('return');
}

/** 撤销上一步 */
export function menuUndo(): void {
  clickUndo();
}

/** 更新填报权限 */
export function menuRights(): void {
  clickRights();
}

/** 检查并修复 */
export function menuRepair(): void {
  clickRepair();
}

/** What a plan's text says: `{text, year?}`. Touches no sheet. */
export function parsePlan(input: unknown): PlanReply {
  return boundary(() => {
    const { text, year, language } = request(REQUESTS.parsePlan(), input);
    return readPlan(text, year, language as Language);
  });
}

/**
 * Sets up the workbook, from a plan where one is given: `{year, text?, yearlyReturns?}`; `tasks`, `departments` and `settings`
 * are what somebody has put right or filled in besides.
 */
export function setUp(input: unknown): Outcome<SetUpReply> {
  return boundary(() => {
    const { language, ...asked } = request(REQUESTS.setUp(), input);
    return setUpWorkbook(asked, language as Language);
  });
}

/** The month's rows: `{month}`. */
export function prepare(input: unknown): Outcome<PrepareReply> {
  return boundary(() => prepareMonth(request(REQUESTS.ofMonth(), input).month));
}

/** The month consolidated: `{month}`. */
export function consolidate(input: unknown): Outcome<ConsolidateReply> {
  return boundary(() => consolidateMonth(request(REQUESTS.ofMonth(), input).month));
}

/** Images that whoever called could read, by the link each stands for. */
function imagesOf(pictures: readonly { readonly link: string; readonly base64: string }[]): ImageSource {
  const found = new Map(pictures.map(({ link, base64 }) => [link, base64]));
  return (link) => fromBase64(found.get(link) ?? '');
}

/** The mail as it would leave: `{month, pictures?}`. Nothing is written, nothing leaves. */
export function report(input: unknown): ReportReply {
  return boundary(() => {
    const { month, pictures } = request(REQUESTS.pictured(), input);
    return previewReport(month, imagesOf(pictures));
  });
}

/** The draft of the month's report brought up to date: `{month}`. What the office has typed stays. */
export function draftReport(input: unknown): Outcome<DraftReply> {
  return boundary(() => draftMonth(request(REQUESTS.ofMonth(), input).month));
}

/** The month's documents as .docx: `{month, names?, pictures?}`. */
export function documents(input: unknown): DocumentsReply {
  return boundary(() => {
    const { month, names, pictures } = request(REQUESTS.documents(), input);
    return documentFiles(month, imagesOf(pictures), names);
  });
}

/** The links of the month's returns: `{month}`. */
export function evidence(input: unknown): readonly EvidenceLink[] {
  return boundary(() => evidenceOf(request(REQUESTS.ofMonth(), input).month));
}

/** The Word template a kind of document is made from: `{kind}`. */
export function templateFile(input: unknown): { readonly name: string; readonly base64: string } {
  return boundary(() => templateInForce(request(REQUESTS.ofKind(), input).kind));
}

/** Takes an office's own template: `{kind, file, base64}`. */
export function importTemplate(input: unknown): Outcome<TemplateReply> {
  return boundary(() => {
    const { kind, file, base64 } = request(REQUESTS.importTemplate(), input);
    return bringIn(kind, file, base64);
  });
}

/** Goes back to the template the add-on comes with: `{kind}`. */
export function resetTemplate(input: unknown): Outcome<TemplateReply> {
  return boundary(() => putAway(request(REQUESTS.ofKind(), input).kind));
}

/**
 * Sends the month's report: `{month, correction?, pictures?}`. Who had this very content before gets nothing; who had another, a
 * numbered supplement, where `correction` confirms it.
 */
export function send(input: unknown): Outcome<SendReply> {
  return boundary(() => {
    const { month, correction, pictures } = request(REQUESTS.send(), input);
    return sendReport(month, { correction, imageSource: imagesOf(pictures) });
  });
}

/**
 * The office's word on rows of 月度报送: `{rows, decision: 'accept' | 'return', reason?, seen?}`, rows by the sheet's numbers;
 * `seen` are the marks under which a page showed them.
 */
export function review(input: unknown): Outcome<ReviewReply> {
  return boundary(() => {
    const { rows, decision, reason, seen } = request(REQUESTS.review(), input);
    return reviewRows(rows, decision as Decision, reason, seen);
  });
}

/** What reminding by hand would send now: `{month, departments?}`. Nothing is written, nothing leaves. */
export function reminders(input: unknown): ReminderReply {
  return boundary(() => {
    const { month, departments } = request(REQUESTS.remind(), input);
    return previewReminders(month, departments ?? null);
  });
}

/** Reminds who owes something in a month, one mail each a day: `{month, departments?}`. */
export function remind(input: unknown): Outcome<RemindReply> {
  return boundary(() => {
    const { month, departments } = request(REQUESTS.remind(), input);
    return remindMonth(month, departments ?? null);
  });
}

/** A person decides of a mail in 发送记录: `{key, action}`, action one of resend, cancel, arrived, notArrived. */
export function settleDispatch(input: unknown): Outcome<SettleReply> {
  return boundary(() => {
    const { key, action } = request(REQUESTS.settleDispatch(), input);
    return settleDispatches([key], action);
  });
}

/** The month's pack as data: `{month, pictures?}`. Nothing is written, nothing leaves. */
export function pack(input: unknown): PackReply {
  return boundary(() => {
    const { month, pictures } = request(REQUESTS.pictured(), input);
    return packMonth(month, imagesOf(pictures));
  });
}

/** Who may write which rows, as accounts, reviews, deadlines and exceptions say now. */
export function rights(): Outcome<RightsReply> {
  return boundary(refreshRights);
}

/** Puts back what the last command replaced; nobody may have edited it since. */
export function undo(): Outcome<UndoReply> {
  return boundary(() => undoLast());
}

/** Puts back what the workbook has lost. */
export function repair(): Outcome<RepairReply> {
  return boundary(repairWorkbook);
}

/** A month at a glance: `{month}`, the running one where it is `null`. Nothing is written. */
export function board(input: unknown): BoardReply {
  return boundary(() => monthBoard(request(REQUESTS.board(), input).month));
}

/** Brings a cell to the front: `{sheet, row, column?, known?}`, the row counted from 1, the column from 0. */
export function goTo(input: unknown): Place {
  return boundary(() => bringToFront(request(REQUESTS.goTo(), input)));
}

/** Opens a page over the workbook: `{page, month, row?}`. */
export function openPage(input: unknown): Opened {
  return boundary(() => {
    const { page, month, row } = request(REQUESTS.openPage(), input);
    return open(page, { month, row: row ?? null });
  });
}

/** One return as it stands, and the rows that wait to be looked at: `{row, month}`, either may be `null`. Nothing is written. */
export function submission(input: unknown): SubmissionReply {
  return boundary(() => shownSubmission(request(REQUESTS.submission(), input)));
}

/** What of settings typed on a page cannot be used: `{values}`. Touches no sheet. */
export function checkSettings(input: unknown): { readonly faults: readonly string[] } {
  return boundary(() => ({ faults: faultySettings(request(REQUESTS.settings(), input).values) }));
}

/** Writes settings typed on a page, all or none: `{values}`. */
export function saveSettings(input: unknown): Outcome<SaveReply> {
  return boundary(() => saveTyped(request(REQUESTS.settings(), input).values));
}
