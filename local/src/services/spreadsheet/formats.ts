/** How cells look: the format methods of Range. */
import type { CellStyle } from '../../book/book.ts';
import { restyle, styleAt, withStyle } from '../../book/cells.ts';
import { automaticFormat, storedFormat } from '../../values/formats.ts';
import { eachColumn, eachRow, requireShape } from './cell-values.ts';
import { namedColors } from './color-names.ts';
import { requireEdit } from './edit-rights.ts';
import type { RangeState } from './state.ts';

/** Changes of style; `undefined` takes a member back to the default. */
export type StyleChange = { [K in keyof CellStyle]?: CellStyle[K] | undefined };

/** All cells get the same. */
export function setStyle(state: RangeState, change: StyleChange): void {
  requireEdit(state, state.area);
  restyle(state.book, state.sheet, state.area, (style) => withStyle(style, change));
}

/** Each cell gets its own. */
export function setStyles<T>(
  state: RangeState,
  values: readonly (readonly T[])[],
  change: (value: T) => StyleChange,
): void {
  requireShape(state, values);
  requireEdit(state, state.area);
  values.forEach((row, r) => {
    row.forEach((value, c) => {
      const area = { row: state.area.row + r, column: state.area.column + c, rows: 1, columns: 1 };
      restyle(state.book, state.sheet, area, (style) => withStyle(style, change(value)));
    });
  });
}

export function getStyles<T>({ book, sheet, area }: RangeState, look: (style: CellStyle) => T): T[][] {
  return eachRow(area, (row) => eachColumn(area, (column) => look(styleAt(book, sheet, row, column))));
}

export function getStyle<T>({ book, sheet, area }: RangeState, look: (style: CellStyle) => T): T {
  return look(styleAt(book, sheet, area.row, area.column));
}

/** A colour as the model keeps it; `null` is none. What is no colour is taken without complaint, as on the platform: as black. */
export function colorOf(color: string | null | undefined): string | undefined {
  if (color === null || color === undefined || color === '') return undefined;
  const lower = color.toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(lower);
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
  return /^#[0-9a-f]{6}$/.test(lower) ? lower : (namedColors.get(lower) ?? '#000000');
}

export const backgroundOf = (style: CellStyle): string => style.background ?? '#ffffff';
export const fontColorOf = (style: CellStyle): string => style.fontColor ?? '#000000';
export const numberFormatOf = (style: CellStyle): string => style.numberFormat ?? automaticFormat;
export const formatChange = (format: string): StyleChange => ({ numberFormat: storedFormat(format) });
export const horizontalOf = (style: CellStyle): string => style.horizontal ?? 'general';
export const verticalOf = (style: CellStyle): string => style.vertical ?? 'bottom';

export function horizontalChange(value: string | null): StyleChange {
  return { horizontal: value === 'left' || value === 'center' || value === 'right' ? value : undefined };
}

export function verticalChange(value: string | null): StyleChange {
  return { vertical: value === 'top' || value === 'middle' ? value : undefined };
}
