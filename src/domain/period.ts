/**
 * A reporting month. A plain string, `2023-05`, so that months compare, sort and travel as text and no time zone can
 * shift them.
 */
declare const periodBrand: unique symbol;
export type Period = string & { readonly [periodBrand]: true };

const SHAPE = /^([1-9]\d{3})-(0[1-9]|1[0-2])$/;

/** The month of a year; `month` counts from 1. */
export function periodOf(year: number, month: number): Period {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Period;
}

export function isPeriod(text: string): text is Period {
  return SHAPE.test(text);
}

export const yearOf = (period: Period): number => Number(period.slice(0, 4));

/** 1 to 12. */
export const monthOf = (period: Period): number => Number(period.slice(5, 7));

/** The month so many months later (or earlier). */
export function addMonths(period: Period, count: number): Period {
  const months = yearOf(period) * 12 + monthOf(period) - 1 + count;
  return periodOf(Math.floor(months / 12), (months % 12) + 1);
}

/**
 * The month a person typed, in any of the ways people type one: `2023-05`, `2023年5月`, `2023/5`, `2023.05`, `202305`,
 * `2023年5月份`, `2023-05-20`, a date cell's `2023-05-01T00:00:00`; a bare `5月` or `5` where the year is known.
 * `null` where it is no month.
 */
export function parsePeriod(typed: string | number, year?: number): Period | null {
  const plain = String(typed);
  if (isPeriod(plain)) return plain;
  const text = plain.normalize('NFKC').replace(/\s/g, '');
  const full =
    /^(\d{4})(?:年度?|[-/.])(\d{1,2})(?:月份?)?$/.exec(text) ??
    /^(\d{4})(\d{2})$/.exec(text) ??
    /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])\d{1,2}日?(?:T[\d:.]+|\d{1,2}:[\d:]+)?$/.exec(text);
  if (full) return checked(Number(full[1]), Number(full[2]));
  const bare = /^(\d{1,2})(?:月份?)?$/.exec(text);
  if (bare && year !== undefined) return checked(year, Number(bare[1]));
  return null;
}

function checked(year: number, month: number): Period | null {
  return year >= 1900 && month >= 1 && month <= 12 ? periodOf(year, month) : null;
}
