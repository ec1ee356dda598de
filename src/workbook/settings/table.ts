/**
 * The settings: what an office decides about its reporting, one record each, in the order of the rows of 设置. Everything else
 * that is known of a setting follows from its record.
 */
import type { SettingRecord, SettingsOf } from './declaration.ts';
import {
  choice,
  days,
  daysOr,
  languageName,
  line,
  mailAddresses,
  months,
  paragraphs,
  recipients,
  whole,
  words,
  yesNo,
} from './kinds.ts';

const TABLE = [
  {
    key: 'year',
    group: 'unit',
    label: '年度',
    aliases: ['年份'],
    kind: whole(1900, 9999),
    initial: '',
    explain: '四位数年份，例如 2023。',
    words: { en: { label: 'Year', explain: 'Four digits, such as 2023.' } },
  },
  // 60 at most: a subject takes 250 characters, and a mail's body is not made of its first sentence.
  {
    key: 'unitName',
    group: 'unit',
    label: '单位名称',
    aliases: ['本单位'],
    kind: words(60),
    initial: '',
    explain: '出现在报告标题和邮件落款里，不超过 60 个字。',
    words: {
      en: {
        label: 'Name of the unit',
        explain: 'Stands in the title of the report and under its mails; 60 characters at most.',
      },
    },
  },
  {
    key: 'deadlineDay',
    at: 'rules.deadline.day',
    group: 'deadline',
    label: '每月截止日',
    aliases: ['截止日'],
    kind: whole(1, 31),
    initial: '20',
    explain: '1 到 31；当月没有这一天时按月末最后一天。',
    words: {
      en: { label: 'Deadline: day of the month', explain: '1 to 31; the last day of a month that has no such day.' },
    },
  },
  {
    key: 'inclusive',
    at: 'rules.deadline.inclusive',
    group: 'deadline',
    label: '截止日当天算按时',
    aliases: ['20日当天是否算按时', '当天是否算按时'],
    kind: yesNo(),
    initial: '是',
    explain: '“是”：当天 24 点前都算按时；“否”：必须在前一天报齐。',
    words: {
      en: {
        label: 'The day itself is in time',
        explain: 'Yes: in time until midnight of that day. No: all must be in by the day before.',
      },
    },
  },
  {
    key: 'holidays',
    at: 'rules.deadline.holidays',
    group: 'deadline',
    label: '遇节假日',
    aliases: ['节假日规则'],
    kind: choice({
      不顺延: { is: 'none', en: 'stays as it is' },
      顺延: { is: 'next', en: 'next working day' },
      提前: { is: 'previous', en: 'working day before' },
    }),
    initial: '不顺延',
    explain: '截止日遇法定节假日或周末：不顺延；顺延到下一个工作日；提前到上一个工作日。调休上班日算工作日。',
    words: {
      en: {
        label: 'Deadline on a holiday',
        explain: 'Where the day is a public holiday or on a weekend. Weekend days worked in exchange are working days.',
      },
    },
  },
  {
    key: 'months',
    at: 'rules.months',
    group: 'deadline',
    label: '报送月份',
    aliases: ['月份'],
    kind: months(),
    initial: '1-12',
    explain: '哪些月份需要报送，例如 3-12，或 3、6、9、12。',
    words: { en: { label: 'Months reported on', explain: 'Such as 3-12, or 3, 6, 9, 12.' } },
  },
  {
    key: 'leadsReport',
    at: 'rules.leadsReport',
    group: 'deadline',
    label: '仅牵头任务由谁报送',
    aliases: ['只有牵头部门的任务由谁报送'],
    kind: choice({
      各牵头部门: { is: 'all', en: 'every lead' },
      第一牵头部门: { is: 'first', en: 'the first lead' },
      不需报送: { is: 'none', en: 'nobody' },
    }),
    initial: '各牵头部门',
    explain: '任务只写了牵头部门、没有责任部门时，由谁报送。停用的部门不算：第一个停用的，由下一个报。',
    words: {
      en: {
        label: 'Who reports where only leads are named',
        explain:
          'For tasks that have leads and no responsible department. Inactive ones do not count: the next lead is the first then.',
      },
    },
  },
  {
    key: 'recipients',
    group: 'upward',
    label: '上报收件人',
    aliases: ['收件人', '上级收件人'],
    kind: recipients(),
    initial: '',
    explain: '写成“名称 <邮箱>”，多个用分号隔开。只有写在这里的收件人会收到上报邮件。',
    words: {
      en: {
        label: 'Recipients of the report',
        explain: 'As Name <address>, several separated by semicolons. Nobody else is sent the report.',
      },
    },
  },
  // Whom to ask, as mails and the guide say it.
  {
    key: 'contact',
    group: 'unit',
    label: '办公室联系人',
    aliases: ['联系人'],
    kind: words(200),
    initial: '',
    explain: '姓名和电话，写在邮件里供对方联系，不超过 200 个字。',
    words: {
      en: {
        label: 'Contact of the office',
        explain: 'Name and telephone, for whoever gets a mail; 200 characters at most.',
      },
    },
  },
  // Opening sentences of the report upward.
  {
    key: 'introduction',
    group: 'upward',
    label: '报告引言',
    aliases: ['引言'],
    kind: paragraphs(2_000),
    initial: '',
    explain: '报告开头的一段话，可留空，不超过 2000 个字。',
    words: {
      en: {
        label: 'Opening of the report',
        explain: 'Its first paragraph; may be left empty; 2000 characters at most.',
      },
    },
  },
  // What comes next, a paragraph a line; `''` where the report words it from the month's numbers.
  {
    key: 'nextSteps',
    group: 'upward',
    label: '下步打算',
    aliases: ['下一步打算'],
    kind: paragraphs(2_000),
    initial: '',
    explain: '报告的第三部分，一行一段；留空就按当月情况写，不超过 2000 个字。每个月都可以在“报告草稿”里再改。',
    words: {
      en: {
        label: 'What comes next',
        explain:
          'Third part of the report, a paragraph a line; left empty, it is worded from the month’s figures; 2000 characters at most. Each month it can still be changed in 报告草稿.',
      },
    },
  },
  // What the work is called in the titles of documents.
  {
    key: 'workName',
    group: 'unit',
    label: '工作名称',
    aliases: [],
    kind: words(60),
    initial: '',
    explain: '用在公文标题里，例如“文明城市创建工作”：关于2023年5月文明城市创建工作情况的报告。不超过 60 个字。',
    words: {
      en: {
        label: 'Name of the work',
        explain: 'Stands in the titles of the official documents; 60 characters at most.',
      },
    },
  },
  // Who gets a copy of the report, as it stands at the foot of its last page.
  {
    key: 'copyTo',
    group: 'upward',
    label: '抄送单位',
    aliases: ['抄送'],
    kind: words(200),
    initial: '',
    explain: '印在报告末页的版记里，可留空，不超过 200 个字。',
    words: {
      en: {
        label: 'Copies to',
        explain: 'Printed at the foot of the report’s last page; may be left empty; 200 characters at most.',
      },
    },
  },
  // Accounts that may write everything, beside the file's owner.
  {
    key: 'officeAccounts',
    group: 'others',
    label: '办公室账号',
    aliases: ['管理账号'],
    kind: mailAddresses(),
    initial: '',
    explain: '除表格所有者外，还能改动全部内容的邮箱账号，多个用分号隔开。改后执行“更新填报权限”。',
    words: {
      en: {
        label: 'Accounts of the office',
        explain:
          'Mail accounts that may change everything, beside the file’s owner, separated by semicolons. Update the rights (更新填报权限) after a change.',
      },
    },
  },
  {
    key: 'closeAfter',
    group: 'deadline',
    label: '逾期锁定',
    aliases: ['截止后锁定'],
    kind: daysOr('不锁定'),
    initial: '不锁定',
    explain: '过了截止日几天后，部门不能再填：不锁定；0 表示截止日一过就锁；3 表示再宽限三天。“迟报申请”里同意的除外。',
    words: {
      en: {
        label: 'Lock rows after the deadline',
        explain:
          'Days after which departments can no longer fill in: never; 0 as soon as the deadline is over; 3 leaves three days more. Exceptions are granted in 迟报申请.',
      },
    },
  },
  {
    key: 'automatic',
    at: 'reminders.automatic',
    group: 'reminders',
    label: '自动催报',
    aliases: ['自动提醒'],
    kind: yesNo(),
    initial: '是',
    explain: '“是”：系统每天上午按下面的天数给欠报的部门发催报邮件；“否”：只在执行“催报”时发。',
    words: {
      en: {
        label: 'Automatic reminders',
        explain:
          'Yes: departments that owe something are written to in the morning, on the days below. No: only when somebody runs Remind.',
      },
    },
  },
  {
    key: 'remindBefore',
    at: 'reminders.before',
    group: 'reminders',
    label: '截止前几天催报',
    aliases: ['提前几天催报'],
    kind: days(),
    initial: '5、2',
    explain: '例如 5、2：截止前 5 天和 2 天各提醒一次；写“不催”则不提醒。',
    words: {
      en: {
        label: 'Remind days before the deadline',
        explain: 'Such as 5, 2: five days and two days before it; or never.',
      },
    },
  },
  {
    key: 'remindOnDay',
    at: 'reminders.onDay',
    group: 'reminders',
    label: '截止当天催报',
    aliases: ['当天催报'],
    kind: yesNo(),
    initial: '是',
    explain: '截止当天上午再提醒一次。',
    words: { en: { label: 'Remind on the day', explain: 'Once more in the morning of the deadline.' } },
  },
  {
    key: 'remindAfter',
    at: 'reminders.after',
    group: 'reminders',
    label: '逾期几天催报',
    aliases: ['逾期催报'],
    kind: days(),
    initial: '1、3',
    explain: '例如 1、3：逾期 1 天和 3 天各催一次；写“不催”则不催。',
    words: {
      en: {
        label: 'Remind days after the deadline',
        explain: 'Such as 1, 3: one day and three days after it; or never.',
      },
    },
  },
  {
    key: 'headAfter',
    at: 'reminders.headAfter',
    group: 'reminders',
    label: '逾期几天告知部门负责人',
    aliases: [],
    kind: daysOr('不告知'),
    initial: '5',
    explain: '发到“部门”表的负责人邮箱；写“不告知”则不发。',
    words: {
      en: {
        label: 'Tell the department’s head after',
        explain: 'Days overdue; sent to the head’s mail in 部门; or never.',
      },
    },
  },
  {
    key: 'leaderAfter',
    at: 'reminders.leaderAfter',
    group: 'reminders',
    label: '逾期几天告知分管领导',
    aliases: [],
    kind: daysOr('不告知'),
    initial: '7',
    explain: '发到“部门”表的领导邮箱，一位领导一封；写“不告知”则不发。',
    words: {
      en: {
        label: 'Tell the leader in charge after',
        explain: 'Days overdue; sent to the leader’s mail in 部门, one mail for each leader; or never.',
      },
    },
  },
  {
    key: 'workingDays',
    at: 'reminders.workingDays',
    group: 'reminders',
    label: '催报天数按',
    aliases: ['催报天数算法'],
    kind: choice({ 日历日: { is: false, en: 'calendar days' }, 工作日: { is: true, en: 'working days' } }),
    initial: '日历日',
    explain: '日历日；或工作日（法定节假日和周末不算，调休上班日算）。',
    words: { en: { label: 'Days of reminders are', explain: 'Working days leave out public holidays and weekends.' } },
  },
  // How a report upward is numbered, with `{年}` and `{号}`; `''`: it bears no number.
  {
    key: 'documentNumber',
    group: 'upward',
    label: '发文字号',
    aliases: ['文号'],
    kind: line(),
    initial: '',
    explain: '发送时自动编文号，写进报告和“档案”，例如 示交〔{年}〕{号}号；留空则报告不带文号。',
    words: {
      en: {
        label: 'Number of the document',
        explain:
          'Given to the report when it is sent, and kept in 档案, such as 示交〔{年}〕{号}号; left empty, it bears none.',
      },
    },
  },
  {
    key: 'language',
    group: 'others',
    label: '语言',
    aliases: ['Language'],
    kind: languageName(),
    initial: '中文',
    explain: '菜单和提示的语言：中文或 English。',
    words: { en: { label: 'Language', explain: 'Of menus, pages and messages.' } },
  },
] as const satisfies readonly SettingRecord[];

export type SettingKey = (typeof TABLE)[number]['key'];

/** Everything an office has decided, as it is understood. */
export interface Settings extends SettingsOf<typeof TABLE> {}

export interface SettingDeclaration extends SettingRecord {
  readonly key: SettingKey;
}

export const SETTINGS: readonly SettingDeclaration[] = TABLE;
