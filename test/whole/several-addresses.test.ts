/**
 * 发送记录 as an earlier version left it, where one reminder went to several addresses of a department: after the upgrade each
 * address gets what it has not got, and nothing twice.
 */
import { describe, expect, it } from 'vitest';
import { columnLetter } from '../../src/spreadsheet/cell.ts';
import { dispatchesSheet } from '../../src/workbook/sheets/dispatches.ts';
import { type Host, type as typeIn, valuesOf } from '../support/host.ts';
import { reachableWorkbook } from '../support/month.ts';

const MAY = { month: '2023-05' };
const OUTBOX = dispatchesSheet.title;
const ONE = 'houqin@example.cn';
const OTHER = 'houqin2@example.cn';
const TOGETHER = `后勤处 <${ONE}, ${OTHER}>`;
type Key = (typeof dispatchesSheet.columns)[number]['key'];
const at = (key: Key): number => dispatchesSheet.columns.findIndex((column) => column.key === key);

/** With one row of the old kind in that state, of the reminder that is due now. */
function upgraded(state: string, content: 'same' | 'older'): Host {
  const host = reachableWorkbook();
  typeIn(host, '部门', 'D3', [[`${ONE}、${OTHER}`]]);
  const other = reachableWorkbook();
  typeIn(other, '部门', 'D3', [[`${ONE}、${OTHER}`]]);
  other.call('remind', MAY);
  const row = [...(valuesOf(other, OUTBOX).find((one) => one[at('recipient')] === `后勤处 <${ONE}>`) ?? [])];
  const key = String(row[at('key')]).replace(`后勤处 <${ONE}>`, TOGETHER);
  row[at('recipient')] = TOGETHER;
  row[at('state')] = state;
  row[at('error')] = '';
  row[at('key')] = content === 'same' ? key : key.replace(/[^/]+$/, '0000000000000000');
  const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(OUTBOX);
  sheet?.getRange(`A2:${columnLetter(row.length - 1)}2`).setValues([row]);
  return host;
}

const got = (host: Host): number[] => [ONE, OTHER].map((who) => host.mail.filter(({ to }) => to.includes(who)).length);
const oldState = (host: Host): unknown =>
  valuesOf(host, OUTBOX).find((row) => row[at('recipient')] === TOGETHER)?.[at('state')];

describe.each(['same', 'older'] as const)('a reminder to two addresses in one row, of the %s content,', (content) => {
  it.each<readonly [state: string, byTheHour: number, byHand: number, becomes: string]>([
    ['待发送', 1, 1, '已取消'],
    ['已发送', 0, 0, '已发送'],
    ['发送中', 0, 0, '发送中'],
    ['不明', 0, 0, '不明'],
    ['发送失败', 0, 1, '发送失败'],
    ['已取消', 0, 1, '已取消'],
  ])('that is %s: each address gets %i by the hour, then in all %i by hand', (state, byTheHour, byHand, becomes) => {
    const host = upgraded(state, content);
    host.setNow('2023-05-23T13:00');
    host.fire.clock();
    host.setNow('2023-05-23T14:00');
    host.fire.clock();
    expect(got(host)).toEqual([byTheHour, byTheHour]);
    host.call('remind', MAY);
    host.call('remind', MAY);
    host.setNow('2023-05-23T15:00');
    host.fire.clock();
    expect([got(host), oldState(host)]).toEqual([[byHand, byHand], becomes]);
  });

  it('that waits: by hand first, then by the hour, each address gets it once', () => {
    const host = upgraded('待发送', content);
    host.call('remind', MAY);
    host.setNow('2023-05-23T13:00');
    host.fire.clock();
    expect([got(host), oldState(host)]).toEqual([[1, 1], '已取消']);
  });
});
