import { describe, expect, it } from 'vitest';
import type { Dispatch, DispatchState } from '../../../src/domain/dispatch/dispatch.ts';
import { unsettledIn } from '../../../src/domain/dispatch/unsettled.ts';

const mail = (row: number, state: DispatchState, about: Partial<Dispatch> = {}): Dispatch => ({
  row,
  state,
  kind: '催报',
  period: '2023-05',
  recipient: '保卫科 <a@example.cn>',
  subject: '',
  key: String(row),
  ...about,
});
const rows = (standing: readonly Dispatch[]) => unsettledIn(standing).map(({ row }) => row);

describe('what waits for a person', () => {
  it('is what may have left, and what failed; not what left, waits or was cancelled', () => {
    const states: DispatchState[] = ['waiting', 'sending', 'sent', 'failed', 'unknown', 'cancelled'];
    const standing = states.map((state, at) => mail(at + 2, state, { recipient: String(at) }));
    expect(unsettledIn(standing).map(({ state }) => state)).toEqual(['sending', 'failed', 'unknown']);
  });

  it('is no longer a failed one that a later mail to the same person makes good', () => {
    expect(rows([mail(2, 'failed'), mail(3, 'sent')])).toEqual([]);
    expect(rows([mail(2, 'failed'), mail(3, 'waiting')])).toEqual([]);
    expect(rows([mail(2, 'failed'), mail(3, 'sent', { period: '2023-06' })])).toEqual([]);
  });

  it('still is one where the other mail is earlier, about an earlier month, of another kind, to another person, or did not leave', () => {
    expect(rows([mail(2, 'sent'), mail(3, 'failed')])).toEqual([3]);
    expect(rows([mail(2, 'failed'), mail(3, 'sent', { period: '2023-04' })])).toEqual([2]);
    expect(rows([mail(2, 'failed'), mail(3, 'sent', { kind: '上报' })])).toEqual([2]);
    expect(rows([mail(2, 'failed'), mail(3, 'sent', { recipient: '后勤处 <b@example.cn>' })])).toEqual([2]);
    expect(rows([mail(2, 'failed'), mail(3, 'cancelled')])).toEqual([2]);
  });

  it('is one that may have left, whatever went to the same person later', () => {
    expect(rows([mail(2, 'unknown'), mail(3, 'sent')])).toEqual([2]);
  });
});
