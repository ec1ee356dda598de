import { describe, expect, it } from 'vitest';
import { columnLetter } from '../../../src/spreadsheet/cell.ts';
import { IN } from '../../support/columns.ts';
import { enter, entriesOf, type Host, paste, startHuizong, type as typeIn, valuesOf } from '../../support/host.ts';
import { fill, preparedWorkbook, rowFor, SMALL_PLAN, SUBMISSIONS } from '../../support/month.ts';

const CLERK = 'clerk@example.cn';

/** What stands in a row of 月度报送, by column name. */
const rowOf = (host: Host, row: number) => IN.submissions.entry(valuesOf(host, SUBMISSIONS)[row - 1] ?? []);

const cell = (host: Host, a1: string) =>
  host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS)?.getRange(a1);

describe('a clerk fills a prepared row', () => {
  it('and it is stamped with the time, once', () => {
    const host = preparedWorkbook();
    const row = rowFor(host, '保卫科', '开展消防检查');
    fill(host, row, { text: '查了三栋楼' });
    expect(rowOf(host, row)).toMatchObject({ time: '2023-05-23 12:00', hint: '', id: '2023-05/1/保卫科' });
    host.setNow('2023-05-24T08:00');
    fill(host, row, { count: 3 });
    expect(rowOf(host, row)['time']).toBe('2023-05-23 12:00');
  });

  it('a time the clerk wrote stays', () => {
    const host = preparedWorkbook();
    fill(host, 2, { time: '2023-05-18 09:30' });
    fill(host, 2, { text: '查了三栋楼' });
    expect(rowOf(host, 2)['time']).toBe('2023-05-18 09:30');
  });

  it('「本月无」 is understood as a nil return, and the row says so', () => {
    const host = preparedWorkbook();
    fill(host, 2, { text: '「本月无」' });
    expect(rowOf(host, 2)).toMatchObject({ hint: '零报告', text: '「本月无」' });
  });

  it('a row whose evidence is lacking is a draft, and says what it lacks until it has it', () => {
    const host = preparedWorkbook();
    enter(host, IN.matrix, 2, { evidence: '链接≥2' });
    fill(host, 2, { text: '查了三栋楼', links: 'https://example.cn/1' });
    expect(rowOf(host, 2)['hint']).toBe('草稿：还缺佐证链接至少 2 个');
    fill(host, 2, { links: 'https://example.cn/1\nhttps://example.cn/2' });
    expect(rowOf(host, 2)['hint']).toBe('');
  });

  it('numbers without a text are a draft', () => {
    const host = preparedWorkbook();
    fill(host, 2, { count: 3 });
    expect(rowOf(host, 2)['hint']).toBe('草稿：请写报送内容；确实没有就写“本月无”');
  });

  it.each([
    ['１２', 12],
    ['1,200', 1200],
    ['35次', 35],
    ['1.5万', 15000],
  ])('the number %s is taken as %d', (typed, number) => {
    const host = preparedWorkbook();
    fill(host, 2, { count: typed });
    expect(rowOf(host, 2)['count']).toBe(number);
  });

  it('what is no number stays as it was typed, and the row says so', () => {
    const host = preparedWorkbook();
    fill(host, 2, { text: '查了', people: '约三十' });
    expect(rowOf(host, 2)).toMatchObject({ people: '约三十', hint: '人次“约三十”不是数字，请只填数字' });
  });

  it('an emptied row waits again and says nothing', () => {
    const host = preparedWorkbook();
    fill(host, 2, { text: '本月无' });
    fill(host, 2, { text: '' });
    expect(rowOf(host, 2)).toMatchObject({ text: '', hint: '' });
  });
});

describe('a row typed at the bottom, without preparation', () => {
  it('is taken in like a prepared one: usual forms, deadline, state, number, time', () => {
    const host = preparedWorkbook();
    enter(host, IN.departments, 2, { aliases: '保卫处' });
    paste(host, IN.submissions, 20, [{ period: '2023年5月', department: '保卫处', task: '1', text: '补报一次检查' }]);
    expect(rowOf(host, 20)).toMatchObject({
      period: '2023-05',
      department: '保卫科',
      task: '开展消防检查',
      deadline: '2023-05-20',
      time: '2023-05-23 12:00',
      hint: '',
    });
    expect(String(rowOf(host, 20)['id'])).toMatch(/^2023-05\/1\/保卫科\/20230523120000-1$/);
    expect(cell(host, IN.submissions.cell('state', 20))?.getFormula()).toContain(
      `$${IN.submissions.cell('review', 20)}="退回"`,
    );
  });

  it('a department nobody knows is named, with the nearest known one', () => {
    const host = preparedWorkbook();
    paste(host, IN.submissions, 20, [{ period: '2023-05', department: '保卫可', task: '开展消防检查', text: '查了' }]);
    expect(rowOf(host, 20)).toMatchObject({
      department: '保卫可',
      hint: '不认识部门“保卫可”，是不是“保卫科”？',
      id: '',
    });
  });

  it('a month of another year is left as it is', () => {
    const host = preparedWorkbook();
    paste(host, IN.submissions, 20, [{ period: '2024-05', department: '保卫科', task: '开展消防检查', text: '查了' }]);
    expect(rowOf(host, 20)).toMatchObject({ period: '2024-05', hint: '不认识月份“2024-05”，请从下拉框选择' });
  });
});

describe('pasting', () => {
  const pasted = Array.from({ length: 500 }, (_, index) => ({
    period: '2023年5月',
    department: index % 2 === 0 ? '保卫科' : '后勤处',
    task: '1',
    text: `第 ${index + 1} 次检查`,
    count: '１２',
  }));

  it('500 rows are taken in at once', () => {
    const host = preparedWorkbook();
    paste(host, IN.submissions, 20, pasted);
    const rows = entriesOf(host, IN.submissions).slice(18, 518);
    expect(
      rows.every(({ period, count, time }) => period === '2023-05' && count === 12 && time === '2023-05-23 12:00'),
    ).toBe(true);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(500);
    expect(rows.map(({ text }) => text)).toEqual(pasted.map(({ text }) => text));
  });

  it('takes no more service calls than one cell does: 6 at most', () => {
    const counted = (rows: number) => {
      const host = preparedWorkbook();
      host.resetCalls();
      paste(host, IN.submissions, 20, pasted.slice(0, rows));
      return host.tally().total;
    };
    expect(counted(1)).toBeLessThanOrEqual(6);
    expect(counted(500)).toBe(counted(1));
  });

  it('works on where nothing is remembered: the sheets are read', () => {
    const host = preparedWorkbook();
    host.services.PropertiesService.getDocumentProperties().setProperty('huizong.directory.0', '{"half');
    fill(host, 2, { text: '查了三栋楼' });
    expect(rowOf(host, 2)['time']).toBe('2023-05-23 12:00');
  });

  it('a new alias is understood from the next row on', () => {
    const host = preparedWorkbook();
    enter(host, IN.departments, 2, { aliases: '保卫处' });
    paste(host, IN.submissions, 20, [{ period: '2023-05', department: '保卫处', task: '1', text: '查了' }]);
    expect(rowOf(host, 20)['department']).toBe('保卫科');
  });

  it('keeps the formulas people typed among the pasted numbers', () => {
    const host = preparedWorkbook();
    paste(host, IN.submissions, 20, [
      { period: '2023-05', department: '保卫科', task: '1', text: '甲', count: '１２' },
      { period: '2023-05', department: '保卫科', task: '1', text: '乙', count: '=1+2' },
      { period: '2023-05', department: '保卫科', task: '1', text: '丙', count: '１３' },
    ]);
    expect(cell(host, IN.submissions.cell('count', 21))?.getFormula()).toBe('=1+2');
  });

  it('text that looks like a formula stays text when what stands beside it is written', () => {
    const host = preparedWorkbook();
    paste(host, IN.submissions, 20, [
      { period: '2023年5月', department: '保卫科', task: '1', text: "'=IMPORTXML(1)" },
      { period: '2023年5月', department: '保卫科', task: '1', text: "'=1+1" },
    ]);
    expect(rowOf(host, 20)['text']).toBe('=IMPORTXML(1)');
    expect(cell(host, IN.submissions.cell('text', 21))?.getFormula()).toBe('');
  });
});

describe('a row the office sent back', () => {
  const sentBack = () => {
    const host = preparedWorkbook();
    fill(host, 2, { text: '查了' });
    paste(host, IN.submissions, 2, [{ review: '退回', reason: '请写明隐患数' }]);
    host.setNow('2023-05-25T08:30');
    return host;
  };

  it('is handed in again the moment the clerk writes into it; the reason stays to be read', () => {
    const host = sentBack();
    fill(host, 2, { text: '查了三栋楼，隐患 2 处' });
    expect(rowOf(host, 2)).toMatchObject({ review: '', time: '2023-05-25 08:30', reason: '请写明隐患数' });
  });

  it('and stays sent back while only a name is written beside it', () => {
    const host = sentBack();
    fill(host, 2, { submitter: '孙静' });
    expect(rowOf(host, 2)).toMatchObject({ review: '退回', time: '2023-05-23 12:00' });
  });
});

describe('where the trigger is not installed', () => {
  it('typing does what the typist may: the time and the usual forms, nothing in the guarded columns', () => {
    const host = preparedWorkbook();
    for (const one of host.services.ScriptApp.getProjectTriggers()) host.services.ScriptApp.deleteTrigger(one);
    host.services.PropertiesService.getDocumentProperties().deleteAllProperties();
    host.services.SpreadsheetApp.getActiveSpreadsheet().addEditor(CLERK);
    const clerk = host.session({ user: CLERK });
    clerk.fire.edit({
      sheet: SUBMISSIONS,
      a1: IN.submissions.range('text', 2, 'count', 2),
      values: [['查了三栋楼', '１２']],
      user: CLERK,
    });
    expect(rowOf(host, 2)).toMatchObject({ time: '2023-05-23 12:00', count: 12, hint: '' });
  });
});

it('an edit the platform fails on is no edit that went through', () => {
  const host = preparedWorkbook();
  const session = host.session({
    faults: ({ method, phase }) => {
      if (method === 'getValues' && phase === 'before') throw new Error('Service Spreadsheets failed');
    },
  });
  expect(() => fill(session, 2, { text: '查了三栋楼' })).toThrow('Service Spreadsheets failed');
});

describe('edits that are none of its business', () => {
  it('on another sheet, or of a heading, write nothing', () => {
    const host = preparedWorkbook();
    host.resetCalls();
    enter(host, IN.settings, 3, { value: '某单位' });
    expect(host.tally().byMethod['Range.setValues']).toBeUndefined();
    expect(() => typeIn(host, SUBMISSIONS, `${columnLetter(IN.submissions.width)}1`, [['自己的列']])).not.toThrow();
  });

  it('in a workbook that is not set up go through', () => {
    const host = startHuizong();
    expect(() => typeIn(host, '工作表1', 'A1', [['x']])).not.toThrow();
    expect(SMALL_PLAN).toContain('消防');
  });
});
