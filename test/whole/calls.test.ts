/** Each service call costs a round trip: their number is the month's waiting time, and must not grow with the rows. */

import { beforeAll, describe, expect, it } from 'vitest';
import { IN } from '../support/columns.ts';
import { entriesOf, type Host, startHuizong, valuesOf } from '../support/host.ts';
import { PLAN, preparedWorkbook, SUBMISSIONS } from '../support/month.ts';
import { sampleWorkbook } from '../support/sample.ts';

/** The bureau's workbook with so many submission rows, spread over the year. */
function workbookWith(rows: number): Host {
  const host = preparedWorkbook(PLAN);
  const prepared = entriesOf(host, IN.submissions);
  const all = Array.from({ length: rows - prepared.length }, (_, index) => {
    const { department, task } = prepared[index % prepared.length] ?? {};
    const month = String(3 + (index % 10)).padStart(2, '0');
    return {
      period: `2023-${month}`,
      department,
      task,
      text: `第 ${index} 次巡查，整改到位。`,
      count: index % 9,
      people: index % 40,
      time: `2023-${month}-1${index % 9} 09:00`,
    };
  });
  if (all.length > 0) {
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
    sheet?.insertRowsAfter(sheet.getMaxRows(), all.length);
    const { from, to, values } = IN.submissions.block(all);
    sheet
      ?.getRange(IN.submissions.range(from, prepared.length + 2, to, prepared.length + 1 + all.length))
      .setNumberFormat('@')
      .setValues(values);
  }
  return host;
}

function callsOf(host: Host, month = '2023-05'): ReturnType<Host['tally']> {
  host.resetCalls();
  host.call('consolidate', { month });
  return host.tally();
}

describe('one consolidation', () => {
  const measured = new Map<number, { first: ReturnType<Host['tally']>; again: ReturnType<Host['tally']> }>();
  beforeAll(() => {
    for (const rows of [35, 3_500, 35_000]) {
      const host = workbookWith(rows);
      measured.set(rows, { first: callsOf(host), again: callsOf(host) });
    }
  });

  it('takes at most 15 calls, the first time and again', () => {
    for (const { first, again } of measured.values()) {
      expect(first.total).toBeLessThanOrEqual(15);
      expect(again.total).toBeLessThanOrEqual(15);
    }
  });

  it('takes the very same calls at 35, at 3,500 and at 35,000 rows', () => {
    const [small, ...larger] = [...measured.values()];
    for (const { first, again } of larger) {
      expect(first.byMethod).toEqual(small?.first.byMethod);
      expect(again.byMethod).toEqual(small?.again.byMethod);
    }
  });

  it('reads each sheet it needs once and writes each sheet it changes once', () => {
    const host = sampleWorkbook();
    callsOf(host);
    host.resetCalls();
    host.call('consolidate', { month: '2023-05' });
    const sheets = (pattern: RegExp) =>
      host.calls.filter(({ method }) => pattern.test(method)).map(({ target }) => (target ?? '').split('!')[0]);
    expect(sheets(/^getValues$/).sort()).toEqual(
      ['档案', '汇总-2023-05', '设置', '责任矩阵', '部门', SUBMISSIONS].sort(),
    );
    expect(sheets(/^(?:setValues|appendRow)$/).sort()).toEqual(
      ['完成率', '操作日志', '汇总-2023-05', '缺报清单'].sort(),
    );
  });

  it('reads no more cells than the sheets hold', () => {
    const host = sampleWorkbook();
    const held = ['设置', '部门', '责任矩阵', SUBMISSIONS].reduce(
      (sum, title) => sum + valuesOf(host, title).length * (valuesOf(host, title)[0]?.length ?? 0),
      0,
    );
    expect(callsOf(host).cellsRead).toBe(held);
  });
});

describe('other commands', () => {
  it('准备本月 takes the same calls for one row and for hundreds', () => {
    const counts = [35, 35_000].map((rows) => {
      const host = workbookWith(rows);
      host.resetCalls();
      host.call('prepare', { month: '2024-06'.replace('2024', '2023') });
      return host.tally().byMethod;
    });
    expect(Object.values(counts[0] ?? {}).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(15);
    expect(counts[0]).toEqual(counts[1]);
  });

  it('新建工作簿 gives a look to all columns of a sheet that have it in one call', () => {
    const host = startHuizong();
    host.call('setUp', { year: 2023, text: PLAN });
    const looks = new Map<string, number>();
    for (const { service, method, target } of host.calls) {
      if (!/^Range(List)?$/.test(service) || !/^set(NumberFormat|Wrap|.*Alignment|Background|Font.*)$/.test(method))
        continue;
      const [sheet, cells] = (target ?? '').split('!');
      const part = /^\D+1(:|$)/.test(cells ?? '') ? 'headings' : 'cells';
      const key = `${method} ${sheet} ${part}`;
      looks.set(key, (looks.get(key) ?? 0) + 1);
    }
    expect(looks.size).toBeGreaterThan(100);
    // A value each: number formats there are four of, alignments three, and a cell wraps or does not.
    expect([...looks].filter(([, calls]) => calls > 4)).toEqual([]);
    expect(host.tally().total).toBeLessThanOrEqual(1_150);
  });

  it('本月看板 takes the same calls at 35 and at 35,000 rows, twelve at most, and writes nothing', () => {
    const tallies = [35, 35_000].map((rows) => {
      const host = workbookWith(rows);
      host.resetCalls();
      host.call('board', { month: '2023-05' });
      return host.tally();
    });
    expect(tallies[0]?.byMethod).toEqual(tallies[1]?.byMethod);
    expect(tallies[0]?.total).toBeLessThanOrEqual(12);
    expect(tallies.map(({ cellsWritten }) => cellsWritten)).toEqual([0, 0]);
  });

  it('loading the script calls nothing, and opening the file asks for the language alone', () => {
    const host = startHuizong();
    expect(host.calls).toHaveLength(0);
    host.fire.onOpen('NONE');
    expect(host.tally().byMethod).toEqual({ 'Menu.addToUi': 1 });
  });
});
