/** Types the sample rows into 月度报送, as clerks would: into the row that waits for them, or below the last one. */
import type { Host } from '../../host.ts';
import type { SampleRow } from './sample.ts';

const SHEET = '月度报送';
const HEADINGS = ['报送内容', '数量', '人次', '佐证链接', '报送人', '报送时间', '审核', '退回原因'] as const;

/** A person who types a formula-like text into the sheet puts an apostrophe before it; the sample is of such a person. */
const typed = (cell: string): string => (/^[=+\-@']/.test(cell) ? `'${cell}` : cell);

export function fillIn(host: Host, rows: readonly SampleRow[]): number {
  const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SHEET);
  if (!sheet) throw new Error(`no sheet ${SHEET}`);
  const values = sheet.getDataRange().getValues() as unknown[][];
  const headings = values[0]?.map(String) ?? [];
  const at = (heading: string) => headings.indexOf(heading);
  const waiting = new Map<string, number>();
  values.forEach((row, index) => {
    const key = [row[at('月份')], row[at('部门')], row[at('任务')]].join('/');
    if (index > 0 && String(row[at('报送内容')]) === '') waiting.set(key, index + 1);
  });
  let below = values.length + 1;
  for (const { period, department, task, cells } of rows) {
    const key = `${period}/${department}/${task}`;
    const row = waiting.get(key) ?? waiting.get(`${normal(period)}/${department}/${task}`) ?? below++;
    waiting.delete(key);
    write(sheet, row, at('月份'), typed(period));
    write(sheet, row, at('部门'), typed(department));
    write(sheet, row, at('任务'), typed(task));
    cells.forEach((cell, index) => {
      if (cell !== '') write(sheet, row, at(HEADINGS[index] ?? ''), typed(cell));
    });
  }
  return rows.length;
}

/** The way the month of a waiting row is written. */
function normal(period: string): string {
  const match = /^(\d{4})\D+(\d{1,2})/.exec(period);
  return match ? `${match[1]}-${(match[2] ?? '').padStart(2, '0')}` : period;
}

function write(sheet: GoogleAppsScript.Spreadsheet.Sheet, row: number, column: number, value: string): void {
  sheet.getRange(row, column + 1).setValue(value);
}
