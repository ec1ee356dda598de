/** Columns are found by their headings, whatever people did to the sheet. */
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/refusal.ts';
import type { CellRows } from '../../src/spreadsheet/cell.ts';
import { declareSheet, textColumn } from '../../src/workbook/declaration.ts';
import { endOfRows, locate } from '../../src/workbook/locate.ts';
import { refuseMissing } from '../../src/workbook/missing.ts';
import { headingsRangeName, placesOf } from '../../src/workbook/places.ts';
import { departmentsSheet } from '../../src/workbook/sheets/departments.ts';
import { exceptionsSheet } from '../../src/workbook/sheets/exceptions.ts';
import { logSheet } from '../../src/workbook/sheets/log.ts';
import { settingsSheet } from '../../src/workbook/sheets/settings.ts';
import { declarationOf, periodOfReport, reportTitle } from '../../src/workbook/sheets.ts';
import { isUnrecognisable, standingOf, standTogether } from '../../src/workbook/standing.ts';

const LOG = ['时间', '操作人', '操作', '结果'];

describe('headings', () => {
  it('are found where they were made', () => {
    expect(locate(logSheet, [LOG])).toEqual({
      headingRow: 0,
      at: { time: 0, who: 1, command: 2, result: 3 },
      missing: [],
      others: [],
      repeated: [],
    });
  });

  it('are found moved, spaced, in wide letters, below a title, with columns of others between', () => {
    expect(
      locate(logSheet, [
        ['操作日志（2023）', '', '', '', '', ''],
        ['', '', '', '', '', ''],
        ['结果', ' 备注 ', '', '时 间', '操作', '操作人'],
        ['', '', '', '', '', ''],
      ]),
    ).toEqual({
      headingRow: 2,
      at: { time: 3, who: 5, command: 4, result: 0 },
      missing: [],
      others: [{ heading: '备注', column: 1 }],
      repeated: [],
    });
  });

  it('that are gone are told, in the order they were made', () => {
    const { at, missing } = locate(logSheet, [['操作', '']]);
    expect(at).toEqual({ time: -1, who: -1, command: 0, result: -1 });
    expect(missing).toEqual(['time', 'who', 'result']);
    expect(locate(logSheet, [])).toMatchObject({ missing: ['time', 'who', 'command', 'result'], others: [] });
  });

  it('count where most of them stand, the upper row where two have as many', () => {
    expect(locate(logSheet, [['时间', '', '', ''], LOG]).headingRow).toBe(1);
    expect(locate(logSheet, [LOG, ['时间', '', '', '']]).headingRow).toBe(0);
    expect(locate(logSheet, [LOG, LOG]).headingRow).toBe(0);
    // The same word again is no further heading.
    expect(
      locate(logSheet, [
        ['时间', '时间', '时间', '时间'],
        ['时间', '操作', '', ''],
      ]).headingRow,
    ).toBe(1);
  });

  it('are looked for in the first ten rows', () => {
    const blank = Array.from({ length: 9 }, () => ['', '', '', '']);
    expect(locate(logSheet, [...blank, LOG]).headingRow).toBe(9);
    expect(locate(logSheet, [...blank, ['', '', '', ''], LOG])).toMatchObject({ headingRow: 0, at: { time: -1 } });
  });

  it('that stand twice are read where they stand first, the other is kept', () => {
    expect(locate(logSheet, [[...LOG, '时间']])).toMatchObject({
      at: { time: 0 },
      repeated: [{ key: 'time', column: 4 }],
      others: [],
    });
  });

  it('by another name count only where the proper one stands nowhere', () => {
    expect(locate(departmentsSheet, [['科室', '别名', '部门']])).toMatchObject({
      at: { name: 2, aliases: 1 },
      repeated: [{ key: 'name', column: 0 }],
    });
    expect(locate(departmentsSheet, [['科室', '别名', '单位']])).toMatchObject({
      at: { name: 0 },
      repeated: [{ key: 'name', column: 2 }],
    });
  });

  it('of one column are not another one’s other name', () => {
    // 名称 is another name of 设置项, 说明 a heading of its own.
    expect(locate(settingsSheet, [['名称', '内容', '说明']]).at).toEqual({ label: 0, value: 1, explain: 2 });
    const about = { width: 80, author: 'office', explain: '。' } as const;
    const sheet = declareSheet({
      ...logSheet,
      columns: [
        textColumn('name', '姓名', { ...about, aliases: ['称呼', '电话'] }),
        textColumn('phone', '电话', { ...about, aliases: ['称呼'] }),
      ],
    });
    expect(locate(sheet, [['电话', '姓名']]).at).toEqual({ name: 1, phone: 0 });
    expect(locate(sheet, [['电话', '称呼']]).at).toEqual({ name: 1, phone: 0 });
  });
});

describe('the end of a table', () => {
  const rows: CellRows = [LOG, ['a', '', '', ''], ['', '', '', ''], ['', 'b', '', ''], ['', ' ', '', 'note'], []];

  it('is below the last row that holds anything in its columns', () => {
    expect(endOfRows(rows, 0, [0, 1])).toBe(4);
    expect(endOfRows(rows, 0, [0])).toBe(2);
    expect(endOfRows(rows, 0, [3])).toBe(5);
  });

  it('is below the headings where nothing stands there, nor in a column that is gone', () => {
    expect(endOfRows(rows, 0, [2, -1])).toBe(1);
    expect(endOfRows(rows, 3, [0])).toBe(4);
    expect(endOfRows(rows, 3, [1])).toBe(4);
    expect(endOfRows([], 0, [0])).toBe(1);
  });

  it('counts numbers and ticks', () => {
    expect(endOfRows([LOG, [0, '', '', ''], [false, '', '', '']], 0, [0])).toBe(3);
  });
});

describe('a column the work stands on', () => {
  const refusal = (needed: readonly ('time' | 'who' | 'command' | 'result')[], rows: CellRows) => {
    try {
      refuseMissing(logSheet, locate(logSheet, rows), needed);
    } catch (error) {
      return error instanceof Refusal ? error.issue : error;
    }
    return null;
  };

  it('is missed by its sheet, heading and row', () => {
    expect(
      refusal(
        ['time', 'result', 'who'],
        [
          ['日志', ''],
          ['操作', '操作人'],
        ],
      ),
    ).toEqual({
      code: 'columnsMissing',
      sheet: '操作日志',
      headings: ['时间', '结果'],
      row: 2,
    });
  });

  it('is missed only where it is needed', () => {
    expect(refusal(['command', 'who'], [['操作', '操作人']])).toBeNull();
    expect(refusal([], [['操作', '操作人']])).toBeNull();
  });
});

describe('places', () => {
  const asked: string[] = [];
  const finder = (named: { first: number; count: number } | null, rows: CellRows | null) => ({
    namedColumns: (name: string) => {
      asked.push(name);
      return named;
    },
    read: (title: string) => {
      asked.push(title);
      return rows;
    },
  });

  it('follow the name of the headings without reading the sheet', () => {
    asked.length = 0;
    expect(placesOf(finder({ first: 2, count: 4 }, null), declarationOf('log'))).toEqual([2, 3, 4, 5]);
    expect(asked).toEqual(['huizong_log']);
    expect(headingsRangeName('undo')).toBe('huizong_undo');
  });

  it('are read from the headings where somebody worked inside, or the name is gone', () => {
    const moved: CellRows = [['时间', '备注', '操作人', '结果', '操作']];
    asked.length = 0;
    expect(placesOf(finder({ first: 0, count: 5 }, moved), declarationOf('log'))).toEqual([0, 2, 4, 3]);
    expect(placesOf(finder(null, moved), declarationOf('log'))).toEqual([0, 2, 4, 3]);
    expect(asked).toEqual(['huizong_log', '操作日志', 'huizong_log', '操作日志']);
  });

  it('are refused where a heading is gone, or the sheet', () => {
    expect(() => placesOf(finder(null, [['时间', '操作人', '操作']]), declarationOf('log'))).toThrow('columnsMissing');
    expect(() => placesOf(finder(null, null), declarationOf('log'))).toThrow('columnsMissing');
  });
});

describe('a sheet somebody worked in', () => {
  it('is dressed where things stand now', () => {
    const rows: CellRows = [
      ['日志', '', '', ''],
      ['结果', '时间', '操作人', '操作'],
      ['年度', '', '', ''],
    ];
    const standing = standingOf(declarationOf('log'), locate(declarationOf('log'), rows), rows, [7]);
    expect(['time', 'who', 'command', 'result', 'none'].map(standing.at)).toEqual([1, 2, 3, 0, -1]);
    expect(standing.headingRow).toBe(2);
    expect(standing.departmentColumns).toEqual([7]);
    expect([...standing.settingRows]).toEqual([]);
  });

  it('has its settings found by label, the first of two', () => {
    const rows: CellRows = [
      ['设置', '', ''],
      ['说明', '值', '设置项'],
      ['', '', '年 份'],
      ['', '', '我们的'],
      ['', '', '语言'],
      ['', '', '年度'],
      [],
    ];
    const declaration = declarationOf('settings');
    const standing = standingOf(declaration, locate(declaration, rows), rows, []);
    expect([...standing.settingRows]).toEqual([
      ['year', 3],
      ['language', 5],
    ]);
  });

  it('has no setting above its headings', () => {
    const rows: CellRows = [
      ['', '', '年度'],
      ['说明', '值', '设置项'],
      ['', '', '语言'],
    ];
    const declaration = declarationOf('settings');
    expect([...standingOf(declaration, locate(declaration, rows), rows, []).settingRows]).toEqual([['language', 3]]);
  });

  it('stands together where no column was put between, moved or lost', () => {
    const together = (headings: string[]) =>
      standTogether(declarationOf('log'), locate(declarationOf('log'), [headings]));
    expect(together(LOG)).toBe(true);
    expect(together(['备注', ...LOG])).toBe(true);
    expect(together(['时间', '备注', '操作人', '操作', '结果'])).toBe(false);
    expect(together(['操作人', '时间', '操作', '结果'])).toBe(false);
    expect(together(['操作人', '操作', '结果'])).toBe(false);
    expect(together(['时间', '操作人', '操作'])).toBe(false);
    expect(together([])).toBe(false);
  });

  it('is not recognised where most of its headings are gone and something stands there', () => {
    const unknown = (rows: CellRows) => isUnrecognisable(declarationOf('log'), rows);
    expect(unknown([['时间', 'b', 'c', 'd']])).toBe(true);
    expect(unknown([['时间', '操作人', 'c', 'd']])).toBe(false);
    expect(
      unknown([
        ['', ''],
        ['', 1],
      ]),
    ).toBe(true);
    expect(
      unknown([
        ['', ' '],
        ['', ''],
      ]),
    ).toBe(false);
    expect(unknown([])).toBe(false);
  });
});

describe('a month’s consolidation', () => {
  it('is known by its title', () => {
    expect(reportTitle('2023-05' as Parameters<typeof reportTitle>[0])).toBe('汇总-2023-05');
    expect(periodOfReport('汇总-2023-05')).toBe('2023-05');
    expect(periodOfReport('汇总-2023-13')).toBeNull();
    expect(periodOfReport('汇总')).toBeNull();
    expect(periodOfReport('副本-2023-05')).toBeNull();
    expect(periodOfReport('2023-05')).toBeNull();
  });
});

it('迟报申请 and its like read a department’s column by name', () => {
  expect(locate(exceptionsSheet, [['部门', '月份', '延至']]).at).toMatchObject({ period: 1, department: 0, until: 2 });
});
