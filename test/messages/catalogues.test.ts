/** What a person reads, in both languages: each sentence as it depends on what it is told. */
import { describe, it } from 'vitest';
import type { LocalDateTime } from '../../src/domain/local-date.ts';
import type { HourlyTally, OutboxTally } from '../../src/messages/outbox.ts';
import { expectSaid, type Words } from '../support/said.ts';

/** What is asked for; what stands in the English of it; what in the Chinese. */
type Case = readonly [Words, string, string];

function itSays(title: string, cases: readonly Case[]): void {
  it.each(cases.map(([ask, english, chinese]) => [english, chinese, ask] as const))(
    `${title}: %s / %s`,
    (english, chinese, ask) => expectSaid(ask, english, chinese),
  );
}

const QUIET: OutboxTally = {
  sent: 0,
  already: 0,
  waiting: 0,
  cancelled: 0,
  putOff: [],
  failed: [],
  unknown: [],
  brokeOff: false,
  held: [],
  quota: null,
};
const HOUR: HourlyTally = {
  ...QUIET,
  unsettled: [],
  triedBefore: 0,
  reminders: 'checked',
  unreachable: [],
  untold: { head: [], leader: [] },
  unprepared: null,
  unmade: [],
};
const STEP = {
  command: '准备本月',
  about: '2023-05',
  time: '2023-05-23T09:30:00',
  who: 'office@example.cn',
  sheets: ['月度报送', '草稿'],
  rows: 4,
};

describe('at the end of a command', () => {
  const consolidated = {
    month: '2023-05',
    due: 4,
    handedIn: 3,
    onTime: 2,
    late: 1,
    missing: 1,
    findings: 0,
    owed: 0,
    sheet: '汇总-2023-05',
    frozen: false,
  };
  const drafted = { month: '2023-05', added: 0, edited: 0, flagged: 0, documents: 5, sheet: '报告草稿-2023-05' };
  const reviewed = { decision: 'accept' as const, rows: [] as string[], left: 0, reason: '' };
  itSays('it says', [
    [
      ({ told }) => told.setUp({ tasks: 2, departments: 3, duties: 4, year: 2023, todo: [] }),
      'Matrix: 2 tasks, 3 departments, 4 duties.\nThen run',
      '2 项任务，3 个部门，4 项职责。\n然后执行',
    ],
    [
      ({ told }) => told.setUp({ tasks: 2, departments: 3, duties: 4, year: 2023, todo: ['unit'] }),
      'Please fill in:\n· unit',
      '接下来请补上：\n· unit',
    ],
    [({ told }) => told.blankSetUp, 'Run “Import plan”', '请执行“导入方案”'],
    [({ told }) => told.fillIn.collective('各科室'), '“各科室” in 责任矩阵', '“各科室”是统称'],
    [
      ({ told }) => told.prepare({ month: '2023-05', written: 4, standing: 0, lastDay: '2023-05-20', unowed: [] }),
      '4 rows added',
      '新增 4 行待报',
    ],
    [
      ({ told }) => told.prepare({ month: '2023-05', written: 0, standing: 4, lastDay: '2023-05-20', unowed: [] }),
      'none added.\n4 rows were there',
      '没有新增。\n原有 4 行未动',
    ],
    [
      ({ told }) =>
        told.prepare({
          month: '2023-05',
          written: 1,
          standing: 0,
          lastDay: '2023-05-20',
          unowed: ['1 检查', '2 培训'],
        }),
      '2 more task(s) are due, but no department has to report: 1 检查, 2 培训.',
      '另有 2 项任务本月到期，但没有部门要报送：1 检查、2 培训。',
    ],
    [
      ({ told }) => told.consolidate(consolidated),
      'No problems found.\nNothing is owed',
      '没有发现问题。\n全年没有欠报',
    ],
    [
      ({ told }) => told.consolidate({ ...consolidated, findings: 2, owed: 3, frozen: true }),
      '2 problem(s) to look at, at the end of 汇总-2023-05.\n3 owed in the year so far: see 缺报清单.\n2023-05 has been reported',
      '有 2 个问题需要看一眼，列在“汇总-2023-05”末尾。\n到现在为止全年共欠 3 项，见“缺报清单”。\n2023-05 已上报归档',
    ],
    [
      ({ told }) => told.documents(drafted),
      'Nothing to add to “报告草稿-2023-05”.\n5 document(s)',
      '没有新增。\n可生成 5 份',
    ],
    [
      ({ told }) => told.documents({ ...drafted, added: 6, edited: 2, flagged: 1 }),
      '6 paragraph(s) added to “报告草稿-2023-05”.\n2 paragraph(s) you have changed stay as they are.\n1 row(s) need a look',
      '新增 6 段。\n您改过的 2 段保持不变。\n有 1 行需要核对',
    ],
    [
      ({ told }) => told.template({ kind: '月度报告', file: null }),
      '“月度报告” uses its own template',
      '恢复为自带的模板',
    ],
    [
      ({ told }) => told.template({ kind: '月度报告', file: '本局.docx' }),
      'made from “本局.docx”',
      '文书用“本局.docx”',
    ],
    [
      ({ told }) => told.send({ ...QUIET, month: '2023-05', frozen: false, sent: 2 }),
      '2023-05 was sent\n2 mail(s)',
      '2023-05 已上报\n发出 2 封',
    ],
    [
      ({ told }) => told.send({ ...QUIET, month: '2023-05', frozen: false, waiting: 1 }),
      '2023-05 waits to be sent\n1 mail(s) wait',
      '2023-05 已列为待发送\n还有 1 封待发送',
    ],
    [
      ({ told }) => told.send({ ...QUIET, month: '2023-05', frozen: true, already: 2, quota: 98 }),
      '2023-05: no new mail to send\n2 recipient(s) had the same content already; not sent again.\n98 more recipient(s) can be mailed today.\n2023-05 is archived',
      '2023-05 没有新的邮件要发\n2 个收件人此前已收到同样内容，没有重发。\n',
    ],
    [({ told }) => told.review(reviewed), 'Nothing to review', '没有可审核的行'],
    [
      ({ told }) => told.review({ ...reviewed, rows: ['保卫科', '后勤处'], left: 1 }),
      '2 row(s) accepted\n保卫科, 后勤处.\n1 more row(s)',
      '通过 2 行\n保卫科、后勤处。\n另有 1 行',
    ],
    [
      ({ told }) => told.review({ ...reviewed, decision: 'return', rows: ['保卫科'], reason: '请补照片' }),
      '1 row(s) sent back\n保卫科.\nReason: 请补照片',
      '退回 1 行\n保卫科。\n原因：请补照片',
    ],
    [
      ({ told }) => told.remind({ ...QUIET, month: '2023-05', unreachable: [] }),
      '2023-05: no reminder sent\nNo department owes anything.',
      '2023-05 没有发出催报\n没有部门欠报。',
    ],
    [
      ({ told }) => told.remind({ ...QUIET, month: '2023-05', sent: 1, unreachable: ['人事处', '后勤处'] }),
      '2023-05: reminders sent\n1 mail(s) sent and recorded in 发送记录.\nThese owe something and have no usable address in 部门; enter one or call them: 人事处, 后勤处.',
      '2023-05 已催报\n',
    ],
    [({ told }) => told.everyHour({ ...HOUR, waiting: 3 }), 'Hourly run\n3 mail(s) wait', '自动发送\n还有 3 封待发送'],
    [({ told }) => told.everyHour(HOUR), 'Hourly run\nNo mail to send.', '自动发送\n没有要发的邮件。'],
    [
      ({ told }) => told.everyHour({ ...HOUR, waiting: 3, triedBefore: 2 }),
      '2 of those that wait were tried before',
      '待发送的邮件里有 2 封此前试过、没有发出',
    ],
    [
      ({ told }) => told.everyHour({ ...HOUR, unsettled: [{ recipient: '保卫科', row: 7, state: 'unknown' }] }),
      '([发送记录] row 7), and waits for a person. Select the row and use “It arrived” or “It did not arrive”.',
      '保卫科：上次是否发出不明（【发送记录】第 7 行），等人处理。请选中该行，用菜单“确认已收到”或“确认未收到”。',
    ],
    [
      ({ told }) => told.everyHour({ ...HOUR, unsettled: [{ recipient: '保卫科', row: 7, state: 'failed' }] }),
      'use “Send again” or “Cancel sending”.',
      '用菜单“重发”或“取消发送”。',
    ],
    [
      ({ told }) => told.everyHour({ ...HOUR, unmade: [{ period: '2023-05', why: '…' }] }),
      'The report of 2023-05 has not reached everybody and cannot be made now: …',
      '2023-05 的报告还没有全部发出，现在生成不了：…',
    ],
    [
      ({ told }) => told.everyHour({ ...HOUR, unprepared: '2023-05' }),
      'Reminders of 2023-05 are due, but its rows are not there',
      '2023-05 到了催报的日子，但还没有建行，所以没有催报。请执行“准备本月”。',
    ],
    [
      ({ told }) => told.everyHour({ ...HOUR, unreachable: ['后勤处', '人事处'] }),
      'were not reminded, because 部门 has no usable address; enter one or call them: 后勤处, 人事处.',
      '没有可用的邮箱，没有催报，请补上或电话联系：后勤处、人事处。',
    ],
    [
      ({ told }) => told.everyHour({ ...HOUR, untold: { head: ['后勤处'], leader: ['人事处'] } }),
      'no address of the department’s head to tell: 后勤处.\nOverdue, and 部门 has no address of the leader in charge to tell: 人事处.',
      '没有负责人邮箱：后勤处。\n逾期应告知分管领导，但“部门”表里没有领导邮箱：人事处。',
    ],
    [
      ({ told }) => told.everyHour({ ...HOUR, reminders: 'later' }),
      'No mail to send.\nReminders are looked for after 8',
      '没有要发的邮件。\n催报在上午 8 点以后检查。',
    ],
    [
      ({ told }) => told.everyHour({ ...HOUR, reminders: 'off' }),
      '“Automatic reminders” is off',
      '“自动催报”是“否”，没有检查催报。',
    ],
    [({ told }) => told.hourRefused('…'), 'The hourly run did nothing\n…', '自动发送没有执行\n…'],
    [({ told }) => told.settings({ changed: [], faults: 0 }), 'The settings are as they were', '设置没有变化'],
    [
      ({ told }) => told.settings({ changed: ['年度', '语言'], faults: 0 }),
      'Settings saved\nChanged: 年度, 语言.',
      '设置已保存\n改动：年度、语言。',
    ],
    [
      ({ told }) => told.settings({ changed: [], faults: 2 }),
      'Not saved\n2 value(s) cannot be used',
      '没有保存\n有 2 项不能用',
    ],
    [({ told }) => told.rights({ blocks: 3, findings: [] }), '(3 blocks).', '（共 3 块）'],
    [
      ({ told }) => told.rights({ blocks: 0, findings: ['one'] }),
      'No department has an account yet',
      '“部门”表里还没有账号',
    ],
    [({ told }) => told.rights({ blocks: 0, findings: ['one'] }), 'Please look at:\n· one', '请看一眼：\n· one'],
    [
      ({ told }) => told.undone(STEP),
      'Undone: “准备本月” (2023-05, 09:30, office@example.cn)\n4 row(s) of [月度报送] [草稿] are again',
      '已撤销“准备本月”（2023-05，09:30，office@example.cn）\n【月度报送】【草稿】共 4 行',
    ],
    [({ told }) => told.undone({ ...STEP, about: '', who: '' }), '“准备本月” (09:30)', '“准备本月”（09:30）'],
    [({ told }) => told.nothingUndone({ kind: 'none', time: '' }), 'was undone already', '上一步已经撤销过'],
    [
      ({ told }) => told.nothingUndone({ kind: 'tooLate', time: '2023-05-22 09:30:00' }),
      'ran on 2023-05-22:',
      '上一步是 2023-05-22 做的',
    ],
    [
      ({ told }) => told.nothingUndone({ kind: 'mailLeft', time: '2023-05-23 09:30:00' }),
      'mailed at 2023-05-23 09:30 and',
      '已于 2023-05-23 09:30 发出',
    ],
    [
      ({ told }) => told.repair({ created: [], headings: [], dressed: 12, findings: [] }),
      'Checked\nFormats, dropdowns, colour rules and guards of 12 sheets',
      '检查完毕\n12 个工作表',
    ],
    [
      ({ told }) => told.repair({ created: ['档案', '草稿'], headings: ['A', 'B'], dressed: 12, findings: ['one'] }),
      'Sheets put back: 档案, 草稿.\nHeadings put back: A; B.\n',
      '重新建立了工作表：档案、草稿。\n补上了列标题：A；B。\n',
    ],
    [
      ({ told }) => told.repair({ created: [], headings: [], dressed: 12, findings: ['one'] }),
      'Please look at these:\n· one',
      '请看一眼：\n· one',
    ],
  ]);
});

describe('a question before something is done', () => {
  const mail = { subject: '五月汇总', recipients: '区文明办', attachments: '报告.docx', month: '2023-05', problems: 0 };
  itSays('it asks', [
    [({ dialogs }) => dialogs.working('Send'), 'Send: working…', '正在Send，请稍候'],
    [({ dialogs }) => dialogs.askMonth('Send', '2023-05'), 'OK takes 2023-05', '就是 2023-05'],
    [({ dialogs }) => dialogs.askYear('2023'), 'OK takes 2023.', '就是 2023。'],
    [({ dialogs }) => dialogs.askReason(2), 'Sending 2 row(s) back', '退回选中的 2 行'],
    [
      ({ dialogs }) => dialogs.confirmSend(mail),
      'Attached:\n报告.docx\nIt cannot be taken back',
      '附件：\n报告.docx\n发出后不能撤回',
    ],
    [
      ({ dialogs }) => dialogs.confirmSend({ ...mail, problems: 3 }),
      '3 problem(s) or missing returns are still open.\nIt cannot',
      '汇总里还有 3 个问题或缺报没有处理。\n发出后',
    ],
    [
      ({ dialogs }) => dialogs.confirmCorrection({ recipients: '区文明办', month: '2023-05', supplement: 2 }),
      'as supplement no. 2',
      '补充报告第2号',
    ],
    [
      ({ dialogs }) => dialogs.confirmSettle({ command: 'It arrived', recipients: '区文明办' }),
      'It arrived:\n区文明办',
      '区文明办\n确定吗',
    ],
    [
      ({ dialogs }) => dialogs.confirmUndo(STEP),
      '4 row(s) of [月度报送] [草稿] go back',
      '【月度报送】【草稿】共 4 行恢复',
    ],
    [({ dialogs }) => dialogs.unexpected('boom'), 'Something unexpected happened: boom', '出了意外的问题：boom'],
  ]);
});

describe('of mails on their way', () => {
  const held =
    (state: 'waiting' | 'sending' | 'unknown' | 'failed' | 'cancelled' | 'sent'): Words =>
    ({ outbox }) =>
      outbox.lines({ ...QUIET, held: [{ recipient: '区文明办', row: 4, state }] }).join('\n');
  const failed =
    (why: 'noAddress' | 'badAddress' | 'tooManyRecipients' | 'bodyTooLarge' | 'attachmentsTooLarge'): Words =>
    ({ outbox }) =>
      outbox.lines({ ...QUIET, failed: [{ recipient: '区文明办', why, reply: '' }] }).join('\n');
  itSays('it says', [
    [held('waiting'), 'it waits ([发送记录] row 4). Select the row and use “Send again”', '正在等待发送'],
    [held('failed'), 'it failed ([发送记录] row 4). Select the row and use “Send again”', '上次发送失败'],
    [held('cancelled'), 'it was cancelled', '已被取消'],
    [held('sent'), 'it was sent', '已发送'],
    [
      held('unknown'),
      'it may have left ([发送记录] row 4). Select the row and use “It arrived” or “It did not arrive”',
      '是否发出不明',
    ],
    [
      held('sending'),
      'interrupted; it may have left ([发送记录] row 4). Select the row and use “It arrived”',
      '上次发送时中断',
    ],
    [failed('noAddress'), 'Not sent to 区文明办: no mail address.', '没有邮箱地址'],
    [failed('badAddress'), 'Not sent to 区文明办: not a mail address.', '邮箱地址不正确'],
    [failed('tooManyRecipients'), 'more than 50 recipients', '超过 50 个'],
    [failed('bodyTooLarge'), 'larger than 200 KB', '超过 200 KB'],
    [failed('attachmentsTooLarge'), 'larger than 25 MB', '超过 25 MB'],
    [
      ({ outbox }) =>
        outbox.lines({ ...QUIET, unknown: [{ recipient: '区文明办', why: 'unsaid', reply: 'broken' }] }).join('\n'),
      'Sending to 区文明办 failed (broken) and the mail may have left',
      '发给 区文明办 时出错（broken），不知道是否已经发出',
    ],
    [
      ({ outbox }) =>
        outbox.lines({ ...QUIET, unknown: [{ recipient: '区文明办', why: 'unanswered', reply: '' }] }).join('\n'),
      'Sending to 区文明办 failed (the mail was handed over whole, and the server did not answer) and',
      '没有等到它的答复',
    ],
    [
      ({ outbox }) =>
        outbox
          .lines({ ...QUIET, failed: [{ recipient: '区文明办', why: 'recipient', reply: '550 no such mailbox' }] })
          .join('\n'),
      'does not take this address: check it. It said: 550 no such mailbox. Correct it and run this again.',
      '没有发出：区文明办（邮件服务器不收这个收件地址；请核对邮箱地址。原文：550 no such mailbox）。',
    ],
    [
      ({ outbox }) =>
        outbox
          .lines({
            ...QUIET,
            putOff: [
              {
                ...{ recipient: '区文明办', why: 'timeout', reply: '' },
                ...{ tries: 2, most: 9, until: '2023-05-23T14:05:30' as LocalDateTime },
              },
            ],
          })
          .join('\n'),
      'Not sent to 区文明办 yet: the mail server did not answer in time and the mail was not handed over: check the network, or ask who runs the server. Try 2 of at most 9; tried again by itself after 2023-05-23 14:05.',
      '第 2 次（最多 9 次），2023-05-23 14:05 以后自动再试。',
    ],
    [
      ({ outbox }) => outbox.lines({ ...QUIET, waiting: 3, brokeOff: true }).join('\n'),
      'One after another failed: 3 more mail(s) were not tried and wait',
      '连续出错，其余 3 封这次没有再试',
    ],
    [
      ({ outbox }) => outbox.settled({ settlement: 'resend', done: ['区文明办'], refused: ['区直机关工委'] }),
      '1 mail(s) settled\nWaits to be sent: 区文明办\nLeft as it is: 区直机关工委',
      '区直机关工委',
    ],
    [
      ({ outbox }) => outbox.settled({ settlement: 'cancel', done: ['区文明办'], refused: [] }),
      'Cancelled: 区文明办',
      '取消',
    ],
    [
      ({ outbox }) => outbox.settled({ settlement: 'arrived', done: [], refused: ['区文明办'] }),
      'No mail to settle',
      '没有',
    ],
    [
      ({ outbox }) => outbox.settled({ settlement: 'notArrived', done: ['区文明办'], refused: [] }),
      'Recorded as failed (“Send again” sends it): 区文明办',
      '区文明办',
    ],
  ]);
});
