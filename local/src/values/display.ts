/** How a value is shown in its cell: what `getDisplayValues` says. */

import { format as formatted } from 'numfmt';
import type { CellStyle, CellValue } from '../book/book.ts';
import { habitsOf } from './locales.ts';

/** The text a cell shows. */
export function displayText(value: CellValue, style: CellStyle | undefined, locale: string): string {
  if (value === null || value === undefined) return '';
  const code = style?.numberFormat;
  if (typeof value === 'string')
    return code === undefined || code === '@' || !code.includes('@') ? value : shown(code, value, locale);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  if (code === undefined || code === '@') return generalText(value, locale);
  return shown(code, value, locale);
}

function shown(code: string, value: string | number, locale: string): string {
  try {
    return formatted(code, value, { locale: locale.replace('_', '-'), throws: true });
  } catch {
    // A code numfmt cannot read shows the bare value, as Sheets does with one it cannot read.
    return typeof value === 'string' ? value : generalText(value, locale);
  }
}

/** A number in the automatic format: at most ten significant digits behind the point, none that are nought. */
function generalText(value: number, locale: string): string {
  const size = Math.abs(value);
  let text: string;
  if (Number.isInteger(value) && size < 1e15) text = String(Object.is(value, -0) ? 0 : value);
  else if (size >= 1e15 || (size < 1e-9 && size > 0)) {
    text = value
      .toExponential(9)
      .replace(/\.?0+e/, 'e')
      .replace('e', 'E')
      .replace(/E([+-])(\d)$/, 'E$10$2');
  } else text = String(Number(value.toPrecision(Math.max(10, String(Math.trunc(size)).length))));
  if (/e-/.test(text)) text = Number(text).toFixed(18).replace(/0+$/, '');
  return habitsOf(locale).decimal === ',' ? text.replace('.', ',') : text;
}
