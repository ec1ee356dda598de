/** 发送记录: the outbox. One row a mail, written before it leaves and again when it has left. */
import type { DispatchState } from '../../domain/dispatch/dispatch.ts';
import { columnLetter } from '../../spreadsheet/cell.ts';
import type { LiveRule } from '../../spreadsheet/look.ts';
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

export const DISPATCH_STATES: Readonly<Record<DispatchState, string>> = {
  waiting: '待发送',
  sending: '发送中',
  sent: '已发送',
  failed: '发送失败',
  unknown: '不明',
  cancelled: '已取消',
};

export const dispatchesSheet = declareSheet({
  key: 'dispatches',
  title: '发送记录',
  frozenRows: 1,
  frozenColumns: 0,
  tabColor: PALETTE.record,
  guard: 'office',
  columns: [
    textColumn('kind', '类型', { width: 80, author: 'script', explain: '邮件种类：上报、催报、督办。' }),
    textColumn('period', '月份', { width: 80, author: 'script', align: 'center', explain: '所属月份。' }),
    textColumn('recipient', '收件人', { width: 260, author: 'script', explain: '收件人名称和邮箱。' }),
    textColumn('subject', '主题', { width: 320, author: 'script', explain: '邮件主题。' }),
    textColumn('state', '发送状态', {
      width: 100,
      author: 'script',
      align: 'center',
      explain:
        '待发送：将自动发出，试过没有发出的按“说明”里的时间再试；发送中、不明：可能已经发出，须人工核实，系统不会自动重发；已发送；发送失败：肯定没有发出，原因见“说明”；已取消。要处理，请选中该行，用菜单里的“重发”“取消发送”“确认已收到”“确认未收到”。',
    }),
    textColumn('time', '时间', { width: 140, author: 'script', align: 'center', explain: '状态最后变动的时间。' }),
    textColumn('error', '说明', { width: 280, author: 'script', explain: '失败原因或备注。' }),
    textColumn('key', '标识', { width: 220, author: 'script', explain: '防止重复发送的标识，请勿改动。' }),
  ],
  rules: (columnAt) => [
    stateRule(['unknown', 'sending'], columnAt('state'), { background: PALETTE.returned, color: PALETTE.returnedInk }),
    stateRule(['failed'], columnAt('state'), { background: PALETTE.overdue, color: PALETTE.overdueInk }),
    stateRule(['waiting'], columnAt('state'), { background: PALETTE.waiting }),
  ],
});

function stateRule(states: readonly DispatchState[], column: number, look: LiveRule['look']): LiveRule {
  const is = states.map((state) => `$${columnLetter(column)}2="${DISPATCH_STATES[state]}"`);
  const formula = is.length === 1 ? `=${is[0]}` : `=OR(${is.join(',')})`;
  return { fromColumn: column, toColumn: column, fromRow: 2, when: { kind: 'formula', formula }, look };
}
