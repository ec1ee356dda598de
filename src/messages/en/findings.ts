/** Findings in English: where, what stands there, what is allowed, what to do. Sheet names and entries stay Chinese. */
import { demandsInOrder, type EvidenceDemand } from '../../domain/evidence.ts';
import type { Finding, FindingFields } from '../../domain/finding.ts';
import type { FindingPlace } from '../messages.ts';
import { type Sentences, tell } from '../sentences.ts';

/** A long text is quoted by its beginning only; the whole of it stays in its row. */
const quote = (text: string): string => {
  const characters = Array.from(text.trim());
  return characters.length > 60 ? `“${characters.slice(0, 60).join('')}…”` : `“${characters.join('')}”`;
};

const meant = (name: string | null): string => (name ? ` Did they mean ${quote(name)}?` : '');
const says = (text: string): string => (text ? ` The row says: ${quote(text)}.` : '');
const whom = (department: string, task: string): string => `${department}, “${task}”`;

const LACKING: Readonly<Record<EvidenceDemand['kind'], (least: number) => string>> = {
  links: (least) => `at least ${least} link(s)`,
  characters: (least) => `at least ${least} characters of text`,
  count: (least) => `数量 of at least ${least}`,
  people: (least) => `人次 of at least ${least}`,
};

/** What of a task's demands is not met. */
export function lackingText(demands: readonly EvidenceDemand[]): string {
  const parts = demandsInOrder(demands).map(({ kind, least }) => LACKING[kind](least));
  return parts.length > 0 ? `it lacks ${parts.join(', ')}` : 'it has no usable text';
}

const SENTENCES: Sentences<FindingFields> = {
  periodMissing: ({ text }) => `no month, so it is not in the consolidation. Write one such as 2023-05.${says(text)}`,
  periodUnknown: ({ found, text }) =>
    `month ${quote(found)} cannot be read; not counted. Write one such as 2023-05.${says(text)}`,
  periodOutside: ({ found, year, text }) =>
    `month ${quote(found)} is not in ${year}; not counted. Correct it if it is a slip.${says(text)}`,
  departmentMissing: ({ text }) => `no department; not counted. Choose one from the dropdown.${says(text)}`,
  departmentUnknown: ({ found, nearest, text }) =>
    `unknown department ${quote(found)}; not counted.${meant(nearest)} Use a name of 部门, or add this one to its 别名.${says(text)}`,
  departmentInactive: ({ department, task }) =>
    `${department} is switched off but handed in “${task}”; its text is kept. Switch it on in 部门 if it should report.`,
  departmentRepeated: ({ found }) => `name or alias ${quote(found)} stands twice; the first counts. Make them differ.`,
  taskMissing: ({ text }) => `no task; not counted. Write a task's name or number.${says(text)}`,
  taskUnknown: ({ found, nearest, text }) =>
    `unknown task ${quote(found)}; not counted.${meant(nearest)} Use a name or number of 责任矩阵.${says(text)}`,
  taskRepeated: ({ found }) => `task number ${quote(found)} stands twice; the first counts. Make them differ.`,
  notAssigned: ({ department, task, text }) =>
    `${whom(department, task)} is not in the matrix; not counted. Correct the row, or add the duty to 责任矩阵.${says(text)}`,
  notDue: ({ found, department, task }) =>
    `${whom(department, task)} is not due ${found ? `in ${found}` : 'this month'}; its text is kept. Check the month, or the task's 起始月 and 截止月.`,
  duplicate: ({ department, task, identical }) =>
    `${whom(department, task)} was handed in more than once; merged in the order of time.${identical ? ' The texts are the same.' : ''} Delete the row too many if it is a repetition.`,
  draft: ({ department, task, lacks, text }) =>
    `${whom(department, task)} is not complete and counts as owed: ${lackingText(lacks)}.${says(text)}`,
  returned: ({ found, department, task, text }) =>
    `${whom(department, task)} was sent back and counts as owed. ${found ? `Reason: ${quote(found)}.` : 'No reason is given: please add one.'}${says(text)}`,
  exemptWordless: ({ department, task }) =>
    `${whom(department, task)} is exempt, yet has numbers or links without a text: not counted. Write a text to have it counted, or empty it.`,
  badNumber: ({ found }) =>
    `${quote(found)} is not a number; not added up. Enter a number such as 35 and put remarks into the text.`,
  badTime: ({ found }) =>
    `time ${quote(found)} cannot be read; not counted as late. Write one such as 2023-05-18 09:30.`,
  timeMissing: ({ rows }) => `${rows.length} row(s) bear no time and count as in time. Add the time where it is known.`,
  reviewUnknown: ({ found }) => `review ${quote(found)} is unknown; counts as not reviewed. Allowed: 通过, 退回, 免报.`,
  formulaError: ({ found }) => `a formula failed (${found}). Enter text or a number.`,
  tooLong: ({ length, most }) =>
    `${length} characters, more than the ${most} an online sheet takes; all of it is in the report. Shorten or split it.`,
  evidenceUnread: ({ found, task }) =>
    `evidence rule ${quote(found)} of “${task}” cannot be read and is not checked. Examples: 链接≥2；字数≥100；数量；人次.`,
  roleUnknown: ({ found, task }) =>
    `role ${quote(found)} of “${task}” is unknown; counts as none. Allowed: 牵头, 责任, 配合 or blank.`,
  columnUnknown: ({ found, nearest }) =>
    `heading ${quote(found)} is no department of 部门; its duties are not counted.${meant(nearest)} Correct it or add the department.`,
  monthsUnknown: ({ found }) => `month ${quote(found)} cannot be read; the whole year is taken. Enter 1 to 12.`,
  frequencyUnknown: ({ found }) =>
    `frequency ${quote(found)} is unknown; monthly is taken. Allowed: 每月, 每季, 每年, 一次.`,
  headingRepeated: ({ found }) =>
    `heading ${quote(found)} stands twice; only the first column is read. Rename or delete one.`,
  nobodyAssigned: ({ task }) =>
    `nobody answers for task “${task}”, so nobody will report. Fill in the roles in 责任矩阵.`,
  nobodyOwes: ({ task, why, departments }) =>
    why === 'supportOnly'
      ? `task “${task}” is due this month, but its departments only support (${departments.join(', ')}), so none will report. Name a lead or a responsible department in 责任矩阵.`
      : `task “${task}” is due this month, but those who would report are no longer active (${departments.join(', ')}). Name active ones in 责任矩阵, or make them active again in 部门.`,
  nobodyAsked: ({ tasks }) =>
    `${tasks.length} task(s) are due this month that name leads only, and by 设置 (仅牵头任务由谁报送) none of these has to report: ${tasks.join(', ')}. Change the setting, or name responsible departments in 责任矩阵.`,
  neverDue: ({ task, fromMonth, toMonth, months }) =>
    `task “${task}”, from month ${fromMonth} to ${toMonth}, is due in none of the months reported on (${months.join(', ')}), so none will report. Check its months and frequency in 责任矩阵, and the months in 设置.`,
  accountInvalid: ({ found, department }) =>
    `account ${quote(found)} of ${department} is no mail address. Enter the address it opens the sheet with; part several by ;.`,
  accountMissing: ({ found }) =>
    `${quote(found)} has no account: only the office can fill its rows. Enter the address it opens the sheet with.`,
  accountShared: ({ found, departments }) =>
    `account ${quote(found)} belongs to ${departments.join(', ')} and can fill the rows of all of them. Correct it if that is a slip.`,
  accountUnknown: ({ found }) =>
    `account ${quote(found)} may edit this spreadsheet but belongs to no department: it can fill no rows. Add it to a department's 邮箱, or to 办公室账号 in 设置.`,
  exceptionUnread: ({ found }) =>
    `${found === '' ? 'nothing is entered' : `${quote(found)} cannot be read`}, so the exception is not in force. Write months as 2023-05, days as 2023-06-02, departments as in 部门.`,
};

function rowsText(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, 8).join(', ');
  return rows.length > 8 ? ` rows ${shown} … (${rows.length} rows)` : ` row${rows.length > 1 ? 's' : ''} ${shown}`;
}

export function findingText(finding: Finding, { sheet, heading }: FindingPlace): string {
  return `[${sheet}]${rowsText(finding.rows)}${heading ? `, column “${heading}”` : ''}: ${tell(SENTENCES, finding)}`;
}
