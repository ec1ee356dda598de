/** A row is written by the keys of its columns: a column more, or one moved, takes no cell from where it belongs. */
import { describe, expect, it } from 'vitest';
import { declareSheet, rowOf, textColumn } from '../../src/workbook/declaration.ts';

const about = { width: 80, author: 'office', explain: '' } as const;
const sheet = {
  key: 'owed',
  title: '某表',
  frozenRows: 1,
  frozenColumns: 0,
  tabColor: '#000000',
  guard: 'office',
} as const;
const plain = declareSheet({
  ...sheet,
  columns: [textColumn('name', '名称', about), textColumn('count', '数量', about), textColumn('note', '备注', about)],
});
const moved = declareSheet({
  ...sheet,
  columns: [
    textColumn('note', '备注', about),
    textColumn('own', '新列', about),
    textColumn('name', '名称', about),
    textColumn('count', '数量', about),
  ],
});

describe('a row', () => {
  const cells = { name: '甲', count: 0, note: '乙' };

  it('has its cells in the order of the declaration, whatever the order they are given in', () => {
    expect(rowOf(plain, { note: '乙', count: 0, name: '甲' })).toEqual(['甲', 0, '乙']);
  });

  it('is blank under a column that nothing is written into', () => {
    expect(rowOf(moved, cells)).toEqual(['乙', '', '甲', 0]);
  });

  it('takes no cell for a column that is not declared: that does not compile', () => {
    // @ts-expect-error no such column
    expect(rowOf(plain, { nmae: '甲' })).toEqual(['', '', '']);
  });
});
