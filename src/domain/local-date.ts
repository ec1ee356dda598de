/**
 * Days and times as the wall calendar of the spreadsheet's zone shows them, as plain strings. Arithmetic goes by day
 * numbers of the civil calendar, so neither daylight saving nor the machine's zone can shift a date.
 */
import { monthOf, type Period, yearOf } from './period.ts';

declare const dateBrand: unique symbol;
declare const dateTimeBrand: unique symbol;

/** `2023-05-20` */
export type LocalDate = string & { readonly [dateBrand]: true };

/** `2023-05-20T09:30:00` */
export type LocalDateTime = string & { readonly [dateTimeBrand]: true };

export function localDate(year: number, month: number, day: number): LocalDate {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as LocalDate;
}

/** The day on which a moment falls. */
export const dateOf = (moment: LocalDateTime): LocalDate => moment.slice(0, 10) as LocalDate;

/** Days in a month of the civil calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A day of a month; the 31st of a shorter month is its last day. */
export function dayInPeriod(period: Period, day: number): LocalDate {
  const year = yearOf(period);
  const month = monthOf(period);
  return localDate(year, month, Math.min(Math.max(day, 1), daysInMonth(year, month)));
}

/**
 * Days since 1970-01-01, which is day 0. The count runs over years that begin in March, so that the leap day comes
 * last (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
 */
export function dayNumber(date: LocalDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The day with a number of `dayNumber` (civil_from_days of the same source). */
export function dateOfDayNumber(number: number): LocalDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return localDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** How many days `to` lies after `from`; negative where it lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumber(date) + days);

/** The moment some minutes later, as the wall calendar counts: an hour the clocks skip is counted like any other. */
export function addMinutes(moment: LocalDateTime, minutes: number): LocalDateTime {
  const sum = Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16)) + minutes;
  const days = Math.floor(sum / 1440);
  const left = sum - days * 1440;
  const pad = (value: number) => String(value).padStart(2, '0');
  const clock = `${pad(Math.floor(left / 60))}:${pad(left % 60)}${moment.slice(16)}`;
  return `${addDays(dateOf(moment), days)}T${clock}` as LocalDateTime;
}

/** The latest of some days, `first` among them. */
export function latestDay(first: LocalDate, ...others: readonly LocalDate[]): LocalDate {
  let latest = first;
  for (const day of others) if (day > latest) latest = day;
  return latest;
}

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = (date: LocalDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/**
 * The day of a moment in the form the sheet itself keeps (`2023-05-18`, `2023-05-18 09:30`, `2023-05-18T09:30:00`) as a number
 * that reads like it, 20230518; `NaN` where it is in another form, or no moment. Told without making a string or an array: a
 * year asks a million times.
 */
export function dayOfStamp(text: string): number {
  const length = text.length;
  if (length !== 10 && length !== 16 && length !== 19) return Number.NaN;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return Number.NaN;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(year, month))))
    return Number.NaN;
  if (length > 10) {
    const gap = text.charCodeAt(10);
    if ((gap !== SPACE && gap !== LETTER_T) || text.charCodeAt(13) !== COLON) return Number.NaN;
    if (!(twoDigits(text, 11) <= 23 && twoDigits(text, 14) <= 59)) return Number.NaN;
    if (length === 19 && !(text.charCodeAt(16) === COLON && twoDigits(text, 17) <= 59)) return Number.NaN;
  }
  return year * 10_000 + month * 100 + day;
}

const DASH = 45;
const COLON = 58;
const SPACE = 32;
const LETTER_T = 84;

/** The number two digits make; `NaN`, which no comparison admits, where they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

const STAMP = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/;

/**
 * The moment a person typed or a date cell holds: `2023-05-18 09:30`, `2023/5/18`, `2023年5月18日 9时30分`,
 * `2023-05-18T09:30:00`. A day without a time is its beginning. `null` where it is no moment.
 */
export function parseDateTime(typed: string): LocalDateTime | null {
  const text = STAMP.test(typed) ? typed : typed.normalize('NFKC').trim();
  const parts =
    /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?(?:[T\s]*(\d{1,2})(?::|时|点)(?:(\d{1,2})(?:(?::|分)(?:(\d{1,2})(?:\.\d+)?秒?)?)?)?)?$/.exec(
      text,
    );
  if (!parts) return null;
  const number = (part: number) => Number(parts[part] ?? 0);
  const [year, month, day] = [number(1), number(2), number(3)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const [hour, minute, second] = [number(4), number(5), number(6)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${localDate(year, month, day)}T${pad(hour)}:${pad(minute)}:${pad(second)}` as LocalDateTime;
}

/** The day a person typed; a time beside it is dropped. */
export function parseDate(typed: string): LocalDate | null {
  const moment = parseDateTime(typed);
  return moment && dateOf(moment);
}
