/** What a person reads, in both languages: each sentence as it depends on what it is told. */
import { describe, expect, it } from 'vitest';
import { type FindingCode, finding } from '../../src/domain/finding.ts';
import type { LocalDateTime } from '../../src/domain/local-date.ts';
import type { PlanFindingCode } from '../../src/domain/plan/plan.ts';
import type { RefusalCode } from '../../src/domain/refusal.ts';
import { messagesIn } from '../../src/messages/catalogues.ts';
import type { Messages, Told } from '../../src/messages/messages.ts';
import type { OutboxTally } from '../../src/messages/outbox.ts';

type Words = (words: Messages) => string | Told;
/** What is asked for; what stands in the English of it; what in the Chinese. */
type Case = readonly [Words, string, string];

const read = (said: string | Told): string =>
  typeof said === 'string' ? said : [said.title, ...said.lines].join('\n');
const inEnglish = (ask: Words) => read(ask(messagesIn('en')));
const inChinese = (ask: Words) => read(ask(messagesIn('zh-CN')));

/** Whoever reads it must not see how it was made. */
const SEAMS = /undefined|null|NaN|\[object|\$\{|=>/;
/** English may quote what stands in the sheets; outside of the quotes it has its own signs. */
const CHINESE_SIGNS = /[，。、：（）【】！？]|……/;

function itSays(title: string, cases: readonly Case[]): void {
  it.each(cases.map(([ask, english, chinese]) => [english, chinese, ask] as const))(
    `${title}: %s / %s`,
    (english, chinese, ask) => {
      expect(inEnglish(ask)).toContain(english);
      expect(inChinese(ask)).toContain(chinese);
      for (const said of [inEnglish(ask), inChinese(ask)]) expect(said).not.toMatch(SEAMS);
      expect(inEnglish(ask).replace(/“[^”]*”/g, '')).not.toMatch(CHINESE_SIGNS);
    },
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
      ({ told }) => told.prepare({ month: '2023-05', written: 4, standing: 0, lastDay: '2023-05-20' }),
      '4 rows added',
      '新增 4 行待报',
    ],
    [
      ({ told }) => told.prepare({ month: '2023-05', written: 0, standing: 4, lastDay: '2023-05-20' }),
      'none added.\n4 rows were there',
      '没有新增。\n原有 4 行未动',
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
    [({ told }) => told.everyHour({ ...QUIET, waiting: 3 }), 'Hourly run\n3 mail(s) wait', '自动发送\n还有 3 封待发送'],
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

describe('what a row says of itself', () => {
  itSays('it says', [
    [({ hint }) => `-${hint(null)}-`, '--', '--'],
    [({ hint }) => hint({ kind: 'nil' }), '零报告', '零报告'],
    [({ hint }) => hint({ kind: 'noText' }), '草稿: write what was done', '草稿'],
    [
      ({ hint }) =>
        hint({
          kind: 'lacks',
          demands: [
            { kind: 'links', least: 2 },
            { kind: 'characters', least: 100 },
          ],
        }),
      '草稿: it lacks at least 2 link(s), at least 100 characters of text',
      '还缺佐证链接至少 2 个、文字至少 100 字',
    ],
    [
      ({ hint }) =>
        hint({
          kind: 'lacks',
          demands: [
            { kind: 'count', least: 1 },
            { kind: 'people', least: 1 },
          ],
        }),
      'it lacks 数量 of at least 1, 人次 of at least 1',
      '还缺数量、人次',
    ],
    [
      ({ hint }) =>
        hint({
          kind: 'lacks',
          demands: [
            { kind: 'count', least: 3 },
            { kind: 'people', least: 30 },
          ],
        }),
      '数量 of at least 3, 人次 of at least 30',
      '数量至少 3、人次至少 30',
    ],
    [
      ({ hint }) => hint({ kind: 'badNumber', column: 'people', found: '约三十' }),
      '人次 “约三十” is not a number',
      '约三十',
    ],
    [
      ({ hint }) => hint({ kind: 'unknown', column: 'department', found: '保为科', nearest: '保卫科' }),
      'Unknown 部门 “保为科”: did you mean “保卫科”?',
      '保卫科',
    ],
    [
      ({ hint }) => hint({ kind: 'unknown', column: 'period', found: '五月份', nearest: null }),
      'Unknown 月份 “五月份”: choose from the list',
      '五月份',
    ],
  ]);
});

describe('a finding', () => {
  const WHO = { department: '保卫科', task: '开展消防检查' };
  const found =
    (code: FindingCode, about: Parameters<typeof finding>[2] = {}, heading: string | null = null): Words =>
    (words) =>
      words.finding(finding(code, 'submissions', about), { sheet: '月度报送', heading });
  const LONG = '长'.repeat(61);
  itSays('it says', [
    [found('periodMissing', { rows: [7] }), '[月度报送] row 7: no month', '【月度报送】第 7 行：没有写月份'],
    [found('periodMissing', { rows: [7, 9] }), '[月度报送] rows 7, 9: no month', '第 7、9 行'],
    [
      found('periodMissing', { rows: [1, 2, 3, 4, 5, 6, 7, 8, 9] }),
      'rows 1, 2, 3, 4, 5, 6, 7, 8 … (9 rows): no month',
      '第 1、2、3、4、5、6、7、8 等 9 行',
    ],
    [
      found('periodUnknown', { rows: [7], found: '五月份', details: { text: '查了三栋楼' } }, '月份'),
      'row 7, column “月份”: month “五月份” cannot be read; not counted. Write one such as 2023-05. The row says: “查了三栋楼”.',
      '第 7 行“月份”列：月份“五月份”看不懂，未计入汇总。请写成 2023-05 这样的形式。该行报送内容：“查了三栋楼”。',
    ],
    [found('periodUnknown', { found: LONG }), `“${'长'.repeat(60)}…”`, `“${'长'.repeat(60)}……”`],
    [found('periodOutside', { found: '2022-05', details: { year: 2023 } }), 'not in 2023', '不在 2023 年度'],
    [found('departmentMissing'), 'no department; not counted', '没有写部门'],
    [
      found('departmentUnknown', { found: '保为科', details: { nearest: '保卫科' } }),
      'unknown department “保为科”; not counted. Did they mean “保卫科”?',
      '不认识部门“保为科”，未计入汇总。是不是“保卫科”？',
    ],
    [found('departmentUnknown', { found: '某科' }), 'not counted. Use a name of 部门', '未计入汇总。请改成'],
    [
      found('departmentInactive', { details: WHO }),
      '保卫科 is switched off but handed in “开展消防检查”',
      '部门“保卫科”已停用',
    ],
    [found('departmentRepeated', { found: '保卫科' }), '“保卫科” stands twice', '“保卫科”出现了两次'],
    [found('taskMissing'), 'no task; not counted', '没有写任务'],
    [found('taskUnknown', { found: '消防' }), 'unknown task “消防”', '不认识任务“消防”'],
    [found('taskRepeated', { found: '3' }), 'task number “3” stands twice', '任务序号“3”重复'],
    [
      found('notAssigned', { details: WHO }),
      '保卫科, “开展消防检查” is not in the matrix',
      '保卫科“开展消防检查”不在责任矩阵中',
    ],
    [found('notDue', { found: '2023-05', details: WHO }), 'is not due in 2023-05;', '在 2023-05 不需要报送'],
    [found('notDue', { details: WHO }), 'is not due this month;', '本月不需要报送'],
    [found('duplicate', { details: WHO }), 'in the order of time. Delete the row', '已按时间先后合并。若是重复'],
    [found('duplicate', { details: { ...WHO, identical: 1 } }), 'The texts are the same. Delete', '各次文字相同，'],
    [found('draft', { details: WHO }), 'it has no usable text', '还没有可用的报送内容'],
    [found('draft', { details: { ...WHO, links: 2 } }), 'it lacks at least 2 link(s)', '还缺佐证链接至少 2 个'],
    [found('returned', { found: '请补照片', details: WHO }), 'Reason: “请补照片”.', '原因：“请补照片”。'],
    [found('returned', { details: WHO }), 'No reason is given', '没有写退回原因'],
    [found('exemptWordless', { details: WHO }), 'is exempt, yet has numbers or links', '已免报，但填了'],
    [found('badNumber', { found: '约三十' }), '“约三十” is not a number', '“约三十”不是数字'],
    [found('badTime', { found: '昨天' }), 'time “昨天” cannot be read', '时间“昨天”看不懂'],
    [found('timeMissing', { rows: [7, 9] }), '2 row(s) bear no time', '有 2 行没有报送时间'],
    [found('reviewUnknown', { found: '好' }), 'review “好” is unknown', '审核结果“好”看不懂'],
    [found('formulaError', { found: '#REF!' }), 'a formula failed (#REF!)', '公式出错（#REF!）'],
    [
      found('tooLong', { details: { length: 60000, most: 50000 } }),
      '60000 characters, more than the 50000',
      '60000 个字符',
    ],
    [
      found('evidenceUnread', { found: '多多益善', details: WHO }),
      'evidence rule “多多益善” of “开展消防检查”',
      '佐证要求“多多益善”看不懂',
    ],
    [found('roleUnknown', { found: '参与', details: WHO }), 'role “参与” of “开展消防检查”', '职责“参与”看不懂'],
    [
      found('columnUnknown', { found: '保为科', details: { nearest: '保卫科' } }),
      'Did they mean “保卫科”?',
      '是不是“保卫科”？',
    ],
    [found('monthsUnknown', { found: '13' }), 'month “13” cannot be read', '月份“13”看不懂'],
    [found('frequencyUnknown', { found: '常常' }), 'frequency “常常” is unknown', '频次“常常”看不懂'],
    [found('headingRepeated', { found: '月份' }), 'heading “月份” stands twice', '列标题“月份”出现了两次'],
    [found('nobodyAssigned', { details: WHO }), 'nobody answers for task “开展消防检查”', '没有任何部门负责'],
    [found('accountInvalid', { found: '张三', details: WHO }), 'account “张三” of 保卫科', '账号“张三”不是邮箱地址'],
    [found('accountMissing', { found: '保卫科' }), '“保卫科” has no account', '部门“保卫科”没有写账号'],
    [
      found('accountShared', { found: 'a@example.cn', details: { departments: '保卫科、后勤处' } }),
      'belongs to 保卫科, 后勤处 and',
      '同时属于 保卫科、后勤处',
    ],
    [found('accountUnknown', { found: 'a@example.cn' }), 'belongs to no department', '却不属于任何部门'],
    [found('exceptionUnread', { found: '下月' }), '“下月” cannot be read, so the exception', '“下月”看不懂，这条申请'],
    [found('exceptionUnread'), 'nothing is entered, so the exception', '没有填，这条申请'],
  ]);
});

describe('what the reading of a plan is not sure of', () => {
  const doubt =
    (code: PlanFindingCode, of: string, other = ''): Words =>
    (words) =>
      words.planFinding({ code, line: 3, found: of, other });
  itSays('it says', [
    [doubt('emptyText', ''), 'Line 3: there is no text', '没有'],
    [doubt('noUnits', ''), 'no responsible unit was found', '责任单位'],
    [doubt('taskWithoutUnits', '开展检查'), '“开展检查” names nobody', '开展检查'],
    [doubt('numberJump', '五', '三'), 'jump from “三” to “五”', '五'],
    [doubt('numberRepeated', '三', '三-1'), 'number “三” repeats; it became “三-1”', '三-1'],
    [doubt('unlabelledUnits', '保卫科'), '“保卫科” does not say whether they lead', '保卫科'],
    [doubt('proseUnits', '保卫科'), '“保卫科” is taken from the sentence', '保卫科'],
    [doubt('doubtfulParenthesis', '保卫'), '“保卫” may or may not name units', '保卫'],
    [doubt('doubtfulUnit', '大家'), '“大家” may not be a department', '大家'],
    [doubt('emptyUnits', '责任单位'), 'nobody is named after “责任单位”', '责任单位'],
    [doubt('orphanUnits', '保卫科'), '“保卫科” stands before any task', '保卫科'],
    [doubt('similarNames', '保卫科', '保卫处'), '“保卫科” and “保卫处” may be one', '保卫处'],
    [doubt('collective', '各科室'), '“各科室” is a collective', '各科室'],
    [doubt('personNamed', '张三'), '“张三” looks like a person', '张三'],
    [doubt('labelUnknown', '参与单位'), '“参与单位” says neither lead', '参与单位'],
    [doubt('columnsUnknown', '序号'), 'headed “序号”', '序号'],
    [doubt('collective', '长'.repeat(61)), `“${'长'.repeat(60)}…” is a collective`, '长长'],
  ]);
});

describe('a refusal', () => {
  const refused =
    (code: RefusalCode, details: Record<string, string | number> = {}): Words =>
    (words) =>
      words.refusal({ code, details });
  const setting = (found: string, cell = 'B3'): Words =>
    refused('settingsInvalid', {
      faults: JSON.stringify([{ cell, label: '年度', found, explain: '2000–2100' }]),
    });
  const template = (
    code: string,
    tag: string,
    more: { nearest?: string; paragraph?: string; part?: string } = {},
  ): Words =>
    refused('templateInvalid', {
      file: '本局.docx',
      kind: '月度报告',
      problems: JSON.stringify([{ code, tag, nearest: '', paragraph: '', part: 'body', ...more }]),
    });
  const notDocx = (reason: string): Words => refused('templateNotDocx', { file: '本局.docx', reason });
  const request = (entry: string, fault: string, allowed: string): Words =>
    refused('requestInvalid', { faults: JSON.stringify([{ entry, fault, allowed }]) });
  const MONTH = { month: '2023-05' };
  itSays('it says', [
    [refused('notSetUp'), 'has not been set up', '初始化'],
    [refused('sheetMissing', { sheet: '部门' }), 'no sheet “部门”', '部门'],
    [
      refused('columnsMissing', { sheet: '部门', headings: '“别名”、“邮箱”', row: 1 }),
      '[部门] row 1 lacks the headings “别名”, “邮箱”',
      '别名',
    ],
    [setting('明年'), '[设置] B3 “年度” cannot be “明年”.', '“年度”的值“明年”不能用'],
    [setting(''), '[设置] B3 “年度” is not filled in.', '【设置】B3 单元格“年度”还没有填写'],
    [setting('', ''), '[设置] “年度” is not filled in.', '【设置】“年度”还没有填写'],
    [refused('periodUnreadable', { found: '某月' }), '“某月” is no month', '某月'],
    [refused('otherYear', { ...MONTH, year: 2024 }), 'This workbook is for 2024; 2023-05 is not in it', '2023-05'],
    [
      refused('nothingDue', { ...MONTH, months: '1、2' }),
      'Nothing is due in 2023-05 (months reported on: 1, 2)',
      '2023-05',
    ],
    [refused('noTasks'), '[责任矩阵] has no task yet', '责任矩阵'],
    [refused('noDepartments'), '[部门] has no department yet', '部门'],
    [refused('planEmpty'), 'No task with a responsible department', '责任单位'],
    [refused('planUnfit', { found: '一、', most: 50000 }), 'more than 50000 characters', '超过 50000 个字符'],
    [refused('alreadySetUp', { sheet: '部门' }), '“部门” already holds entries', '已经有“部门”的内容'],
    [refused('busy'), 'Somebody else is running a command', '另一个人正在执行'],
    [
      refused('overtaken', { sheet: '月度报送', row: 9 }),
      '[月度报送] row 9: somebody typed here',
      '【月度报送】第 9 行',
    ],
    [
      refused('notConsolidated', { ...MONTH, sheet: '汇总-2023-05' }),
      'has not been consolidated',
      '还没有 2023-05 的汇总',
    ],
    [refused('noRecipients'), '“上报收件人” is not filled in', '“上报收件人”还没有填写'],
    [
      refused('recipientInvalid', { found: '区文明办' }),
      '“区文明办” has no usable mail address',
      '“区文明办”没有可用的邮箱',
    ],
    [
      refused('templateDamaged', { sheet: '模板', kind: '月度报告' }),
      'The template “月度报告” in the sheet “模板”',
      '“月度报告”模板不完整',
    ],
    [refused('documentUnknown', { ...MONTH, name: '别的' }), 'no document “别的” for 2023-05', '没有名为“别的”的文书'],
    [refused('departmentUnknown', { names: '某科' }), 'has no “某科”', '没有“某科”'],
    [refused('reasonMissing'), 'Say why the rows go back', '退回要写明原因'],
    [refused('rowsNotSelected', { sheet: '月度报送' }), 'Select the rows of “月度报送”', '请先在“月度报送”里选中'],
    [
      refused('rowChanged', { sheet: '月度报送', row: 9 }),
      'Row 9 of 月度报送 was changed',
      '第 9 行在您看的时候被改动',
    ],
    [refused('mailTooLarge', { megabytes: 31 }), 'about 31 MB', '约 31 MB'],
    [refused('monthFrozen', MONTH), '2023-05 has been reported and archived', '2023-05 已上报归档'],
    [
      refused('undoEdited', { sheet: '月度报送', cells: 'A2', count: 1 }),
      '[月度报送] A2. Nothing was changed',
      '【月度报送】A2。没有改动',
    ],
    [
      refused('undoEdited', { sheet: '月度报送', cells: 'A2', count: 9 }),
      '[月度报送] A2…. Nothing',
      '【月度报送】A2……。',
    ],
    [refused('undoOther'), 'Somebody has run another command since', '刚才有人又执行了别的操作'],
    [refused('notOnOutbox', { sheet: '发送记录' }), 'Open “发送记录” first', '请先打开“发送记录”'],
    [notDocx('notZip'), 'it is no .docx file', '不是 .docx 文件'],
    [notDocx('oldFormat'), 'an old .doc', '旧的 .doc 格式'],
    [notDocx('notWord'), 'no Word document in it', '没有 Word 文档'],
    [notDocx('damaged'), 'damaged or incomplete', '已损坏或不完整'],
    [notDocx('macros'), 'it has macros', '带有宏'],
    [notDocx('outside'), 'outside the file', '文件以外'],
    [notDocx('tooLarge'), 'it is too large', '文件太大'],
    [template('braceAlone', '{月份'), 'a brace without its partner, from “{月份” on', '花括号不成对，从“{月份”起'],
    [
      template('unknownTag', '{月分}', { nearest: '{月份}' }),
      'no tag “{月分}”; did you mean “{月份}”?',
      '是不是“{月份}”？',
    ],
    [template('unknownTag', '{某}'), 'no tag “{某}”.', '没有“{某}”这个标签。'],
    [template('notClosed', '{#任务}'), '“{#任务}” is never ended by “{/任务}”', '结束标签“{/任务}”'],
    [template('notOpened', '{/任务}'), '“{/任务}” ends what “{#任务}” never began', '开始标签“{#任务}”'],
    [
      template('blockNotAlone', '{#任务}', { paragraph: '见{#任务}' }),
      'must have a paragraph to itself (in the paragraph “见{#任务}”)',
      '（在“见{#任务}”这一段）',
    ],
    [
      template('blockNotAlone', '{#任务}', { paragraph: '长'.repeat(41) }),
      `“${'长'.repeat(40)}…”`,
      `“${'长'.repeat(40)}……”`,
    ],
    [template('wrongSign', '{任务}', { nearest: '{#任务}' }), 'must be written “{#任务}”', '应写成“{#任务}”'],
    [
      template('notXml', 'word/document.xml', { part: 'header' }),
      'the part “word/document.xml” cannot be read',
      '【页眉】',
    ],
    [request('month', 'type', 'string'), '“month” must be text', '应是文字'],
    [request('', 'type', 'object'), 'the request must be an object', '对象'],
    [request('rows', 'type', 'array'), '“rows” must be a list', '“rows”应是列表'],
    [request('value', 'type', 'date'), '“value” must be date', '“value”应是date'],
    [request('reason', 'tooLong', '500'), '“reason” may have at most 500 characters', '不能超过 500 个字符'],
    [request('row', 'tooLarge', '50000'), '“row” may be at most 50000', '不能大于 50000'],
    [request('row', 'tooSmall', '2'), '“row” must be at least 2', '2'],
    [request('decision', 'value', 'accept|return'), '“decision” must be one of accept|return', 'accept|return'],
  ]);
});
