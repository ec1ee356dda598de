/** The sample months typed into a prepared workbook, by a reading of the file that shares nothing with the demo's. */

import { readFileSync } from 'node:fs';
import { builtOnce } from './built.ts';
import { IN } from './columns.ts';
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

/** The column of 月度报送 a field goes into, from 1. */
const columnOf = (field: (typeof FIELDS)[number]): number =>
  IN.submissions.place(field === 'month' ? 'period' : field) + 1;

/** The bureau's workbook on 23 May: March to May prepared, the sample typed in, nothing consolidated yet. */
export const sampleWorkbook = (): Host => builtOnce('sample', '2023-05-23T09:00', {}, handedIn);

function handedIn(): Host {
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
        !taken.has(at) &&
        row[IN.submissions.place('period')] === `2023-0${month}` &&
        row[IN.submissions.place('department')] === sample.department &&
        row[IN.submissions.place('task')] === sample.task,
    );
    const at = waiting < 0 ? below++ : waiting;
    taken.add(at);
    for (const field of FIELDS) {
      // People put an apostrophe before what would otherwise be a formula.
      const typed = /^[=+\-@']/.test(sample[field]) ? `'${sample[field]}` : sample[field];
      if (typed !== '') sheet.getRange(at + 1, columnOf(field)).setValue(typed);
    }
  }
  return host;
}
