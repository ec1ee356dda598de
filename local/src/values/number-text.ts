/** Text that is a number to a spreadsheet: thousands, percent, money, exponents. */
import type { LocaleHabits } from './locales.ts';

/** A number as typed, and the number format that comes with it; none for a plain one. */
export interface TypedNumber {
  readonly value: number;
  readonly format?: string;
}

/** The number a text is, or undefined. The text is trimmed. */
export function parseNumberText(text: string, habits: LocaleHabits): TypedNumber | undefined {
  let rest = text;
  let negative = false;
  let signed = false;
  const bracketed = /^\((.+)\)$/.exec(rest);
  if (bracketed) {
    negative = true;
    signed = true;
    rest = (bracketed[1] ?? '').trim();
  }
  const sign = (): boolean => {
    if (signed || (rest[0] !== '-' && rest[0] !== '+')) return false;
    negative = rest[0] === '-';
    signed = true;
    rest = rest.slice(1).trimStart();
    return true;
  };
  sign();
  let money: string | undefined;
  for (const symbol of habits.currency) {
    if (rest.startsWith(symbol)) {
      money = symbol;
      rest = rest.slice(symbol.length).trimStart();
      break;
    }
    if (habits.currencyAfter && rest.endsWith(symbol)) {
      money = symbol;
      rest = rest.slice(0, -symbol.length).trimEnd();
      break;
    }
  }
  sign();
  let percent = false;
  if (money === undefined && rest.endsWith('%')) {
    percent = true;
    rest = rest.slice(0, -1).trimEnd();
  }
  const body = parseDigits(rest, habits);
  if (body === undefined) return undefined;
  const magnitude = percent ? Number(`${body.digits}e-2`) : Number(body.digits);
  const value = negative ? -magnitude : magnitude;
  const decimals = body.decimals > 0;
  if (percent) return { value, format: decimals ? '0.00%' : '0%' };
  if (money !== undefined) {
    const number = decimals ? '#,##0.00' : '#,##0';
    const quoted = money === '$' ? '"$"' : `"${money}"`;
    return { value, format: habits.currencyAfter ? `${number} ${quoted}` : `${quoted}${number}` };
  }
  if (body.exponent) return { value, format: '0.00E+00' };
  if (body.grouped) return { value, format: decimals ? '#,##0.00' : '#,##0' };
  return { value };
}

interface Digits {
  readonly digits: string;
  readonly decimals: number;
  readonly grouped: boolean;
  readonly exponent: boolean;
}

function parseDigits(text: string, { decimal, group }: LocaleHabits): Digits | undefined {
  const point = decimal === ',' ? ',' : '\\.';
  const between = group === '.' ? '\\.' : group === ' ' ? '[ \\u00a0\\u202f]' : ',';
  const match = new RegExp(
    `^(\\d+|\\d{1,3}(?:${between}\\d{3})+|\\d+(?: \\d+)+)?(?:${point}(\\d*))?(?:[eE]([+-]?\\d{1,3}))?$`,
  ).exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction, exponent] = match;
  if (whole === '' && (fraction ?? '') === '') return undefined;
  const plain = whole.replace(/[^\d]/g, '');
  return {
    digits: `${plain === '' ? '0' : plain}.${fraction ?? ''}0${exponent === undefined ? '' : `e${exponent}`}`,
    decimals: fraction?.length ?? 0,
    // Blanks between digits are swallowed without bringing a format (observed: `22 34` becomes 2234).
    grouped: whole !== plain && !/ /.test(whole),
    exponent: exponent !== undefined,
  };
}
