/** The whole command on a large workbook beside only reading and writing that workbook. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { createHost, loadBook, saveBook } from '../dist/local.js';
import { periodOf, submissionRows } from './data.mjs';
import { measureInTurn } from './measure.mjs';

const PLAN = readFileSync('examples/plan.txt', 'utf8');
const SCRIPT = readFileSync('dist/apps-script/huizong.js', 'utf8');
const SHEET = '月度报送';

export async function* workbook() {
  const dir = mkdtempSync(join(tmpdir(), 'huizong-bench-'));
  for (const count of [35, 3_500, 35_000, 100_000]) {
    const path = join(dir, `${count}.xlsx`);
    makeWorkbook(path, count);
    const { calls, cells } = counted(path);
    const words = count.toLocaleString('en');
    yield { what: `service calls of one consolidation, ${words} rows`, unit: 'calls', value: calls };
    yield { what: `cells read by it, ${words} rows`, unit: 'cells', value: cells };
    if (count < 100_000) continue;
    const again = join(dir, 'again.xlsx');
    const [scanTime, readTime, saved, both, whole] = measureInTurn(
      [
        () => scanned(path),
        () => loadBook(path),
        () => saveBook(loadBook(path), again),
        () => {
          const book = loadBook(path);
          const sheet = book.sheets.find(({ name }) => name === SHEET);
          sheet.changed = true;
          saveBook(book, again);
        },
        () => {
          const host = started(path);
          host.call('consolidate', { month: '2023-05' });
          host.save(again);
        },
      ],
      { runs: 5, warm: 1 },
    );
    yield { what: `inflating and scanning its bytes, ${words} rows`, ...scanTime };
    yield {
      what: `reading the workbook, ${words} rows`,
      ...readTime,
      beside: 'inflating and scanning',
      ratio: readTime.value / scanTime.value,
      goal: 3,
    };
    yield { what: `reading and saving it, nothing changed, ${words} rows`, ...saved };
    yield { what: `reading and writing it, its large sheet anew, ${words} rows`, ...both };
    yield {
      what: `the whole command, ${words} rows`,
      ...whole,
      beside: 'reading and writing',
      ratio: whole.value / both.value,
      goal: 1.2,
    };
    yield {
      what: 'the same, beside reading and saving it unchanged',
      ...whole,
      beside: 'reading and saving',
      ratio: whole.value / saved.value,
    };
  }
}

let sink = 0;

/** The least a reader of the file can do: every part inflated, by Node's own code, and each of its bytes looked at. */
function scanned(path) {
  const file = readFileSync(path);
  const parts = [];
  unzipSync(file, {
    filter: ({ name, size, originalSize, compression }) => {
      parts.push({ name, size, originalSize, compression });
      return false;
    },
  });
  for (const { name, size, compression } of parts) {
    const header = file.indexOf(name) - 30;
    const from = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
    const packed = file.subarray(from, from + size);
    for (const byte of compression === 0 ? packed : inflateRawSync(packed)) sink = Math.imul(sink ^ byte, 0x01000193);
  }
  return sink;
}

export function started(workbook) {
  const host = createHost({ workbook, now: '2023-05-23T09:00' });
  host.load(SCRIPT, { name: 'huizong.js' });
  return host;
}

function counted(path) {
  const host = started(path);
  host.call('consolidate', { month: '2023-05' });
  host.resetCalls();
  host.call('consolidate', { month: '2023-05' });
  const { total, cellsRead } = host.tally();
  return { calls: total, cells: cellsRead };
}

/**
 * The bureau's workbook of 13 departments and 13 tasks with so many returns in it, spread over the year; or, `lived`, as it
 * stands on 23 May: nothing of later months, and May not reviewed yet.
 */
export function makeWorkbook(path, count, { lived = false } = {}) {
  const host = createHost({ now: '2023-03-01T09:00' });
  host.load(SCRIPT, { name: 'huizong.js' });
  host.call('setUp', { year: 2023, text: PLAN });
  host.call('prepare', { month: '2023-05' });
  const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SHEET);
  const prepared = sheet.getDataRange().getValues().slice(1);
  const rows = submissionRows(count - prepared.length)
    .slice(1)
    .map(([period, , , text, tally, people, links, time, review], index) => {
      const [, department, task] = prepared[index % prepared.length];
      const month = lived ? periodOf(1 + ((Number(period.slice(5)) - 1) % 5)) : period;
      const reviewed = lived && month === '2023-05' ? '' : review;
      const stamp = time.replace(period, month);
      return [month, department, task, '', '', text, tally, people, links, '', stamp, reviewed, '', ''];
    });
  if (rows.length > 0) {
    sheet.insertRowsAfter(sheet.getMaxRows(), rows.length);
    sheet
      .getRange(prepared.length + 2, 1, rows.length, 14)
      .setNumberFormat('@')
      .setValues(rows);
  }
  host.save(path);
}
