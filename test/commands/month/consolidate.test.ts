import { describe, expect, it } from 'vitest';
import { columnLetter } from '../../../src/spreadsheet/cell.ts';
import { IN } from '../../support/columns.ts';
import {
  enter,
  entriesOf,
  type Host,
  paste,
  setSetting,
  startHuizong,
  titlesOf,
  type as typeIn,
  valuesOf,
} from '../../support/host.ts';
import { codesOf, consolidate, fill, PLAN, preparedWorkbook, rowFor, SUBMISSIONS } from '../../support/month.ts';
import { sampleWorkbook } from '../../support/sample.ts';
import { snapshot } from '../../support/snapshot.ts';

const statusOf = (host: Host, department: string, task: string): string =>
  consolidate(host).reply.obligations.find((one) => one.department === department && one.task === task)?.status ?? '';

/** 保卫科's row for 1 开展消防检查. */
const guardsRow = (host: Host): number => rowFor(host, '保卫科', '开展消防检查');

describe('where a return stands', () => {
  it('a prepared row that is left empty is missing', () => {
    expect(statusOf(preparedWorkbook(), '保卫科', '1')).toBe('missing');
  });

  it.each([
    ['in time on the last day at 23:59', '2023-05-20 23:59', 'submitted', 0],
    ['a minute after midnight', '2023-05-21 00:01', 'late', 1],
    ['three days after', '2023/5/23 8:00', 'late', 3],
  ])('%s', (_, time, status, daysLate) => {
    const host = preparedWorkbook();
    fill(host, guardsRow(host), { text: '查了三栋楼', time });
    const { reply } = consolidate(host);
    expect(reply.obligations[0]).toMatchObject({ status, daysLate });
  });

  it('without a time, as typed while no script ran: counted as in time', () => {
    const host = preparedWorkbook();
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
    sheet?.getRange(IN.submissions.cell('text', guardsRow(host))).setValue('查了三栋楼');
    expect(consolidate(host).reply.obligations[0]).toMatchObject({ status: 'submitted', daysLate: 0 });
  });

  it('the last day itself is late where the office says so', () => {
    const host = preparedWorkbook();
    setSetting(host, '截止日当天算按时', '否');
    fill(host, guardsRow(host), { text: '查了三栋楼', time: '2023-05-20 09:00' });
    expect(statusOf(host, '保卫科', '1')).toBe('late');
  });

  it('a deadline on a weekend moves with the office’s rule: 20 May 2023 is a Saturday', () => {
    const host = preparedWorkbook();
    for (const [rule, deadline] of [
      ['不顺延', '2023-05-20'],
      ['顺延', '2023-05-22'],
      ['提前', '2023-05-19'],
    ] as const) {
      setSetting(host, '遇节假日', rule);
      expect(consolidate(host).reply.deadline).toBe(deadline);
    }
  });

  it.each(['本月无', '本月无。', '无', '零报告', '「本月无」'])(
    '“%s” is a nil return and counts as handed in',
    (text) => {
      const host = preparedWorkbook();
      fill(host, guardsRow(host), { text });
      expect(statusOf(host, '保卫科', '1')).toBe('nil');
    },
  );

  it('what the office sent back is owed again, until the review is cleared', () => {
    const host = preparedWorkbook();
    const row = guardsRow(host);
    fill(host, row, { time: '2023-05-18 09:00', text: '查了', review: '退回', reason: '没有写数量' });
    expect(statusOf(host, '保卫科', '1')).toBe('returned');
    fill(host, row, { review: '' });
    expect(statusOf(host, '保卫科', '1')).toBe('submitted');
  });

  it('numbers beside a return the office excuses are told of, since nothing else would show them', () => {
    const host = preparedWorkbook();
    fill(host, guardsRow(host), { review: '免报', count: 3 });
    const outcome = consolidate(host);
    expect(codesOf(outcome)).toEqual(['exemptWordless']);
    expect(outcome.reply.findings[0]?.message).toBe(
      `【月度报送】第 ${guardsRow(host)} 行“审核”列：保卫科“1 开展消防检查”已免报，但填了数量、人次或链接，没有报送内容，未计入汇总。要计入请写报送内容，不要就清空。`,
    );
  });

  it('a return for a month in which nothing is reported is told of in every month: nobody would consolidate that one', () => {
    const host = preparedWorkbook();
    setSetting(host, '报送月份', '3-12');
    fill(host, guardsRow(host), { text: '查了', time: '2023-05-18 09:00' });
    paste(host, IN.submissions, 20, [
      { period: '2023-01', department: '保卫科', task: '1', text: '一月查的' },
      { period: '2023-02', department: '人事处', task: '1', text: '二月查的' },
    ]);
    const { reply } = consolidate(host);
    expect(reply.findings.map(({ code, rows }) => [code, rows])).toEqual([
      ['notAssigned', [21]],
      ['notDue', [20]],
    ]);
    expect(reply.findings[1]?.message).toBe(
      '【月度报送】第 20 行“月份”列：保卫科“1 开展消防检查”在 2023-01 不需要报送，内容已保留。请核对月份或责任矩阵的起止月。',
    );
  });

  it('what the office excuses is neither missing nor handed in late', () => {
    const host = preparedWorkbook();
    fill(host, guardsRow(host), { review: '免报' });
    expect(statusOf(host, '保卫科', '1')).toBe('exempt');
    expect(consolidate(host).reply.due).toBe(3);
  });

  it('a return that lacks what the matrix demands is a draft, and the finding says what it lacks', () => {
    const host = preparedWorkbook();
    enter(host, IN.matrix, 2, { evidence: '链接≥2；字数≥5' });
    fill(host, guardsRow(host), { text: '查了三栋楼', links: 'https://example.cn/1' });
    const outcome = consolidate(host);
    expect(outcome.reply.obligations[0]?.status).toBe('draft');
    expect(outcome.reply.findings.find(({ code }) => code === 'draft')?.message).toMatch(/链接.*2/);
  });

  it('a department that only supports may hand in, but never has to', () => {
    const host = preparedWorkbook();
    const headings = valuesOf(host, '责任矩阵')[0] ?? [];
    typeIn(host, '责任矩阵', `${columnLetter(headings.indexOf('人事处'))}2`, [['配合']]);
    expect(consolidate(host).reply.due).toBe(4);
    paste(host, IN.submissions, 20, [
      { period: '2023-05', department: '人事处', task: '开展消防检查', text: '协助清点' },
    ]);
    const { reply } = consolidate(host);
    expect(reply.due).toBe(4);
    expect(reply.voluntary).toMatchObject([{ department: '人事处', task: '1' }]);
    expect(reply.tasks[0]?.merged).toContain('【人事处】\n协助清点');
  });
});

describe('a month that cannot be consolidated', () => {
  it('in which nothing is reported is refused, with the months that are', () => {
    const host = preparedWorkbook();
    setSetting(host, '报送月份', '3-5');
    expect(() => consolidate(host, '2023-01')).toThrow('2023-01 没有需要报送的任务（设置中的报送月份：3、4、5）');
  });

  it('is refused before there are departments, and before there are tasks', () => {
    const host = startHuizong();
    host.call('setUp', { year: 2023 });
    expect(() => consolidate(host)).toThrow('【部门】里还没有部门');
    enter(host, IN.departments, 2, { name: '保卫科' });
    expect(() => consolidate(host)).toThrow('【责任矩阵】里还没有任务');
  });

  it('fails aloud where the platform does', () => {
    const host = preparedWorkbook();
    const session = host.session({
      faults: ({ method, phase }) => {
        if (method === 'getRange' && phase === 'before') throw new Error('Service Spreadsheets failed');
      },
    });
    expect(() => consolidate(session)).toThrow('Service Spreadsheets failed');
    expect(() => consolidate(host)).not.toThrow();
  });
});

describe('several rows for one duty', () => {
  it('are merged in the order of their times, and told', () => {
    const host = preparedWorkbook();
    fill(host, guardsRow(host), { text: '后写的', time: '2023-05-18 10:00', count: 2 });
    paste(host, IN.submissions, 20, [
      { period: '2023-05', department: '保卫科', task: '1', text: '先写的', count: 3, time: '2023-05-11 10:00' },
    ]);
    const { reply } = consolidate(host);
    expect(reply.tasks[0]).toMatchObject({ merged: '【保卫科】\n先写的\n后写的', count: 5 });
    expect(reply.findings.filter(({ code }) => code === 'duplicate')).toHaveLength(1);
  });
});

describe('names as people write them', () => {
  it.each(['1', '1.', '第1项', '任务1', '1 开展消防检查', ' 开展消防检查 '])('the task “%s”', (task) => {
    const host = preparedWorkbook();
    const row = guardsRow(host);
    fill(host, row, { time: '2023-05-18 09:00', task, text: '查了' });
    expect(statusOf(host, '保卫科', '1')).toBe('submitted');
  });

  it('an alias of a department', () => {
    const host = preparedWorkbook();
    enter(host, IN.departments, 2, { aliases: '安保科、保卫处' });
    fill(host, guardsRow(host), { time: '2023-05-18 09:00', department: '安保科', text: '查了' });
    expect(statusOf(host, '保卫科', '1')).toBe('submitted');
  });

  it('an unknown department is told with the nearest name, and its words are kept', () => {
    const host = preparedWorkbook();
    paste(host, IN.submissions, 20, [{ period: '2023-05', department: '保衞科', task: '1', text: '查了三栋楼' }]);
    const [finding] = consolidate(host).reply.findings;
    expect(finding).toMatchObject({
      code: 'departmentUnknown',
      sheet: 'submissions',
      rows: [20],
      column: 'department',
      found: '保衞科',
    });
    expect(finding?.message).toContain('是不是“保卫科”');
    expect(finding?.message).toContain('查了三栋楼');
  });

  it('a month that is a date cell', () => {
    const host = preparedWorkbook();
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
    const row = guardsRow(host);
    const month = sheet?.getRange(IN.submissions.cell('period', row));
    month?.setNumberFormat('yyyy/m/d').setValue('2023/5/1');
    expect(month?.getValue()).toHaveProperty('getTime');
    fill(host, row, { time: '2023-05-18 09:00', text: '查了' });
    expect(statusOf(host, '保卫科', '1')).toBe('submitted');
  });
});

describe('the sheets it writes', () => {
  it('run twice are the same as run once', () => {
    const host = sampleWorkbook();
    consolidate(host);
    const before = snapshot(host, ['操作日志']);
    consolidate(host);
    expect(snapshot(host, ['操作日志'])).toEqual(before);
  });

  it('follow what people hand in afterwards', () => {
    const host = preparedWorkbook();
    consolidate(host);
    expect(valuesOf(host, '缺报清单')).toHaveLength(5);
    fill(host, guardsRow(host), { text: '查了三栋楼' });
    consolidate(host);
    expect(valuesOf(host, '缺报清单')).toHaveLength(4);
    expect(valuesOf(host, '汇总-2023-05').flat()).toContain('【保卫科】\n查了三栋楼');
  });

  it('replace their own cells and touch nothing else: notes beside and below stay', () => {
    const host = preparedWorkbook();
    consolidate(host);
    const height = valuesOf(host, '汇总-2023-05').length;
    typeIn(host, '汇总-2023-05', `A${height + 1}`, [['局长批示：请催办']]);
    typeIn(host, '汇总-2023-05', 'Z3', [['旁注']]);
    fill(host, guardsRow(host), { text: Array.from({ length: 60 }, (_, line) => `第 ${line + 1} 处`).join('\n') });
    consolidate(host);
    consolidate(host);
    const rows = valuesOf(host, '汇总-2023-05');
    expect(rows.filter(([first]) => first === '局长批示：请催办')).toHaveLength(1);
    expect(rows[rows.length - 1]?.[0]).toBe('局长批示：请催办');
    expect(rows.flat()).toContain('旁注');
  });

  it('whose end mark somebody has taken out are the report’s own down to their last row', () => {
    const host = preparedWorkbook();
    consolidate(host);
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('汇总-2023-05');
    const height = sheet?.getLastRow() ?? 0;
    sheet?.deleteRow(height);
    sheet?.getRange(height + 1, 1).setValue('旧行');
    consolidate(host);
    expect(valuesOf(host, '汇总-2023-05').map(([first]) => first)).not.toContain('旧行');
    expect(valuesOf(host, '汇总-2023-05').pop()?.[0]).toBe('（本表到此为止）');
  });

  it('are whole again where somebody has emptied the report', () => {
    const host = preparedWorkbook();
    consolidate(host);
    const before = valuesOf(host, '汇总-2023-05');
    host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('汇总-2023-05')?.clearContents();
    consolidate(host);
    expect(valuesOf(host, '汇总-2023-05')).toEqual(before);
  });

  it('a problem longer than a cell shows goes on in the row below', () => {
    const host = preparedWorkbook();
    const title = '长'.repeat(1000);
    enter(host, IN.matrix, 2, { title });
    fill(host, guardsRow(host), { task: '1', review: '免报', count: 3 });
    consolidate(host);
    const rows = valuesOf(host, '汇总-2023-05');
    const at = rows.findIndex(([first, text]) => /^问题/.test(String(first)) && String(text).includes('长'));
    expect(rows[at + 1]?.[0]).toBe('（接上）');
    expect(`${rows[at]?.[1]}${rows[at + 1]?.[1]}`).toContain(`保卫科“1 ${title}”已免报`);
  });

  it('one for each month; the order of the other sheets stays', () => {
    const host = preparedWorkbook();
    const before = titlesOf(host);
    consolidate(host);
    expect(titlesOf(host)).toEqual([...before, '汇总-2023-05']);
  });

  it('the log says who did what', () => {
    const host = preparedWorkbook();
    consolidate(host);
    const last = entriesOf(host, IN.log).pop();
    expect(last).toMatchObject({ time: '2023-05-23 12:00:00', who: 'office@example.cn', command: '汇总' });
    expect(last?.result).toContain('应报 4');
  });
});

describe('departments, tasks, settings that cannot be read', () => {
  it('a role nobody understands is a finding', () => {
    const host = preparedWorkbook(PLAN);
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('责任矩阵');
    // The second department's column.
    sheet
      ?.getRange(2, IN.matrix.width + 2)
      .clearDataValidations()
      .setValue('看情况');
    const { reply } = consolidate(host);
    expect(reply.findings.find(({ code }) => code === 'roleUnknown')?.message).toMatch(/责任矩阵.*2.*看情况/);
  });

  it('two departments under one name are told with both rows', () => {
    const host = preparedWorkbook();
    enter(host, IN.departments, 5, { name: '保卫科' });
    expect(codesOf(consolidate(host))).toContain('departmentRepeated');
  });

  it('wrong settings are refused together, each with its cell, and nothing is written', () => {
    const host = preparedWorkbook();
    setSetting(host, '每月截止日', '四十');
    setSetting(host, '报送月份', '3-14');
    const before = snapshot(host);
    expect(() => consolidate(host)).toThrow(
      new RegExp(
        `【设置】${IN.settings.cell('value', 4)} 单元格“每月截止日”的值“四十”不能用[\\s\\S]*` +
          `【设置】${IN.settings.cell('value', 7)} 单元格“报送月份”的值“3-14”不能用`,
      ),
    );
    expect(snapshot(host)).toEqual(before);
  });
});
