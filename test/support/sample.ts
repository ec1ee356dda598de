/** The sample months typed into a prepared workbook, by a reading of the file that shares nothing with the demo's. */
import { readFileSync } from 'node:fs';
import { type Host, valuesOf } from './host.ts';
import { SUBMISSIONS, setUpWorkbook } from './month.ts';

export interface SampleRow {
  readonly month: string;
  readonly department: string;
  readonly task: string;
  readonly text: string;
  readonly count: string;
  readonly people: string;
  readonly links: string;
  readonly submitter: string;
  readonly time: string;
  readonly review: string;
  readonly reason: string;
}

const FIELDS = [
  'month',
  'department',
  'task',
  'text',
  'count',
  'people',
  'links',
  'submitter',
  'time',
  'review',
  'reason',
] as const;

export const SAMPLE: readonly SampleRow[] = readFileSync('examples/submissions.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(
      FIELDS.map((field, at) => [field, (cells[at] ?? '').replaceAll('\\n', '\n')]),
    ) as unknown as SampleRow;
  });

const PLACES: Record<(typeof FIELDS)[number], number> = {
  month: 1,
  department: 2,
  task: 3,
  text: 6,
  count: 7,
  people: 8,
  links: 9,
  submitter: 10,
  time: 11,
  review: 12,
  reason: 13,
};

/** The bureau's workbook on 23 May: March to May prepared, the sample typed in, nothing consolidated yet. */
export function sampleWorkbook(): Host {
  const host = setUpWorkbook();
  for (const month of ['2023-03', '2023-04', '2023-05']) host.call('prepare', { month });
  const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
  if (!sheet) throw new Error('not set up');
  const rows = valuesOf(host, SUBMISSIONS);
  const taken = new Set<number>();
  let below = rows.length;
  for (const sample of SAMPLE) {
    const month = /^2023\D+0?(\d)\D*$/.exec(sample.month)?.[1];
    const waiting = rows.findIndex(
      (row, at) =>
        !taken.has(at) && row[0] === `2023-0${month}` && row[1] === sample.department && row[2] === sample.task,
    );
    const at = waiting < 0 ? below++ : waiting;
    taken.add(at);
    for (const field of FIELDS) {
      // People put an apostrophe before what would otherwise be a formula.
      const typed = /^[=+\-@']/.test(sample[field]) ? `'${sample[field]}` : sample[field];
      if (typed !== '') sheet.getRange(at + 1, PLACES[field]).setValue(typed);
    }
  }
  host.setNow('2023-05-23T09:00');
  return host;
}
