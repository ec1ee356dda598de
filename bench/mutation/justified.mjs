/**
 * Mutants that survive and may: each with the reason. `npm run mutation` prints their number apart and does not count them as
 * killed; an entry that no surviving mutant answers to is an error, so that the list holds nothing outlived.
 *
 * `file` and `line` say where (the line's text, without the space around it), `was` and `becomes` what is changed, as the
 * command prints them.
 */
export const JUSTIFIED = [
  {
    file: 'src/domain/evidence.ts',
    line: "const text = part.replace(/\\s+/g, '');",
    was: '/\\s+/g',
    becomes: '/\\s/g',
    why: 'One by one or in runs, the same blanks are taken out.',
  },
  {
    file: 'src/domain/evidence.ts',
    line: 'for (let index = 0; index < text.length && count < least; index += 1) {',
    was: 'count < least',
    becomes: 'true',
    why: 'A shortcut: counting on gives the same answer.',
  },
  {
    file: 'src/domain/evidence.ts',
    line: 'for (let index = 0; index < text.length && count < least; index += 1) {',
    was: 'count < least',
    becomes: 'count <= least',
    why: 'A shortcut: counting on gives the same answer.',
  },
  {
    file: 'src/domain/evidence.ts',
    line: "return links.split(/[\\s;；，]+/).filter((link) => link !== '').length;",
    was: '/[\\s;；，]+/',
    becomes: '/[\\s;；，]/',
    why: 'Parted one by one, the empty parts between are dropped by the filter.',
  },
  {
    file: 'src/domain/local-date.ts',
    line: 'for (const day of others) if (day > latest) latest = day;',
    was: 'day > latest',
    becomes: 'day >= latest',
    why: 'Of two equal days either is the latest.',
  },
  {
    file: 'src/domain/local-date.ts',
    line: 'if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(year, month))))',
    was: 'day <= 28',
    becomes: 'false',
    why: 'A shortcut: every month has 28 days.',
  },
  {
    file: 'src/domain/name.ts',
    line: ".replace(/[\\s\\u200b-\\u200f\\u2060\\ufeff]+/g, '')",
    was: '/[\\s\\u200b-\\u200f\\u2060\\ufeff]+/g',
    becomes: '/[\\s\\u200b-\\u200f\\u2060\\ufeff]/g',
    why: 'One by one or in runs, the same characters are taken out.',
  },
  {
    file: 'src/domain/dispatch/dispatch.ts',
    line: 'sent: [],',
    was: '[]',
    becomes: '["Stryker was here"]',
    why: 'The list would hold a word that is no state: nothing is asked for it.',
  },
  {
    file: 'src/domain/dispatch/dispatch.ts',
    line: 'unknown: [],',
    was: '[]',
    becomes: '["Stryker was here"]',
    why: 'The list would hold a word that is no state: nothing is asked for it.',
  },
  {
    file: 'src/domain/dispatch/issues.ts',
    line: "const [, of, period = '', who = '', supplement] =",
    was: "''",
    becomes: '"Stryker was here!"',
    reason:
      'Only there for the types: of a key that does not match, nothing is told; of a match, the first entry is not read.',
  },
  {
    file: 'src/domain/dispatch/issues.ts',
    line: '/^([^/]+)\\/([^/]+)\\/(.*?)(?:\\/补充(\\d+))?$/.exec(slotOfKey(key)) ?? [];',
    was: '[]',
    becomes: '["Stryker was here"]',
    reason:
      'Only there for the types: of a key that does not match, nothing is told; of a match, the first entry is not read.',
  },
  {
    file: 'src/domain/dispatch/issues.ts',
    line: "const [, day = '', number] = /^(\\d{4}-\\d\\d-\\d\\d)\\.(\\d+)\\./.exec(content) ?? [];",
    was: '[]',
    becomes: '["Stryker was here"]',
    reason:
      'Only there for the types: of a key that does not match, nothing is told; of a match, the first entry is not read.',
  },
  {
    file: 'src/domain/reminder/days.ts',
    line: "...(onDay ? [workingDays ? moveOffHoliday(lastDay, 'previous') : lastDay] : []),",
    was: "'previous'",
    becomes: '""',
    why: 'Whatever is not `next` or `none` steps back.',
  },
  {
    file: 'src/domain/reminder/days.ts',
    line: 'for (const day of days) if (day !== null && day <= today && (latest === null || day > latest)) latest = day;',
    was: 'day !== null',
    becomes: 'true',
    why: "`null <= '2023-05-20'` is false as well: this is for the types.",
  },
  {
    file: 'src/domain/reminder/days.ts',
    line: 'for (const day of days) if (day !== null && day <= today && (latest === null || day > latest)) latest = day;',
    was: 'day > latest',
    becomes: 'day >= latest',
    why: 'The same day again is the same day.',
  },
  {
    file: 'src/domain/reminder/served.ts',
    line: 'const [, of, period, who, day] = parts ?? [];',
    was: '[]',
    becomes: '["Stryker was here"]',
    why: 'Of a key that does not match, nothing is told: the first entry is not read.',
  },
  {
    file: 'src/domain/reminder/served.ts',
    line: 'if (of !== kind || period === undefined || !isPeriod(period) || who === undefined) return [];',
    was: 'period === undefined',
    becomes: 'false',
    why: 'A key that matches has all its parts: this is for the types.',
  },
  {
    file: 'src/domain/reminder/served.ts',
    line: 'if (of !== kind || period === undefined || !isPeriod(period) || who === undefined) return [];',
    was: 'who === undefined',
    becomes: 'false',
    why: 'A key that matches has all its parts: this is for the types.',
  },
];
