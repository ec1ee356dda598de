/**
 * Every function Apps Script can see: what the menu runs, what pages and the command line call. Nothing else of the
 * project is global, and nothing happens when this file is loaded.
 *
 * @OnlyCurrentDoc
 */
import * as z from 'zod/mini';
import { boundary, request } from './commands/boundary.ts';
import { consolidateMonth } from './commands/consolidate.ts';
import type { ConsolidateReply } from './commands/consolidate-reply.ts';
import {
  type DocumentsReply,
  type DraftReply,
  documentFiles,
  draftReport as draftMonth,
  evidenceOf,
} from './commands/documents.ts';
import { everyHourly } from './commands/hourly.ts';
import {
  clickConsolidate,
  clickDocuments,
  clickImportPlan,
  clickPrepare,
  clickPreview,
  clickRemind,
  clickRepair,
  clickReview,
  clickRights,
  clickSend,
  clickSettle,
  clickSetUp,
  openMenu,
} from './commands/menu.ts';
import type { Outcome } from './commands/office.ts';
import { type PackReply, packMonth } from './commands/pack.ts';
import { type PlanReply, readPlan } from './commands/plan.ts';
import { type PrepareReply, prepareMonth } from './commands/prepare.ts';
import { previewReminders, type ReminderReply, type RemindReply, remind as remindMonth } from './commands/remind.ts';
import { type RepairReply, repairWorkbook } from './commands/repair.ts';
import { previewReport, type ReportReply, type SendReply, sendReport } from './commands/report.ts';
import { type Decision, type ReviewReply, reviewRows } from './commands/review.ts';
import { type RightsReply, refreshRights } from './commands/rights.ts';
import { type SetUpReply, setUpBlank, setUpFromPlan } from './commands/set-up.ts';
import { type SettleReply, settleDispatches } from './commands/settle.ts';
import {
  importTemplate as bringIn,
  resetTemplate as putAway,
  type TemplateReply,
  templateFile as templateInForce,
} from './commands/templates.ts';
import { whenTyped, whenTypedSimply } from './commands/typed.ts';
import { fromBase64 } from './documents/docx/base64.ts';
import type { EvidenceLink, ImageSource } from './documents/official/evidence.ts';
import { DOCUMENT_KINDS } from './documents/official/tags.ts';
import type { Language } from './messages/catalogues.ts';

// Code from strings may not be made everywhere; zod would try. A flag, nothing is built.
z.config({ jitless: true });

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

/** Installable trigger, every hour: mails that wait go on, reminders whose day has come go out. */
export function everyHour(): void {
  everyHourly();
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

/** 通过所选行 */
export function menuAccept(): void {
  clickReview('accept');
}

/** 退回所选行 */
export function menuReturn(): void {
  clickReview('return');
}

/** 更新填报权限 */
export function menuRights(): void {
  clickRights();
}

/** 检查并修复 */
export function menuRepair(): void {
  clickRepair();
}

// Shapes are built by the call that needs them: every click pays for what is done when the script is loaded.
const language = () => z._default(z.enum(['zh-CN', 'en']), 'zh-CN');
const month = () => z.object({ month: z.string().check(z.maxLength(40)) });
/** A plan of three hundred pages has 200,000 characters. */
const planText = () => z.string().check(z.maxLength(500_000));
const year = () => z.int().check(z.gte(1900), z.lte(9999));

/** What a plan's text says: `{text, year?}`. Touches no sheet. */
export function parsePlan(input: unknown): PlanReply {
  const shape = z.object({ text: planText(), year: z.optional(year()), language: language() });
  return boundary(() => {
    const { text, year: of, language: words } = request(shape, input);
    return readPlan(text, of, words as Language);
  });
}

/** Sets up the workbook, from a plan where one is given: `{year, text?, yearlyReturns?}`. */
export function setUp(input: unknown): Outcome<SetUpReply> {
  const shape = z.object({
    year: year(),
    text: z.optional(planText()),
    yearlyReturns: z._default(z.boolean(), false),
    language: language(),
  });
  return boundary(() => {
    const { text, year: of, yearlyReturns, language: words } = request(shape, input);
    if (text === undefined) return setUpBlank(of, words as Language);
    return setUpFromPlan(text, { year: of, yearlyReturns }, words as Language);
  });
}

/** The month's rows: `{month}`. */
export function prepare(input: unknown): Outcome<PrepareReply> {
  return boundary(() => prepareMonth(request(month(), input).month));
}

/** The month consolidated: `{month}`. */
export function consolidate(input: unknown): Outcome<ConsolidateReply> {
  return boundary(() => consolidateMonth(request(month(), input).month));
}

/**
 * A month, with images whoever calls could read, by the link each stands for: they go into the report's annex. A host without
 * files sends none.
 */
const pictured = () =>
  z.extend(month(), {
    pictures: z._default(z.array(z.object({ link: z.string(), base64: z.string() })), []),
  });

function imagesOf(pictures: readonly { readonly link: string; readonly base64: string }[]): ImageSource {
  const found = new Map(pictures.map(({ link, base64 }) => [link, base64]));
  return (link) => fromBase64(found.get(link) ?? '');
}

/** The mail as it would leave: `{month, pictures?}`. Nothing is written, nothing leaves. */
export function report(input: unknown): ReportReply {
  return boundary(() => {
    const { month: wanted, pictures } = request(pictured(), input);
    return previewReport(wanted, imagesOf(pictures));
  });
}

/** The draft of the month's report brought up to date: `{month}`. What the office has typed stays. */
export function draftReport(input: unknown): Outcome<DraftReply> {
  return boundary(() => draftMonth(request(month(), input).month));
}

/** The month's documents as .docx: `{month, names?, pictures?}`. */
export function documents(input: unknown): DocumentsReply {
  const shape = z.extend(pictured(), { names: z.optional(z.array(z.string())) });
  return boundary(() => {
    const { month: wanted, names, pictures } = request(shape, input);
    return documentFiles(wanted, imagesOf(pictures), names);
  });
}

/** The links of the month's returns: `{month}`. */
export function evidence(input: unknown): readonly EvidenceLink[] {
  return boundary(() => evidenceOf(request(month(), input).month));
}

const kind = () => z.object({ kind: z.enum(DOCUMENT_KINDS) });

/** The Word template a kind of document is made from: `{kind}`. */
export function templateFile(input: unknown): { readonly name: string; readonly base64: string } {
  return boundary(() => templateInForce(request(kind(), input).kind));
}

/** Takes an office's own template: `{kind, file, base64}`. */
export function importTemplate(input: unknown): Outcome<TemplateReply> {
  // Base64 of 2 MB: a template is words and a line or two; a photograph in it would be sent with every document.
  const shape = z.extend(kind(), {
    file: z.string().check(z.maxLength(200)),
    base64: z.string().check(z.maxLength(2_800_000)),
  });
  return boundary(() => {
    const { kind: wanted, file, base64 } = request(shape, input);
    return bringIn(wanted, file, base64);
  });
}

/** Goes back to the template the add-on comes with: `{kind}`. */
export function resetTemplate(input: unknown): Outcome<TemplateReply> {
  return boundary(() => putAway(request(kind(), input).kind));
}

/**
 * Sends the month's report: `{month, correction?, pictures?}`. Who had this very content before gets nothing; who had another, a
 * numbered supplement, where `correction` confirms it.
 */
export function send(input: unknown): Outcome<SendReply> {
  const shape = z.extend(pictured(), { correction: z._default(z.boolean(), false) });
  return boundary(() => {
    const { month: wanted, correction, pictures } = request(shape, input);
    return sendReport(wanted, { correction, imageSource: imagesOf(pictures) });
  });
}

/** The office's word on rows of 月度报送: `{rows, decision: 'accept' | 'return', reason?}`, rows by the sheet's numbers. */
export function review(input: unknown): Outcome<ReviewReply> {
  const shape = z.object({
    rows: z.array(z.int().check(z.positive())).check(z.maxLength(10_000)),
    decision: z.enum(['accept', 'return']),
    reason: z._default(z.string().check(z.maxLength(1000)), ''),
  });
  return boundary(() => {
    const { rows, decision, reason } = request(shape, input);
    return reviewRows(rows, decision as Decision, reason);
  });
}

/** What reminding by hand would send now: `{month}`. Nothing is written, nothing leaves. */
export function reminders(input: unknown): ReminderReply {
  return boundary(() => previewReminders(request(month(), input).month));
}

/** Reminds who owes something in a month, one mail each a day: `{month, departments?}`. */
export function remind(input: unknown): Outcome<RemindReply> {
  const shape = z.extend(month(), {
    departments: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(1000))),
  });
  return boundary(() => {
    const { month: wanted, departments } = request(shape, input);
    return remindMonth(wanted, departments ?? null);
  });
}

/** A person decides of a mail in 发送记录: `{key, action}`, action one of resend, cancel, arrived, notArrived. */
export function settleDispatch(input: unknown): Outcome<SettleReply> {
  const shape = z.object({
    key: z.string().check(z.minLength(1), z.maxLength(1000)),
    action: z.enum(['resend', 'cancel', 'arrived', 'notArrived']),
  });
  return boundary(() => {
    const { key, action } = request(shape, input);
    return settleDispatches([key], action);
  });
}

/** The month's pack as data: `{month, pictures?}`. Nothing is written, nothing leaves. */
export function pack(input: unknown): PackReply {
  return boundary(() => {
    const { month: wanted, pictures } = request(pictured(), input);
    return packMonth(wanted, imagesOf(pictures));
  });
}

/** Who may write which rows, as accounts, reviews, deadlines and exceptions say now. */
export function rights(): Outcome<RightsReply> {
  return boundary(refreshRights);
}

/** Puts back what the workbook has lost. */
export function repair(): Outcome<RepairReply> {
  return boundary(repairWorkbook);
}
