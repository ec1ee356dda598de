import { describe, expect, it } from 'vitest';
import type { BoardReply } from '../../../src/commands/month/board.ts';
import { IN } from '../../support/columns.ts';
import type { Host } from '../../support/host.ts';
import { enter, entryAt, paste, setSetting, startHuizong, titlesOf } from '../../support/host.ts';
import {
  consolidate,
  fill,
  preparedWorkbook,
  reachableWorkbook,
  rowFor,
  SMALL_PLAN,
  SUBMISSIONS,
  setUpWorkbook,
} from '../../support/month.ts';
import { sampleWorkbook } from '../../support/sample.ts';

const board = (host: Host, month: string | null = null): BoardReply =>
  host.callAsClient('board', { month }) as BoardReply;

/** A duty by its department and task. */
function dutyOf({ duties, departments, tasks }: BoardReply, department: string, task: string) {
  return duties.find((duty) => departments[duty.department] === department && tasks[duty.task]?.title === task);
}

describe('本月看板', () => {
  it('counts as the consolidation does, without writing anything', () => {
    const host = sampleWorkbook();
    const before = titlesOf(host);
    const shown = board(host, '2023-05');
    expect(titlesOf(host)).toEqual(before);
    const { reply } = consolidate(host);
    expect(shown.tally).toMatchObject({ due: reply.due, handedIn: reply.handedIn, onTime: reply.onTime });
    expect(shown.duties.map(({ status, daysLate }) => [status, daysLate])).toEqual(
      reply.obligations.map(({ status, daysLate }) => [status, daysLate]),
    );
    expect(shown.findings.map(({ message }) => message)).toEqual(reply.findings.map(({ message }) => message));
  });

  it('knows the row of every duty, also of one that is blank', () => {
    const host = preparedWorkbook();
    const row = rowFor(host, '人事处', '组织安全培训');
    expect(dutyOf(board(host), '人事处', '组织安全培训')).toMatchObject({ status: 'missing', daysLate: 3, row });
    fill(host, row, { text: '培训两场', time: '2023-05-19 10:00' });
    expect(dutyOf(board(host), '人事处', '组织安全培训')).toMatchObject({ status: 'submitted', daysLate: 0, row });
  });

  it('has no row for a duty nobody prepared', () => {
    const shown = board(setUpWorkbook(SMALL_PLAN), '2023-04');
    expect(shown.duties.map(({ row }) => row)).toEqual([null, null, null, null]);
    expect(shown.done.prepared).toBe(false);
  });

  it('opens on the running month, in the first days of one on the month before, within the months reported on', () => {
    const host = preparedWorkbook();
    expect(board(host).period).toBe('2023-05');
    host.setNow('2023-06-03T09:00');
    expect(board(host).period).toBe('2023-05');
    host.setNow('2025-01-20T09:00');
    expect(board(host).period).toBe('2023-12');
    host.setNow('2022-11-20T09:00');
    expect(board(host).period).toBe('2023-01');
  });

  it('says which cell a finding is about', () => {
    const host = preparedWorkbook();
    const row = rowFor(host, '保卫科', '开展消防检查');
    fill(host, row, { text: '查了三栋楼', count: '约三十', time: '2023-05-18 09:00' });
    const about = board(host).findings.find(({ message }) => message.includes('约三十'));
    expect(about?.place).toEqual({
      sheet: SUBMISSIONS,
      row,
      column: IN.submissions.place('count'),
      known: '2023-05/1/保卫科',
    });
  });

  it('words the first hundred findings, and says how many there are', () => {
    const host = preparedWorkbook();
    const lines = Array.from({ length: 130 }, (_, line) => ({
      period: '2023-05',
      department: `第${line}科`,
      task: '开展消防检查',
    }));
    paste(host, IN.submissions, 6, lines);
    const shown = board(host);
    expect([shown.findings.length, shown.findingCount]).toEqual([100, 130]);
  });

  it('counts the rows that wait to be looked at as the review goes through them', () => {
    const host = preparedWorkbook();
    const row = rowFor(host, '保卫科', '开展消防检查');
    fill(host, row, { text: '查了三栋楼', time: '2023-05-18 09:00', review: '通过' });
    paste(host, IN.submissions, 6, [
      { period: '2023-05', department: '保卫科', task: '开展消防检查', text: '又查了一栋' },
      { period: '2023-05', department: '保卫科', task: '开展消防检查', text: '再查了一栋' },
      { period: '2023-04', department: '保卫科', task: '开展消防检查', text: '四月的' },
    ]);
    expect(board(host, '2023-05').done.unreviewed).toBe(2);
    expect(host.callAsClient('submission', { row: null, month: '2023-05' })).toMatchObject({ waiting: [6, 7] });
  });

  it('tells what of the month has been done', () => {
    const host = reachableWorkbook();
    expect(board(host).done).toEqual({
      prepared: true,
      reminded: null,
      unreviewed: 0,
      consolidated: true,
      drafted: false,
      sent: 0,
      frozen: false,
    });
    host.call('remind', { month: '2023-05' });
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了三栋楼', time: '2023-05-18 09:00' });
    host.call('draftReport', { month: '2023-05' });
    host.call('send', { month: '2023-05' });
    expect(board(host).done).toEqual({
      prepared: true,
      reminded: '2023-05-23',
      unreviewed: 1,
      consolidated: true,
      drafted: true,
      sent: 2,
      frozen: true,
    });
  });

  it('offers the months reported on, and the one asked for', () => {
    const host = preparedWorkbook();
    setSetting(host, '报送月份', '3-5');
    expect(board(host, '2023-04').months).toEqual(['2023-03', '2023-04', '2023-05']);
    expect(board(host, '2023-02').months).toEqual(['2023-02', '2023-03', '2023-04', '2023-05']);
  });

  it('says of a finding on another sheet where it stands there', () => {
    const host = preparedWorkbook();
    enter(host, IN.departments, 3, { aliases: '保卫科' });
    const { findings } = board(host);
    expect(findings.find(({ message }) => message.includes('“保卫科”出现了两次'))?.place).toEqual({
      sheet: '部门',
      row: 2,
      column: 0,
    });
  });

  it('of a month in which nothing is due says so by having no duties', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    paste(host, IN.matrix, 2, [
      { fromMonth: '3', toMonth: '6' },
      { fromMonth: '3', toMonth: '6' },
    ]);
    expect(board(host, '2023-09').duties).toEqual([]);
  });

  it('is refused in words before the workbook is set up', () => {
    expect(() => board(startHuizong())).toThrow('还没有初始化');
  });

  it('opens as a sidebar that asks for everything by itself', () => {
    const host = preparedWorkbook();
    host.call('menuBoard');
    expect(host.ui.sidebars.map(({ title }) => title)).toEqual(['本月看板']);
    expect(host.ui.sidebars[0]?.html).not.toContain('"__DATA__"');
  });
});

describe('a click on the board', () => {
  it('brings the cell to the front', () => {
    const host = preparedWorkbook();
    host.callAsClient('goTo', { sheet: SUBMISSIONS, row: 4, column: IN.submissions.place('count') });
    const sheet = host.services.SpreadsheetApp.getActiveSheet();
    expect([sheet.getName(), sheet.getActiveRange()?.getA1Notation()]).toEqual([
      SUBMISSIONS,
      IN.submissions.cell('count', 4),
    ]);
  });

  it('on a row that has been deleted since goes to the last one there is', () => {
    const host = preparedWorkbook();
    const { SpreadsheetApp } = host.services;
    const last = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS)?.getMaxRows();
    host.callAsClient('goTo', { sheet: SUBMISSIONS, row: 100_000 });
    expect(SpreadsheetApp.getActiveSheet().getActiveRange()?.getRow()).toBe(last);
  });

  describe('after the rows have moved', () => {
    const sheetOf = (host: Host) => {
      const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
      if (!sheet) throw new Error('no submissions');
      return sheet;
    };
    const training = (host: Host) => dutyOf(board(host), '人事处', '组织安全培训');
    const click = (host: Host, duty: ReturnType<typeof dutyOf>) =>
      host.callAsClient('goTo', { sheet: SUBMISSIONS, row: duty?.row, known: duty?.known });
    /** Department and task of the row in front. */
    const inFront = (host: Host) => {
      const row = host.services.SpreadsheetApp.getActiveSheet().getActiveRange()?.getRow() ?? 0;
      const { department, task } = entryAt(host, IN.submissions, row);
      return [department, task];
    };

    it('goes to the row meant: rows were put in above, and others sorted', () => {
      const host = preparedWorkbook();
      const duty = training(host);
      sheetOf(host).insertRowsBefore(2, 3);
      click(host, duty);
      expect(inFront(host)).toEqual(['人事处', '组织安全培训']);
      sheetOf(host)
        .getRange(IN.submissions.rows(2, 8))
        .sort({ column: IN.submissions.place('department') + 1, ascending: false });
      click(host, duty);
      expect(inFront(host)).toEqual(['人事处', '组织安全培训']);
    });

    it('goes to a row without an id by whose return it is', () => {
      const host = preparedWorkbook();
      const row = rowFor(host, '人事处', '组织安全培训');
      sheetOf(host).getRange(IN.submissions.cell('id', row)).setValue('');
      const duty = training(host);
      sheetOf(host).insertRowsBefore(2, 1);
      click(host, duty);
      expect(inFront(host)).toEqual(['人事处', '组织安全培训']);
    });

    it('goes from a finding to its cell, wherever that is now', () => {
      const host = preparedWorkbook();
      const row = rowFor(host, '保卫科', '开展消防检查');
      fill(host, row, { text: '查了三栋楼', count: '约三十', time: '2023-05-18 09:00' });
      const place = board(host).findings.find(({ message }) => message.includes('约三十'))?.place;
      sheetOf(host).insertRowsBefore(2, 1);
      host.callAsClient('goTo', place);
      expect(host.services.SpreadsheetApp.getActiveSheet().getActiveRange()?.getA1Notation()).toBe(
        IN.submissions.cell('count', row + 1),
      );
    });

    it('says so of a row that is gone, and goes nowhere', () => {
      const host = preparedWorkbook();
      const duty = training(host);
      host.callAsClient('goTo', { sheet: SUBMISSIONS, row: 2 });
      sheetOf(host).deleteRow(duty?.row ?? 0);
      expect(() => click(host, duty)).toThrow(`【${SUBMISSIONS}】第 ${duty?.row} 行在您看的时候被改动或移动过`);
      expect(host.services.SpreadsheetApp.getActiveSheet().getActiveRange()?.getRow()).toBe(2);
    });
  });

  it('on a row of 月度报送 that was renamed since is refused by the name it had', () => {
    const host = preparedWorkbook();
    const [duty] = board(host).duties;
    host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS)?.setName('五月');
    const { row, known } = duty ?? {};
    expect(() => host.callAsClient('goTo', { sheet: SUBMISSIONS, row, known })).toThrow('找不到工作表“月度报送”');
  });

  it('on a sheet that was renamed is refused by its name', () => {
    expect(() => preparedWorkbook().callAsClient('goTo', { sheet: '月报', row: 2 })).toThrow('找不到工作表“月报”');
  });

  it.each([
    ['remind', '催报'],
    ['documents', '生成报告'],
    ['preview', '预览'],
    ['review', '审核'],
    ['settings', '设置'],
  ])('on a step that needs a page opens it over the sheets: %s', (page, title) => {
    const host = reachableWorkbook();
    expect(host.callAsClient('openPage', { page, month: '2023-05' })).toEqual({ page });
    expect(host.ui.dialogs.map((dialog) => dialog.title)).toEqual([title]);
  });
});
