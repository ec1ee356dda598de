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
  clickConsolidate,
  clickImportPlan,
  clickPrepare,
  clickPreview,
  clickRepair,
  clickRights,
  clickSend,
  clickSetUp,
  openMenu,
} from './commands/menu.ts';
import type { Outcome } from './commands/office.ts';
import { type PlanReply, readPlan } from './commands/plan.ts';
import { type PrepareReply, prepareMonth } from './commands/prepare.ts';
import { type RepairReply, repairWorkbook } from './commands/repair.ts';
import { previewReport, type ReportReply, type SendReply, sendReport } from './commands/report.ts';
import { type RightsReply, refreshRights } from './commands/rights.ts';
import { type SetUpReply, setUpBlank, setUpFromPlan } from './commands/set-up.ts';
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

/** 准备本月 */
export function menuPrepare(): void {
  clickPrepare();
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

/** The mail as it would leave: `{month}`. Nothing is written, nothing leaves. */
export function report(input: unknown): ReportReply {
  return boundary(() => previewReport(request(month(), input).month));
}

/** Sends the month's summary: `{month, correction?}`. Who had this very content before gets nothing. */
export function send(input: unknown): Outcome<SendReply> {
  const shape = z.extend(month(), { correction: z._default(z.boolean(), false) });
  return boundary(() => {
    const { month: wanted, correction } = request(shape, input);
    return sendReport(wanted, { correction });
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
