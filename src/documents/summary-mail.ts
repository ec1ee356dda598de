/**
 * The mail to the district: a readable summary in HTML, the same in plain text. It says what the month's consolidation
 * says of the work; what only the office must look at stays in the workbook.
 */
import { at } from '../domain/at.ts';
import type { Consolidation, Obligation } from '../domain/consolidation/result.ts';
import { taskLabel, taskName } from '../domain/matrix.ts';
import { isOwed } from '../domain/status.ts';
import { escaped, MAIL_STYLE, type MailContent, type MailDocument, paragraphs } from './mail.ts';
import { mergedText } from './merged-text.ts';
import { dayInWords, monthInWords, percent, statusMark } from './words.ts';

export interface MailAbout {
  readonly unitName: string;
  readonly introduction: string;
  readonly contact: string;
  /** 0 for the report itself; n for the nth supplement, to a person who has had a report of this month before. */
  readonly supplement: number;
}

/**
 * A mail's body may have 200 KB (developers.google.com/apps-script/guides/services/quotas), HTML with its tags and entities
 * counted; a character takes three bytes at most.
 */
const LONGEST_BODY = 66_000;

/** @param report the official report, attached */
export function summaryMail(consolidation: Consolidation, about: MailAbout, report: MailDocument): MailContent {
  const month = monthInWords(consolidation.period);
  const subject = `${about.supplement > 0 ? `【补充报告第${about.supplement}号】` : ''}${about.unitName}${month}工作报送汇总`;
  const { matrix } = consolidation;
  const tasks = consolidation.tasks.map(({ task, parts }) => ({
    label: taskLabel(at(matrix.tasks, task)),
    text: mergedText(parts, matrix.departments),
  }));
  const words = tasks.map(({ label, text }) => `${label}\n${text === '' ? '（本月无报送内容）' : text}`).join('\n\n');
  const whole: Content = { consolidation, about, report: report.name, month, tasks, words, brief: false };
  const mailOf = (content: Content, attachments: MailContent['attachments']): MailContent => ({
    subject,
    text: plainText(content),
    html: htmlText(content),
    attachments,
    documents: [report],
  });
  const attached = (name: string, text: string) => [{ name: `${month}${name}.txt`, mimeType: 'text/plain', text }];
  return (
    (words.length <= LONGEST_BODY ? fitting(mailOf(whole, [])) : null) ??
    fitting(mailOf({ ...whole, tasks: null }, attached('各任务工作情况', words))) ??
    mailOf({ ...whole, tasks: null, brief: true }, attached('工作报送汇总', plainText(whole)))
  );
}

/** The mail, where a body holds it. */
const fitting = (mail: MailContent): MailContent | null =>
  Math.max(mail.text.length, mail.html.length) <= LONGEST_BODY ? mail : null;

interface Content {
  readonly consolidation: Consolidation;
  readonly about: MailAbout;
  /** The attached report's name. */
  readonly report: string;
  readonly month: string;
  /** `null` where the words go into an attachment. */
  readonly tasks: readonly { readonly label: string; readonly text: string }[] | null;
  readonly words: string;
  /** Only the totals: even what is missing is longer than a body. */
  readonly brief: boolean;
}

const IN_ATTACHMENT = '各任务的文字较多，全文见附件。';
const ALL_IN_ATTACHMENT = '各部门、各任务的情况较多，全文见附件。';

function overview({ consolidation: { tally, deadline, count, people }, month }: Content): string {
  const owed = tally.missing + tally.draft + tally.returned;
  return (
    `${month}（报送截止${dayInWords(deadline)}）应报${tally.due}项，已报${tally.handedIn}项，` +
    `其中按时${tally.onTime}项、迟报${tally.late}项；缺报${owed}项。` +
    `完成率${percent(tally.handedIn, tally.due)}，按时率${percent(tally.onTime, tally.due)}。` +
    `活动等数量合计${count}，参与${people}人次。`
  );
}

function owedLines({ consolidation: { obligations, matrix } }: Content): string[] {
  const byDepartment = new Map<number, Obligation[]>();
  for (const obligation of obligations) {
    if (!isOwed(obligation.status)) continue;
    const known = byDepartment.get(obligation.department);
    if (known) known.push(obligation);
    else byDepartment.set(obligation.department, [obligation]);
  }
  return [...byDepartment]
    .sort(([a], [b]) => a - b)
    .map(([department, owed]) => {
      const items = owed.map(
        (obligation) => `${taskName(obligation.task, matrix.tasks)}（${statusMark(obligation).slice(2)}）`,
      );
      return `${at(matrix.departments, department).name}：${items.join('、')}`;
    });
}

function greeting({ about, report, month }: Content): string[] {
  const opening =
    about.supplement > 0
      ? `此前发送的${month}汇总有变动，现作为补充报告第${about.supplement}号报上，请以本邮件为准。`
      : `现将${month}工作报送情况汇总如下。`;
  return [...(about.introduction === '' ? [] : [about.introduction]), opening, `正式报告见附件“${report}”。`];
}

function closing({ about }: Content): string[] {
  return [about.unitName, ...(about.contact === '' ? [] : [`联系人：${about.contact}`])].filter((line) => line !== '');
}

function plainText(content: Content): string {
  const { consolidation, tasks, words, brief } = content;
  if (brief)
    return [...greeting(content), '', overview(content), '', ALL_IN_ATTACHMENT, '', ...closing(content)].join('\n');
  const departments = consolidation.departments
    .filter(({ tally }) => tally.due > 0)
    .map(({ department, tally }) => {
      const name = at(consolidation.matrix.departments, department).name;
      return `${name}：应报${tally.due}，已报${tally.handedIn}，按时${tally.onTime}，完成率${percent(tally.handedIn, tally.due)}`;
    });
  const owed = owedLines(content);
  return [
    ...greeting(content),
    '',
    '一、总体情况',
    overview(content),
    '',
    '二、各部门报送情况',
    ...departments,
    '',
    '三、缺报情况',
    ...(owed.length > 0 ? owed : ['无。']),
    '',
    '四、各任务工作情况',
    tasks === null ? IN_ATTACHMENT : words,
    '',
    ...closing(content),
  ].join('\n');
}

const { cell: CELL, head: HEAD } = MAIL_STYLE;

function htmlText(content: Content): string {
  const { consolidation, tasks, brief } = content;
  const departments = consolidation.departments
    .filter(({ tally }) => tally.due > 0)
    .map(({ department, tally }) => {
      const name = at(consolidation.matrix.departments, department).name;
      const cells = [tally.due, tally.handedIn, tally.onTime, tally.late, tally.due - tally.handedIn];
      return (
        `<tr><td style="${CELL}">${escaped(name)}</td>` +
        cells.map((cell) => `<td style="${CELL}text-align:right">${cell}</td>`).join('') +
        `<td style="${CELL}text-align:right">${percent(tally.handedIn, tally.due)}</td></tr>`
      );
    });
  const owed = owedLines(content);
  const heading = (title: string) => `<h3 style="font-size:16px;margin:18px 0 8px">${title}</h3>`;
  const headings = ['部门', '应报', '已报', '按时', '迟报', '缺报', '完成率'];
  if (brief) return page(paragraphs([...greeting(content), overview(content), ALL_IN_ATTACHMENT, ...closing(content)]));
  return page(
    paragraphs(greeting(content)) +
      heading('一、总体情况') +
      paragraphs([overview(content)]) +
      heading('二、各部门报送情况') +
      `<table style="${MAIL_STYLE.table}"><tr>` +
      headings.map((title) => `<th style="${HEAD}">${title}</th>`).join('') +
      `</tr>${departments.join('')}</table>` +
      heading('三、缺报情况') +
      (owed.length > 0
        ? `<ul>${owed.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
        : paragraphs(['无。'])) +
      heading('四、各任务工作情况') +
      (tasks === null
        ? paragraphs([IN_ATTACHMENT])
        : tasks
            .map(
              ({ label, text }) =>
                `<h4 style="font-size:14px;margin:12px 0 4px">${escaped(label)}</h4>` +
                `<div style="white-space:pre-wrap">${escaped(text === '' ? '（本月无报送内容）' : text)}</div>`,
            )
            .join('')) +
      `<div style="margin-top:20px">${paragraphs(closing(content))}</div>`,
  );
}

const page = (inside: string): string => `<div style="${MAIL_STYLE.page}">${inside}</div>`;
