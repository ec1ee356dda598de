import { describe, expect, it } from 'vitest';
import type { SubmissionReply } from '../../../src/commands/month/submission.ts';
import { IN } from '../../support/columns.ts';
import type { Host } from '../../support/host.ts';
import { entryAt } from '../../support/host.ts';
import { fill, preparedWorkbook, rowFor, SUBMISSIONS } from '../../support/month.ts';

const shown = (host: Host, asked: object = {}): SubmissionReply =>
  host.callAsClient('submission', { row: null, month: null, ...asked }) as SubmissionReply;

/** Two returns that wait, and two rows that are not filled in. */
function withReturns(): { host: Host; first: number; second: number } {
  const host = preparedWorkbook();
  const first = rowFor(host, '保卫科', '开展消防检查');
  const second = rowFor(host, '人事处', '组织安全培训');
  fill(host, first, { text: '查了三栋楼', links: 'https://example.cn/1', count: 3 });
  fill(host, second, { text: '培训两场' });
  return { host, first: Math.min(first, second), second: Math.max(first, second) };
}

describe('审核 of one return', () => {
  it('shows the first that waits, with its words, and which others wait', () => {
    const { host, first, second } = withReturns();
    const reply = shown(host);
    expect(reply.waiting).toEqual([first, second]);
    expect(reply.shown).toMatchObject({
      row: first,
      cells: {
        department: '保卫科',
        task: '开展消防检查',
        text: '查了三栋楼',
        links: 'https://example.cn/1',
        count: '3',
      },
    });
  });

  it('shows the row asked for, waiting or not', () => {
    const { host } = withReturns();
    const row = rowFor(host, '后勤处', '开展消防检查');
    expect(shown(host, { row }).shown).toMatchObject({ row, cells: { department: '后勤处', text: '' } });
  });

  it.each([1, 90_000])('shows the first that waits where row %i is no entry', (row) => {
    const { host, first } = withReturns();
    expect(shown(host, { row }).shown?.row).toBe(first);
  });

  it('knows of nothing where nothing waits', () => {
    expect(shown(preparedWorkbook())).toEqual({ sheet: SUBMISSIONS, shown: null, waiting: [] });
  });

  it('of one month leaves the others out', () => {
    expect(shown(withReturns().host, { month: '2023-04' }).waiting).toEqual([]);
    expect(shown(withReturns().host, { month: '5月' }).waiting).toHaveLength(2);
  });

  it('is not decided on where the row has changed since it was shown', () => {
    const { host, first } = withReturns();
    const mark = shown(host).shown?.mark ?? '';
    fill(host, first, { text: '查了三栋楼，补了照片' });
    const decide = () => host.callAsClient('review', { rows: [first], decision: 'accept', seen: [mark] });
    expect(decide).toThrow(`第 ${first} 行在您看的时候被改动或移动过`);
    expect(entryAt(host, IN.submissions, first).review).toBe('');
  });

  it('is not decided on where another row stands in its place', () => {
    const { host, first } = withReturns();
    const mark = shown(host).shown?.mark ?? '';
    host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS)?.insertRowBefore(2);
    expect(() => host.callAsClient('review', { rows: [first], decision: 'accept', seen: [mark] })).toThrow('没有继续');
  });

  it('is not decided on where the sheet ends before it now', () => {
    const { host, first } = withReturns();
    const mark = shown(host).shown?.mark ?? '';
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
    sheet?.deleteRows(first, sheet.getLastRow() - first + 1);
    expect(() => host.callAsClient('review', { rows: [first], decision: 'accept', seen: [mark] })).toThrow('没有继续');
  });

  it('is decided on as it was seen', () => {
    const { host, first } = withReturns();
    const mark = shown(host).shown?.mark ?? '';
    host.callAsClient('review', { rows: [first], decision: 'return', reason: '请补照片', seen: [mark] });
    expect(entryAt(host, IN.submissions, first)).toMatchObject({ review: '退回', reason: '请补照片' });
    expect(shown(host).waiting).not.toContain(first);
  });
});
