/** Taking rows or columns to another place of their sheet: everything that speaks of a place goes along. */
import { type Axis, areaAfterDelete, areaAfterInsert } from './areas.ts';
import type { Area, Book, Row, Sheet } from './book.ts';
import { mapReferences } from './references.ts';
import { moveAll } from './structure.ts';

interface Move {
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
  /** The position before which they go, counted before the move. */
  readonly before: number;
}

/** A list with `count` items from `at` taken before `before`; positions from 1, holes filled. */
function moved<T>(
  items: readonly (T | undefined)[],
  { at, count, before }: Move,
  blank: T | undefined,
): (T | undefined)[] {
  const all = [...items];
  while (all.length < Math.max(at + count, before) - 1) all.push(blank);
  const block = all.slice(at - 1, at - 1 + count);
  const rest = [...all.slice(0, at - 1), ...all.slice(at - 1 + count)];
  rest.splice(before > at ? before - 1 - count : before - 1, 0, ...block);
  return rest;
}

export function movePositions(book: Book, sheet: Sheet, move: Move): void {
  const { axis, at, count, before } = move;
  if (before >= at && before <= at + count) return;
  if (axis === 'rows') sheet.rows = moved(sheet.rows, move, undefined);
  else {
    sheet.columns = moved(sheet.columns, move, undefined);
    for (const row of sheet.rows) if (row) moveCells(row, move);
  }
  const areaMoved = (area: Area): Area | undefined => {
    const key = axis === 'rows' ? 'row' : 'column';
    const length = axis === 'rows' ? area.rows : area.columns;
    // What lies in the block goes with it; what only reaches into it loses that part, and grows where the block comes in.
    if (area[key] >= at && area[key] + length <= at + count) return { ...area, [key]: area[key] + shiftOf(move) };
    const left = areaAfterDelete(area, axis, at, count);
    return left && areaAfterInsert(left, axis, before > at ? before - count : before, count);
  };
  moveAll(book, sheet, areaMoved, (formula, home) =>
    mapReferences(formula, (reference) => {
      if ((reference.sheet ?? home) !== sheet.name) return undefined;
      const { from, to = from } = reference;
      const [top = 1, left = 1] = [from.row, from.column];
      const area = areaMoved({
        row: top,
        column: left,
        rows: (to.row ?? top) - top + 1,
        columns: (to.column ?? left) - left + 1,
      });
      const key = axis === 'rows' ? 'row' : 'column';
      if (!area || from[key] === undefined || to[key] === undefined) return undefined;
      const length = axis === 'rows' ? area.rows : area.columns;
      return {
        ...reference,
        from: { ...from, [key]: area[key] },
        ...(reference.to === undefined ? {} : { to: { ...to, [key]: area[key] + length - 1 } }),
      };
    }),
  );
}

const shiftOf = ({ at, count, before }: Move): number => (before > at ? before - count - at : before - at);

function moveCells(row: Row, move: Move): void {
  const formulas = row.formulas;
  const places = moved(
    Array.from(row.values, (_, index) => index),
    move,
    -1,
  );
  if (formulas) {
    row.formulas = new Map(
      places.flatMap((from, to): [number, string][] => {
        const formula = from === undefined ? undefined : formulas.get(from);
        return formula === undefined ? [] : [[to, formula]];
      }),
    );
  }
  row.values = moved(row.values, move, null).map((value) => value ?? null);
  row.styles = moved(row.styles, move, 0).map((style) => style ?? 0);
}
