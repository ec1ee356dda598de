import type { Dispatch, DispatchState } from '../../src/domain/dispatch/dispatch.ts';

/** A mail of 发送记录 of which only its key and where it stands matter. */
export const dispatch = (key: string, state: DispatchState = 'sent'): Dispatch => ({
  row: 2,
  kind: '',
  period: '',
  recipient: '',
  subject: '',
  state,
  key,
});
