/**
 * Mutants that survive and may: each with the reason. `npm run mutation` prints their number apart and does not count them as
 * killed; an entry that no surviving mutant answers to is an error, so that the list holds nothing outlived.
 *
 * `file` and `line` say where (the line's text, without the space around it), `was` and `becomes` what is changed, as the
 * command prints them.
 */
export const JUSTIFIED = [
  {
    file: 'src/domain/dispatch/dispatch.ts',
    line: 'sent: [],',
    was: '[]',
    becomes: '["Stryker was here"]',
    reason: 'The list would hold a word that is no state: nothing is asked for it.',
  },
  {
    file: 'src/domain/dispatch/dispatch.ts',
    line: 'unknown: [],',
    was: '[]',
    becomes: '["Stryker was here"]',
    reason: 'The list would hold a word that is no state: nothing is asked for it.',
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
    reason: 'Whatever is not `next` or `none` steps back.',
  },
  {
    file: 'src/domain/reminder/days.ts',
    line: 'for (const day of days) if (day !== null && day <= today && (latest === null || day > latest)) latest = day;',
    was: 'day !== null',
    becomes: 'true',
    reason: "`null <= '2023-05-20'` is false as well: this is for the types.",
  },
  {
    file: 'src/domain/reminder/days.ts',
    line: 'for (const day of days) if (day !== null && day <= today && (latest === null || day > latest)) latest = day;',
    was: 'day > latest',
    becomes: 'day >= latest',
    reason: 'The same day again is the same day.',
  },
  {
    file: 'src/domain/reminder/served.ts',
    line: 'const [, of, period, who, day] = parts ?? [];',
    was: '[]',
    becomes: '["Stryker was here"]',
    reason: 'Of a key that does not match, nothing is told: the first entry is not read.',
  },
  {
    file: 'src/domain/reminder/served.ts',
    line: 'if (of !== kind || period === undefined || !isPeriod(period) || who === undefined) return [];',
    was: 'period === undefined',
    becomes: 'false',
    reason: 'A key that matches has all its parts: this is for the types.',
  },
  {
    file: 'src/domain/reminder/served.ts',
    line: 'if (of !== kind || period === undefined || !isPeriod(period) || who === undefined) return [];',
    was: 'who === undefined',
    becomes: 'false',
    reason: 'A key that matches has all its parts: this is for the types.',
  },
];
