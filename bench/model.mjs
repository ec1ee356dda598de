/**
 * How long the commands would take on Google, which cannot be reached from here: their service calls, counted by the local
 * host, times what others have measured of such calls. A model, not a measurement: the costs were published between 2015
 * and 2023 and differ by the day; the script's own work is not in it (`core.mjs`, `load.mjs`). A run may take six minutes.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWorkbook, started } from './workbook.mjs';

/** Milliseconds, each with where it was published. */
const COSTS = {
  /** One cell or the metadata of a sheet of 10 million cells took 200 to 300 ms: tanaikech.github.io, 2022-04-25. */
  read: 250,
  /** The same sheet read whole, in pieces: 85 s for 10 million cells. */
  cellRead: 0.0085,
  /** 4,000 cells written in less than 50 ms, for they are written at the flush: stackoverflow.com/questions/29263774. */
  write: 50,
  /** 10 million cells written in 220 s through the Sheets API, which was 19 % quicker than `setValues` (2018-10-12). */
  cellWritten: 0.027,
  /** The same 4,000 cells with a flush took 610 ms. */
  flush: 560,
  /** ziritione.org, "Google Apps Script APIs performance": averages of a hundred calls. Locks are taken to cost as much. */
  propertyRead: 30,
  propertyWritten: 62,
  cacheRead: 3,
  cacheWritten: 93,
  lock: 62,
  /** No figure was found for a mail; a second is a guess on the safe side. */
  mail: 1_000,
};

/** @param {{service: string, method: string, counted: boolean, cells?: number}} call */
function costOf({ service, method, counted, cells = 0 }) {
  const reads = /^(?:get|is|can|has)/.test(method);
  if (service === 'Properties') return reads ? COSTS.propertyRead : COSTS.propertyWritten;
  if (service === 'Cache') return reads ? COSTS.cacheRead : COSTS.cacheWritten;
  if (service === 'Lock') return method === 'hasLock' ? 0 : COSTS.lock;
  if (!counted) return 0;
  if (method === 'sendEmail') return COSTS.mail;
  if (method === 'flush') return COSTS.flush;
  return reads ? COSTS.read + cells * COSTS.cellRead : COSTS.write + cells * COSTS.cellWritten;
}

const MAY = { month: '2023-05' };
const COMMANDS = [
  ['consolidate', (host) => host.call('consolidate', MAY)],
  ['draftReport', (host) => host.call('draftReport', MAY)],
  ['documents', (host) => host.call('documents', MAY)],
  ['reminders', (host) => host.call('reminders', MAY)],
  ['send', (host) => host.call('send', MAY)],
  ['prepare', (host) => host.call('prepare', { month: '2023-06' })],
  ['repair', (host) => host.call('repair')],
];

export async function* model() {
  const dir = mkdtempSync(join(tmpdir(), 'huizong-model-'));
  for (const count of [35, 3_500, 100_000]) {
    const path = join(dir, `${count}.xlsx`);
    makeWorkbook(path, count, { lived: true });
    const host = started(path);
    set(host, '上报收件人', 'shangji@example.cn');
    // Months that are over are locked as one block each; open rows that are reviewed here and there are a block each.
    set(host, '逾期锁定', '0');
    for (const [name, act] of COMMANDS) {
      host.resetCalls();
      act(host);
      const { total, cellsRead, cellsWritten } = host.tally();
      const value = host.calls.reduce((sum, call) => sum + costOf(call), 0);
      const what = `${name}, ${count.toLocaleString('en')} rows: ${total} calls, ${cellsRead} cells read, ${cellsWritten} written`;
      yield { what, value };
    }
  }
}

function set(host, label, value) {
  const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('设置');
  const row = sheet
    .getDataRange()
    .getValues()
    .findIndex(([named]) => named === label);
  sheet.getRange(row + 1, 2).setValue(value);
}
