/** Text that is a date or a time to a spreadsheet: `2023-05-06`, `2023-05`, `1/2`, `5月6日`, `9:30`. */
import type { LocaleHabits } from './locales.ts';
import { serialOfDay } from './zone.ts';

/** A date as typed: its serial number and the number format that comes with it. */
export interface TypedDate {
  readonly value: number;
  readonly format: string;
}

interface Part {
  /** Days, or the fraction of one. */
  readonly serial: number;
  readonly format: string;
}

/** The date, time or both that a text is, or undefined. `year` is the year of a date typed without one. */
export function parseDateText(text: string, habits: LocaleHabits, year: number): TypedDate | undefined {
  const whole = parseDay(text, habits, year) ?? parseTime(text, habits);
  if (whole) return { value: whole.serial, format: whole.format };
  const gap = text.search(/ +\D{0,3}\d{1,2}[:时点]| +(?:上午|下午)/);
  const at = gap > 0 ? gap : text.indexOf('日') + 1;
  if (at <= 0 || at >= text.length) return undefined;
  const day = parseDay(text.slice(0, at), habits, year);
  const time = parseTime(text.slice(at).trim(), habits);
  return day && time ? { value: day.serial + time.serial, format: `${day.format} ${time.format}` } : undefined;
}

function parseDay(text: string, habits: LocaleHabits, year: number): Part | undefined {
  return numericDay(text, habits, year) ?? (habits.ideographic ? ideographicDay(text, year) : namedDay(text, year));
}

/** `yyyy-mm` or `yyyy-m`: shown with as many digits as were typed. */
const padded = (letter: string, typed: string): string => (typed.length > 1 ? letter + letter : letter);

function numericDay(text: string, habits: LocaleHabits, year: number): Part | undefined {
  const match = /^(\d{1,4})([-/. ])(\d{1,4})(?:\2(\d{1,4}))?$/.exec(text);
  if (!match) return undefined;
  const [, a = '', separator = '', b = '', c] = match;
  if (separator === '.' && !habits.dateSeparators.includes('.')) return undefined;
  if (separator === '.' && c === undefined) return undefined;
  const s = separator === ' ' ? '/' : separator;
  if (a.length === 4) {
    if (b.length > 2 || (c?.length ?? 0) > 2) return undefined;
    const format = `yyyy${s}${padded('m', b)}${c === undefined ? '' : s + padded('d', c)}`;
    return separator === ' ' ? undefined : dayPart(Number(a), Number(b), c === undefined ? 1 : Number(c), format);
  }
  if (a.length > 2) return undefined;
  const dayFirst = habits.order === 'dmy';
  const [month, dayOfMonth] = dayFirst ? [b, a] : [a, b];
  if (c === undefined) {
    if (b.length === 4)
      return separator === ' ' ? undefined : dayPart(Number(b), Number(a), 1, `${padded('m', a)}${s}yyyy`);
    if (b.length > 2) return undefined;
    const parts = [padded('m', month), padded('d', dayOfMonth)];
    return dayPart(year, Number(month), Number(dayOfMonth), (dayFirst ? parts.reverse() : parts).join(s));
  }
  if (separator === ' ') return undefined;
  if (habits.order === 'ymd' && c.length <= 2 && a.length === 2) {
    return dayPart(fullYear(a), Number(b), Number(c), `yy${s}${padded('m', b)}${s}${padded('d', c)}`);
  }
  if ((c.length !== 2 && c.length !== 4) || b.length > 2) return undefined;
  const parts = [padded('m', month), padded('d', dayOfMonth)];
  const format = [...(dayFirst ? parts.reverse() : parts), c.length === 4 ? 'yyyy' : 'yy'].join(s);
  return dayPart(fullYear(c), Number(month), Number(dayOfMonth), format);
}

function ideographicDay(text: string, year: number): Part | undefined {
  const match = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text);
  if (!match) return undefined;
  const [, typedYear, month = '', dayOfMonth] = match;
  if (typedYear === undefined && dayOfMonth === undefined) return undefined;
  const format = `${typedYear === undefined ? '' : 'yyyy"年"'}m"月"${dayOfMonth === undefined ? '' : 'd"日"'}`;
  return dayPart(Number(typedYear ?? year), Number(month), Number(dayOfMonth ?? 1), format);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const longMonths = 'january february march april may june july august september october november december'.split(' ');

function namedMonth(text: string): { month: number; format: string } | undefined {
  const name = text.toLowerCase().replace(/\.$/, '');
  const long = longMonths.indexOf(name);
  if (long >= 0) return { month: long + 1, format: 'mmmm' };
  const short = name === 'sept' ? 8 : months.indexOf(name);
  return short >= 0 ? { month: short + 1, format: 'mmm' } : undefined;
}

function namedDay(text: string, year: number): Part | undefined {
  const monthFirst = /^([A-Za-z]+\.?)[ -](\d{1,2})(?:,? +(\d{4}))?$/.exec(text);
  if (monthFirst) {
    const [, name = '', dayOfMonth = '', typedYear] = monthFirst;
    const month = namedMonth(name);
    const format = typedYear === undefined ? 'd-mmm' : `${month?.format ?? ''} d, yyyy`;
    return month && dayPart(Number(typedYear ?? year), month.month, Number(dayOfMonth), format);
  }
  const dayFirst = /^(\d{1,2})[ -]([A-Za-z]+\.?)(?:[ -](\d{4}|\d{2}))?$/.exec(text);
  if (dayFirst) {
    const [, dayOfMonth = '', name = '', typedYear] = dayFirst;
    const month = namedMonth(name);
    const format = typedYear === undefined ? 'd-mmm' : `d-mmm-${typedYear.length === 4 ? 'yyyy' : 'yy'}`;
    return (
      month && dayPart(typedYear === undefined ? year : fullYear(typedYear), month.month, Number(dayOfMonth), format)
    );
  }
  const monthOnly = /^([A-Za-z]+\.?)[ -](\d{4})$/.exec(text);
  if (!monthOnly) return undefined;
  const month = namedMonth(monthOnly[1] ?? '');
  return month && dayPart(Number(monthOnly[2]), month.month, 1, `${month.format} yyyy`);
}

/** Two digits: 00 to 29 are this century's, as in every spreadsheet. */
function fullYear(digits: string): number {
  if (digits.length > 2) return Number(digits);
  const short = Number(digits);
  return short < 30 ? 2000 + short : 1900 + short;
}

function dayPart(year: number, month: number, dayOfMonth: number, format: string): Part | undefined {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31 || year < 1) return undefined;
  const serial = serialOfDay(year, month, dayOfMonth);
  // The 31st of June rolls over: no such day.
  if (serialOfDay(year, month, 1) + dayOfMonth - 1 !== serial) return undefined;
  if (dayOfMonth > new Date(Date.UTC(year < 100 ? 2000 + year : year, month, 0)).getUTCDate()) return undefined;
  return { serial, format };
}

function parseTime(text: string, habits: LocaleHabits): Part | undefined {
  const clock = /^(\d{1,4}):(\d{2})(?::(\d{2})(\.\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?$/.exec(text);
  if (clock) {
    const [, hours = '', minutes = '', seconds, fraction, half] = clock;
    return timePart(Number(hours), Number(minutes), seconds, fraction, half?.toLowerCase());
  }
  if (!habits.ideographic) return undefined;
  const spoken = /^(上午|下午)? ?(\d{1,2})(?::(\d{2})(?::(\d{2}))?|[时点](?:(\d{1,2})分)?(?:(\d{1,2})秒)?)$/.exec(text);
  if (!spoken) return undefined;
  const [, half, hours = '', minutes = spoken[5] ?? '0', seconds = spoken[6]] = spoken;
  return timePart(
    Number(hours),
    Number(minutes),
    seconds,
    undefined,
    half === undefined ? undefined : half === '上午' ? 'a' : 'p',
  );
}

function timePart(
  hours: number,
  minutes: number,
  seconds: string | undefined,
  fraction: string | undefined,
  half: string | undefined,
): Part | undefined {
  const second = Number(seconds ?? 0) + Number(fraction ?? 0);
  if (minutes > 59 || second >= 60) return undefined;
  if (half !== undefined && (hours < 1 || hours > 12)) return undefined;
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  const serial = (hour * 3600 + minutes * 60 + second) / 86_400;
  const long = hour >= 24;
  const format = `${long ? '[h]' : 'h'}:mm${seconds === undefined ? '' : ':ss'}${half === undefined ? '' : ' am/pm'}`;
  return { serial, format };
}
