/** 邮件收发情况的中文说法。 */
import type { DispatchState } from '../../domain/dispatch/dispatch.ts';
import type { FailureReason } from '../../domain/dispatch/failure.ts';
import type { HourlyTally, NotSent, OutboxWords } from '../outbox.ts';
import type { Told } from '../told.ts';

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

const FAILURES: Readonly<Record<FailureReason, string>> = {
  unreachable: '连不上邮件服务器，或连接中断，邮件没有交出去；请检查网络和服务器地址、端口',
  timeout: '邮件服务器迟迟不回答，已停止等待，邮件没有交出去；请检查网络，或向邮件系统管理员询问',
  encryption: '与邮件服务器建立加密连接失败，邮件没有交出去；请核对端口和加密设置、服务器证书，或向邮件系统管理员询问',
  login: '邮件服务器不接受登录；请核对发信账号和密码（授权码）',
  server: '邮件服务器不接受连接；如果一直这样，请向邮件系统管理员询问',
  sender: '邮件服务器不接受发件人地址；请核对发信地址',
  recipient: '邮件服务器不收这个收件地址；请核对邮箱地址',
  message: '邮件服务器不收这封邮件；请按服务器的说法处理，必要时减少附件',
  folder: '邮件文件写不进文件夹；请核对文件夹是否存在、是否可写',
  diskFull: '磁盘已满，邮件文件写不进去；请腾出空间',
  workbook: '工作簿写不进文件，所以这封没有交出去；请按提示处理工作簿文件',
  other: '发信程序出错，邮件没有交出去',
  unanswered: '邮件已全部交给服务器，但没有等到它的答复',
  partly: '几个收件地址中，有的服务器不收，其余的已收',
  unsaid: '',
};

const notSent: OutboxWords['notSent'] = (why, reply) =>
  FAILURES[why] === '' ? reply : `${FAILURES[why]}${reply === '' ? '' : `。原文：${reply}`}`;

const saidOf = ({ why, reply }: NotSent): string => (isNote(why) ? NOTES[why] : notSent(why, reply));
const isNote = (why: NotSent['why']): why is Exclude<NotSent['why'], FailureReason> => why in NOTES;

const clock = (moment: string): string => moment.slice(0, 16).replace('T', ' ');

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
  notSent,
  putOff: ({ tries, most, until, said }) =>
    `第 ${tries}/${most} 次没有发出，${clock(until)} 以后自动再试${said === '' ? '' : `：${said}`}。`,
  lines: ({ sent, already, waiting, putOff, failed, unknown, brokeOff, held, quota }) => [
    ...(sent > 0 ? [`发出 ${sent} 封，已记入“发送记录”。`] : []),
    ...(already > 0 ? [`${already} 个收件人此前已收到同样内容，没有重发。`] : []),
    ...(waiting > 0
      ? [
          brokeOff
            ? `连续出错，其余 ${waiting} 封这次没有再试，仍为待发送，系统每小时自动接着发。`
            : `还有 ${waiting} 封待发送，系统每小时自动接着发（受每日发送额度、执行时间和再试时间限制）。`,
        ]
      : []),
    ...putOff.map(
      (one) =>
        `暂时没有发给 ${one.recipient}：${saidOf(one)}。第 ${one.tries} 次（最多 ${one.most} 次），${clock(one.until)} 以后自动再试。`,
    ),
    ...failed.map((one) => `没有发出：${one.recipient}（${saidOf(one)}）。请改正后再执行。`),
    ...unknown.map(
      (one) =>
        `发给 ${one.recipient} 时出错（${saidOf(one)}），不知道是否已经发出，系统不会自动重发。请向对方核实，再在“发送记录”里选中该行，用菜单“确认已收到”或“确认未收到”。`,
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

/** 每小时自动执行一次的结果。 */
export const hourlyTold = (tally: HourlyTally): Told => {
  const lines = [
    ...outboxWords.lines(tally),
    ...(tally.triedBefore > 0
      ? [`待发送的邮件里有 ${tally.triedBefore} 封此前试过、没有发出，原因和再试的时间见“发送记录”的说明。`]
      : []),
    ...tally.unsettled.map(
      ({ recipient, row, state }) =>
        `${recipient}：${HELD[state]}（【发送记录】第 ${row} 行），等人处理。请选中该行，用菜单${remedy(state)}。`,
    ),
    ...tally.unmade.map(({ period, why }) => `${period} 的报告还没有全部发出，现在生成不了：${why}`),
    ...(tally.unprepared === null
      ? []
      : [`${tally.unprepared} 到了催报的日子，但还没有建行，所以没有催报。请执行“准备本月”。`]),
    ...(tally.unreachable.length > 0
      ? [`这些部门欠报，但“部门”表里没有可用的邮箱，没有催报，请补上或电话联系：${tally.unreachable.join('、')}。`]
      : []),
    ...(tally.untold.head.length > 0
      ? [`逾期应告知部门负责人，但“部门”表里没有负责人邮箱：${tally.untold.head.join('、')}。`]
      : []),
    ...(tally.untold.leader.length > 0
      ? [`逾期应告知分管领导，但“部门”表里没有领导邮箱：${tally.untold.leader.join('、')}。`]
      : []),
  ];
  const remark = {
    checked: '',
    unchecked: '',
    later: '催报在上午 8 点以后检查。',
    off: '“自动催报”是“否”，没有检查催报。',
  };
  const said = lines.length === 0 ? ['没有要发的邮件。'] : lines;
  return { title: '自动发送', lines: [...said, ...[remark[tally.reminders]].filter((text) => text !== '')] };
};

const remedy = (state: DispatchState): string =>
  state === 'sending' || state === 'unknown' ? '“确认已收到”或“确认未收到”' : '“重发”或“取消发送”';

const SETTLED = {
  resend: '列为待发送',
  cancel: '已取消',
  arrived: '记为已发送',
  notArrived: '记为发送失败（需要时可“重发”）',
} as const;
