/** Findings in English: where, what stands there, what is allowed, what to do. Sheet names and entries stay Chinese. */
import type { EvidenceDemand } from '../../domain/evidence.ts';
import type { Finding, FindingCode } from '../../domain/finding.ts';
import type { FindingPlace } from '../messages.ts';

type Details = Finding['details'];

/** A long text is quoted by its beginning only; the whole of it stays in its row. */
const quote = (text: string | number): string => {
  const characters = Array.from(String(text).trim());
  return characters.length > 60 ? `“${characters.slice(0, 60).join('')}…”` : `“${characters.join('')}”`;
};

const nearest = ({ nearest: name }: Details): string => (name ? ` Did they mean ${quote(name)}?` : '');
const says = ({ text }: Details): string => (text ? ` The row says: ${quote(text)}.` : '');
const whom = ({ department, task }: Details): string => `${department}, “${task}”`;

const LACKING: Readonly<Record<string, (least: number) => string>> = {
  links: (least) => `at least ${least} link(s)`,
  characters: (least) => `at least ${least} characters of text`,
  count: (least) => `数量 of at least ${least}`,
  people: (least) => `人次 of at least ${least}`,
};

function lacking(details: Details): string {
  const parts = Object.keys(LACKING)
    .filter((kind) => details[kind] !== undefined)
    .map((kind) => LACKING[kind]?.(Number(details[kind])));
  return parts.length > 0 ? `it lacks ${parts.join(', ')}` : 'it has no usable text';
}

/** What of a task's demands is not met. */
export const lackingText = (demands: readonly EvidenceDemand[]): string =>
  lacking(Object.fromEntries(demands.map(({ kind, least }) => [kind, least])));

const SENTENCES: Readonly<Record<FindingCode, (finding: Finding) => string>> = {
  periodMissing: ({ details }) =>
    `no month, so it is not in the consolidation. Write one such as 2023-05.${says(details)}`,
  periodUnknown: ({ found, details }) =>
    `month ${quote(found)} cannot be read; not counted. Write one such as 2023-05.${says(details)}`,
  periodOutside: ({ found, details }) =>
    `month ${quote(found)} is not in ${details['year']}; not counted. Correct it if it is a slip.${says(details)}`,
  departmentMissing: ({ details }) => `no department; not counted. Choose one from the dropdown.${says(details)}`,
  departmentUnknown: ({ found, details }) =>
    `unknown department ${quote(found)}; not counted.${nearest(details)} Use a name of 部门, or add this one to its 别名.${says(details)}`,
  departmentInactive: ({ details }) =>
    `${details['department']} is switched off but handed in “${details['task']}”; its text is kept. Switch it on in 部门 if it should report.`,
  departmentRepeated: ({ found }) => `name or alias ${quote(found)} stands twice; the first counts. Make them differ.`,
  taskMissing: ({ details }) => `no task; not counted. Write a task's name or number.${says(details)}`,
  taskUnknown: ({ found, details }) =>
    `unknown task ${quote(found)}; not counted.${nearest(details)} Use a name or number of 责任矩阵.${says(details)}`,
  taskRepeated: ({ found }) => `task number ${quote(found)} stands twice; the first counts. Make them differ.`,
  notAssigned: ({ details }) =>
    `${whom(details)} is not in the matrix; not counted. Correct the row, or add the duty to 责任矩阵.${says(details)}`,
  notDue: ({ found, details }) =>
    `${whom(details)} is not due ${found ? `in ${found}` : 'this month'}; its text is kept. Check the month, or the task's 起始月 and 截止月.`,
  duplicate: ({ details }) =>
    `${whom(details)} was handed in more than once; merged in the order of time.${details['identical'] ? ' The texts are the same.' : ''} Delete the row too many if it is a repetition.`,
  draft: ({ details }) => `${whom(details)} is not complete and counts as owed: ${lacking(details)}.${says(details)}`,
  returned: ({ found, details }) =>
    `${whom(details)} was sent back and counts as owed. ${found ? `Reason: ${quote(found)}.` : 'No reason is given: please add one.'}${says(details)}`,
  exemptWordless: ({ details }) =>
    `${whom(details)} is exempt, yet has numbers or links without a text: not counted. Write a text to have it counted, or empty it.`,
  badNumber: ({ found }) =>
    `${quote(found)} is not a number; not added up. Enter a number such as 35 and put remarks into the text.`,
  badTime: ({ found }) =>
    `time ${quote(found)} cannot be read; not counted as late. Write one such as 2023-05-18 09:30.`,
  timeMissing: ({ rows }) => `${rows.length} row(s) bear no time and count as in time. Add the time where it is known.`,
  reviewUnknown: ({ found }) => `review ${quote(found)} is unknown; counts as not reviewed. Allowed: 通过, 退回, 免报.`,
  formulaError: ({ found }) => `a formula failed (${found}). Enter text or a number.`,
  tooLong: ({ details }) =>
    `${details['length']} characters, more than the ${details['most']} an online sheet takes; all of it is in the report. Shorten or split it.`,
  evidenceUnread: ({ found, details }) =>
    `evidence rule ${quote(found)} of “${details['task']}” cannot be read and is not checked. Examples: 链接≥2；字数≥100；数量；人次.`,
  roleUnknown: ({ found, details }) =>
    `role ${quote(found)} of “${details['task']}” is unknown; counts as none. Allowed: 牵头, 责任, 配合 or blank.`,
  columnUnknown: ({ found, details }) =>
    `heading ${quote(found)} is no department of 部门; its duties are not counted.${nearest(details)} Correct it or add the department.`,
  monthsUnknown: ({ found }) => `month ${quote(found)} cannot be read; the whole year is taken. Enter 1 to 12.`,
  frequencyUnknown: ({ found }) =>
    `frequency ${quote(found)} is unknown; monthly is taken. Allowed: 每月, 每季, 每年, 一次.`,
  headingRepeated: ({ found }) =>
    `heading ${quote(found)} stands twice; only the first column is read. Rename or delete one.`,
  nobodyAssigned: ({ details }) =>
    `nobody answers for task “${details['task']}”, so nobody will report. Fill in the roles in 责任矩阵.`,
  accountInvalid: ({ found, details }) =>
    `account ${quote(found)} of ${details['department']} is no mail address. Enter the address it opens the sheet with; part several by ;.`,
  accountMissing: ({ found }) =>
    `${quote(found)} has no account: only the office can fill its rows. Enter the address it opens the sheet with.`,
  accountShared: ({ found, details }) =>
    `account ${quote(found)} belongs to ${String(details['departments']).replace(/、/g, ', ')} and can fill the rows of all of them. Correct it if that is a slip.`,
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
  return `[${sheet}]${rowsText(finding.rows)}${heading ? `, column “${heading}”` : ''}: ${SENTENCES[finding.code](finding)}`;
}
