/** 撤销上一步: on the same day, as long as what would be put back was not edited since. */

import { describe, expect, it } from 'vitest';
import { IN } from '../../support/columns.ts';
import {
  enter,
  entryAt,
  type Host,
  OFFICE,
  paste,
  startHuizong,
  titlesOf,
  type as typeIn,
  valuesOf,
} from '../../support/host.ts';
import {
  fill,
  preparedWorkbook,
  reachableWorkbook,
  rowFor,
  SMALL_PLAN,
  SUBMISSIONS,
  setUpWorkbook,
} from '../../support/month.ts';
import { snapshot } from '../../support/snapshot.ts';

interface Undone {
  readonly told: { readonly title: string; readonly lines: readonly string[] };
  readonly reply: { readonly undone: string | null; readonly rows: number };
}
const undo = (host: Host) => host.call('undo') as Undone;

/** All but what tells of the commands themselves. */
const work = (host: Host) => snapshot(host, ['操作日志', '撤销记录']);

/** Set up from the small plan; it is noon on the first of May. */
function onTheFirst(): Host {
  const host = setUpWorkbook(SMALL_PLAN);
  host.setNow('2023-05-01T12:00');
  return host;
}

describe('准备本月 undone', () => {
  it('takes the rows out again, and the sheet is as it was', () => {
    const host = onTheFirst();
    const before = work(host);
    host.call('prepare', { month: '2023-05' });
    expect(undo(host)).toEqual({
      told: {
        title: `已撤销“准备本月”（2023-05，12:00，${OFFICE}）`,
        lines: ['【月度报送】共 4 行已恢复成执行前的内容。'],
      },
      reply: { undone: '准备本月', rows: 4 },
    });
    expect(work(host)).toEqual(before);
  });

  it('leaves the months prepared before', () => {
    const host = onTheFirst();
    host.call('prepare', { month: '2023-05' });
    const before = work(host);
    host.call('prepare', { month: '2023-06' });
    undo(host);
    expect(work(host)).toEqual(before);
  });

  it('is refused once a department has written into a row, and says into which cells', () => {
    const host = onTheFirst();
    host.call('prepare', { month: '2023-05' });
    fill(host, 3, { text: '查了三栋楼' });
    const before = work(host);
    expect(() => undo(host)).toThrow(
      `不能撤销：上一步之后，有人改过其中 2 个单元格，撤销会丢掉改动：【月度报送】${IN.submissions.cell('text', 3)}、${IN.submissions.cell('time', 3)}。没有改动任何内容。`,
    );
    expect(work(host)).toEqual(before);
  });

  it('is refused once somebody has sorted the rows', () => {
    const host = onTheFirst();
    host.call('prepare', { month: '2023-05' });
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
    sheet?.getRange(IN.submissions.rows(2, 5)).sort({ column: IN.submissions.place('task') + 1, ascending: false });
    expect(() => undo(host)).toThrow(/有人改过其中 \d+ 个单元格/);
  });

  it('can be prepared again, and undone again', () => {
    const host = onTheFirst();
    const before = work(host);
    for (let round = 0; round < 2; round += 1) {
      host.call('prepare', { month: '2023-05' });
      expect(valuesOf(host, SUBMISSIONS)).toHaveLength(5);
      undo(host);
      expect(work(host)).toEqual(before);
    }
  });

  it('nothing was added: the step before stays the last one', () => {
    const host = onTheFirst();
    host.call('prepare', { month: '2023-05' });
    host.call('prepare', { month: '2023-05' });
    expect(undo(host).reply.rows).toBe(4);
  });
});

describe('a review undone', () => {
  it('puts the decision and the reason back', () => {
    const host = preparedWorkbook();
    fill(host, 2, { text: '查了' });
    paste(host, IN.submissions, 2, [{ review: '退回', reason: '请写明隐患数' }]);
    const before = valuesOf(host, SUBMISSIONS);
    host.call('review', { rows: [2], decision: 'accept' });
    expect(entryAt(host, IN.submissions, 2)).toMatchObject({ review: '通过', reason: '' });
    expect(undo(host).reply).toEqual({ undone: '通过所选行', rows: 1 });
    expect(valuesOf(host, SUBMISSIONS)).toEqual(before);
  });

  it('and gives the row back to its department', () => {
    const host = preparedWorkbook(undefined, undefined, { language: 'en' });
    const clerk = 'baowei@example.cn';
    host.services.SpreadsheetApp.getActiveSpreadsheet().addEditor(clerk);
    typeIn(host, '部门', IN.departments.range('mail', 2, 'mail', 4), [
      [clerk],
      ['houqin@example.cn'],
      ['renshi@example.cn'],
    ]);
    host.call('rights');
    const types = (text: string) =>
      host
        .session({ user: clerk, language: 'en' })
        .fire.edit({ sheet: SUBMISSIONS, a1: IN.submissions.cell('text', 2), values: [[text]], user: clerk });
    types('查了');
    host.call('review', { rows: [2], decision: 'accept' });
    expect(() => types('改写')).toThrow(/protected cell/);
    undo(host);
    expect(() => types('改写')).not.toThrow();
  });

  it('touches nothing a department has handed in again', () => {
    const host = preparedWorkbook();
    fill(host, 2, { text: '查了' });
    host.call('review', { rows: [2], decision: 'return', reason: '请写明隐患数' });
    fill(host, 2, { text: '查了三栋楼，隐患 2 处' });
    // Handing in again has emptied the review, as undoing does; the text is none of what the review wrote.
    expect(undo(host).reply.rows).toBe(1);
    expect(entryAt(host, IN.submissions, 2)).toMatchObject({ text: '查了三栋楼，隐患 2 处', review: '', reason: '' });
  });

  it('is refused where the office has decided otherwise by hand since', () => {
    const host = preparedWorkbook();
    fill(host, 2, { text: '查了' });
    host.call('review', { rows: [2], decision: 'return', reason: '请写明隐患数' });
    fill(host, 2, { review: '免报' });
    expect(() => undo(host)).toThrow(`【月度报送】${IN.submissions.cell('review', 2)}`);
  });
});

describe('导入方案 undone', () => {
  const OTHER = '方案\n一、检查车辆。\n责任单位：车队';

  it('leaves the workbook as a set-up without a plan does, and another plan can be imported', () => {
    const host = startHuizong({ now: '2023-03-01T09:00' });
    host.call('setUp', { year: 2023, text: SMALL_PLAN });
    expect(undo(host).reply.undone).toBe('导入方案');
    const blank = startHuizong({ now: '2023-03-01T09:00' });
    blank.call('setUp', { year: 2023 });
    expect(titlesOf(host)).toEqual(titlesOf(blank));
    for (const title of ['设置', '部门', '责任矩阵']) expect(valuesOf(host, title)).toEqual(valuesOf(blank, title));
    host.call('setUp', { year: 2023, text: OTHER });
    expect(valuesOf(host, '部门').map(([name]) => name)).toEqual(['部门', '车队']);
    expect(valuesOf(host, '责任矩阵').map((row) => [row[IN.matrix.place('title')], row[IN.matrix.width]])).toEqual([
      ['任务', '车队'],
      ['检查车辆', '责任'],
    ]);
  });

  it('into a workbook that was set up without one, too', () => {
    const host = startHuizong({ now: '2023-03-01T09:00' });
    host.call('setUp', { year: 2023 });
    const before = ['设置', '部门', '责任矩阵'].map((title) => valuesOf(host, title));
    host.call('setUp', { year: 2023, text: SMALL_PLAN });
    undo(host);
    expect(['设置', '部门', '责任矩阵'].map((title) => valuesOf(host, title))).toEqual(before);
  });

  it('is refused once the office has typed a mail address; settings of its own do not stand in the way', () => {
    const host = startHuizong({ now: '2023-03-01T09:00' });
    host.call('setUp', { year: 2023, text: SMALL_PLAN });
    enter(host, IN.settings, 3, { value: '示例局' });
    enter(host, IN.departments, 2, { mail: 'baowei@example.cn' });
    expect(() => undo(host)).toThrow(
      `有人改过其中 1 个单元格，撤销会丢掉改动：【部门】${IN.departments.cell('mail', 2)}`,
    );
    enter(host, IN.departments, 2, { mail: '' });
    undo(host);
    expect(entryAt(host, IN.settings, 3).value).toBe('示例局');
  });

  it('setting up without a plan leaves nothing to undo', () => {
    const host = startHuizong();
    host.call('setUp', { year: 2023 });
    expect(undo(host).reply.undone).toBe(null);
  });
});

describe('the draft of the report undone', () => {
  it('is the draft it was', () => {
    const host = preparedWorkbook();
    fill(host, 2, { text: '查了三栋楼' });
    host.call('draftReport', { month: '2023-05' });
    const before = valuesOf(host, '报告草稿');
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '换了灭火器' });
    fill(host, 2, { text: '查了四栋楼' });
    host.call('draftReport', { month: '2023-05' });
    expect(valuesOf(host, '报告草稿')).not.toEqual(before);
    undo(host);
    expect(valuesOf(host, '报告草稿')).toEqual(before);
  });

  it('is refused once the office has reworded a new paragraph', () => {
    const host = preparedWorkbook();
    fill(host, 2, { text: '查了三栋楼' });
    host.call('draftReport', { month: '2023-05' });
    enter(host, IN.draft, 2, { edited: '本月工作如下。' });
    expect(() => undo(host)).toThrow('【报告草稿】E2');
  });
});

describe('nothing is undone, and it is said why', () => {
  it('twice', () => {
    const host = onTheFirst();
    host.call('prepare', { month: '2023-05' });
    undo(host);
    const before = snapshot(host);
    expect(undo(host)).toMatchObject({
      told: { title: '没有可以撤销的操作', lines: [expect.stringContaining('已经撤销过'), expect.anything()] },
      reply: { undone: null },
    });
    expect(snapshot(host)).toEqual(before);
  });

  it('on another day', () => {
    const host = onTheFirst();
    host.call('prepare', { month: '2023-05' });
    host.setNow('2023-05-02T00:01');
    expect(undo(host).told.lines[0]).toBe('上一步是 2023-05-01 做的，只有当天可以撤销。');
    expect(valuesOf(host, SUBMISSIONS)).toHaveLength(5);
  });

  it('after a report has gone: mail cannot be taken back', () => {
    const host = preparedWorkbook();
    fill(host, 2, { text: '查了' });
    host.call('review', { rows: [2], decision: 'accept' });
    host.call('consolidate', { month: '2023-05' });
    host.call('send', { month: '2023-05' });
    expect(undo(host).told.lines[0]).toBe('上报邮件已于 2023-05-23 12:00 发出，不能撤回，之前的操作也不再撤销。');
    expect(entryAt(host, IN.submissions, 2).review).toBe('通过');
    host.setNow('2023-05-24T09:00');
    expect(undo(host).told.lines[0]).toContain('只有当天可以撤销');
  });

  it('but what is done after it can be', () => {
    const host = preparedWorkbook();
    fill(host, 2, { text: '查了' });
    host.call('consolidate', { month: '2023-05' });
    host.call('send', { month: '2023-05' });
    host.setNow('2023-05-23T13:00');
    host.call('review', { rows: [2], decision: 'accept' });
    expect(undo(host).reply.undone).toBe('通过所选行');
  });

  it('after a report has gone, also where no step is kept', () => {
    const host = reachableWorkbook();
    const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
    const sheet = book.getSheetByName('撤销记录');
    if (sheet) book.deleteSheet(sheet);
    host.call('send', { month: '2023-05' });
    expect(undo(host).told.lines.join()).toContain('邮件');
  });

  it('where a sheet it would put something back into is gone', () => {
    const host = onTheFirst();
    const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
    const remove = (title: string) => {
      const sheet = book.getSheetByName(title);
      if (sheet) book.deleteSheet(sheet);
    };
    host.call('prepare', { month: '2023-05' });
    host.call('draftReport', { month: '2023-05' });
    remove('报告草稿');
    expect(() => undo(host)).toThrow('找不到工作表“报告草稿”');
    host.setNow('2023-05-01T12:05');
    host.call('prepare', { month: '2023-06' });
    remove('设置');
    expect(() => undo(host)).toThrow('找不到工作表“设置”');
  });

  it('where the record was tampered with or the sheet is gone', () => {
    const host = onTheFirst();
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('撤销记录');
    host.call('prepare', { month: '2023-05' });
    sheet?.getRange('A2').setValue('{"command":"prepare"}');
    expect(undo(host).reply.undone).toBe(null);
    if (sheet) host.services.SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheet);
    expect(undo(host).reply.undone).toBe(null);
    expect(() => host.call('prepare', { month: '2023-06' })).not.toThrow();
  });
});

describe('by a click', () => {
  const click = (host: Host, answer: 'YES' | 'NO') => {
    host.fire.onOpen();
    host.ui.answer(answer);
    host.ui.click('汇总 ▸ 撤销上一步');
    return host.ui.alerts.map(({ message }) => message);
  };

  it('says first which command, when, whose, and what it would put back', () => {
    const host = onTheFirst();
    host.call('prepare', { month: '2023-05' });
    expect(click(host, 'NO')).toEqual([
      `撤销“准备本月”（2023-05，12:00，${OFFICE}），把【月度报送】共 4 行恢复成执行前的内容。确定吗？`,
    ]);
    expect(valuesOf(host, SUBMISSIONS)).toHaveLength(5);
    expect(click(host, 'YES').pop()).toBe('【月度报送】共 4 行已恢复成执行前的内容。');
    expect(valuesOf(host, SUBMISSIONS)).toHaveLength(1);
  });

  it('undoes no other command that somebody ran while the question was open', () => {
    const host = onTheFirst();
    host.call('prepare', { month: '2023-05' });
    host.fire.onOpen();
    host.ui.answer(() => {
      host.setNow('2023-05-01T12:01');
      host.session({}).call('prepare', { month: '2023-06' });
      return 'YES';
    });
    host.ui.click('汇总 ▸ 撤销上一步');
    expect(host.ui.alerts.pop()?.message).toContain('刚才有人又执行了别的操作');
    expect(valuesOf(host, SUBMISSIONS)).toHaveLength(9);
  });
});

it('what was done and undone stands in 操作日志', () => {
  const host = onTheFirst();
  host.call('prepare', { month: '2023-05' });
  undo(host);
  expect(valuesOf(host, '操作日志').slice(-2)).toMatchObject([
    ['2023-05-01 12:00:00', OFFICE, '准备本月', expect.anything()],
    ['2023-05-01 12:00:00', OFFICE, '撤销上一步', expect.stringContaining('共 4 行')],
  ]);
});

it('a run that broke off and was gone on with is one step: both parts are put back', () => {
  const host = preparedWorkbook();
  fill(host, 2, { text: '查了三栋楼' });
  host.call('draftReport', { month: '2023-05' });
  const before = valuesOf(host, '报告草稿');
  fill(host, 2, { text: '查了四栋楼' });
  fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '换了灭火器' });
  let writes = 0;
  const session = host.session({
    faults: ({ method, phase }) => {
      if (method !== 'setValues' || phase !== 'before') return;
      writes += 1;
      // The step itself and one block are written; from the next on, nothing.
      if (writes > 2) throw new Error('Service Spreadsheets timed out');
    },
  });
  expect(() => session.call('draftReport', { month: '2023-05' })).toThrow('timed out');
  expect(valuesOf(host, '报告草稿')).not.toEqual(before);
  host.call('draftReport', { month: '2023-05' });
  undo(host);
  expect(valuesOf(host, '报告草稿')).toEqual(before);
});
