import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/spreadsheet/cell.ts';
import type { WriteBlock } from '../../src/spreadsheet/change.ts';
import { editedSince, isBrokenOff, replacedBlocks, restoring, together } from '../../src/spreadsheet/replaced.ts';

const SHEET = '表';
const write = (row: number, places: number[], rows: Cell[][]): WriteBlock => ({
  kind: 'write',
  sheet: SHEET,
  row,
  places,
  rows,
});

function written(rows: readonly (readonly Cell[])[], blocks: readonly WriteBlock[]): Cell[][] {
  const sheet = rows.map((row) => [...row]);
  for (const block of blocks) {
    block.rows.forEach((cells, down) => {
      cells.forEach((cell, across) => {
        const row = sheet[block.row - 1 + down];
        if (row && typeof cell !== 'object') row[block.places[across] ?? 0] = cell;
      });
    });
  }
  return sheet;
}

const GRID: Cell[][] = [
  ['甲', '', 1],
  ['乙', '旧', 2],
  ['丙', '', 3],
];

describe('what changes replace', () => {
  it('is put back by writing it', () => {
    const changes = [write(1, [1, 2], [['新', 9]]), write(2, [1], [['新'], ['新']])];
    const blocks = replacedBlocks(changes, () => GRID);
    expect(written(written(GRID, changes), blocks.map(restoring))).toEqual(GRID);
  });

  it('is nothing where they write what stands there', () => {
    expect(replacedBlocks([write(2, [0, 1], [['乙', '旧']])], () => GRID)).toEqual([]);
    expect(replacedBlocks([write(2, [2], [['2']])], () => GRID)).toEqual([]);
  });

  it('is blank where they add rows of ours, whatever a stopped run had left of them', () => {
    const [block] = replacedBlocks([{ ...write(2, [0, 1], [['丁', '新']]), adds: true }], () => GRID);
    expect(block && restoring(block).rows).toEqual([['', '']]);
  });
});

describe('cells edited since', () => {
  const changes = [write(2, [0, 1], [['乙', '新']])];
  const blocks = replacedBlocks(changes, () => GRID);
  const after = written(GRID, changes);

  it('are those that hold neither what was written nor what stood there', () => {
    expect(editedSince(blocks, () => after)).toEqual([]);
    expect(editedSince(blocks, () => GRID)).toEqual([]);
    const edited = editedSince(blocks, () => written(after, [write(2, [0, 1], [['乙科', '更新']])]));
    expect(edited.map(({ row, column }) => [row, column])).toEqual([
      [2, 0],
      [2, 1],
    ]);
  });

  it('are not those whose lines a file ends otherwise', () => {
    const lines = replacedBlocks([write(2, [1], [['一\r\n二']])], () => GRID);
    expect(editedSince(lines, () => written(GRID, [write(2, [1], [['一\n二']])]))).toEqual([]);
  });

  it('a formula of ours is not looked at: what it shows changes by itself', () => {
    const formula = replacedBlocks([{ ...write(2, [1], []), rows: [[{ formula: '=A2' }]] }], () => GRID);
    expect(editedSince(formula, () => written(GRID, [write(2, [1], [['乙']])]))).toEqual([]);
  });
});

describe('a run that broke off', () => {
  const all = [write(1, [1], [['新']]), write(2, [1], [['新']]), write(3, [1], [['新']])];
  const planned = replacedBlocks(all, () => GRID);
  const half = written(GRID, all.slice(0, 1));

  it('is known by what it has not written', () => {
    expect(isBrokenOff(planned, () => half)).toBe(true);
    expect(isBrokenOff(planned, () => written(GRID, all))).toBe(false);
  });

  it('and the one that went on with it are one step: before as the first found it, after as the second left it', () => {
    const again = [write(2, [1], [['更新']]), write(3, [1, 2], [['新', 33]])];
    const blocks = together(
      planned,
      replacedBlocks(again, () => half),
    );
    const end = written(half, again);
    expect(editedSince(blocks, () => end)).toEqual([]);
    expect(written(end, blocks.map(restoring))).toEqual(GRID);
    // Rows below each other are put back together.
    expect(blocks.map(({ row, places, after }) => [row, places, after.length])).toEqual([
      [1, [1], 2],
      [3, [1, 2], 1],
    ]);
  });

  it('and the one that went on on other sheets are put back sheet by sheet', () => {
    const on = (sheet: string, row: number) => ({ ...write(row, [1], [['新']]), sheet });
    const made = (...changes: WriteBlock[]) => replacedBlocks(changes, () => GRID);
    const blocks = together(made(on('部门', 2), on('设置', 1)), made(on('任务', 3), on('设置', 3), on('部门', 1)));
    expect(blocks.map(({ sheet, row, after }) => [sheet, row, after.length])).toEqual([
      ['任务', 3, 1],
      ['设置', 1, 1],
      ['设置', 3, 1],
      ['部门', 1, 2],
    ]);
  });

  it('on a sheet that is gone is not gone on with: what it wrote was edited away', () => {
    const blocks = replacedBlocks([write(1, [0], [['新']])], () => GRID);
    expect(isBrokenOff(blocks, () => null)).toBe(false);
    expect(editedSince(blocks, () => null)).toHaveLength(1);
  });

  it('is the step it was where the second did what the first had planned', () => {
    expect(
      together(
        planned,
        replacedBlocks(all.slice(1), () => half),
      ),
    ).toEqual(planned);
  });

  it('wherever it broke off, both put back are what stood there (property)', () => {
    const cell = fc.constantFrom<Cell>('', '甲', '乙', 1);
    const grids = fc.array(fc.tuple(cell, cell, cell), { minLength: 6, maxLength: 6 });
    const block = fc
      .record({
        row: fc.integer({ min: 1, max: 4 }),
        from: fc.nat({ max: 1 }),
        rows: fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 }),
      })
      .map(({ row, from, rows }) => write(row, [from, from + 1], rows));
    fc.assert(
      fc.property(
        grids,
        fc.array(block, { maxLength: 3 }),
        fc.array(block, { maxLength: 3 }),
        fc.nat({ max: 3 }),
        (grid, one, two, done) => {
          // Blocks of one run do not overlap: of those that do, the first is written.
          const apart = (blocks: WriteBlock[]) =>
            blocks.filter((own, at) =>
              blocks
                .slice(0, at)
                .every((other) => own.row >= other.row + other.rows.length || other.row >= own.row + own.rows.length),
            );
          const first = apart(one);
          const broken = written(grid, first.slice(0, done));
          const second = apart(two);
          const step = together(
            replacedBlocks(first, () => grid),
            replacedBlocks(second, () => broken),
          );
          const end = written(broken, second);
          expect(editedSince(step, () => end)).toEqual([]);
          expect(written(end, step.map(restoring))).toEqual(grid);
        },
      ),
    );
  });
});
