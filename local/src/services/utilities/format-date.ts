/** `Utilities.formatDate`: the patterns of Java's SimpleDateFormat. */
import { fail } from '../../runtime/errors.ts';
import { offsetIn } from './zone-name.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY = 86_400_000;

export function formatDate(epoch: number, timeZone: string, pattern: string): string {
  if (Number.isNaN(epoch)) fail('invalidArgument', 'date');
  const offset = offsetIn(timeZone, epoch);
  const local = new Date(epoch + offset);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (whole, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replace(/''/g, "'");
    return field(whole[0] ?? '', whole.length, local, offset, timeZone);
  });
}

function field(letter: string, width: number, local: Date, offset: number, zone: string): string {
  const padded = (value: number) => String(value).padStart(width, '0');
  const year = local.getUTCFullYear();
  const hour = local.getUTCHours();
  switch (letter) {
    case 'y':
    case 'u':
      return letter === 'u'
        ? padded(local.getUTCDay() || 7)
        : width === 2
          ? String(year % 100).padStart(2, '0')
          : padded(year);
    case 'Y':
      return padded(weekOf(local).year);
    case 'M':
    case 'L': {
      const month = local.getUTCMonth();
      if (width >= 4) return MONTHS[month] ?? '';
      return width === 3 ? (MONTHS[month] ?? '').slice(0, 3) : padded(month + 1);
    }
    case 'd':
      return padded(local.getUTCDate());
    case 'D':
      return padded(
        Math.floor((Date.UTC(year, local.getUTCMonth(), local.getUTCDate()) - Date.UTC(year, 0, 1)) / DAY) + 1,
      );
    case 'E':
      return width >= 4 ? (DAYS[local.getUTCDay()] ?? '') : (DAYS[local.getUTCDay()] ?? '').slice(0, 3);
    case 'w':
      return padded(weekOf(local).week);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return padded(hour);
    case 'k':
      return padded(hour || 24);
    case 'h':
      return padded(hour % 12 || 12);
    case 'K':
      return padded(hour % 12);
    case 'm':
      return padded(local.getUTCMinutes());
    case 's':
      return padded(local.getUTCSeconds());
    case 'S':
      return padded(local.getUTCMilliseconds());
    case 'G':
      return 'AD';
    case 'z':
      return zone;
    case 'Z':
      return shift(offset, '');
    case 'X':
      return offset === 0 ? 'Z' : width === 1 ? shift(offset, '').slice(0, 3) : shift(offset, width === 3 ? ':' : '');
    default:
      return fail('invalidArgument', letter);
  }
}

function shift(offset: number, between: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${between}${two(minutes % 60)}`;
}

/** Weeks begin on Sunday, and the first has the first of January in it, as in Java's default locale. */
function weekOf(local: Date): { year: number; week: number } {
  const year = local.getUTCFullYear();
  const startOf = (of: number) => {
    const first = Date.UTC(of, 0, 1);
    return first - new Date(first).getUTCDay() * DAY;
  };
  const day = Date.UTC(year, local.getUTCMonth(), local.getUTCDate());
  if (day >= startOf(year + 1)) return { year: year + 1, week: 1 };
  return { year, week: Math.floor((day - startOf(year)) / (7 * DAY)) + 1 };
}
