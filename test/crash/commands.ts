/**
 * Every function of the script, as the crash matrix calls it. A new one joins by a line here; which test file runs it is the
 * group it stands in.
 */

import { expect } from 'vitest';
import type { SubmissionKey } from '../../src/workbook/sheets/submissions.ts';
import { IN } from '../support/columns.ts';
import {
  enter,
  entriesOf,
  type Host,
  kill,
  paste,
  setSetting,
  startHuizong,
  type as typeIn,
  valuesOf,
} from '../support/host.ts';
import {
  fill,
  PLAN,
  preparedWorkbook,
  reachableWorkbook,
  rowFor,
  SMALL_PLAN,
  SUBMISSIONS,
  setUpWorkbook,
} from '../support/month.ts';

export interface Command {
  /** Name of the script's global function that is stopped. */
  readonly name: string;
  /** What is asked for, in the test's name. */
  readonly about: string;
  /** The workbook it begins with; the host's clock stands at `now` when it runs. */
  readonly start: () => Host;
  readonly now: string;
  /** Runs it as a person would. */
  readonly act: (host: Host) => void;
  /** What it does under the lock is another command of the list: only its other calls are stopped. */
  readonly outsideLock?: true;
  /** Sends mail: one that may or may not have left is shown to a person, who settles it before the command goes on. */
  readonly mails?: true;
}

export const NOON = '2023-05-23T12:00';
const MAY = { month: '2023-05' };

export const call =
  (name: string, argument?: unknown): Command['act'] =>
  (host) =>
    void host.call(name, argument);

/** Clicks in the menu, with what the person answers. */
const click =
  (name: string, ...answers: Parameters<Host['ui']['answer']>): Command['act'] =>
  (host) => {
    host.ui.answers.length = 0;
    host.ui.answer(...answers);
    host.call(name);
  };

const MAY_TYPED = { button: 'OK', text: '2023-05' };

/** People take blank rows away; the sheets are then as long as the tests need them, and quick to copy. */
function shortened(host: Host): Host {
  for (const sheet of host.services.SpreadsheetApp.getActiveSpreadsheet().getSheets()) {
    if (sheet.getMaxRows() > 40) sheet.deleteRows(41, sheet.getMaxRows() - 40);
  }
  return host;
}

export const withReturn = (): Host => {
  const host = shortened(preparedWorkbook());
  fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了三栋楼', time: '2023-05-18 09:00' });
  return host;
};

/** A consolidated month with a note of the office below the report, and a return that came in since. */
export const consolidated = (): Host => {
  const host = withReturn();
  host.call('consolidate', MAY);
  const height = valuesOf(host, '汇总-2023-05').length;
  typeIn(host, '汇总-2023-05', `A${height + 1}`, [['局长批示']]);
  fill(host, rowFor(host, '后勤处', '开展消防检查'), {
    text: Array.from({ length: 40 }, (_, line) => `第${line}处`).join('\n'),
  });
  return host;
};

const mailed = (): Host => {
  const host = consolidated();
  host.call('send', MAY);
  fill(host, rowFor(host, '人事处', '组织安全培训'), { text: '培训两场' });
  return host;
};

const reachable = (): Host => shortened(reachableWorkbook());

/** A run died after a mail had left and before that was written down. */
const unsure = (): Host => {
  const host = consolidated();
  const session = host.session({
    faults: ({ method, phase }) => (method === 'sendEmail' && phase === 'after' ? kill() : undefined),
  });
  expect(() => session.call('send', MAY)).toThrow();
  return host;
};

const saysItArrived = (host: Host): void => {
  const [dispatch] = entriesOf(host, IN.dispatches);
  host.call('settleDispatch', { key: dispatch?.key, action: 'arrived' });
};

/** The office's own columns stand between ours: blocks we write side by side are split. */
const moved = (start: () => Host): (() => Host) => {
  return () => {
    const host = start();
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
    if (!sheet) throw new Error('not set up');
    sheet.insertColumnBefore(IN.submissions.place('state') + 1);
    sheet.insertColumnBefore(IN.submissions.place('department') + 1);
    return host;
  };
};

/** Guards, dropdowns, a heading and a sheet were taken away. */
const damaged = (): Host => {
  const host = consolidated();
  const { SpreadsheetApp } = host.services;
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const gone = book.getSheetByName('完成率');
  if (gone) book.deleteSheet(gone);
  for (const sheet of book.getSheets()) {
    for (const kind of [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE]) {
      for (const protection of sheet.getProtections(kind)) protection.remove();
    }
    sheet.getDataRange().clearDataValidations();
  }
  enter(host, IN.submissions, 1, { count: '' });
  return host;
};

/** Departments have accounts; rights were given before one of them changed hands and one row was accepted. */
const shared = (): Host => {
  const host = withReturn();
  const file = host.services.SpreadsheetApp.getActiveSpreadsheet();
  for (const account of ['a', 'b', 'c', 'd']) file.addEditor(`${account}@example.cn`);
  const accounts = (...names: string[]) =>
    paste(
      host,
      IN.departments,
      2,
      names.map((name) => ({ mail: `${name}@example.cn` })),
    );
  accounts('a', 'b', 'c');
  host.call('rights');
  accounts('d', 'b', 'c');
  fill(host, rowFor(host, '保卫科', '开展消防检查'), { review: '通过' });
  setSetting(host, '办公室账号', 'a@example.cn');
  return host;
};

/** The installable trigger was never installed: only the simple one runs. */
const unwatched = (): Host => {
  const host = withReturn();
  const { PropertiesService, ScriptApp } = host.services;
  for (const trigger of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(trigger);
  PropertiesService.getDocumentProperties().deleteAllProperties();
  return host;
};

/** Prepared just now. */
const justPrepared = (): Host => {
  const host = setUpShort();
  host.setNow(NOON);
  host.call('prepare', MAY);
  return host;
};

/** Rows sent back just now, in a workbook whose departments have accounts. */
const justReturned = (): Host => {
  const host = shared();
  host.call('review', { rows: [2], decision: 'return', reason: '请补数量' });
  return host;
};

const REPORT = { kind: '月度报告' };

const drafted = (): Host => {
  const host = consolidated();
  host.call('draftReport', MAY);
  fill(host, rowFor(host, '人事处', '组织安全培训'), { text: '培训两场' });
  return host;
};

/** An office brings in a template of its own. */
const bringsInTemplate = (host: Host): void => {
  const { base64 } = host.call('templateFile', REPORT) as { base64: string };
  host.call('importTemplate', { ...REPORT, file: '月报.docx', base64 });
};

const withTemplate = (): Host => {
  const host = withReturn();
  bringsInTemplate(host);
  return host;
};

/** A clerk types into rows of 月度报送, from one on. */
const types =
  (row: number, ...rows: readonly Partial<Record<SubmissionKey, unknown>>[]): Command['act'] =>
  (host) =>
    paste(host, IN.submissions, row, rows);

const blank = (): Host => startHuizong();
export const setUpShort = (): Host => shortened(setUpWorkbook(SMALL_PLAN));
const setUpWithoutPlan = (): Host => {
  const host = startHuizong();
  host.call('setUp', { year: 2023 });
  return shortened(host);
};

const SETTINGS = {
  values: [
    { key: 'deadlineDay', value: '25' },
    { key: 'unitName', value: '示例局' },
  ],
};

/** One test file each, so that they share the processors. */
export const COMMANDS = {
  'set-up-blank': [
    {
      name: 'setUp',
      about: 'without a plan',
      start: blank,
      now: '2023-03-01T09:00',
      act: call('setUp', { year: 2023 }),
    },
  ],
  'set-up-plan': [
    {
      name: 'setUp',
      about: 'from a plan',
      start: blank,
      now: '2023-03-01T09:00',
      act: call('setUp', { year: 2023, text: SMALL_PLAN }),
    },
    {
      name: 'setUp',
      about: 'from a plan, the sheets standing',
      start: setUpWithoutPlan,
      now: '2023-03-01T09:00',
      act: call('setUp', { year: 2023, text: SMALL_PLAN }),
    },
  ],
  repair: [{ name: 'repair', about: 'a damaged workbook', start: damaged, now: NOON, act: call('repair') }],
  month: [
    { name: 'prepare', about: 'a month', start: setUpShort, now: NOON, act: call('prepare', MAY) },
    {
      name: 'prepare',
      about: 'columns of one’s own between',
      start: moved(setUpShort),
      now: NOON,
      act: call('prepare', MAY),
    },
    { name: 'consolidate', about: 'the first time', start: withReturn, now: NOON, act: call('consolidate', MAY) },
    { name: 'consolidate', about: 'again', start: consolidated, now: NOON, act: call('consolidate', MAY) },
    { name: 'rights', about: 'accounts changed', start: shared, now: NOON, act: call('rights') },
    {
      name: 'review',
      about: 'a row accepted',
      start: shared,
      now: NOON,
      act: call('review', { rows: [2, 3], decision: 'accept' }),
    },
    { name: 'undo', about: 'prepared rows', start: justPrepared, now: NOON, act: call('undo') },
    { name: 'undo', about: 'rows sent back', start: justReturned, now: NOON, act: call('undo') },
    { name: 'board', about: 'a month', start: consolidated, now: NOON, act: call('board', MAY) },
    {
      name: 'submission',
      about: 'the first that waits',
      start: withReturn,
      now: NOON,
      act: call('submission', { row: null, ...MAY }),
    },
    {
      name: 'goTo',
      about: 'a row',
      start: withReturn,
      now: NOON,
      act: call('goTo', { sheet: SUBMISSIONS, row: 2, known: '2023-05/2/人事处' }),
    },
    {
      name: 'openPage',
      about: 'the settings',
      start: withReturn,
      now: NOON,
      act: call('openPage', { page: 'settings', ...MAY }),
    },
    { name: 'checkSettings', about: 'two', start: withReturn, now: NOON, act: call('checkSettings', SETTINGS) },
    { name: 'saveSettings', about: 'two', start: withReturn, now: NOON, act: call('saveSettings', SETTINGS) },
    { name: 'parsePlan', about: 'a text', start: blank, now: NOON, act: call('parsePlan', { text: PLAN }) },
  ],
  documents: [
    { name: 'draftReport', about: 'the first time', start: consolidated, now: NOON, act: call('draftReport', MAY) },
    { name: 'draftReport', about: 'again', start: drafted, now: NOON, act: call('draftReport', MAY) },
    { name: 'documents', about: 'a month', start: drafted, now: NOON, act: call('documents', MAY) },
    { name: 'evidence', about: 'a month', start: consolidated, now: NOON, act: call('evidence', MAY) },
    { name: 'templateFile', about: 'of the report', start: withReturn, now: NOON, act: call('templateFile', REPORT) },
    { name: 'importTemplate', about: 'of the report', start: withReturn, now: NOON, act: bringsInTemplate },
    {
      name: 'resetTemplate',
      about: 'of the report',
      start: withTemplate,
      now: NOON,
      act: call('resetTemplate', REPORT),
    },
    {
      name: 'menuDocuments',
      about: 'May',
      start: consolidated,
      now: NOON,
      act: click('menuDocuments', MAY_TYPED, 'OK'),
    },
  ],
  mail: [
    { name: 'report', about: 'a month', start: consolidated, now: NOON, act: call('report', MAY) },
    { name: 'send', about: 'a month', start: consolidated, now: NOON, act: call('send', MAY), mails: true },
    {
      name: 'send',
      about: 'a correction',
      start: mailed,
      now: NOON,
      act: call('send', { ...MAY, correction: true }),
      mails: true,
    },
    { name: 'reminders', about: 'a month', start: reachable, now: NOON, act: call('reminders', MAY) },
    { name: 'remind', about: 'who owes something', start: reachable, now: NOON, act: call('remind', MAY), mails: true },
    {
      name: 'everyHour',
      about: 'days after the deadline',
      start: reachable,
      now: '2023-05-28T09:00',
      act: call('everyHour'),
      mails: true,
    },
    {
      name: 'everyHour',
      about: 'a month closes',
      start: () => {
        const host = shared();
        setSetting(host, '逾期锁定', '5');
        setSetting(host, '自动催报', '否');
        host.call('rights');
        return host;
      },
      now: '2023-05-26T01:10',
      act: call('everyHour'),
    },
    { name: 'settleDispatch', about: 'it arrived', start: unsure, now: NOON, act: saysItArrived, mails: true },
    { name: 'pack', about: 'a month', start: mailed, now: NOON, act: call('pack', MAY) },
  ],
  opening: [
    { name: 'onOpen', about: 'the file', start: withReturn, now: NOON, act: (host) => host.fire.onOpen() },
    { name: 'language', about: 'the workbook’s', start: withReturn, now: NOON, act: call('language') },
    { name: 'onInstall', about: 'the add-on', start: withReturn, now: NOON, act: call('onInstall', {}) },
    {
      name: 'onEdit',
      about: 'before the trigger stands',
      start: unwatched,
      now: NOON,
      act: types(3, { text: '查了两栋楼' }),
    },
    {
      name: 'whenEdited',
      about: 'a return',
      start: withReturn,
      now: NOON,
      act: types(3, { text: '查了两栋楼', count: '１２次' }),
    },
    {
      name: 'whenEdited',
      about: 'rows pasted',
      start: withReturn,
      now: NOON,
      act: types(2, { text: '一', count: '1,200' }, { text: '本月无' }, { text: '三', count: '３人' }),
    },
    {
      name: 'whenEdited',
      about: 'a setting',
      start: withReturn,
      now: NOON,
      act: (host) => setSetting(host, '每月截止日', '25'),
    },
  ],
  menu: [
    { name: 'menuPrepare', about: 'May', start: setUpShort, now: NOON, act: click('menuPrepare', MAY_TYPED, 'OK') },
    {
      name: 'menuConsolidate',
      about: 'May',
      start: withReturn,
      now: NOON,
      act: click('menuConsolidate', MAY_TYPED, 'OK'),
    },
    { name: 'menuPreview', about: 'May', start: consolidated, now: NOON, act: click('menuPreview', MAY_TYPED) },
    { name: 'menuImportPlan', about: 'the page', start: blank, now: NOON, act: click('menuImportPlan') },
    { name: 'menuSetUp', about: 'the page', start: blank, now: NOON, act: click('menuSetUp') },
    { name: 'menuBoard', about: 'the sidebar', start: withReturn, now: NOON, act: click('menuBoard') },
    { name: 'menuSettings', about: 'the page', start: withReturn, now: NOON, act: click('menuSettings') },
    { name: 'menuReview', about: 'the page', start: withReturn, now: NOON, act: click('menuReview') },
    {
      name: 'menuSetUp',
      about: 'sheets gone',
      start: damaged,
      now: NOON,
      act: click('menuSetUp', { button: 'OK', text: '2023' }, 'OK'),
      outsideLock: true,
    },
    {
      name: 'menuRepair',
      about: 'a damaged workbook',
      start: damaged,
      now: NOON,
      act: click('menuRepair', 'OK'),
      outsideLock: true,
    },
    { name: 'menuRights', about: 'accounts changed', start: shared, now: NOON, act: click('menuRights', 'OK') },
    { name: 'menuRemind', about: 'the page', start: reachable, now: NOON, act: click('menuRemind', MAY_TYPED) },
    { name: 'menuUndo', about: 'prepared rows', start: justPrepared, now: NOON, act: click('menuUndo', 'YES', 'OK') },
    ...(['menuResend', 'menuCancel', 'menuArrived', 'menuNotArrived'] as const).map(
      (name): Command => ({
        name,
        about: 'nothing selected',
        start: withReturn,
        now: NOON,
        act: click(name, 'OK'),
      }),
    ),
    {
      name: 'menuAccept',
      about: 'nothing selected',
      start: withReturn,
      now: NOON,
      act: click('menuAccept', 'OK'),
    },
    {
      name: 'menuReturn',
      about: 'nothing selected',
      start: withReturn,
      now: NOON,
      act: click('menuReturn', 'OK'),
    },
    {
      name: 'menuSend',
      about: 'May',
      start: consolidated,
      now: NOON,
      act: click('menuSend', MAY_TYPED, 'YES', 'OK'),
      mails: true,
    },
  ],
} as const satisfies Record<string, readonly Command[]>;
