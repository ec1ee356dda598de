/** 月度报送: the sheet the departments fill. One row a return. */
import { REVIEW_CHOICES } from '../../domain/consolidation/verdict.ts';
import { columnLetter } from '../../spreadsheet/cell.ts';
import type { LiveRule } from '../../spreadsheet/look.ts';
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

export type SubmissionKey =
  | 'period'
  | 'department'
  | 'task'
  | 'deadline'
  | 'state'
  | 'text'
  | 'count'
  | 'people'
  | 'links'
  | 'submitter'
  | 'time'
  | 'review'
  | 'reason'
  | 'hint'
  | 'id';

export const submissionsSheet = declareSheet<SubmissionKey>({
  key: 'submissions',
  title: '月度报送',
  frozenRows: 1,
  frozenColumns: 3,
  tabColor: PALETTE.department,
  guard: 'byColumn',
  columns: [
    textColumn('period', '月份', {
      aliases: ['报送月份', '所属月份'],
      width: 76,
      author: 'department',
      align: 'center',
      explain: '报的是哪个月，例如 2023-05；“准备本月”会替您填好。',
    }),
    textColumn('department', '部门', {
      aliases: ['报送部门', '责任部门', '科室', '单位'],
      width: 120,
      author: 'department',
      choices: { kind: 'column', sheet: 'departments', column: 'name' },
      explain: '本部门名称，可从下拉框选。',
    }),
    textColumn('task', '任务', {
      aliases: ['任务名称', '工作任务', '任务序号'],
      width: 220,
      author: 'department',
      choices: { kind: 'column', sheet: 'matrix', column: 'title' },
      explain: '哪一项任务，写编号或名称都行。',
    }),
    textColumn('deadline', '截止日期', {
      aliases: ['报送截止'],
      width: 100,
      author: 'script',
      align: 'center',
      explain: '最后一个按时报送的日子，自动填写。',
    }),
    textColumn('state', '状态', {
      aliases: ['报送状态'],
      width: 100,
      author: 'script',
      format: 'General',
      align: 'center',
      explain: '自动显示：○待报、▲逾期、◐草稿、●已填、✓通过、↩退回。',
    }),
    textColumn('text', '报送内容', {
      aliases: ['工作开展情况', '内容', '文字资料', '报送文字'],
      width: 420,
      author: 'department',
      explain: '本月做了什么，直接写；没有就写“本月无”。',
    }),
    textColumn('count', '数量', {
      aliases: ['次数', '活动次数'],
      width: 64,
      author: 'department',
      format: 'General',
      align: 'right',
      explain: '活动次数等数字，没有可留空。',
    }),
    textColumn('people', '人次', {
      aliases: ['人数', '参与人次'],
      width: 64,
      author: 'department',
      format: 'General',
      align: 'right',
      explain: '参加人次，没有可留空。',
    }),
    textColumn('links', '佐证链接', {
      aliases: ['链接', '影像资料', '佐证', '附件链接'],
      width: 200,
      author: 'department',
      explain: '照片、影像、文件的网址，一行一个。',
    }),
    textColumn('submitter', '报送人', {
      aliases: ['填报人'],
      width: 80,
      author: 'department',
      explain: '填表人姓名。',
    }),
    textColumn('time', '报送时间', {
      aliases: ['填报时间', '提交时间'],
      width: 130,
      author: 'department',
      align: 'center',
      explain: '什么时候报的，例如 2023-05-18 09:30；没写的按时报计。',
    }),
    textColumn('review', '审核', {
      aliases: ['审核结果'],
      width: 70,
      author: 'office',
      align: 'center',
      choices: { kind: 'list', choices: REVIEW_CHOICES },
      explain: '办公室填写：通过、退回、免报。',
    }),
    textColumn('reason', '退回原因', {
      aliases: ['审核意见', '退回理由'],
      width: 180,
      author: 'office',
      explain: '退回时写明要补什么。',
    }),
    textColumn('hint', '提示', {
      aliases: ['系统提示'],
      width: 200,
      author: 'script',
      explain: '自动填写：还缺什么、哪里看不懂；空着就是没有问题。',
    }),
    textColumn('id', '报送编号', {
      aliases: ['编号'],
      width: 190,
      author: 'script',
      explain: '系统编号，请勿改动。',
    }),
  ],
  rules: submissionRules,
});

/** How a hint begins that makes a filled row a draft, and what it says of a signed "nothing". */
const DRAFT_HINT = '草稿';
const NIL_HINT = '零报告';

type ColumnAt = (key: SubmissionKey) => number;

/**
 * The state a row shows by itself, without any script having run: what it waits for, or what became of it. A
 * formula, so that it is right the moment a person types.
 */
export function stateFormula(columnAt: ColumnAt, row: number): string {
  const at = (key: SubmissionKey) => `$${columnLetter(columnAt(key))}${row}`;
  const filled =
    columnAt('hint') < 0
      ? '"● 已填"'
      : `IF(LEFT(${at('hint')},${DRAFT_HINT.length})="${DRAFT_HINT}","◐ 草稿",IF(${at('hint')}="${NIL_HINT}","✓ 零报告","● 已填"))`;
  return (
    `=IF(${at('review')}="退回","↩ 退回重报",IF(${at('review')}="免报","－ 免报",` +
    `IF(${isEmptyFormula(columnAt, row)},IF(${isOverdueFormula(columnAt, row)},"▲ 逾期未报","○ 待报"),` +
    `IF(${at('review')}="通过","✓ 通过",${filled}))))`
  );
}

function isEmptyFormula(columnAt: ColumnAt, row: number): string {
  const cells = (['text', 'count', 'people', 'links'] as const).map((key) => `$${columnLetter(columnAt(key))}${row}`);
  return `LEN(TRIM(${cells.join('&')}))=0`;
}

function isOverdueFormula(columnAt: ColumnAt, row: number): string {
  return `IFERROR(TODAY()>DATEVALUE($${columnLetter(columnAt('deadline'))}${row}),FALSE)`;
}

/** The colours of a row follow from what people typed, not from the state beside it: they hold if that is lost. */
function submissionRules(columnAt: ColumnAt): LiveRule[] {
  const at = (key: SubmissionKey) => `$${columnLetter(columnAt(key))}2`;
  const span = { fromColumn: columnAt('period'), toColumn: columnAt('reason'), fromRow: 2 };
  const owed = `${at('department')}<>"",${at('review')}<>"免报",${isEmptyFormula(columnAt, 2)}`;
  const rule = (formula: string, look: LiveRule['look']): LiveRule => ({
    ...span,
    when: { kind: 'formula', formula },
    look,
  });
  return [
    rule(`=${at('review')}="退回"`, { background: PALETTE.returned, color: PALETTE.returnedInk }),
    rule(`=AND(${owed},${isOverdueFormula(columnAt, 2)})`, {
      background: PALETTE.overdue,
      color: PALETTE.overdueInk,
      bold: true,
    }),
    rule(`=AND(${owed})`, { background: PALETTE.waiting }),
    rule(`=${at('review')}="通过"`, { background: PALETTE.done }),
  ];
}
