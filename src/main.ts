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
import { everyHourly } from './commands/hourly.ts';
import {
  clickConsolidate,
  clickImportPlan,
  clickPrepare,
  clickPreview,
  clickRemind,
  clickRepair,
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
import { type RightsReply, refreshRights } from './commands/rights.ts';
import { type SetUpReply, setUpBlank, setUpFromPlan } from './commands/set-up.ts';
import { type SettleReply, settleDispatches } from './commands/settle.ts';
import { whenTyped, whenTypedSimply } from './commands/typed.ts';
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
const planText = () => z.string().check(z.maxLength(2_000_000));

/** What a plan's text says: `{text, year?}`. Touches no sheet. */
export function parsePlan(input: unknown): PlanReply {
  const shape = z.object({ text: planText(), year: z.optional(z.number()), language: language() });
  return boundary(() => {
    const { text, year, language: words } = request(shape, input);
    return readPlan(text, year, words as Language);
  });
}

/** Sets up the workbook, from a plan where one is given: `{year, text?, yearlyReturns?}`. */
export function setUp(input: unknown): Outcome<SetUpReply> {
  const shape = z.object({
    year: z.number().check(z.gte(1900), z.lte(9999)),
    text: z.optional(planText()),
    yearlyReturns: z._default(z.boolean(), false),
    language: language(),
  });
  return boundary(() => {
    const { year, text, yearlyReturns, language: words } = request(shape, input);
    if (text === undefined) return setUpBlank(year, words as Language);
    return setUpFromPlan(text, { year, yearlyReturns }, words as Language);
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

/** The mail as it would leave: `{month}`. Nothing is written, nothing leaves. */
export function report(input: unknown): ReportReply {
  return boundary(() => previewReport(request(month(), input).month));
}

/**
 * Sends the month's summary: `{month, correction?}`. Who had this very content before gets nothing; who had another, a
 * numbered supplement, where `correction` confirms it.
 */
export function send(input: unknown): Outcome<SendReply> {
  const shape = z.extend(month(), { correction: z._default(z.boolean(), false) });
  return boundary(() => {
    const { month: wanted, correction } = request(shape, input);
    return sendReport(wanted, { correction });
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

/** The month's pack as data: `{month}`. Nothing is written, nothing leaves. */
export function pack(input: unknown): PackReply {
  return boundary(() => packMonth(request(month(), input).month));
}

/** Who may write which rows, as accounts, reviews, deadlines and exceptions say now. */
export function rights(): Outcome<RightsReply> {
  return boundary(refreshRights);
}

/** Puts back what the workbook has lost. */
export function repair(): Outcome<RepairReply> {
  return boundary(repairWorkbook);
}
