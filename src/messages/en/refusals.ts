/** Refusals in English: why, what was found, what to do. */
import type {
  NotDocxReason,
  RequestFault,
  RequestFaultFields,
  SettingFault,
  SettingFaultFields,
  TemplateFault,
  TemplateFaultFields,
} from '../../domain/faults.ts';
import type { RefusalFields, RefusalIssue } from '../../domain/refusal.ts';
import { type Sentences, tell } from '../sentences.ts';

/** What a setting may be the sheet explains in Chinese: not repeated here. */
const SETTING_FAULTS: Sentences<SettingFaultFields> = {
  unset: ({ cell, label }) => `${settingCell(cell)} “${label}” is not filled in.`,
  unusable: ({ cell, label, found }) => `${settingCell(cell)} “${label}” cannot be “${found}”.`,
};

const settingCell = (cell: string | null): string => (cell === null ? '[设置]' : `[设置] ${cell}`);

const settingFaults = (faults: readonly SettingFault[]): string =>
  faults.map((fault) => tell(SETTING_FAULTS, fault)).join('\n');

const TEMPLATE_FAULTS: Sentences<TemplateFaultFields> = {
  braceAlone: ({ tag }) =>
    `a brace without its partner, from “${tag}” on; a tag stands in one paragraph, between { and }`,
  unknownTag: ({ tag, nearest }) => `there is no tag “${tag}”${nearest === null ? '' : `; did you mean “${nearest}”?`}`,
  notClosed: ({ tag }) => `“${tag}” is never ended by “${tag.replace(/^\{[#^]/, '{/')}”`,
  notOpened: ({ tag }) => `“${tag}” ends what “${tag.replace('{/', '{#')}” never began`,
  blockNotAlone: ({ tag }) => `“${tag}” must have a paragraph to itself`,
  wrongSign: ({ tag, right }) => `“${tag}” must be written “${right}”`,
  notXml: ({ name }) => `the part “${name}” cannot be read; save the file as .docx in Word or WPS`,
};

function templateFaults(faults: readonly TemplateFault[]): string {
  return faults
    .slice(0, 20)
    .map((fault) => {
      const where = fault.paragraph === '' ? '' : ` (in the paragraph “${shortened(fault.paragraph)}”)`;
      return `[${fault.part}] ${tell(TEMPLATE_FAULTS, fault)}${where}.`;
    })
    .join('\n');
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const NOT_DOCX: Readonly<Record<NotDocxReason, string>> = {
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

const REQUEST_FAULTS: Sentences<RequestFaultFields> = {
  type: ({ expected }) => ` must be ${KINDS.get(expected) ?? expected}`,
  tooLong: ({ most }) => ` may have at most ${most} characters`,
  tooLarge: ({ most }) => ` may be at most ${most}`,
  tooSmall: ({ least }) => ` must be at least ${least}`,
  value: ({ choices }) => ` must be one of ${choices.join(', ')}`,
  other: ({ rule }) => ` must be one of ${rule}`,
};

const requestFaults = (faults: readonly RequestFault[]): string =>
  faults
    .map((fault) => `${fault.entry === '' ? 'the request' : `“${fault.entry}”`}${tell(REQUEST_FAULTS, fault)}`)
    .join('; ');

const SENTENCES: Sentences<RefusalFields> = {
  notSetUp: () =>
    'This spreadsheet has not been set up: it has no 设置, 部门, 责任矩阵, 月度报送. Run “Import plan” or “Set up workbook” first.',
  sheetMissing: ({ sheet }) =>
    `There is no sheet “${sheet}”. It may have been deleted or renamed: rename it back, or run “Check and repair”.`,
  columnsMissing: ({ sheet, headings, row }) =>
    `[${sheet}] row ${row} lacks the headings ${headings.map((heading) => `“${heading}”`).join(', ')}. Nothing was changed. Put them back, or run “Check and repair”.`,
  settingsInvalid: ({ faults }) =>
    `${settingFaults(faults)}\nNothing was changed. Settings in the menu says what each may be: correct it there or in 设置, and try again.`,
  periodUnreadable: ({ found }) => `“${found}” is no month. Write 2023-05, 2023年5月, 2023/5 or 5月.`,
  otherYear: ({ month, year }) =>
    `This workbook is for ${year}; ${month} is not in it. Check the month; make a new workbook for a new year, or correct 年度 in 设置. Nothing was changed.`,
  nothingDue: ({ month, months }) =>
    `Nothing is due in ${month} (months reported on: ${months.join(', ')}). Check the month, or change 设置 and 责任矩阵.`,
  nobodyOwesMonth: ({ month, tasks }) =>
    `In ${month} tasks are due, but no active lead or responsible department has to report: ${tasks.join(', ')}. Name departments in 责任矩阵; check 部门 (启用) and 设置 (仅牵头任务由谁报送).`,
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
    `The template “${file}” cannot be used: ${NOT_DOCX[reason]}. The one in use was not changed.`,
  templateInvalid: ({ file, kind, faults }) =>
    `The template “${file}” (${kind}) has faulty tags and was not brought in:\n${templateFaults(faults)}`,
  templateDamaged: ({ sheet, kind }) =>
    `The template “${kind}” in the sheet “${sheet}” is incomplete and may have been changed. Bring it in again in “Make documents”, or go back to the one that came with the add-on.`,
  documentUnknown: ({ name, month }) =>
    `There is no document “${name}” for ${month}. Run “Make documents” again to see which there are.`,
  departmentUnknown: ({ names }) =>
    `The sheet “部门” has no “${names.join(', ')}”. Check the department’s name. No mail was sent.`,
  reasonMissing: () => 'Say why the rows go back, so that the department knows what to change. Nothing was changed.',
  rowsNotSelected: ({ sheet }) => `Select the rows of “${sheet}” to be reviewed first. Nothing was changed.`,
  rowChanged: ({ sheet, row }) =>
    `Row ${row} of ${sheet} was changed or moved while you looked at it: nothing was done. Refresh or open it again, and look.`,
  requestInvalid: ({ faults }) => `The request is incomplete or wrong: ${requestFaults(faults)}. Nothing was changed.`,
  mailTooLarge: ({ megabytes }) =>
    `The mail is too large to be taken (body 200 KB, attachments 25 MB; these have about ${megabytes} MB). Take pictures or files out. No mail was sent.`,
  monthFrozen: ({ month }) =>
    `${month} has been reported and archived, arrears and all; nobody is reminded of it any more. A department that hands in late asks in 迟报申请.`,
  undoEdited: ({ sheet, cells, count }) =>
    `This cannot be undone: ${count} of its cells were edited since, and that would be lost: [${sheet}] ${cells.join(', ')}${count > 8 ? '…' : ''}. Nothing was changed. Ask whoever edited them, and correct by hand.`,
  undoOther: () =>
    'Somebody has run another command since: the last one is no longer what you agreed to undo. Nothing was changed; choose the entry again.',
  notOnOutbox: ({ sheet }) => `Open “${sheet}” first, select the rows to settle, then choose this entry again.`,
};

export const refusalText = (issue: RefusalIssue): string => tell(SENTENCES, issue);
