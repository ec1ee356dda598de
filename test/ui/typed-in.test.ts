/** What people paste and put right on the pages, as data. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DraftTask, departmentsOf, dutiesOf, namesIn, renamed } from '../../src/ui/plan/corrections.ts';
import { headingsOf, pastedTable } from '../../src/ui/set-up/pasted-table.ts';

describe('a block pasted from Excel', () => {
  it.each([
    [
      '保卫科\t张三\r\n后勤处\t李四\r\n',
      [
        ['保卫科', '张三'],
        ['后勤处', '李四'],
      ],
    ],
    ['保卫科\n后勤处', [['保卫科'], ['后勤处']]],
    ['保卫科\t\t张三', [['保卫科', '', '张三']]],
    ['"保卫科\n（机关）"\t"说""好"""', [['保卫科\n（机关）', '说"好"']]],
    ['12"管\t张三', [['12"管', '张三']]],
  ])('%j is a table', (text, table) => {
    expect(pastedTable(text)).toEqual(table);
  });

  it.each(['', '保卫科', '张三 李四', '保卫科\n'])('%j is one cell, pasted as the browser does', (text) => {
    expect(pastedTable(text)).toBe(null);
  });

  it('never loses a character of what stands in quotes or in plain cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '，', '"', '\n', '\t', ' ', '=', '张') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const clipboard = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join('\t')).join('\n');
        expect(pastedTable(clipboard)).toEqual(rows.map((row) => row.map((one) => one.trim())));
      }),
    );
  });

  it('has headings where one cell of its first row is one', () => {
    const known = new Map([
      ['部门', 'name'],
      ['邮箱', 'mail'],
    ]);
    expect(headingsOf(['部 门', '电话', '邮箱'], known)).toEqual(['name', null, 'mail']);
    expect(headingsOf(['保卫科', '张三'], known)).toBe(null);
  });
});

describe('departments put right in a plan', () => {
  const task = (no: string, about: Partial<DraftTask>): DraftTask => ({
    no,
    use: true,
    title: '',
    lead: [],
    responsible: [],
    joint: [],
    ...about,
  });
  const tasks = [
    task('1', { lead: ['办公室'], responsible: ['保卫科', '局办公室'] }),
    task('2', { responsible: ['局办公室'], joint: ['后勤处'] }),
  ];

  it.each([
    ['保卫科、后勤处', ['保卫科', '后勤处']],
    [' 保卫科，后勤处；保卫科 ', ['保卫科', '后勤处']],
    ['', []],
  ])('typed as %j are %j', (typed, names) => {
    expect(namesIn(typed)).toEqual(names);
  });

  it('are those of the tasks that are taken', () => {
    expect([...departmentsOf(tasks)]).toEqual([
      ['办公室', 1],
      ['保卫科', 1],
      ['局办公室', 2],
      ['后勤处', 1],
    ]);
    const [first] = tasks;
    expect([...departmentsOf([{ ...(first as DraftTask), use: false }]).keys()]).toEqual([]);
    expect(dutiesOf(tasks)).toBe(5);
  });

  it('renamed to one that is there become one with it', () => {
    expect(renamed(tasks, '局办公室', '办公室')).toEqual([
      task('1', { lead: ['办公室'], responsible: ['保卫科', '办公室'] }),
      task('2', { responsible: ['办公室'], joint: ['后勤处'] }),
    ]);
    expect(departmentsOf(renamed(tasks, '局办公室', '办公室')).get('办公室')).toBe(2);
  });
});
