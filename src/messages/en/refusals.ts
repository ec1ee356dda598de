/** Refusals in English: why, what was found, what to do. */
import type { Refusal, RefusalCode, RequestFault, TemplateFault } from '../../domain/refusal.ts';

type Details = Refusal['details'];

interface SettingFault {
  readonly cell: string;
  readonly label: string;
  readonly found: string;
}

function settingFaults({ faults }: Details): string {
  return (JSON.parse(String(faults)) as SettingFault[])
    .map(
      ({ cell, label, found }) =>
        `[设置]${cell && ` ${cell}`} “${label}” ${found === '' ? 'is not filled in' : `cannot be “${found}”`}.`,
    )
    .join('\n');
}

const TEMPLATE_FAULTS: Readonly<Record<TemplateFault['code'], (fault: TemplateFault) => string>> = {
  braceAlone: ({ tag }) =>
    `a brace without its partner, from “${tag}” on; a tag stands in one paragraph, between { and }`,
  unknownTag: ({ tag, nearest }) => `there is no tag “${tag}”${nearest === '' ? '' : `; did you mean “${nearest}”?`}`,
  notClosed: ({ tag }) => `“${tag}” is never ended by “${tag.replace(/^\{[#^]/, '{/')}”`,
  notOpened: ({ tag }) => `“${tag}” ends what “${tag.replace('{/', '{#')}” never began`,
  blockNotAlone: ({ tag }) => `“${tag}” must have a paragraph to itself`,
  wrongSign: ({ tag, nearest }) => `“${tag}” must be written “${nearest}”`,
  notXml: ({ tag }) => `the part “${tag}” cannot be read; save the file as .docx in Word or WPS`,
};

function templateFaults({ problems }: Details): string {
  return (JSON.parse(String(problems)) as TemplateFault[])
    .slice(0, 20)
    .map((fault) => {
      const where = fault.paragraph === '' ? '' : ` (in the paragraph “${shortened(fault.paragraph)}”)`;
      return `[${fault.part}] ${TEMPLATE_FAULTS[fault.code](fault)}${where}.`;
    })
    .join('\n');
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const NOT_DOCX: Readonly<Record<string, string>> = {
  notZip: 'it is no .docx file',
  oldFormat: 'it is an old .doc, or has a password; save it as a .docx without one',
  notWord: 'there is no Word document in it',
  damaged: 'it is damaged or incomplete',
  macros: 'it has macros; save it as a .docx without',
  outside: 'it refers to pictures or templates outside the file; put the pictures into it and remove the links',
  tooLarge: 'it is too large; make its pictures smaller or take them out',
};

const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object such as {"month":"2023-05"}'],
]);

const REQUEST_FAULTS: Readonly<Record<RequestFault['fault'], (allowed: string) => string>> = {
  type: (allowed) => ` must be ${KINDS.get(allowed) ?? allowed}`,
  tooLong: (allowed) => ` may have at most ${allowed} characters`,
  tooLarge: (allowed) => ` may be at most ${allowed}`,
  tooSmall: (allowed) => ` must be at least ${allowed}`,
  value: (allowed) => ` must be one of ${allowed}`,
};

function requestFaults({ faults }: Details): string {
  return (JSON.parse(String(faults)) as RequestFault[])
    .map(
      ({ entry, fault, allowed }) => `${entry === '' ? 'the request' : `“${entry}”`}${REQUEST_FAULTS[fault](allowed)}`,
    )
    .join('; ');
}

/** Names and numbers come joined as Chinese joins them. */
const listed = (names: string | number | undefined): string => String(names).replace(/、/g, ', ');

const SENTENCES: Readonly<Record<RefusalCode, (details: Details) => string>> = {
  notSetUp: () =>
    'This spreadsheet has not been set up: it has no 设置, 部门, 责任矩阵, 月度报送. Run “Import plan” or “Set up workbook” first.',
  sheetMissing: ({ sheet }) =>
    `There is no sheet “${sheet}”. It may have been deleted or renamed: rename it back, or run “Check and repair”.`,
  columnsMissing: ({ sheet, headings, row }) =>
    `[${sheet}] row ${row} lacks the headings ${listed(headings)}. Nothing was changed. Put them back, or run “Check and repair”.`,
  settingsInvalid: (details) =>
    `${settingFaults(details)}\nNothing was changed. Settings in the menu says what each may be: correct it there or in 设置, and try again.`,
  periodUnreadable: ({ found }) => `“${found}” is no month. Write 2023-05, 2023年5月, 2023/5 or 5月.`,
  otherYear: ({ month, year }) =>
    `This workbook is for ${year}; ${month} is not in it. Check the month; make a new workbook for a new year, or correct 年度 in 设置. Nothing was changed.`,
  nothingDue: ({ month, months }) =>
    `Nothing is due in ${month} (months reported on: ${listed(months)}). Check the month, or change 设置 and 责任矩阵.`,
  noTasks: () => '[责任矩阵] has no task yet. Run “Import plan” or fill it in.',
  noDepartments: () => '[部门] has no department yet. Run “Import plan” or fill it in.',
  planEmpty: () =>
    'No task with a responsible department was found in this text. Paste the whole plan, with lines such as “责任单位：…”.',
  planUnfit: ({ found, most }) =>
    `The passage of the plan that begins “${found}” has more than ${most} characters and fits no cell: nothing was imported. See that the plan was pasted whole, with its paragraphs apart.`,
  alreadySetUp: ({ sheet }) =>
    `“${sheet}” already holds entries, so nothing was imported. Use a new spreadsheet for a new year, or “Check and repair” to put back what is missing.`,
  busy: () => 'Somebody else is running a command. Wait a moment and try again; nothing was changed.',
  overtaken: ({ sheet, row }) =>
    `[${sheet}] row ${row}: somebody typed here just as it was about to be written. To keep what was typed nothing was written; run the command again.`,
  notConsolidated: ({ month, sheet }) =>
    `${month} has not been consolidated (there is no sheet “${sheet}”). Run “Consolidate” first.`,
  noRecipients: () => '[设置] “上报收件人” is not filled in. Write “name <mail>；name <mail>”.',
  recipientInvalid: ({ found }) =>
    `[设置] “上报收件人”: “${found}” has no usable mail address. Write “name <mail>”. No mail was sent.`,
  templateNotDocx: ({ file, reason }) =>
    `The template “${file}” cannot be used: ${NOT_DOCX[String(reason)]}. The one in use was not changed.`,
  templateInvalid: (details) =>
    `The template “${details['file']}” (${details['kind']}) has faulty tags and was not brought in:\n${templateFaults(details)}`,
  templateDamaged: ({ sheet, kind }) =>
    `The template “${kind}” in the sheet “${sheet}” is incomplete and may have been changed. Bring it in again in “Make documents”, or go back to the one that came with the add-on.`,
  documentUnknown: ({ name, month }) =>
    `There is no document “${name}” for ${month}. Run “Make documents” again to see which there are.`,
  departmentUnknown: ({ names }) =>
    `The sheet “部门” has no “${listed(names)}”. Check the department’s name. No mail was sent.`,
  reasonMissing: () => 'Say why the rows go back, so that the department knows what to change. Nothing was changed.',
  rowsNotSelected: ({ sheet }) => `Select the rows of “${sheet}” to be reviewed first. Nothing was changed.`,
  rowChanged: ({ sheet, row }) =>
    `Row ${row} of ${sheet} was changed or moved while you looked at it: nothing was done. Refresh or open it again, and look.`,
  requestInvalid: (details) => `The request is incomplete or wrong: ${requestFaults(details)}. Nothing was changed.`,
  mailTooLarge: ({ megabytes }) =>
    `The mail is too large to be taken (body 200 KB, attachments 25 MB; these have about ${megabytes} MB). Take pictures or files out. No mail was sent.`,
  monthFrozen: ({ month }) =>
    `${month} has been reported and archived, arrears and all; nobody is reminded of it any more. A department that hands in late asks in 迟报申请.`,
  undoEdited: ({ sheet, cells, count }) =>
    `This cannot be undone: ${count} of its cells were edited since, and that would be lost: [${sheet}] ${listed(cells)}${Number(count) > 8 ? '…' : ''}. Nothing was changed. Ask whoever edited them, and correct by hand.`,
  undoOther: () =>
    'Somebody has run another command since: the last one is no longer what you agreed to undo. Nothing was changed; choose the entry again.',
  notOnOutbox: ({ sheet }) => `Open “${sheet}” first, select the rows to settle, then choose this entry again.`,
};

export function refusalText({ code, details }: Pick<Refusal, 'code' | 'details'>): string {
  return SENTENCES[code](details);
}
