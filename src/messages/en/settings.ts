/** The settings in English, for the form: the sheet 设置 keeps its own words in every language. */
import type { SettingWords } from '../pages.ts';

const YES_NO = { 是: 'Yes', 否: 'No' };
const NO_REMINDER = { 不催: 'never' };
const NOT_TOLD = { 不告知: 'never' };

export const settingWords = {
  year: { label: 'Year', explain: 'Four digits, such as 2023.' },
  unitName: {
    label: 'Name of the unit',
    explain: 'Stands in the title of the report and under its mails; 60 characters at most.',
  },
  deadlineDay: {
    label: 'Deadline: day of the month',
    explain: '1 to 31; the last day of a month that has no such day.',
  },
  inclusive: {
    label: 'The day itself is in time',
    explain: 'Yes: in time until midnight of that day. No: all must be in by the day before.',
    values: YES_NO,
  },
  holidays: {
    label: 'Deadline on a holiday',
    explain: 'Where the day is a public holiday or on a weekend. Weekend days worked in exchange are working days.',
    values: { 不顺延: 'stays as it is', 顺延: 'next working day', 提前: 'working day before' },
  },
  months: { label: 'Months reported on', explain: 'Such as 3-12, or 3, 6, 9, 12.' },
  leadsReport: {
    label: 'Who reports where only leads are named',
    explain: 'For tasks that have leads and no responsible department.',
    values: { 各牵头部门: 'every lead', 第一牵头部门: 'the first lead', 不需报送: 'nobody' },
  },
  recipients: {
    label: 'Recipients of the report',
    explain: 'As Name <address>, several parted by semicolons. Nobody else is sent the report.',
  },
  contact: {
    label: 'Contact of the office',
    explain: 'Name and telephone, for whoever gets a mail; 200 characters at most.',
  },
  introduction: {
    label: 'Opening of the report',
    explain: 'Its first paragraph; may be left empty; 2000 characters at most.',
  },
  nextSteps: {
    label: 'What comes next',
    explain:
      'Third part of the report, a paragraph a line; left empty, it is worded from the month’s figures; 2000 characters at most. Each month it can still be changed in 报告草稿.',
  },
  workName: {
    label: 'Name of the work',
    explain: 'Stands in the titles of the official documents; 60 characters at most.',
  },
  copyTo: {
    label: 'Copies to',
    explain: 'Printed at the foot of the report’s last page; may be left empty; 200 characters at most.',
  },
  officeAccounts: {
    label: 'Accounts of the office',
    explain:
      'Mail accounts that may change everything, beside the file’s owner, parted by semicolons. Update the rights (更新填报权限) after a change.',
  },
  closeAfter: {
    label: 'Lock rows after the deadline',
    explain:
      'Days after which departments can no longer fill in: never; 0 as soon as the deadline is over; 3 leaves three days more. Exceptions are granted in 迟报申请.',
    values: { 不锁定: 'never' },
  },
  automatic: {
    label: 'Automatic reminders',
    explain:
      'Yes: departments that owe something are written to in the morning, on the days below. No: only when somebody runs Remind.',
    values: YES_NO,
  },
  remindBefore: {
    label: 'Remind days before the deadline',
    explain: 'Such as 5, 2: five days and two days before it; or never.',
    values: NO_REMINDER,
  },
  remindOnDay: { label: 'Remind on the day', explain: 'Once more in the morning of the deadline.', values: YES_NO },
  remindAfter: {
    label: 'Remind days after the deadline',
    explain: 'Such as 1, 3: one day and three days after it; or never.',
    values: NO_REMINDER,
  },
  headAfter: {
    label: 'Tell the department’s head after',
    explain: 'Days overdue; sent to the head’s mail in 部门; or never.',
    values: NOT_TOLD,
  },
  leaderAfter: {
    label: 'Tell the leader in charge after',
    explain: 'Days overdue; sent to the leader’s mail in 部门, one mail for each leader; or never.',
    values: NOT_TOLD,
  },
  workingDays: {
    label: 'Days of reminders are',
    explain: 'Working days leave out public holidays and weekends.',
    values: { 日历日: 'calendar days', 工作日: 'working days' },
  },
  documentNumber: {
    label: 'Number of the document',
    explain:
      'Given to the report when it is sent, and kept in 档案, such as 示交〔{年}〕{号}号; left empty, it bears none.',
  },
  language: { label: 'Language', explain: 'Of menus, pages and messages.' },
} satisfies Readonly<Record<string, SettingWords>>;
