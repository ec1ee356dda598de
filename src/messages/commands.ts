/** What the office can ask for and what it is called, in each language: on the menu, on pages, in the log. */
import type { Language } from './language.ts';

type Words = Readonly<Record<Language, string>>;

export const MENU_TITLE: Words = { 'zh-CN': '汇总', en: 'Huizong' };

/** In the order of the month's work. */
const COMMANDS = {
  board: { 'zh-CN': '本月看板', en: 'Board of the month' },
  prepare: { 'zh-CN': '准备本月', en: 'Prepare month' },
  remind: { 'zh-CN': '催报', en: 'Remind' },
  review: { 'zh-CN': '审核', en: 'Review' },
  accept: { 'zh-CN': '通过所选行', en: 'Accept selected rows' },
  return: { 'zh-CN': '退回所选行', en: 'Send selected rows back' },
  consolidate: { 'zh-CN': '汇总', en: 'Consolidate' },
  documents: { 'zh-CN': '生成报告', en: 'Make documents' },
  preview: { 'zh-CN': '预览', en: 'Preview' },
  send: { 'zh-CN': '发送', en: 'Send' },
  undo: { 'zh-CN': '撤销上一步', en: 'Undo last command' },
  resend: { 'zh-CN': '重发', en: 'Send again' },
  cancel: { 'zh-CN': '取消发送', en: 'Cancel sending' },
  arrived: { 'zh-CN': '确认已收到', en: 'It arrived' },
  notArrived: { 'zh-CN': '确认未收到', en: 'It did not arrive' },
  everyHour: { 'zh-CN': '自动发送', en: 'Hourly run' },
  importPlan: { 'zh-CN': '导入方案', en: 'Import plan' },
  setUp: { 'zh-CN': '初始化工作簿', en: 'Set up workbook' },
  settings: { 'zh-CN': '设置', en: 'Settings' },
  rights: { 'zh-CN': '更新填报权限', en: 'Update who may fill in' },
  repair: { 'zh-CN': '检查并修复', en: 'Check and repair' },
} as const satisfies Readonly<Record<string, Words>>;

/** What stands together on the menu, one click further away. */
const SUBMENUS = {
  selected: { 'zh-CN': '审核所选行', en: 'Review selected rows' },
  outbox: { 'zh-CN': '发送记录', en: 'Mails sent' },
  upkeep: { 'zh-CN': '设置与维护', en: 'Settings and upkeep' },
} as const satisfies Readonly<Record<string, Words>>;

export type CommandName = keyof typeof COMMANDS;
export type SubmenuName = keyof typeof SUBMENUS;

const inOne = <Name extends string>(words: Readonly<Record<Name, Words>>, language: Language) =>
  Object.fromEntries(Object.entries<Words>(words).map(([name, one]) => [name, one[language]])) as Record<Name, string>;

export const commandsIn = (language: Language): Readonly<Record<CommandName, string>> => inOne(COMMANDS, language);
export const submenusIn = (language: Language): Readonly<Record<SubmenuName, string>> => inOne(SUBMENUS, language);
