/** 邮件收发情况的中文说法。 */
import type { DispatchState } from '../../domain/dispatch/dispatch.ts';
import type { OutboxWords } from '../outbox.ts';

const NOTES: OutboxWords['notes'] = {
  noAddress: '没有邮箱地址',
  badAddress: '邮箱地址不正确',
  tooManyRecipients: '一封邮件的收件人超过 50 个',
  bodyTooLarge: '邮件正文超过 200 KB',
  attachmentsTooLarge: '附件合计超过 25 MB，邮件系统不收；请减少图片或附件',
  changed: '内容已有变化，这一封不再发出',
  notNeeded: '已不需要发送',
  byPerson: '人工处理',
};

const HELD: Readonly<Record<DispatchState, string>> = {
  waiting: '正在等待发送',
  sending: '上次发送时中断，可能已经发出',
  unknown: '上次是否发出不明',
  failed: '上次发送失败',
  cancelled: '已被取消',
  sent: '已发送',
};

export const outboxWords: OutboxWords = {
  notes: NOTES,
  lines: ({ sent, already, waiting, failed, unknown, held, quota }) => [
    ...(sent > 0 ? [`发出 ${sent} 封，已记入“发送记录”。`] : []),
    ...(already > 0 ? [`${already} 个收件人此前已收到同样内容，没有重发。`] : []),
    ...(waiting > 0 ? [`还有 ${waiting} 封待发送，系统每小时自动接着发（受每日发送额度和执行时间限制）。`] : []),
    ...failed.map(({ recipient, why }) => `没有发出：${recipient}（${NOTES[why]}）。请改正后再执行。`),
    ...unknown.map(
      (recipient) =>
        `发给 ${recipient} 时出错，不知道是否已经发出，系统不会自动重发。请向对方核实，再在“发送记录”里选中该行，用菜单“确认已收到”或“确认未收到”。`,
    ),
    ...held.map(
      ({ recipient, row, state }) =>
        `没有发给 ${recipient}：${HELD[state]}（【发送记录】第 ${row} 行）。请选中该行，用菜单${
          state === 'sending' || state === 'unknown' ? '“确认已收到”或“确认未收到”' : '“重发”'
        }处理。`,
    ),
    ...(quota === null ? [] : [`今天还可发给 ${quota} 个收件人。`]),
  ],
  settled: ({ settlement, done, refused }) => ({
    title: done.length > 0 ? `已处理 ${done.length} 封` : '没有可处理的邮件',
    lines: [
      ...done.map((recipient) => `${SETTLED[settlement]}：${recipient}`),
      ...refused.map((recipient) => `未处理：${recipient}（当前状态不能这样处理）。`),
    ],
  }),
};

const SETTLED = {
  resend: '列为待发送',
  cancel: '已取消',
  arrived: '记为已发送',
  notArrived: '记为发送失败（需要时可“重发”）',
} as const;
