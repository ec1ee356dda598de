/** What people do to 月度报送 without meaning harm: nothing typed is lost, and a finding says where something is wrong. */

import { describe, expect, it } from 'vitest';
import { builtOnce } from '../support/built.ts';
import { IN } from '../support/columns.ts';
import { enter, entryAt, type Host, paste, type as typeIn, valuesOf } from '../support/host.ts';
import { codesOf, consolidate, fill, preparedWorkbook, rowFor, SUBMISSIONS } from '../support/month.ts';

const sheetOf = (host: Host): GoogleAppsScript.Spreadsheet.Sheet => {
  const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
  if (!sheet) throw new Error('not set up');
  return sheet;
};

/** All four rows of May handed in: 保卫科 stands in rows 2 and 3, 后勤处 in 4, 人事处 in 5. */
const handedIn = (): Host =>
  builtOnce('handed in', '2023-05-23T12:00', {}, () => {
    const host = preparedWorkbook();
    for (const row of [2, 3, 4, 5]) fill(host, row, { text: `第 ${row} 行的工作`, count: row });
    return host;
  });

const mergedOf = (host: Host) => consolidate(host).reply.tasks.map(({ merged }) => merged);
const findingsOf = (host: Host) =>
  consolidate(host).reply.findings.map(({ code, column, rows }) => `${code} ${column ?? ''} ${rows.join()}`.trim());

describe('rows sorted', () => {
  it.each([
    ['by text', 'text'],
    ['by task', 'task'],
    ['by number', 'count'],
  ] as const)('%s: the month says the same, and nothing is prepared twice', (_, key) => {
    const host = handedIn();
    const before = mergedOf(host);
    sheetOf(host)
      .getRange(IN.submissions.rows(2, 5))
      .sort({ column: IN.submissions.place(key) + 1, ascending: false });
    expect(mergedOf(host)).toEqual(before);
    host.call('prepare', { month: '2023-05' });
    expect(valuesOf(host, SUBMISSIONS)).toHaveLength(5);
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '排序后又改了一句' });
    expect(mergedOf(host)[0]).toContain('【后勤处】\n排序后又改了一句');
  });
});

describe('cut and pasted across departments', () => {
  it('a whole row copied over another’s: the words are there, the double is told, the other is missing', () => {
    const host = handedIn();
    sheetOf(host)
      .getRange(IN.submissions.rows(2, 2))
      .copyTo(sheetOf(host).getRange(IN.submissions.cell('period', 4)));
    expect(findingsOf(host)).toEqual(['duplicate  2,4']);
    const { obligations } = consolidate(host).reply;
    expect(obligations.find(({ department }) => department === '后勤处')?.status).toBe('missing');
    // 准备本月 gives it a row again, below.
    host.call('prepare', { month: '2023-05' });
    expect(rowFor(host, '后勤处', '开展消防检查')).toBe(6);
  });

  it('a whole row cut and pasted below all others: it counts where it lies', () => {
    const host = handedIn();
    const before = mergedOf(host);
    sheetOf(host)
      .getRange(IN.submissions.rows(2, 2))
      .moveTo(sheetOf(host).getRange(IN.submissions.cell('period', 30)));
    expect(mergedOf(host)).toEqual(before);
    expect(consolidate(host).reply.obligations[0]).toMatchObject({ department: '保卫科', rows: [30] });
  });

  it('its words alone, into another’s row: they count as that one’s, and its owner is missing', () => {
    const host = preparedWorkbook();
    fill(host, 2, { text: '查了三栋楼' });
    sheetOf(host)
      .getRange(IN.submissions.range('text', 2, 'time', 2))
      .moveTo(sheetOf(host).getRange(IN.submissions.cell('text', 4)));
    expect(mergedOf(host)[0]).toBe('【后勤处】\n查了三栋楼');
    const { obligations } = consolidate(host).reply;
    expect(obligations.map(({ department, status }) => `${department} ${status}`)).toContain('保卫科 missing');
  });
});

describe('half deleted', () => {
  it.each([
    ['the month', IN.submissions.cell('period', 2), 'periodMissing period 2'],
    ['the department', IN.submissions.cell('department', 2), 'departmentMissing department 2'],
    ['the task', IN.submissions.cell('task', 2), 'taskMissing task 2'],
  ])('%s gone: what stands beside it is told, with its row and its words', (_, a1, told) => {
    const host = handedIn();
    sheetOf(host).getRange(a1).clearContent();
    expect(findingsOf(host)).toContain(told);
    expect(consolidate(host).reply.findings[0]?.message).toContain('第 2 行的工作');
  });

  it('the words gone, the number left: a draft that says what it lacks', () => {
    const host = handedIn();
    sheetOf(host).getRange(IN.submissions.cell('text', 2)).clearContent();
    expect(codesOf(consolidate(host))).toEqual(['draft']);
    expect(consolidate(host).reply.findings[0]).toMatchObject({ rows: [2] });
  });

  it('the row gone: its department is missing, and 准备本月 puts the row back', () => {
    const host = handedIn();
    sheetOf(host).deleteRow(4);
    expect(consolidate(host).reply).toMatchObject({ due: 4, handedIn: 3, findings: [] });
    host.call('prepare', { month: '2023-05' });
    expect(rowFor(host, '后勤处', '开展消防检查')).toBe(5);
  });
});

describe('cells merged', () => {
  it('departments of two rows: the lower has none now, and is told with its words', () => {
    const host = handedIn();
    sheetOf(host)
      .getRange(IN.submissions.range('department', 4, 'department', 5))
      .merge();
    expect(findingsOf(host)).toEqual(['departmentMissing department 5']);
    expect(consolidate(host).reply.findings[0]?.message).toContain('第 5 行的工作');
    expect(mergedOf(host)[0]).toContain('第 4 行的工作');
  });

  it('a row across: what the platform keeps of it is told', () => {
    const host = handedIn();
    sheetOf(host)
      .getRange(IN.submissions.range('period', 4, 'task', 4))
      .merge();
    expect(findingsOf(host)).toEqual(['departmentMissing department 4', 'taskMissing task 4']);
  });

  it('a heading over two columns: the month goes on, or says which heading it lacks', () => {
    const host = handedIn();
    sheetOf(host)
      .getRange(IN.submissions.range('text', 1, 'count', 1))
      .merge();
    expect(consolidate(host).reply.handedIn).toBe(4);
    sheetOf(host)
      .getRange(IN.submissions.range('state', 1, 'text', 1))
      .breakApart()
      .merge();
    expect(() => consolidate(host)).toThrow('缺少列标题：“报送内容”');
  });
});

describe('a filter left on', () => {
  it('hides nothing from 汇总 and 准备本月, and stays on', () => {
    const host = handedIn();
    sheetOf(host).getRange(IN.submissions.rows(1, 5)).createFilter();
    // What it filters out are hidden rows.
    sheetOf(host).hideRows(2, 3);
    expect(consolidate(host).reply).toMatchObject({ due: 4, handedIn: 4 });
    host.call('prepare', { month: '2023-06' });
    expect(valuesOf(host, SUBMISSIONS)).toHaveLength(9);
    expect(sheetOf(host).getFilter()?.getRange().getA1Notation()).toBe(IN.submissions.rows(1, 5));
    expect(sheetOf(host).isRowHiddenByUser(3)).toBe(true);
  });
});

describe('the sheet renamed', () => {
  it('is missed by its name; renamed back, all is there', () => {
    const host = handedIn();
    const before = mergedOf(host);
    const sheet = sheetOf(host).setName('月度报送（新）');
    expect(() => consolidate(host)).toThrow('找不到工作表“月度报送”。它可能被删除或改名；请改回原名');
    // Typing goes on meanwhile.
    typeIn(host, '月度报送（新）', IN.submissions.cell('submitter', 2), [['王五']]);
    sheet.setName(SUBMISSIONS);
    expect(mergedOf(host)).toEqual(before);
  });
});

describe('pasted from Word', () => {
  it.each([
    ['paragraphs', '一、查了三栋楼。\r\n二、整改两处。\r\n\r\n三、复查合格。'],
    ['soft breaks and bullets', '• 查了三栋楼\u000b• 整改两处\n\t· 复查合格'],
    ['odd spaces', '\u00a0\u3000查了三栋楼\u200b '],
  ])('%s in one cell arrive as they are', (_, text) => {
    const host = preparedWorkbook();
    fill(host, 2, { text });
    const standing = String(entryAt(host, IN.submissions, 2).text);
    expect(standing.replace(/\r\n?/g, '\n')).toBe(text.replace(/\r\n?/g, '\n'));
    expect(mergedOf(host)[0]).toBe(`【保卫科】\n${standing}`);
  });

  it('a paragraph a row, below the sheet: each is told with its row and its words', () => {
    const host = preparedWorkbook();
    typeIn(host, SUBMISSIONS, IN.submissions.cell('text', 20), [
      ['一、查了三栋楼。'],
      ['二、整改两处。'],
      ['三、复查合格。'],
    ]);
    const { findings } = consolidate(host).reply;
    for (const [row, words] of [
      [20, '一、查了三栋楼。'],
      [21, '二、整改两处。'],
      [22, '三、复查合格。'],
    ] as const) {
      const about = findings.filter(({ rows }) => rows.includes(row)).map(({ code }) => code);
      expect(about).toEqual(['periodMissing', 'departmentMissing', 'taskMissing']);
      expect(findings.find(({ rows }) => rows.includes(row))?.message).toContain(words);
    }
  });
});

describe('a thousand rows pasted from Excel', () => {
  it('two months, aliases, unknown names and blank lines among them: each is in its month or told with its row', () => {
    const host = preparedWorkbook();
    enter(host, IN.departments, 2, { aliases: '保卫处' });
    const rows = Array.from({ length: 1_000 }, (_, index) => {
      if (index % 97 === 96) return { period: '', department: '', task: '', text: '' };
      const month = index % 2 === 0 ? '2023年5月' : '2023/6';
      const department = index % 50 === 7 ? '车队' : index % 3 === 0 ? '保卫处' : '后勤处';
      return { period: month, department, task: '1', text: `第 ${index} 次检查` };
    });
    // The sheet grows under what is pasted.
    sheetOf(host).insertRowsAfter(1_000, 50);
    paste(host, IN.submissions, 20, rows);
    const told = new Set<number>();
    const merged: string[] = [];
    for (const month of ['2023-05', '2023-06']) {
      const { reply } = consolidate(host, month);
      merged.push(...reply.tasks.flatMap((task) => task.merged.split('\n')));
      for (const { code, rows: named } of reply.findings)
        if (code === 'departmentUnknown') for (const row of named) told.add(row);
    }
    const lines = new Set(merged);
    rows.forEach(({ department, text }, index) => {
      if (text === '') return;
      expect(`${text} ${department === '车队' ? told.has(index + 20) : lines.has(text ?? '')}`).toBe(`${text} true`);
    });
    expect(told.size).toBe(20);
  });
});

describe('an edit in the middle of a consolidation', () => {
  it.each(['getValues', 'setValues', 'insertSheet', 'flush'])(
    'while it is at %s: what was typed stands, and the next 汇总 has it',
    (at) => {
      const host = handedIn();
      let typed = false;
      const session = host.session({
        faults: ({ method, phase }) => {
          if (typed || method !== at || phase !== 'after') return;
          typed = true;
          fill(host, 4, { text: '汇总当中改的' });
        },
      });
      session.call('consolidate', { month: '2023-05' });
      expect(typed).toBe(true);
      expect(entryAt(host, IN.submissions, 4).text).toBe('汇总当中改的');
      expect(mergedOf(host)[0]).toContain('【后勤处】\n汇总当中改的');
    },
  );
});
