/** The settings: what an office decides about its reporting, one row each. */
import * as z from 'zod/mini';
import type { HolidayRule } from '../domain/calendar.ts';
import { cellOf } from '../domain/cell.ts';
import type { SettingFault } from '../domain/faults.ts';
import { isMailAddress } from '../domain/mail-address.ts';
import { foldName } from '../domain/name.ts';
import type { LeadsReport, ReportingRules } from '../domain/obligations.ts';
import { Refusal } from '../domain/refusal.ts';
import type { ReminderRules } from '../domain/reminder/days.ts';
import type { CloseAfter } from '../domain/rights/closing.ts';
import type { Language } from '../messages/catalogues.ts';
import type { Cell, CellRows, NewRows } from '../spreadsheet/cell.ts';
import { columnLetter } from '../spreadsheet/cell.ts';
import { locate } from './locate.ts';
import { parseRecipients, type Recipient } from './recipients.ts';
import { settingsSheet } from './sheets/settings.ts';

export interface Settings {
  readonly year: number;
  readonly unitName: string;
  readonly rules: ReportingRules;
  readonly recipients: readonly Recipient[];
  /** Whom to ask, as mails and the guide say it. */
  readonly contact: string;
  /** Opening sentences of the report upward. */
  readonly introduction: string;
  /** What comes next, a paragraph a line; `''` where the report words it from the month's numbers. */
  readonly nextSteps: string;
  /** What the work is called in the titles of documents. */
  readonly workName: string;
  /** Who gets a copy of the report, as it stands at the foot of its last page. */
  readonly copyTo: string;
  readonly language: Language;
  /** Accounts that may write everything, beside the file's owner. */
  readonly officeAccounts: readonly string[];
  readonly closeAfter: CloseAfter;
  readonly reminders: ReminderRules;
  /** How a report upward is numbered, with `{年}` and `{号}`; `''`: it bears no number. */
  readonly documentNumber: string;
}

export type SettingKey =
  | 'year'
  | 'unitName'
  | 'deadlineDay'
  | 'inclusive'
  | 'holidays'
  | 'months'
  | 'leadsReport'
  | 'recipients'
  | 'contact'
  | 'introduction'
  | 'nextSteps'
  | 'workName'
  | 'copyTo'
  | 'officeAccounts'
  | 'closeAfter'
  | 'automatic'
  | 'remindBefore'
  | 'remindOnDay'
  | 'remindAfter'
  | 'headAfter'
  | 'leaderAfter'
  | 'workingDays'
  | 'documentNumber'
  | 'language';

export interface SettingDeclaration {
  readonly key: SettingKey;
  readonly label: string;
  readonly aliases: readonly string[];
  /** What stands in a new workbook; `''` where the office must fill it in. */
  readonly initial: string;
  readonly choices?: readonly string[];
  /** Words of the office's own, taken as they are typed. */
  readonly words?: boolean;
  readonly explain: string;
}

const HOLIDAY_RULES: Readonly<Record<string, HolidayRule>> = { 不顺延: 'none', 顺延: 'next', 提前: 'previous' };
const LEADS_REPORT: Readonly<Record<string, LeadsReport>> = {
  各牵头部门: 'all',
  第一牵头部门: 'first',
  不需报送: 'none',
};
const LANGUAGES: Readonly<Record<string, Language>> = { 中文: 'zh-CN', English: 'en' };
const DAYS_COUNTED: Readonly<Record<string, boolean>> = { 日历日: false, 工作日: true };
const YES_NO: Readonly<Record<string, boolean>> = { 是: true, 否: false };

export const SETTINGS: readonly SettingDeclaration[] = [
  { key: 'year', label: '年度', aliases: ['年份'], initial: '', explain: '四位数年份，例如 2023。' },
  {
    key: 'unitName',
    label: '单位名称',
    aliases: ['本单位'],
    initial: '',
    words: true,
    explain: '出现在报告标题和邮件落款里，不超过 60 个字。',
  },
  {
    key: 'deadlineDay',
    label: '每月截止日',
    aliases: ['截止日'],
    initial: '20',
    explain: '1 到 31；当月没有这一天时按月末最后一天。',
  },
  {
    key: 'inclusive',
    label: '截止日当天算按时',
    aliases: ['20日当天是否算按时', '当天是否算按时'],
    initial: '是',
    choices: Object.keys(YES_NO),
    explain: '“是”：当天 24 点前都算按时；“否”：必须在前一天报齐。',
  },
  {
    key: 'holidays',
    label: '遇节假日',
    aliases: ['节假日规则'],
    initial: '不顺延',
    choices: Object.keys(HOLIDAY_RULES),
    explain: '截止日遇法定节假日或周末：不顺延；顺延到下一个工作日；提前到上一个工作日。调休上班日算工作日。',
  },
  {
    key: 'months',
    label: '报送月份',
    aliases: ['月份'],
    initial: '1-12',
    explain: '哪些月份需要报送，例如 3-12，或 3、6、9、12。',
  },
  {
    key: 'leadsReport',
    label: '仅牵头任务由谁报送',
    aliases: ['只有牵头部门的任务由谁报送'],
    initial: '各牵头部门',
    choices: Object.keys(LEADS_REPORT),
    explain: '任务只写了牵头部门、没有责任部门时，由谁报送。',
  },
  {
    key: 'recipients',
    label: '上报收件人',
    aliases: ['收件人', '上级收件人'],
    initial: '',
    explain: '写成“名称 <邮箱>”，多个用分号隔开。只有写在这里的收件人会收到上报邮件。',
  },
  {
    key: 'contact',
    label: '办公室联系人',
    aliases: ['联系人'],
    initial: '',
    words: true,
    explain: '姓名和电话，写在邮件里供对方联系，不超过 200 个字。',
  },
  {
    key: 'introduction',
    label: '报告引言',
    aliases: ['引言'],
    initial: '',
    words: true,
    explain: '报告开头的一段话，可留空，不超过 2000 个字。',
  },
  {
    key: 'nextSteps',
    label: '下步打算',
    aliases: ['下一步打算'],
    initial: '',
    words: true,
    explain: '报告的第三部分，一行一段；留空就按当月情况写，不超过 2000 个字。每个月都可以在“报告草稿”里再改。',
  },
  {
    key: 'workName',
    label: '工作名称',
    aliases: [],
    initial: '',
    words: true,
    explain: '用在公文标题里，例如“文明城市创建工作”：关于2023年5月文明城市创建工作情况的报告。不超过 60 个字。',
  },
  {
    key: 'copyTo',
    label: '抄送单位',
    aliases: ['抄送'],
    initial: '',
    words: true,
    explain: '印在报告末页的版记里，可留空，不超过 200 个字。',
  },
  {
    key: 'officeAccounts',
    label: '办公室账号',
    aliases: ['管理账号'],
    initial: '',
    explain: '除表格所有者外，还能改动全部内容的邮箱账号，多个用分号隔开。改后执行“更新填报权限”。',
  },
  {
    key: 'closeAfter',
    label: '逾期锁定',
    aliases: ['截止后锁定'],
    initial: '不锁定',
    explain: '过了截止日几天后，部门不能再填：不锁定；0 表示截止日一过就锁；3 表示再宽限三天。“迟报申请”里同意的除外。',
  },
  {
    key: 'automatic',
    label: '自动催报',
    aliases: ['自动提醒'],
    initial: '是',
    choices: Object.keys(YES_NO),
    explain: '“是”：系统每天上午按下面的天数给欠报的部门发催报邮件；“否”：只在执行“催报”时发。',
  },
  {
    key: 'remindBefore',
    label: '截止前几天催报',
    aliases: ['提前几天催报'],
    initial: '5、2',
    explain: '例如 5、2：截止前 5 天和 2 天各提醒一次；写“不催”则不提醒。',
  },
  {
    key: 'remindOnDay',
    label: '截止当天催报',
    aliases: ['当天催报'],
    initial: '是',
    choices: Object.keys(YES_NO),
    explain: '截止当天上午再提醒一次。',
  },
  {
    key: 'remindAfter',
    label: '逾期几天催报',
    aliases: ['逾期催报'],
    initial: '1、3',
    explain: '例如 1、3：逾期 1 天和 3 天各催一次；写“不催”则不催。',
  },
  {
    key: 'headAfter',
    label: '逾期几天告知部门负责人',
    aliases: [],
    initial: '5',
    explain: '发到“部门”表的负责人邮箱；写“不告知”则不发。',
  },
  {
    key: 'leaderAfter',
    label: '逾期几天告知分管领导',
    aliases: [],
    initial: '7',
    explain: '发到“部门”表的领导邮箱，一位领导一封；写“不告知”则不发。',
  },
  {
    key: 'workingDays',
    label: '催报天数按',
    aliases: ['催报天数算法'],
    initial: '日历日',
    choices: Object.keys(DAYS_COUNTED),
    explain: '日历日；或工作日（法定节假日和周末不算，调休上班日算）。',
  },
  {
    key: 'documentNumber',
    label: '发文字号',
    aliases: ['文号'],
    initial: '',
    explain: '发送时自动编文号，写进报告和“档案”，例如 示交〔{年}〕{号}号；留空则报告不带文号。',
  },
  {
    key: 'language',
    label: '语言',
    aliases: ['Language'],
    initial: '中文',
    choices: Object.keys(LANGUAGES),
    explain: '菜单和提示的语言：中文或 English。',
  },
];

/** The rows of a new settings sheet. */
export function settingRows(values: Partial<Record<SettingKey, string>>): NewRows {
  return SETTINGS.map(({ key, label, initial, explain }) => [label, values[key] ?? initial, explain]);
}

/** A value in words: `3-12`, `3、6、9、12`. */
function parseMonths(text: string): number[] | null {
  const months = new Set<number>();
  for (const part of text
    .normalize('NFKC')
    .replace(/[月份\s]/g, '')
    .split(/[、,，;；]/)) {
    const match = /^(\d{1,2})(?:[-~至到—–]+(\d{1,2}))?$/.exec(part);
    if (!match) return null;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (from < 1 || to > 12 || from > to) return null;
    for (let month = from; month <= to; month += 1) months.add(month);
  }
  return [...months].sort((a, b) => a - b);
}

/** `5、2`: numbers of days; `不催` is none. */
function parseDays(text: string): number[] | null {
  const typed = text.normalize('NFKC').replace(/[天日\s]/g, '');
  if (/^(?:不催|无|)$/.test(typed)) return [];
  const parts = typed.split(/[、,;]/);
  return parts.every((part) => /^\d{1,2}$/.test(part) && Number(part) > 0) ? parts.map(Number) : null;
}

/** What each value must be. Built when settings are read: nothing is built when the script is loaded. */
function schemas() {
  const text = z.string().check(z.trim());
  const whole = (least: number, most: number) =>
    z.pipe(text.check(z.regex(/^\d+$/)), z.pipe(z.transform(Number), z.number().check(z.gte(least), z.lte(most))));
  const oneOf = <Value>(choices: Readonly<Record<string, Value>>) =>
    z.pipe(
      text.check(z.refine((typed: string) => Object.keys(choices).includes(typed))),
      z.transform((typed: string) => choices[typed] as Value),
    );
  const days = () => z.pipe(z.pipe(text, z.transform(parseDays)), z.array(z.number()));
  const daysOrNever = () =>
    z.pipe(
      text.check(z.regex(/^(?:不告知|\d{1,3}\s*天?)$/)),
      z.transform((typed: string) => (typed === '不告知' ? null : Number.parseInt(typed, 10))),
    );
  return {
    year: whole(1900, 9999),
    // A subject takes 250 characters, and a mail's body is not made of its first sentence.
    unitName: text.check(z.maxLength(60)),
    deadlineDay: whole(1, 31),
    inclusive: oneOf(YES_NO),
    holidays: oneOf(HOLIDAY_RULES),
    months: z.pipe(z.pipe(text, z.transform(parseMonths)), z.array(z.number())),
    leadsReport: oneOf(LEADS_REPORT),
    recipients: z.pipe(z.string(), z.transform(parseRecipients)),
    contact: text.check(z.maxLength(200)),
    introduction: text.check(z.maxLength(2_000)),
    nextSteps: text.check(z.maxLength(2_000)),
    workName: text.check(z.maxLength(60)),
    copyTo: text.check(z.maxLength(200)),
    officeAccounts: z.pipe(
      z.pipe(
        z.string(),
        z.transform((typed: string) => typed.split(/[、,，;；\s]+/).filter((part) => part !== '')),
      ),
      z.array(z.string().check(z.refine(isMailAddress))),
    ),
    closeAfter: z.pipe(
      text.check(z.regex(/^(?:不锁定|\d{1,3}\s*天?)$/)),
      z.transform((typed: string): CloseAfter => (typed === '不锁定' ? null : Number.parseInt(typed, 10))),
    ),
    automatic: oneOf(YES_NO),
    remindBefore: days(),
    remindOnDay: oneOf(YES_NO),
    remindAfter: days(),
    headAfter: daysOrNever(),
    leaderAfter: daysOrNever(),
    workingDays: oneOf(DAYS_COUNTED),
    documentNumber: text,
    language: oneOf(LANGUAGES),
  } satisfies Record<SettingKey, unknown>;
}

type Schemas = ReturnType<typeof schemas>;

/**
 * Reads the settings sheet. A setting that is missing takes its initial value; one that cannot be read is never
 * guessed: all such are refused together, each with its cell.
 *
 * @throws Refusal settingsInvalid
 */
export function readSettings(rows: CellRows): Settings {
  const { values, valueColumn } = standingSettings(rows);
  const shapes = schemas();
  const faults: SettingFault[] = [];
  const value = <Key extends SettingKey>(key: Key): z.output<Schemas[Key]> => {
    const declaration = SETTINGS.find((setting) => setting.key === key);
    const entry = values.get(key);
    const typed = entry?.typed || declaration?.initial || '';
    const parsed = shapes[key].safeParse(typed);
    if (parsed.success) return parsed.data as z.output<Schemas[Key]>;
    const cell = entry ? `${columnLetter(valueColumn)}${entry.row}` : null;
    const about = { cell, label: declaration?.label ?? '', explain: declaration?.explain ?? '' };
    const found = beginning(typed);
    faults.push(found === '' ? { code: 'unset', ...about } : { code: 'unusable', ...about, found });
    return undefined as z.output<Schemas[Key]>;
  };
  const settings: Settings = {
    year: value('year'),
    unitName: value('unitName'),
    rules: {
      deadline: { day: value('deadlineDay'), inclusive: value('inclusive'), holidays: value('holidays') },
      months: value('months'),
      leadsReport: value('leadsReport'),
    },
    recipients: value('recipients'),
    contact: value('contact'),
    introduction: value('introduction'),
    nextSteps: value('nextSteps'),
    workName: value('workName'),
    copyTo: value('copyTo'),
    language: value('language'),
    officeAccounts: value('officeAccounts'),
    closeAfter: value('closeAfter'),
    reminders: {
      automatic: value('automatic'),
      before: value('remindBefore'),
      onDay: value('remindOnDay'),
      after: value('remindAfter'),
      workingDays: value('workingDays'),
      headAfter: value('headAfter'),
      leaderAfter: value('leaderAfter'),
    },
    documentNumber: value('documentNumber'),
  };
  if (faults.length > 0) throw new Refusal({ code: 'settingsInvalid', faults });
  return settings;
}

/** A setting's value as it is understood, as it stands, and the number of its row. */
interface StandingSetting {
  readonly typed: string;
  readonly shown: string;
  readonly row: number;
}

/** What stands under 值 for each setting the sheet has. */
export interface StandingSettings {
  readonly values: ReadonlyMap<SettingKey, StandingSetting>;
  readonly labelColumn: number;
  readonly valueColumn: number;
}

export function standingSettings(rows: CellRows): StandingSettings {
  const { at, headingRow } = locate(settingsSheet, rows);
  const labelColumn = Math.max(at.label, 0);
  const valueColumn = at.value >= 0 ? at.value : labelColumn + 1;
  const values = new Map<SettingKey, StandingSetting>();
  rows.forEach((row, index) => {
    if (index <= headingRow) return;
    const label = foldName(String(cellOf(row, labelColumn)));
    const setting = SETTINGS.find((known) => [known.label, ...known.aliases].some((name) => foldName(name) === label));
    if (!setting || values.has(setting.key)) return;
    const cell = cellOf(row, valueColumn);
    const typed = asTyped(setting, cell);
    values.set(setting.key, { typed, shown: typeof cell === 'string' ? cell.trim() : typed, row: index + 1 });
  });
  return { values, labelColumn, valueColumn };
}

const asTyped = ({ words }: SettingDeclaration, cell: Cell): string => (words ? String(cell).trim() : tidy(cell));

/** The settings among those typed whose values cannot be used. A blank one takes its initial value, where it has one. */
export function unusableSettings(typed: ReadonlyMap<string, string>): SettingKey[] {
  const shapes = schemas();
  return SETTINGS.flatMap((setting) => {
    const value = typed.get(setting.key);
    if (value === undefined) return [];
    return shapes[setting.key].safeParse(asTyped(setting, value) || setting.initial).success ? [] : [setting.key];
  });
}

/** As much of a cell as a sentence bears. */
const beginning = (typed: string): string =>
  typed.length > 60 ? `${Array.from(typed).slice(0, 60).join('')}…` : typed;

/** The language alone, where nothing else matters yet: a workbook with other faults still speaks the right one. */
export function readLanguage(rows: CellRows): Language {
  for (const row of rows) {
    if (foldName(String(row[0] ?? '')) === foldName('语言')) return languageNamed(tidy(row[1] ?? ''));
  }
  return 'zh-CN';
}

/** Looked up among its own: a cell may say `constructor`. */
const languageNamed = (typed: string): Language =>
  Object.entries(LANGUAGES).find(([name]) => name === typed)?.[1] ?? 'zh-CN';

/** People type 20日 and 2023年, and a sheet may hand a number or a yes as what it is. */
function tidy(cell: Cell): string {
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  const typed = String(cell).trim();
  return typed.normalize('NFKC').replace(/^(\d+)\s*[年日号]$/, '$1');
}
