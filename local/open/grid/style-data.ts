/** How a cell looks, in Univer's terms. */
import type { BorderLine, CellStyle } from '../../book/book.ts';

type Plain = Record<string, unknown>;

const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const WRAP = { overflow: 1, clip: 2, wrap: 3 } as const;
const BORDER = { thin: 1, dotted: 3, dashed: 4, double: 7, medium: 8, thick: 13 } as const;

export function styleData(style: CellStyle): Plain {
  const { numberFormat, fontFamily, fontSize, bold, italic, underline, strikethrough, fontColor, background } = style;
  const { horizontal, vertical, wrap, rotation, top, right, bottom, left } = style;
  const borders = { t: lineOf(top), r: lineOf(right), b: lineOf(bottom), l: lineOf(left) };
  return {
    ...(numberFormat === undefined ? {} : { n: { pattern: numberFormat } }),
    ...(fontFamily === undefined ? {} : { ff: fontFamily }),
    ...(fontSize === undefined ? {} : { fs: fontSize }),
    ...(bold ? { bl: 1 } : {}),
    ...(italic ? { it: 1 } : {}),
    ...(underline ? { ul: { s: 1 } } : {}),
    ...(strikethrough ? { st: { s: 1 } } : {}),
    ...(fontColor === undefined ? {} : { cl: { rgb: fontColor } }),
    ...(background === undefined ? {} : { bg: { rgb: background } }),
    ...(horizontal === undefined ? {} : { ht: HORIZONTAL[horizontal] }),
    ...(vertical === undefined ? {} : { vt: VERTICAL[vertical] }),
    ...(wrap === undefined ? {} : { tb: WRAP[wrap] }),
    ...(rotation === undefined ? {} : { tr: { a: rotation } }),
    ...((top ?? right ?? bottom ?? left)
      ? { bd: Object.fromEntries(Object.entries(borders).filter(([, line]) => line)) }
      : {}),
  };
}

const lineOf = (line: BorderLine | undefined) => line && { s: BORDER[line.style], cl: { rgb: line.color } };
