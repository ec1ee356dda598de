/** Refusals in English: why, what was found, what to do. */
import type { Refusal, RefusalCode } from '../../domain/refusal.ts';

type Details = Refusal['details'];

interface SettingFault {
  readonly cell: string;
  readonly label: string;
  readonly found: string;
  readonly explain: string;
}

function settingFaults({ faults }: Details): string {
  return (JSON.parse(String(faults)) as SettingFault[])
    .map(
      ({ cell, label, found, explain }) =>
        `[设置] ${cell} “${label}” ${found === '' ? 'is not filled in' : `cannot be “${found}”`}. ${explain}`,
    )
    .join('\n');
}

const SENTENCES: Readonly<Record<RefusalCode, (details: Details) => string>> = {
  notSetUp: () =>
    'This spreadsheet has not been set up: it has no 设置, 部门, 责任矩阵, 月度报送. Run “Import plan” or “Set up workbook” first.',
  sheetMissing: ({ sheet }) =>
    `There is no sheet “${sheet}”. It may have been deleted or renamed: rename it back, or run “Check and repair”.`,
  columnsMissing: ({ sheet, headings, row }) =>
    `[${sheet}] row ${row} lacks the headings ${headings}. Nothing was changed. Put them back, or run “Check and repair”.`,
  settingsInvalid: (details) => `${settingFaults(details)}\nNothing was changed. Correct 设置 and try again.`,
  periodUnreadable: ({ found }) => `“${found}” is no month. Write 2023-05, 2023年5月, 2023/5 or 5月.`,
  otherYear: ({ month, year }) =>
    `This workbook is for ${year}; ${month} is not in it. Check the month; make a new workbook for a new year, or correct 年度 in 设置. Nothing was changed.`,
  nothingDue: ({ month, months }) =>
    `Nothing is due in ${month} (months reported on: ${months}). Check the month, or change 设置 and 责任矩阵.`,
  noTasks: () => '[责任矩阵] has no task yet. Run “Import plan” or fill it in.',
  noDepartments: () => '[部门] has no department yet. Run “Import plan” or fill it in.',
  planEmpty: () =>
    'No task with a responsible department was found in this text. Paste the whole plan, with lines such as “责任单位：…”.',
  alreadySetUp: ({ sheet }) =>
    `“${sheet}” already holds entries, so nothing was imported. Use a new spreadsheet for a new year, or “Check and repair” to put back what is missing.`,
  busy: () => 'Somebody else is running a command. Wait a moment and try again; nothing was changed.',
  notConsolidated: ({ month, sheet }) =>
    `${month} has not been consolidated (there is no sheet “${sheet}”). Run “Consolidate” first.`,
  noRecipients: () => '[设置] “上报收件人” is not filled in. Write “name <mail>；name <mail>”.',
  recipientInvalid: ({ found }) =>
    `[设置] “上报收件人”: “${found}” has no usable mail address. Write “name <mail>”. No mail was sent.`,
  mailTooLarge: ({ megabytes }) =>
    `The mail is too large to be taken (body 200 KB, attachments 25 MB; these have about ${megabytes} MB). Take pictures or files out. No mail was sent.`,
  monthFrozen: ({ month }) =>
    `${month} has been reported and archived, arrears and all; nobody is reminded of it any more. A department that hands in late asks in 迟报申请.`,
  notOnOutbox: ({ sheet }) => `Open “${sheet}” first, select the rows to settle, then choose this entry again.`,
  requestInvalid: ({ what }) => `The request is incomplete or wrong: ${what}.`,
};

export function refusalText({ code, details }: Pick<Refusal, 'code' | 'details'>): string {
  return SENTENCES[code](details);
}
