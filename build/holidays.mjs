/**
 * The statutory calendar as the add-on carries it: the package `chinese-days` computes its tables whenever it is loaded,
 * which every click would pay for (12 of 14 ms); here they are computed when the script is built.
 */
import chineseDays from 'chinese-days';

const FIRST_YEAR = 2000;
/**
 * Far beyond the last published calendar: years without one are plain weeks and take no room in the table. Not counted from
 * today, so that the same sources make the same script in every year.
 */
const LAST_YEAR = 2100;

const DAY = 86_400_000;

/** @returns {string} a module with the package's `isWorkday`, for days told as `2023-05-18` */
export function holidaysModule() {
  const off = {};
  const worked = {};
  for (let day = Date.UTC(FIRST_YEAR, 0, 1); day < Date.UTC(LAST_YEAR, 0, 1); day += DAY) {
    const told = new Date(day).toISOString().slice(0, 10);
    const weekday = new Date(day).getUTCDay() % 6 !== 0;
    if (chineseDays.isWorkday(told) === weekday) continue;
    const year = told.slice(0, 4);
    const days = weekday ? off : worked;
    days[year] = [...(days[year] ?? []), told.slice(5).replace('-', '')];
  }
  return `// Statutory days off and worked weekends, from the package chinese-days (MIT).
const DAYS_OFF = ${table(off)};
const WORKED = ${table(worked)};
export function isWorkday(date) {
  const weekday = new Date(date + 'T00:00:00Z').getUTCDay() % 6 !== 0;
  const exceptions = (weekday ? DAYS_OFF : WORKED)[date.slice(0, 4)] ?? '';
  return exceptions.includes(date.slice(5, 7) + date.slice(8)) ? !weekday : weekday;
}
`;
}

const table = (years) =>
  `{\n${Object.entries(years)
    .map(([year, days]) => `  ${year}: '${days.join(' ')}',\n`)
    .join('')}}`;

/** For esbuild. */
export const holidays = {
  name: 'holidays',
  setup(build) {
    build.onResolve({ filter: /^chinese-days$/ }, ({ path }) => ({ path, namespace: 'holidays' }));
    build.onLoad({ filter: /.*/, namespace: 'holidays' }, () => ({ contents: holidaysModule(), loader: 'js' }));
  },
};
