/** People insert, move, hide and rename columns, take sheets out, leave filters on. */

import { describe, expect, it } from 'vitest';
import { columnLetter } from '../../src/spreadsheet/cell.ts';
import { IN } from '../support/columns.ts';
import { type Host, OFFICE, setSetting, titlesOf, type as typeIn, valuesOf } from '../support/host.ts';
import {
  codesOf,
  consolidate,
  fill,
  preparedWorkbook,
  reachableWorkbook,
  rowFor,
  SMALL_PLAN,
  SUBMISSIONS,
  setUpWorkbook,
} from '../support/month.ts';
import { snapshot } from '../support/snapshot.ts';
import { stoppedBefore } from '../support/stops.ts';

const sheetOf = (host: Host, title: string): GoogleAppsScript.Spreadsheet.Sheet => {
  const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title);
  if (!sheet) throw new Error(`no sheet ${title}`);
  return sheet;
};

/** 保卫科 has handed in its first task, under headings that may have moved. */
function handIn(host: Host): void {
  const [headings = []] = valuesOf(host, SUBMISSIONS);
  const at = (heading: string) => headings.indexOf(heading);
  const row = valuesOf(host, SUBMISSIONS).findIndex(
    (cells) => cells[at('部门')] === '保卫科' && cells[at('任务')] === '开展消防检查',
  );
  sheetOf(host, SUBMISSIONS)
    .getRange(row + 1, at('报送内容') + 1)
    .setValue('查了三栋楼');
}

/** A column of 月度报送, counted from 1. */
const numberOf = (key: Parameters<typeof IN.submissions.place>[0]): number => IN.submissions.place(key) + 1;

/** Cuts a column and pastes it before all others: values and formulas as they stand. */
function moveToFront(sheet: GoogleAppsScript.Spreadsheet.Sheet, column: number): void {
  const height = sheet.getLastRow();
  const cut = sheet.getRange(1, column, height, 1).getValues();
  sheet.insertColumnBefore(1).getRange(1, 1, height, 1).setNumberFormat('@').setValues(cut);
  sheet.deleteColumn(column + 1);
}

describe('columns of 月度报送', () => {
  it.each<readonly [string, (sheet: GoogleAppsScript.Spreadsheet.Sheet) => void]>([
    ['a column put in before all others', (sheet) => sheet.insertColumnBefore(1)],
    ['two columns put in between', (sheet) => sheet.insertColumnsAfter(numberOf('deadline'), 2)],
    [
      'a column of one’s own with words in it',
      (sheet) =>
        sheet
          .insertColumnAfter(numberOf('text'))
          .getRange(1, numberOf('text') + 1, 3, 1)
          .setValues([['备注'], ['甲'], ['乙']]),
    ],
    ['the text moved to the front, by cut and paste', (sheet) => moveToFront(sheet, numberOf('text'))],
    ['columns hidden', (sheet) => sheet.hideColumns(numberOf('count'), 5)],
    ['a title above the headings', (sheet) => sheet.insertRowBefore(1).getRange('A1').setValue('二〇二三年报送表')],
    ['another name for a heading', (sheet) => sheet.getRange(IN.submissions.cell('text', 1)).setValue('工作开展情况')],
    ['columns taken out that are not needed', (sheet) => sheet.deleteColumns(numberOf('reason'), 2)],
  ])('%s: the month consolidates all the same', (_, change) => {
    const plain = preparedWorkbook();
    handIn(plain);
    const changed = preparedWorkbook();
    handIn(changed);
    change(sheetOf(changed, SUBMISSIONS));
    const before = snapshot(changed, ['操作日志', '缺报清单', '完成率', '名称']);
    const { rows: _rows, ...withoutRows } = { ...consolidate(changed).reply, rows: 0 };
    const same = consolidate(plain).reply;
    const strip = (reply: typeof same) => ({
      ...reply,
      obligations: reply.obligations.map(({ rows, ...rest }) => rest),
      findings: reply.findings.map(({ code }) => code),
    });
    expect(strip(withoutRows as typeof same)).toEqual(strip(same));
    // And the sheet they work in is not touched by it.
    const after = snapshot(changed, ['操作日志', '缺报清单', '完成率', '名称', '汇总-2023-05']);
    expect(after[SUBMISSIONS]).toEqual(before[SUBMISSIONS]);
  });

  it('准备本月 writes into the columns where they stand and leaves one’s own alone', () => {
    const host = preparedWorkbook();
    const sheet = sheetOf(host, SUBMISSIONS);
    sheet
      .insertColumnBefore(numberOf('task'))
      .getRange(1, numberOf('task'), 2, 1)
      .setValues([['备注'], ['记一笔']]);
    host.call('prepare', { month: '2023-06' });
    const rows = valuesOf(host, SUBMISSIONS);
    expect(rows).toHaveLength(9);
    const [own] = rows[5]?.splice(IN.submissions.place('task'), 1) ?? [];
    expect([own, IN.submissions.entry(rows[5] ?? [])]).toMatchObject([
      '',
      { period: '2023-06', department: '保卫科', task: '开展消防检查', deadline: '2023-06-20' },
    ]);
    expect(rows[1]?.[IN.submissions.place('task')]).toBe('记一笔');
    const review = columnLetter(numberOf('review'));
    expect(sheet.getRange(6, numberOf('state') + 1).getFormula()).toContain(`$${review}6="退回"`);
  });

  it('a needed column gone is refused by its name, with what puts it back; nothing is written', () => {
    const host = preparedWorkbook();
    sheetOf(host, SUBMISSIONS).getRange(IN.submissions.cell('text', 1)).setValue('乱写的');
    const before = snapshot(host);
    expect(() => consolidate(host)).toThrow(
      '【月度报送】第 1 行缺少列标题：“报送内容”。没有改动任何内容。请把列标题改回来，或执行“检查并修复”补上。',
    );
    expect(snapshot(host)).toEqual(before);
    host.call('repair');
    expect(valuesOf(host, SUBMISSIONS)[0]).toContain('报送内容');
    expect(valuesOf(host, SUBMISSIONS)[0]).toContain('乱写的');
    expect(() => consolidate(host)).not.toThrow();
  });

  it('a filter left on hides nothing from the consolidation', () => {
    const host = preparedWorkbook();
    handIn(host);
    const sheet = sheetOf(host, SUBMISSIONS);
    sheet.hideRows(2, 3);
    expect(consolidate(host).reply.handedIn).toBe(1);
    expect(sheet.isRowHiddenByUser(2)).toBe(true);
  });

  it('a thousand blank rows below are nothing', () => {
    const host = preparedWorkbook();
    handIn(host);
    sheetOf(host, SUBMISSIONS).insertRowsAfter(1000, 1000);
    sheetOf(host, SUBMISSIONS).getRange(IN.submissions.cell('text', 1900)).setValue(' ');
    expect(consolidate(host).reply).toMatchObject({ due: 4, handedIn: 1, findings: [{ code: 'timeMissing' }] });
  });
});

describe('sheets', () => {
  it.each(['设置', '部门', '责任矩阵', '月度报送', '缺报清单', '完成率', '汇总样式'])(
    '%s gone: a clear refusal, nothing written, and 检查并修复 puts it back',
    (title) => {
      const host = preparedWorkbook();
      const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
      book.deleteSheet(sheetOf(host, title));
      const before = snapshot(host);
      expect(() => consolidate(host)).toThrow(
        `找不到工作表“${title}”。它可能被删除或改名；请改回原名，或执行“检查并修复”重新建立。`,
      );
      expect(snapshot(host)).toEqual(before);
      expect((host.call('repair') as { reply: { created: string[] } }).reply.created).toEqual([title]);
      expect(titlesOf(host)).toContain(title);
    },
  );

  it.each(['操作日志', '档案', '迟报申请'])('%s gone: the month goes on without it', (title) => {
    const host = reachableWorkbook();
    host.services.SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheetOf(host, title));
    expect(consolidate(host).reply.due).toBe(4);
    host.call('remind', { month: '2023-05' });
    expect(host.mail).toHaveLength(3);
    expect((host.call('rights') as { reply: { blocks: number } }).reply.blocks).toBeGreaterThan(0);
  });

  it('the headings’ names gone: tables are written where their headings stand', () => {
    const host = preparedWorkbook();
    const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
    for (const named of book.getNamedRanges()) named.remove();
    sheetOf(host, '缺报清单').insertColumnBefore(1);
    consolidate(host);
    const [own, ...row] = valuesOf(host, '缺报清单')[1] ?? [];
    expect([own, IN.owed.entry(row)]).toMatchObject(['', { period: '2023-05', department: '保卫科' }]);
  });

  it('a column put into 操作日志 stays blank', () => {
    const host = preparedWorkbook();
    const own = IN.log.place('who');
    sheetOf(host, '操作日志')
      .insertColumnBefore(own + 1)
      .getRange(1, own + 1)
      .setValue('备注');
    consolidate(host);
    const row = valuesOf(host, '操作日志').at(-1) ?? [];
    expect(row.splice(own, 1)).toEqual(['']);
    expect(IN.log.entry(row)).toMatchObject({ who: OFFICE, command: '汇总' });
  });

  it('others stay as they are through every command', () => {
    const host = preparedWorkbook();
    const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
    const own = book.insertSheet('我的统计', 2);
    own.getRange('A1:B2').setValues([
      ['合计', '=SUM(B2:B9)'],
      ['甲', 1],
    ]);
    const before = snapshot(host)['我的统计'];
    host.call('prepare', { month: '2023-06' });
    consolidate(host);
    host.call('repair');
    setSetting(host, '单位名称', '某局');
    expect({ ...(snapshot(host)['我的统计'] as object) }).toEqual(before);
  });

  it('columns put into 缺报清单 and 完成率 keep their words', () => {
    const host = preparedWorkbook();
    consolidate(host);
    for (const title of ['缺报清单', '完成率']) {
      sheetOf(host, title).insertColumnBefore(1);
      typeIn(host, title, 'A1', [['备注']]);
      typeIn(host, title, 'A2', [['已电话催']]);
    }
    // One stands before the table already.
    const between = IN.owed.place('role') + 1;
    sheetOf(host, '缺报清单')
      .insertColumnBefore(between + 1)
      .getRange(1, between + 1)
      .setValue('中间的');
    consolidate(host);
    const owed = valuesOf(host, '缺报清单').map(([first, ...row]) => [
      first,
      row.splice(between - 1, 1)[0],
      IN.owed.entry(row),
    ]);
    expect(owed[0]).toMatchObject(['备注', '中间的', { period: '月份', task: '任务', role: '职责' }]);
    expect(owed[1]).toMatchObject(['已电话催', '', { period: '2023-05', task: '1 开展消防检查', role: '责任' }]);
    expect(valuesOf(host, '完成率')[1]?.slice(0, 2)).toEqual(['已电话催', '保卫科']);
  });
});

describe('检查并修复', () => {
  it('on a sound workbook changes nothing', () => {
    const host = preparedWorkbook();
    const before = snapshot(host, ['操作日志']);
    host.call('repair');
    expect(snapshot(host, ['操作日志'])).toEqual(before);
  });

  it('puts dropdowns, colours, guards and state formulas back, and touches no entry', () => {
    const host = preparedWorkbook();
    handIn(host);
    const before = snapshot(host, ['操作日志']);
    const sheet = sheetOf(host, SUBMISSIONS);
    sheet.getRange(IN.submissions.rows(2, 5)).clearDataValidations();
    sheet.clearConditionalFormatRules();
    for (const one of sheet.getProtections(host.services.SpreadsheetApp.ProtectionType.RANGE)) one.remove();
    sheet.getRange(IN.submissions.range('state', 2, 'state', 5)).setValue('乱写');
    sheet.setFrozenRows(0);
    host.call('repair');
    expect(snapshot(host, ['操作日志'])).toEqual(before);
  });

  it('keeps the rules people made themselves', () => {
    const host = preparedWorkbook();
    const { SpreadsheetApp } = host.services;
    const sheet = sheetOf(host, SUBMISSIONS);
    const own = SpreadsheetApp.newConditionalFormatRule()
      .whenTextContains('停产')
      .setBackground('#ff0000')
      .setRanges([sheet.getRange(IN.submissions.range('text', 2, 'text', 99))])
      .build();
    sheet.setConditionalFormatRules([own, ...sheet.getConditionalFormatRules()]);
    host.call('repair');
    expect(sheet.getConditionalFormatRules()).toHaveLength(5);
    expect(sheet.getConditionalFormatRules()[0]?.getBooleanCondition()?.getCriteriaValues()).toEqual(['停产']);
  });

  it('says what only a person can mend', () => {
    const host = preparedWorkbook();
    setSetting(host, '年度', '明年');
    const { findings } = (host.call('repair') as { reply: { findings: string[] } }).reply;
    expect(findings.join()).toContain('“年度”的值“明年”不能用');
  });

  it('names a sheet most of whose headings are gone, and leaves it alone', () => {
    const host = preparedWorkbook();
    const sheet = sheetOf(host, '部门');
    const width = sheet.getLastColumn();
    sheet.getRange(1, 1, 1, width).setValues([Array.from({ length: width }, (_, at) => `甲${at}`)]);
    const before = valuesOf(host, '部门');
    const { findings, headings } = (host.call('repair') as { reply: { findings: string[]; headings: string[] } }).reply;
    expect(findings.join()).toContain('部门');
    expect(findings.join()).toContain('“联系人”');
    expect(headings).toEqual([]);
    expect(valuesOf(host, '部门')).toEqual(before);
  });

  it('puts the name of the departments back to the right, and says it once', () => {
    const host = preparedWorkbook();
    sheetOf(host, '部门').getRange('A1').setValue('乱写的');
    const { findings, headings } = (host.call('repair') as { reply: { findings: string[]; headings: string[] } }).reply;
    expect(headings).toEqual(['部门“部门”']);
    expect(findings.join()).not.toContain('缺少列标题');
  });

  it('on a workbook without a row of the month yet changes nothing', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    const before = snapshot(host, ['操作日志']);
    host.call('repair');
    expect(snapshot(host, ['操作日志'])).toEqual(before);
  });

  it('dresses the headings of a sheet whose rows were all taken out', () => {
    const host = preparedWorkbook();
    const sheet = sheetOf(host, '迟报申请');
    sheet.setFrozenRows(0);
    sheet.deleteRows(2, sheet.getMaxRows() - 1);
    sheet.getRange('A1').setBackground('#ffffff');
    host.call('repair');
    expect(sheet.getRange('A1').getBackground()).toBe('#1f3a5f');
    expect(sheet.getMaxRows()).toBe(1);
  });

  it('guards a column where it stands now, and opens the place it has left', () => {
    const host = preparedWorkbook();
    const sheet = sheetOf(host, SUBMISSIONS);
    const { RANGE } = host.services.SpreadsheetApp.ProtectionType;
    const guarded = () => sheet.getProtections(RANGE).map((one) => one.getRange().getA1Notation());
    const [deadline, text] = (['deadline', 'text'] as const).map((key) => IN.submissions.range(key, 2, key, 1000));
    const isGuarded = () => [deadline, text].map((range) => guarded().includes(range ?? ''));
    expect(isGuarded()).toEqual([true, false]);
    sheet.getRange(IN.submissions.cell('deadline', 1)).setValue('报送内容');
    sheet.getRange(IN.submissions.cell('text', 1)).setValue('截止日期');
    host.call('repair');
    expect(isGuarded()).toEqual([false, true]);
  });

  it('finishes the guard that a stopped run began', () => {
    const host = preparedWorkbook();
    const before = snapshot(host, ['操作日志']);
    const { SHEET, RANGE } = host.services.SpreadsheetApp.ProtectionType;
    for (const title of ['设置', SUBMISSIONS])
      for (const type of [SHEET, RANGE]) for (const one of sheetOf(host, title).getProtections(type)) one.remove();
    for (const unnamed of [1, 2]) stoppedBefore(host, 'setDescription', unnamed, 'repair');
    expect(
      sheetOf(host, '设置')
        .getProtections(SHEET)
        .map((one) => one.getDescription()),
    ).toEqual(['Huizong 汇总']);
    host.call('repair');
    expect(snapshot(host, ['操作日志'])).toEqual(before);
  });

  it('leaves the state of a row without a department blank', () => {
    const host = preparedWorkbook();
    fill(host, 3, { department: '' });
    host.call('repair');
    const formulas = sheetOf(host, SUBMISSIONS)
      .getRange(IN.submissions.range('state', 2, 'state', 5))
      .getFormulas();
    expect(formulas.map(([formula]) => formula !== '')).toEqual([true, false, true, true]);
  });

  it('on a spreadsheet that was never set up leads to set-up', () => {
    const host = preparedWorkbook();
    const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
    for (const title of titlesOf(host).filter((one) => one !== '使用说明')) book.deleteSheet(sheetOf(host, title));
    expect(() => host.call('repair')).toThrow(/还没有初始化/);
  });
});

describe('cells no clerk should have typed', () => {
  it('a text of 50,001 characters out of a file is kept, split and told', () => {
    const host = preparedWorkbook();
    const long = '长'.repeat(50_001);
    const row = rowFor(host, '保卫科', '开展消防检查');
    // The platform takes no such text; a file may hold it.
    const sheet = host.book.sheets.find(({ name }) => name === SUBMISSIONS);
    const cells = sheet?.rows[row - 1] as { values: unknown[] } | undefined;
    if (!cells) throw new Error('no such row');
    cells.values[IN.submissions.place('text')] = long;
    const outcome = consolidate(host);
    expect(codesOf(outcome)).toContain('tooLong');
    expect(outcome.reply.tasks[0]?.merged).toBe(`【保卫科】\n${long}`);
    const written = valuesOf(host, '汇总-2023-05').map((cells) => String(cells[1]));
    expect(written.join('')).toContain(long);
    expect(Math.max(...written.map((text) => text.length))).toBeLessThanOrEqual(30_000);
  });

  it('text in a number column, an error, an odd review and an odd time: each told with sheet, row and column', () => {
    const host = preparedWorkbook();
    const row = rowFor(host, '保卫科', '开展消防检查');
    fill(host, row, { text: '查了', count: '三场', people: '约二十', time: '上周五', review: '还行' });
    const { reply } = consolidate(host);
    expect(reply.findings.map(({ code, column, rows }) => `${code} ${column} ${rows.join()}`).sort()).toEqual([
      `badNumber count ${row}`,
      `badNumber people ${row}`,
      `badTime time ${row}`,
      `reviewUnknown review ${row}`,
    ]);
    for (const { message } of reply.findings) expect(message).toMatch(new RegExp(`【月度报送】第 ${row} 行“.+”列`));
  });

  it.each(['1,200', '１２００', '1200', 1200])('the number %s is a number', (typed) => {
    const host = preparedWorkbook();
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了', count: typed });
    expect(consolidate(host).reply.tasks[0]?.count).toBe(1200);
  });

  it.each([
    '=IMPORTXML("https://example.cn","//a")',
    '+1',
    '-1',
    '@全体',
    "'引号",
    '007',
    '2023-05',
    '1/2',
    '5%',
    'TRUE',
    '\t制表',
    '👍🏽 好',
    '<b>粗</b>',
  ])('the text %s arrives in the report as it was typed', (text) => {
    const host = preparedWorkbook();
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: /^[=+\-@']/.test(text) ? `'${text}` : text });
    expect(consolidate(host).reply.tasks[0]?.merged).toBe(`【保卫科】\n${text}`);
    expect(valuesOf(host, '汇总-2023-05').map((row) => row[1])).toContain(`【保卫科】\n${text}`);
  });
});
