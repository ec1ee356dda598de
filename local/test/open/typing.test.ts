/** What is typed, pasted and taken back on the page's spreadsheet, as the rectangles of text the host is told. */
import { describe, expect, it } from 'vitest';
import { typedAgain } from '../../src/open/grid/held.ts';
import { createHistory } from '../../src/open/grid/history.ts';
import { filled, type Part, partsOf, pastedText } from '../../src/open/grid/typing.ts';

describe('a paste', () => {
  it.each<[string, string, string[][]]>([
    ['one cell', '保卫科', [['保卫科']]],
    [
      'a table',
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['lines of Windows', 'a\r\nb\r\n', [['a'], ['b']]],
    [
      'a cell of several lines',
      'a\t"第一行\n第二行"\nb\tc',
      [
        ['a', '第一行\n第二行'],
        ['b', 'c'],
      ],
    ],
    ['quotes in a quoted cell', '"他说""好""\n走了"', [['他说"好"\n走了']]],
    ['a quote that is a sign of the text', '"重点"工作\tb', [['"重点"工作', 'b']]],
    [
      'rows of different length',
      'a\nb\tc',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    ['a blank line in the midst', 'a\n\nb', [['a'], [''], ['b']]],
  ])('of %s', (_, text, rows) => {
    expect(pastedText(text)).toEqual(rows);
  });
});

describe('cells that were changed', () => {
  it('side by side and below one another are one rectangle, others their own', () => {
    expect(partsOf({ 1: { 1: 'a', 2: 'b' }, 2: { 1: 'c', 2: 'd' }, 4: { 1: 'e', 3: 'f' } })).toEqual([
      {
        row: 2,
        column: 2,
        values: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      { row: 5, column: 2, values: [['e']] },
      { row: 5, column: 4, values: [['f']] },
    ]);
  });

  it('are filled alike', () => {
    expect(filled({ startRow: 1, startColumn: 0, endRow: 2, endColumn: 1 }, '')).toEqual({
      row: 2,
      column: 1,
      values: [
        ['', ''],
        ['', ''],
      ],
    });
  });
});

describe('what would have to be typed again', () => {
  it.each([
    [null, ''],
    [{ style: 3 }, ''],
    [{ value: '007' }, "'007"],
    [{ value: '=1+1' }, "'=1+1"],
    [{ value: 7 }, '7'],
    [{ value: true }, 'TRUE'],
    [{ value: 2, formula: '=1+1' }, '=1+1'],
  ])('for %j is %s', (cell, text) => {
    expect(typedAgain(cell)).toBe(text);
  });
});

describe('taking back', () => {
  const part = (text: string): Part => ({ row: 1, column: 1, values: [[text]] });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

  it('types what was there, and again what was typed; a new edit ends the redoing', async () => {
    const typed: string[] = [];
    const history = createHistory(async (_, [one]) => {
      typed.push(one?.values[0]?.[0] ?? '');
      return true;
    });
    history.done({ sheet: 0, before: [part('')], after: [part('a')] });
    expect(history.undo()).toBe(true);
    await settled();
    expect([history.undo(), history.redo()]).toEqual([false, true]);
    await settled();
    expect(typed).toEqual(['', 'a']);
    history.undo();
    await settled();
    history.done({ sheet: 0, before: [part('')], after: [part('b')] });
    expect(history.redo()).toBe(false);
  });

  it('of what the host refuses cannot be done again', async () => {
    const history = createHistory(async () => false);
    history.done({ sheet: 0, before: [part('')], after: [part('a')] });
    history.undo();
    await settled();
    expect(history.redo()).toBe(false);
  });
});
