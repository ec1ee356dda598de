/** Rectangles of cells: what lies in what, and what is left when one is taken away or the sheet grows. */
import type { Area } from './book.ts';

/** The last row of an area. */
export const bottomOf = (area: Area): number => area.row + area.rows - 1;

/** The last column of an area. */
export const rightOf = (area: Area): number => area.column + area.columns - 1;

/** An area from its corners, both included. */
export function areaOf(top: number, left: number, bottom: number, right: number): Area {
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Is the cell inside? */
export function hasCell(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** Is the second area wholly inside the first? */
export function contains(outer: Area, inner: Area): boolean {
  return (
    hasCell(outer, inner.row, inner.column) && bottomOf(inner) <= bottomOf(outer) && rightOf(inner) <= rightOf(outer)
  );
}

/** What two areas share, or undefined. */
export function intersection(a: Area, b: Area): Area | undefined {
  const top = Math.max(a.row, b.row);
  const left = Math.max(a.column, b.column);
  const bottom = Math.min(bottomOf(a), bottomOf(b));
  const right = Math.min(rightOf(a), rightOf(b));
  return bottom < top || right < left ? undefined : areaOf(top, left, bottom, right);
}

/** What is left of an area when another is cut out: up to four rectangles. */
export function subtract(area: Area, hole: Area): Area[] {
  const cut = intersection(area, hole);
  if (!cut) return [area];
  const left: Area[] = [];
  if (cut.row > area.row) left.push(areaOf(area.row, area.column, cut.row - 1, rightOf(area)));
  if (cut.column > area.column) left.push(areaOf(cut.row, area.column, bottomOf(cut), cut.column - 1));
  if (rightOf(cut) < rightOf(area)) left.push(areaOf(cut.row, rightOf(cut) + 1, bottomOf(cut), rightOf(area)));
  if (bottomOf(cut) < bottomOf(area)) left.push(areaOf(bottomOf(cut) + 1, area.column, bottomOf(area), rightOf(area)));
  return left;
}

/** Are all cells of the area inside one or other of the parts? */
export function coveredBy(area: Area, parts: readonly Area[]): boolean {
  let rest = [area];
  for (const part of parts) rest = rest.flatMap((piece) => subtract(piece, part));
  return rest.length === 0;
}

/** A direction along which rows or columns are put in and taken out. */
export type Axis = 'rows' | 'columns';

/** Where a span of positions ends up when `count` are inserted before `at`; one that holds `at` inside grows. */
export function spanAfterInsert(start: number, length: number, at: number, count: number): [number, number] {
  if (at <= start) return [start + count, length];
  if (at < start + length) return [start, length + count];
  return [start, length];
}

/** Where a span ends up when `count` positions from `at` on are removed; undefined when nothing of it is left. */
export function spanAfterDelete(
  start: number,
  length: number,
  at: number,
  count: number,
): [number, number] | undefined {
  const end = start + length;
  const gone = Math.max(0, Math.min(end, at + count) - Math.max(start, at));
  if (gone === length) return undefined;
  return [start - Math.max(0, Math.min(count, start - at)), length - gone];
}

/** An area after positions were inserted along an axis. */
export function areaAfterInsert(area: Area, axis: Axis, at: number, count: number): Area {
  if (axis === 'rows') {
    const [row, rows] = spanAfterInsert(area.row, area.rows, at, count);
    return { ...area, row, rows };
  }
  const [column, columns] = spanAfterInsert(area.column, area.columns, at, count);
  return { ...area, column, columns };
}

/** An area after positions were removed along an axis; undefined when nothing of it is left. */
export function areaAfterDelete(area: Area, axis: Axis, at: number, count: number): Area | undefined {
  const span =
    axis === 'rows'
      ? spanAfterDelete(area.row, area.rows, at, count)
      : spanAfterDelete(area.column, area.columns, at, count);
  if (!span) return undefined;
  return axis === 'rows' ? { ...area, row: span[0], rows: span[1] } : { ...area, column: span[0], columns: span[1] };
}
