/** 催报 and 督办: the mail to a department that owes something, and the one to the person who is told of it. */
import { at } from '../domain/at.ts';
import { daysBetween, type LocalDate } from '../domain/local-date.ts';
import { type Matrix, taskName } from '../domain/matrix.ts';
import type { Digest, OwedItem, Reminder } from '../domain/reminder/chase.ts';
import type { Level } from '../domain/reminder/days.ts';
import { escaped, MAIL_STYLE, type MailContent, paragraphs } from './mail.ts';
import { dayInWords, monthInWords } from './words.ts';

export interface ReminderAbout {
  readonly matrix: Matrix;
  readonly today: LocalDate;
  readonly unitName: string;
  /** Whom to ask. */
  readonly contact: string;
  /** Where the sheet is opened. */
  readonly url: string;
}

/** `还剩2天`, `今天截止`, `已逾期3天` */
export function daysLeftInWords(today: LocalDate, lastDay: LocalDate): string {
  const days = daysBetween(today, lastDay);
  return days > 0 ? `还剩${days}天` : days === 0 ? '今天截止' : `已逾期${-days}天`;
}

const STANDING: Readonly<Partial<Record<OwedItem['status'], string>>> = {
  draft: '已填写，但佐证不全，按未报计',
  returned: '已退回，请按退回原因修改',
};

/** What is owed of a task. */
function standingOf({ status, lastDay }: OwedItem, today: LocalDate): string {
  return STANDING[status] ?? (lastDay < today ? '缺报' : '待报');
}

export function reminderMail({ department, period, items }: Reminder, about: ReminderAbout): MailContent {
  const { matrix, today, unitName, contact, url } = about;
  const name = at(matrix.departments, department).name;
  const days = items.map(({ lastDay }) => lastDay).sort();
  const last = at(days, days.length - 1);
  const left = `${dayInWords(last)}截止，${daysLeftInWords(today, last)}`;
  const opening = [`${name}：`, `${monthInWords(period)}工作报送（${left}），贵部门还有${items.length}项没有报送：`];
  const rows = items.map((item) => [
    monthInWords(item.period),
    taskName(item.task, matrix.tasks),
    standingOf(item, today),
    `${dayInWords(item.lastDay)}（${daysLeftInWords(today, item.lastDay)}）`,
  ]);
  const closing = [
    '请打开表格，在“月度报送”里填写本部门的行。本月确实没有开展的，请写“本月无”。',
    `表格：${url}`,
    ...signature(unitName, contact),
  ];
  return mail(`【催报】${name}：${monthInWords(period)}还有${items.length}项未报（${left}）`, {
    opening,
    headings: ['月份', '任务', '情况', '截止'],
    rows,
    closing,
    url,
  });
}

export function digestMail({ level, period, items }: Digest, about: ReminderAbout): MailContent {
  const { matrix, today, unitName, contact, url } = about;
  const departments = new Set(items.map(({ department }) => department));
  // They come by month, and stay so within a department.
  const rows = [...items]
    .sort((a, b) => a.department - b.department)
    .map((item) => [
      at(matrix.departments, item.department).name,
      monthInWords(item.period),
      taskName(item.task, matrix.tasks),
      standingOf(item, today),
      daysLeftInWords(today, item.lastDay),
    ]);
  const opening = [
    `${ADDRESSED[level]}截至${dayInWords(today)}，以下${departments.size}个部门共${items.length}项工作逾期没有报送，请督促。`,
  ];
  return mail(`【督办】${monthInWords(period)}工作报送：${departments.size}个部门${items.length}项逾期未报`, {
    opening,
    headings: ['部门', '月份', '任务', '情况', '逾期'],
    rows,
    closing: [`表格：${url}`, ...signature(unitName, contact)],
    url,
  });
}

const ADDRESSED: Readonly<Record<Level, string>> = { head: '部门负责同志：', leader: '分管领导：' };

function signature(unitName: string, contact: string): string[] {
  return [...(contact === '' ? [] : [`如有疑问请联系：${contact}`]), ...(unitName === '' ? [] : [unitName])];
}

interface Page {
  readonly opening: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly closing: readonly string[];
  readonly url: string;
}

/** The same in text and in HTML. */
function mail(subject: string, { opening, headings, rows, closing, url }: Page): MailContent {
  const lines = rows.map((cells, index) => `${index + 1}. ${cells.join('，')}`);
  const cells = (tag: 'th' | 'td', style: string, texts: readonly string[]) =>
    texts.map((text) => `<${tag} style="${style}">${escaped(text)}</${tag}>`).join('');
  const link = `<a href="${escaped(url)}">${escaped(url)}</a>`;
  return {
    subject,
    text: [...opening, '', ...lines, '', ...closing].join('\n'),
    html:
      `<div style="${MAIL_STYLE.page}">${paragraphs(opening)}` +
      `<table style="${MAIL_STYLE.table}"><tr>${cells('th', MAIL_STYLE.head, headings)}</tr>` +
      `${rows.map((row) => `<tr>${cells('td', MAIL_STYLE.cell, row)}</tr>`).join('')}</table>` +
      `<div style="margin-top:14px">${paragraphs(closing).replace(escaped(url), () => link)}</div></div>`,
    attachments: [],
    documents: [],
  };
}
