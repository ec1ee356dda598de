/**
 * Every function the script has for others, called as a page calls it, with what should never be sent: it is refused in words or
 * carried out, and what it answers is plain data. The list is the bundle's own: a new function joins by its name.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DIST, type Host, startHuizong, titlesOf } from '../support/host.ts';
import { preparedWorkbook, SMALL_PLAN } from '../support/month.ts';
import { CORPUS, DEEP_JSON, NO_REQUESTS } from './corpus.ts';

const EXPORTS = [
  ...readFileSync(`${DIST}/huizong.js`, 'utf8').matchAll(/^function (\w+)\(\) \{\n\treturn Huizong_\./gm),
].map(([, name = '']) => name);

/** What each function does where it is given anything: how it may end. */
const DOORS: Readonly<Record<string, 'request' | 'event' | 'click' | 'plain'>> = {
  onOpen: 'event',
  onInstall: 'event',
  onEdit: 'event',
  whenEdited: 'event',
  menuBoard: 'click',
  menuSettings: 'click',
  menuReview: 'click',
  menuPrepare: 'click',
  menuConsolidate: 'click',
  menuPreview: 'click',
  menuSend: 'click',
  menuImportPlan: 'click',
  menuSetUp: 'click',
  menuRights: 'click',
  menuRepair: 'click',
  menuUndo: 'click',
  menuDocuments: 'click',
  menuAccept: 'click',
  menuReturn: 'click',
  menuRemind: 'click',
  menuResend: 'click',
  menuCancel: 'click',
  menuArrived: 'click',
  menuNotArrived: 'click',
  everyHour: 'plain',
  language: 'plain',
  parsePlan: 'request',
  setUp: 'request',
  prepare: 'request',
  consolidate: 'request',
  report: 'request',
  send: 'request',
  review: 'request',
  draftReport: 'request',
  documents: 'request',
  evidence: 'request',
  templateFile: 'request',
  importTemplate: 'request',
  resetTemplate: 'request',
  reminders: 'request',
  remind: 'request',
  settleDispatch: 'request',
  pack: 'request',
  board: 'request',
  goTo: 'request',
  openPage: 'request',
  submission: 'request',
  checkSettings: 'request',
  saveSettings: 'request',
  rights: 'plain',
  repair: 'plain',
  undo: 'plain',
};
/** Clicks that ask nothing. */
const QUIET: readonly string[] = [
  'menuBoard',
  'menuSettings',
  'menuReview',
  'menuImportPlan',
  'menuRights',
  'menuRepair',
  'menuUndo',
  'menuAccept',
  'menuReturn',
  'menuResend',
  'menuCancel',
  'menuArrived',
  'menuNotArrived',
];

const namesOf = (kind: string): string[] => EXPORTS.filter((name) => DOORS[name] === kind);

/** The error a call ends in; `null` where it answers. */
function errorOf(host: Host, name: string, ...args: unknown[]): Error | null {
  try {
    const answer = host.callAsClient(name, ...args);
    expect(JSON.parse(JSON.stringify(answer ?? null))).toEqual(answer ?? null);
    return null;
  } catch (error) {
    return error as Error;
  }
}

const EVENTS: readonly (readonly [string, unknown])[] = [
  ...NO_REQUESTS,
  ['a range that is none', { range: {} }],
  ['a range of text', { range: 'A1', value: '=1+1' }],
  ['a range of functions’ names', { range: { getGridId: 'x', getRow: 1 }, authMode: 'x' }],
];

describe('the doors of the script', () => {
  it('are all in this list: whoever adds a function says here what it must bear', () => {
    expect(Object.keys(DOORS).sort()).toEqual([...EXPORTS].sort());
  });

  it.each(namesOf('request'))('%s refuses in words whatever is no request, and changes nothing', (name) => {
    const host = name === 'setUp' ? startHuizong() : preparedWorkbook();
    const before = titlesOf(host);
    for (const [title, request] of NO_REQUESTS) {
      const error = errorOf(host, name, request);
      expect(error?.name, title).toBe('Refusal');
      expect(error?.message, title).toMatch(/^请求的内容不完整或不正确：.+没有改动任何内容。$/);
      expect(error?.message.length, title).toBeLessThan(400);
      expect(titlesOf(host), title).toEqual(before);
    }
  });

  it.each([
    'prepare',
    'consolidate',
    'report',
    'draftReport',
    'documents',
    'evidence',
    'reminders',
    'remind',
    'pack',
    'send',
    'board',
  ])('%s says that no text of the corpus is a month', (name) => {
    const host = preparedWorkbook();
    for (const { name: title, text } of CORPUS) {
      if (text === '2023-05' || text === '5%' || text.startsWith('2023年5月')) continue;
      const error = errorOf(host, name, { month: text });
      expect(error?.name, title).toBe('Refusal');
      expect(error?.message, title).toMatch(/看不懂月份|不能超过 40 个字符|不在其中|没有需要报送/);
    }
  });

  it('parsePlan reads every text of the corpus, alone and inside a plan, and answers with it or a finding', () => {
    const host = startHuizong();
    for (const { name, text } of CORPUS) {
      expect(errorOf(host, 'parsePlan', { text }), name).toBe(null);
      expect(errorOf(host, 'parsePlan', { text: `一、${text}\n责任单位：${text}、保卫科（${text}）` }), name).toBe(
        null,
      );
    }
  });

  it('setUp keeps every text of the corpus in a plan as text', () => {
    const fitting = CORPUS.filter((one) => one.text.length < 30_000);
    const text = fitting.map(({ text: one }, at) => `${at + 1}、任务${at + 1}：${one}\n责任单位：保卫科`).join('\n');
    const host = startHuizong();
    const answer = host.callAsClient('setUp', { year: 2023, text }) as { reply: { tasks: number } };
    expect(answer.reply.tasks).toBeGreaterThan(50);
    for (const sheet of host.services.SpreadsheetApp.getActiveSpreadsheet().getSheets()) {
      const formulas = sheet.getDataRange().getFormulas().flat();
      expect(formulas.filter((formula) => formula !== '')).toEqual([]);
      for (const cell of sheet.getDataRange().getValues().flat()) expect(typeof cell).toBe('string');
    }
  });

  it('setUp makes no sheet of a plan with a passage that fits no cell, and says which', () => {
    const host = startHuizong();
    const before = titlesOf(host);
    const error = errorOf(host, 'setUp', { year: 2023, text: `一、任务：${'文'.repeat(50_001)}\n责任单位：保卫科` });
    expect(error?.message).toMatch(/以“任务：文+”开头的一段超过 30000 个字符/);
    expect(titlesOf(host)).toEqual(before);
  });

  it.each(namesOf('plain'))('%s takes no notice of what it is given', (name) => {
    const host = preparedWorkbook();
    for (const [title, request] of NO_REQUESTS.slice(0, 6)) expect(errorOf(host, name, request), title).toBe(null);
  });

  it.each(namesOf('event'))('%s called by name with anything for an event does nothing and does not fail', (name) => {
    const host = preparedWorkbook();
    for (const [title, event] of EVENTS) {
      const error = errorOf(host, name, event);
      // A menu is made where there is a screen: a page that calls has one.
      if (error) expect(error.message, title).toContain('getUi');
    }
  });

  it.each(namesOf('click'))('%s, a question answered with any text of the corpus, ends with a sentence', (name) => {
    const host = preparedWorkbook(SMALL_PLAN);
    const short = CORPUS.filter((one) => one.text.length < 100);
    for (const { name: title, text } of QUIET.includes(name) ? short.slice(0, 2) : short) {
      host.ui.answer({ button: 'OK', text }, 'NO', 'NO');
      const { alerts, dialogs, sidebars } = host.ui;
      const told = alerts.length + dialogs.length + sidebars.length;
      expect(errorOf(host, name), title).toBe(null);
      expect(alerts.length + dialogs.length + sidebars.length, title).toBeGreaterThan(told);
      host.ui.answers.length = 0;
    }
  });

  it('a request of a hundred thousand brackets is refused in words', () => {
    const host = preparedWorkbook();
    for (const name of namesOf('request')) {
      const error = errorOf(host, name, { month: JSON.parse(DEEP_JSON) as unknown });
      expect(error, name).not.toBe(null);
      expect(error, name).not.toBeInstanceOf(RangeError);
    }
  });
});
