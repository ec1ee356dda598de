import { describe, expect, it } from 'vitest';
import { IN } from '../../support/columns.ts';
import { entriesOf, entryAt, type Host } from '../../support/host.ts';
import { consolidate, fill, preparedWorkbook, SUBMISSIONS } from '../../support/month.ts';

interface Reviewed {
  readonly told: { readonly title: string; readonly lines: readonly string[] };
  readonly reply: { readonly decided: readonly number[]; readonly left: readonly number[] };
}
const review = (host: Host, input: Record<string, unknown>) => host.call('review', input) as Reviewed;

/** May prepared; the rows 2, 3 and 5 filled in time, the row 4 blank. */
function filledWorkbook(): Host {
  const host = preparedWorkbook();
  for (const row of [2, 3, 5]) fill(host, row, { time: '2023-05-18 09:00', text: `第 ${row} 行做了检查` });
  return host;
}
const reviewsOf = (host: Host) => entriesOf(host, IN.submissions).map(({ review: word, reason }) => `${word}${reason}`);

function select(host: Host, ...a1: string[]): void {
  const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
  sheet?.activate();
  sheet?.setActiveRangeList(sheet.getRangeList(a1));
}

describe('the office looks at rows', () => {
  it('accepts several at once; a blank one among them is left and told of', () => {
    const host = filledWorkbook();
    const { told, reply } = review(host, { rows: [2, 4, 5], decision: 'accept' });
    expect(reply).toEqual({ decided: [2, 5], left: [4] });
    expect(reviewsOf(host)).toEqual(['通过', '', '', '通过']);
    expect(told.title).toBe('通过 2 行');
    expect(told.lines).toContain('另有 1 行还没有填，或者已经通过，没有改动。');
    expect(consolidate(host).reply.handedIn).toBe(3);
  });

  it('changes nothing where no row asked for is one of a department, or none is filled in', () => {
    const host = filledWorkbook();
    expect(() => review(host, { rows: [999], decision: 'accept' })).toThrow('请先在“月度报送”里选中');
    const { told, reply } = review(host, { rows: [4], decision: 'accept' });
    expect([told.title, reply]).toEqual(['没有可审核的行', { decided: [], left: [4] }]);
    expect(reviewsOf(host)).toEqual(['', '', '', '']);
  });

  it('sends some back with a reason, which stands in the row and in the consolidation', () => {
    const host = filledWorkbook();
    review(host, { rows: [3], decision: 'return', reason: '请写明隐患数' });
    expect(reviewsOf(host)).toEqual(['', '退回请写明隐患数', '', '']);
    expect(consolidate(host).reply.findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('请写明隐患数'),
    );
  });

  it('never sends back without a reason', () => {
    const host = filledWorkbook();
    expect(() => review(host, { rows: [3], decision: 'return', reason: ' ' })).toThrow('退回要写明原因');
    expect(reviewsOf(host)).toEqual(['', '', '', '']);
  });

  it('a reason that looks like a formula stays text', () => {
    const host = filledWorkbook();
    review(host, { rows: [2], decision: 'return', reason: '=HYPERLINK("https://example.cn")' });
    expect(entryAt(host, IN.submissions, 2).reason).toBe('=HYPERLINK("https://example.cn")');
  });

  it('who did what, when and why is in 操作日志, also after the row was handed in again', () => {
    const host = filledWorkbook();
    review(host, { rows: [2], decision: 'return', reason: '请补照片' });
    fill(host, 2, { text: '第 2 行做了检查，附照片' });
    review(host, { rows: [2], decision: 'accept' });
    const log = entriesOf(host, IN.log).slice(-2);
    expect(log[0]).toMatchObject({ who: 'office@example.cn', command: '退回所选行' });
    expect(String(log[0]?.result)).toContain('请补照片');
    expect(log[1]).toMatchObject({ command: '通过所选行' });
  });

  it('reads and writes each sheet once, however many rows', () => {
    const host = filledWorkbook();
    const counted = (rows: readonly number[]) => {
      host.resetCalls();
      review(host, { rows, decision: 'return', reason: `请补${rows.length}处` });
      return host.tally().total;
    };
    expect(counted([2, 3, 5])).toBe(counted([2]));
  });
});

describe('from the menu', () => {
  it('works on the selected rows, also of several selections', () => {
    const host = filledWorkbook();
    select(host, IN.submissions.range('period', 2, 'department', 3), IN.submissions.cell('text', 5));
    host.fire.onOpen();
    host.ui.answer('OK');
    host.ui.click('汇总 ▸ 审核所选行 ▸ 通过所选行');
    expect(reviewsOf(host)).toEqual(['通过', '通过', '', '通过']);
  });

  it('asks for the reason, and does nothing where the question is left', () => {
    const host = filledWorkbook();
    select(host, IN.submissions.cell('text', 2));
    host.fire.onOpen();
    host.ui.answer({ button: 'CANCEL' });
    host.ui.click('汇总 ▸ 审核所选行 ▸ 退回所选行');
    expect(reviewsOf(host)).toEqual(['', '', '', '']);
    host.ui.answer({ button: 'OK', text: '请补照片' }, 'OK');
    host.ui.click('汇总 ▸ 审核所选行 ▸ 退回所选行');
    expect(reviewsOf(host)[0]).toBe('退回请补照片');
  });

  it('says what to select where nothing of 月度报送 is', () => {
    const host = filledWorkbook();
    host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('设置')?.activate();
    host.fire.onOpen();
    host.ui.answer('OK');
    host.ui.click('汇总 ▸ 审核所选行 ▸ 通过所选行');
    expect(host.ui.alerts[host.ui.alerts.length - 1]?.message).toContain('请先在“月度报送”里选中要审核的行');
  });
});
