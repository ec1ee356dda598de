/**
 * What is told by its code, in both languages: every code, each sentence as it depends on its fields, and that no field is
 * carried about that a sentence does not tell.
 */
import { describe, expect, it } from 'vitest';
import type { FindingFields } from '../../src/domain/finding.ts';
import type { HintFields } from '../../src/domain/intake/intake.ts';
import type { Period } from '../../src/domain/period.ts';
import type { PlanFindingFields } from '../../src/domain/plan/plan.ts';
import type { RefusalFields } from '../../src/domain/refusal.ts';
import { type Language, messagesIn } from '../../src/messages/catalogues.ts';
import type { Messages } from '../../src/messages/messages.ts';
import { expectSaid } from '../support/said.ts';

/** Of each code: its fields; what stands in the English of it; what in the Chinese. */
type Cases<Fields, More = unknown> = {
  readonly [Code in keyof Fields]: readonly (readonly [Fields[Code] & More, english: string, chinese: string])[];
};

const MONTH = '2023-05' as Period;
const LONG = '长'.repeat(61);
const TAG = { part: 'body', paragraph: '' } as const;

const REFUSALS: Cases<RefusalFields> = {
  notSetUp: [[{}, 'has not been set up', '初始化']],
  sheetMissing: [[{ sheet: '部门' }, 'no sheet “部门”', '部门']],
  columnsMissing: [
    [
      { sheet: '部门', headings: ['别名', '邮箱'], row: 1 },
      '[部门] row 1 lacks the headings “别名”, “邮箱”.',
      '【部门】第 1 行缺少列标题：“别名”、“邮箱”。',
    ],
  ],
  settingsInvalid: [
    [
      { faults: [{ code: 'unusable', cell: 'B3', label: '年度', found: '明年', explain: '四位数年份。' }] },
      '[设置] B3 “年度” cannot be “明年”.',
      '【设置】B3 单元格“年度”的值“明年”不能用。四位数年份。',
    ],
    [
      { faults: [{ code: 'unset', cell: 'B3', label: '年度', explain: '四位数年份。' }] },
      '[设置] B3 “年度” is not filled in.',
      '【设置】B3 单元格“年度”还没有填写。四位数年份。',
    ],
    [
      { faults: [{ code: 'unset', cell: null, label: '年度', explain: '四位数年份。' }] },
      '[设置] “年度” is not filled in.',
      '【设置】“年度”还没有填写。四位数年份。',
    ],
  ],
  periodUnreadable: [[{ found: '某月' }, '“某月” is no month', '某月']],
  otherYear: [[{ month: MONTH, year: 2024 }, 'This workbook is for 2024; 2023-05 is not in it', '2023-05']],
  nothingDue: [
    [
      { month: MONTH, months: [1, 2] },
      'Nothing is due in 2023-05 (months reported on: 1, 2)',
      '2023-05 没有需要报送的任务（设置中的报送月份：1、2）',
    ],
  ],
  nobodyOwesMonth: [
    [
      { month: MONTH, tasks: ['1 检查', '2 培训'] },
      'In 2023-05 tasks are due, but no active lead or responsible department has to report: 1 检查, 2 培训',
      '2023-05 有任务到期，但没有在用的牵头或责任部门要报送：1 检查、2 培训',
    ],
  ],
  noTasks: [[{}, '[责任矩阵] has no task yet', '责任矩阵']],
  noDepartments: [[{}, '[部门] has no department yet', '部门']],
  planEmpty: [[{}, 'No task with a responsible department', '责任单位']],
  planUnfit: [[{ found: '一、', most: 50000 }, 'more than 50000 characters', '超过 50000 个字符']],
  alreadySetUp: [[{ sheet: '部门' }, '“部门” already holds entries', '已经有“部门”的内容']],
  busy: [[{}, 'Somebody else is running a command', '另一个人正在执行']],
  overtaken: [[{ sheet: '月度报送', row: 9 }, '[月度报送] row 9: somebody typed here', '【月度报送】第 9 行']],
  notConsolidated: [[{ month: MONTH, sheet: '汇总-2023-05' }, 'has not been consolidated', '还没有 2023-05 的汇总']],
  noRecipients: [[{}, '“上报收件人” is not filled in', '“上报收件人”还没有填写']],
  recipientInvalid: [[{ found: '区文明办' }, '“区文明办” has no usable mail address', '“区文明办”没有可用的邮箱']],
  templateNotDocx: [
    [{ file: '本局.docx', reason: 'notZip' }, 'it is no .docx file', '不是 .docx 文件'],
    [{ file: '本局.docx', reason: 'oldFormat' }, 'an old .doc', '旧的 .doc 格式'],
    [{ file: '本局.docx', reason: 'notWord' }, 'no Word document in it', '没有 Word 文档'],
    [{ file: '本局.docx', reason: 'damaged' }, 'damaged or incomplete', '已损坏或不完整'],
    [{ file: '本局.docx', reason: 'macros' }, 'it has macros', '带有宏'],
    [{ file: '本局.docx', reason: 'outside' }, 'outside the file', '文件以外'],
    [{ file: '本局.docx', reason: 'tooLarge' }, 'it is too large', '文件太大'],
  ],
  templateInvalid: (
    [
      [
        { code: 'braceAlone', tag: '{月份', ...TAG },
        'The template “本局.docx” (月度报告) has faulty tags and was not brought in:\n[body] a brace without its partner, from “{月份” on',
        '【正文】花括号不成对，从“{月份”起',
      ],
      [
        { code: 'unknownTag', tag: '{月分}', nearest: '{月份}', ...TAG },
        'no tag “{月分}”; did you mean “{月份}”?',
        '是不是“{月份}”？',
      ],
      [{ code: 'unknownTag', tag: '{某}', nearest: null, ...TAG }, 'no tag “{某}”.', '没有“{某}”这个标签。'],
      [{ code: 'notClosed', tag: '{#任务}', ...TAG }, '“{#任务}” is never ended by “{/任务}”', '结束标签“{/任务}”'],
      [{ code: 'notOpened', tag: '{/任务}', ...TAG }, '“{/任务}” ends what “{#任务}” never', '开始标签“{#任务}”'],
      [
        { code: 'blockNotAlone', tag: '{#任务}', part: 'footer', paragraph: '见{#任务}' },
        '[footer] “{#任务}” must have a paragraph to itself (in the paragraph “见{#任务}”)',
        '【页脚】“{#任务}”要单独占一段，前后不能有别的文字（在“见{#任务}”这一段）',
      ],
      [
        { code: 'blockNotAlone', tag: '{#任务}', part: 'body', paragraph: '长'.repeat(41) },
        `“${'长'.repeat(40)}…”`,
        `“${'长'.repeat(40)}……”`,
      ],
      [{ code: 'wrongSign', tag: '{任务}', right: '{#任务}', ...TAG }, 'must be written “{#任务}”', '应写成“{#任务}”'],
      [
        { code: 'notXml', name: 'word/header1.xml', part: 'header', paragraph: '' },
        '[header] the part “word/header1.xml” cannot be read',
        '【页眉】文件里的“word/header1.xml”读不懂',
      ],
    ] as const
  ).map(([fault, english, chinese]) => [{ file: '本局.docx', kind: '月度报告', faults: [fault] }, english, chinese]),
  templateDamaged: [
    [
      { sheet: '模板', kind: '月度报告' },
      'The template “月度报告” in the sheet “模板”',
      '工作表“模板”里的“月度报告”模板不完整',
    ],
  ],
  documentUnknown: [[{ month: MONTH, name: '别的' }, 'no document “别的” for 2023-05', '没有名为“别的”的文书']],
  departmentUnknown: [
    [{ names: ['某科'] }, 'has no “某科”', '没有“某科”'],
    [{ names: ['某科', '别科'] }, 'has no “某科, 别科”', '没有“某科、别科”'],
  ],
  reasonMissing: [[{}, 'Say why the rows go back', '退回要写明原因']],
  rowsNotSelected: [[{ sheet: '月度报送' }, 'Select the rows of “月度报送”', '请先在“月度报送”里选中']],
  rowChanged: [[{ sheet: '月度报送', row: 9 }, 'Row 9 of 月度报送 was changed', '第 9 行在您看的时候被改动']],
  mailTooLarge: [[{ megabytes: 31 }, 'about 31 MB', '约 31 MB']],
  monthFrozen: [[{ month: MONTH }, '2023-05 has been reported and archived', '2023-05 已上报归档']],
  notOnOutbox: [[{ sheet: '发送记录' }, 'Open “发送记录” first', '请先打开“发送记录”']],
  undoEdited: [
    [
      { sheet: '月度报送', cells: ['A2'], count: 1 },
      '1 of its cells were edited since, and that would be lost: [月度报送] A2. Nothing was changed',
      '有人改过其中 1 个单元格，撤销会丢掉改动：【月度报送】A2。没有改动',
    ],
    [{ sheet: '月度报送', cells: ['A2', 'B2'], count: 8 }, '[月度报送] A2, B2. Nothing', '【月度报送】A2、B2。'],
    [{ sheet: '月度报送', cells: ['A2', 'B2'], count: 9 }, '[月度报送] A2, B2…. Nothing', '【月度报送】A2、B2……。'],
  ],
  undoOther: [[{}, 'Somebody has run another command since', '刚才有人又执行了别的操作']],
  requestInvalid: (
    [
      [{ entry: 'month', code: 'type', expected: 'string' }, '“month” must be text', '“month”应是文字'],
      [{ entry: '', code: 'type', expected: 'object' }, 'the request must be an object', '整个请求应是对象'],
      [{ entry: 'rows', code: 'type', expected: 'array' }, '“rows” must be a list', '“rows”应是列表'],
      [{ entry: 'value', code: 'type', expected: 'date' }, '“value” must be date', '“value”应是date'],
      [
        { entry: 'reason', code: 'tooLong', most: 500 },
        '“reason” may have at most 500 characters',
        '不能超过 500 个字符',
      ],
      [{ entry: 'row', code: 'tooLarge', most: 50000 }, '“row” may be at most 50000', '不能大于 50000'],
      [{ entry: 'row', code: 'tooSmall', least: 2 }, '“row” must be at least 2', '不能小于 2'],
      [
        { entry: 'decision', code: 'value', choices: ['accept', 'return'] },
        '“decision” must be one of accept, return',
        '“decision”只能是 accept, return',
      ],
      [{ entry: 'row', code: 'other', rule: 'custom' }, '“row” must be one of custom', '“row”只能是 custom'],
    ] as const
  ).map(([fault, english, chinese]) => [{ faults: [fault] }, english, chinese]),
};

const WHO = { department: '保卫科', task: '开展消防检查' };
const SAYS = { text: '查了三栋楼' };

/** Where it stands is of every finding. */
interface Standing {
  readonly rows?: readonly number[];
  readonly heading?: string;
}

const FINDINGS: Cases<FindingFields, Standing> = {
  periodMissing: [
    [{ text: '', rows: [7] }, '[月度报送] row 7: no month', '【月度报送】第 7 行：没有写月份'],
    [{ text: '', rows: [7, 9] }, '[月度报送] rows 7, 9: no month', '【月度报送】第 7、9 行：'],
    [
      { text: '', rows: [1, 2, 3, 4, 5, 6, 7, 8] },
      'rows 1, 2, 3, 4, 5, 6, 7, 8: no month',
      '第 1、2、3、4、5、6、7、8 行：',
    ],
    [
      { text: '', rows: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
      'rows 1, 2, 3, 4, 5, 6, 7, 8 … (9 rows): no month',
      '第 1、2、3、4、5、6、7、8 等 9 行',
    ],
  ],
  periodUnknown: [
    [
      { rows: [7], heading: '月份', found: '五月份', ...SAYS },
      'row 7, column “月份”: month “五月份” cannot be read; not counted. Write one such as 2023-05. The row says: “查了三栋楼”.',
      '第 7 行“月份”列：月份“五月份”看不懂，未计入汇总。请写成 2023-05 这样的形式。该行报送内容：“查了三栋楼”。',
    ],
    [{ found: LONG, text: '' }, `“${'长'.repeat(60)}…”`, `“${'长'.repeat(60)}……”`],
    [{ found: ` ${'长'.repeat(60)} `, text: '' }, `“${'长'.repeat(60)}”`, `“${'长'.repeat(60)}”`],
  ],
  periodOutside: [[{ found: '2022-05', year: 2023, ...SAYS }, 'not in 2023', '不在 2023 年度']],
  departmentMissing: [[SAYS, 'no department; not counted', '没有写部门']],
  departmentUnknown: [
    [
      { found: '保为科', nearest: '保卫科', ...SAYS },
      'unknown department “保为科”; not counted. Did they mean “保卫科”?',
      '不认识部门“保为科”，未计入汇总。是不是“保卫科”？',
    ],
    [{ found: '某科', nearest: null, text: '' }, 'not counted. Use a name of 部门', '未计入汇总。请改成'],
  ],
  departmentInactive: [
    [WHO, '保卫科 is switched off but handed in “开展消防检查”', '部门“保卫科”已停用，仍报送了“开展消防检查”'],
  ],
  departmentRepeated: [[{ found: '保卫科' }, '“保卫科” stands twice', '“保卫科”出现了两次']],
  taskMissing: [[SAYS, 'no task; not counted', '没有写任务']],
  taskUnknown: [[{ found: '消防', nearest: null, ...SAYS }, 'unknown task “消防”', '不认识任务“消防”']],
  taskRepeated: [[{ found: '3' }, 'task number “3” stands twice', '任务序号“3”重复']],
  notAssigned: [
    [{ ...WHO, ...SAYS }, '保卫科, “开展消防检查” is not in the matrix', '保卫科“开展消防检查”不在责任矩阵中'],
  ],
  notDue: [
    [{ ...WHO, found: '2023-05' }, 'is not due in 2023-05;', '在 2023-05 不需要报送'],
    [{ ...WHO, found: '' }, 'is not due this month;', '本月不需要报送'],
  ],
  duplicate: [
    [{ ...WHO, identical: false }, 'in the order of time. Delete the row', '已按时间先后合并。若是重复'],
    [{ ...WHO, identical: true }, 'The texts are the same. Delete', '各次文字相同，'],
  ],
  draft: [
    [{ ...WHO, ...SAYS, lacks: [] }, 'it has no usable text', '还没有可用的报送内容'],
    [
      { ...WHO, ...SAYS, lacks: [{ kind: 'links', least: 2 }] },
      '保卫科, “开展消防检查” is not complete and counts as owed: it lacks at least 2 link(s). The row says: “查了三栋楼”.',
      '保卫科“开展消防检查”尚不完整，按未报计：还缺佐证链接至少 2 个。请部门补齐。该行报送内容：“查了三栋楼”。',
    ],
  ],
  returned: [
    [{ ...WHO, ...SAYS, found: '请补照片' }, 'Reason: “请补照片”.', '原因：“请补照片”。'],
    [{ ...WHO, ...SAYS, found: '' }, 'No reason is given', '没有写退回原因'],
  ],
  exemptWordless: [[WHO, 'is exempt, yet has numbers or links', '已免报，但填了']],
  badNumber: [[{ found: '约三十' }, '“约三十” is not a number', '“约三十”不是数字']],
  badTime: [[{ found: '昨天' }, 'time “昨天” cannot be read', '时间“昨天”看不懂']],
  timeMissing: [[{ rows: [7, 9] }, '2 row(s) bear no time', '有 2 行没有报送时间']],
  reviewUnknown: [[{ found: '好' }, 'review “好” is unknown', '审核结果“好”看不懂']],
  formulaError: [[{ found: '#REF!' }, 'a formula failed (#REF!)', '公式出错（#REF!）']],
  tooLong: [
    [
      { length: 60000, most: 50000 },
      '60000 characters, more than the 50000',
      '60000 个字符，超过在线表格每格 50000 个字符',
    ],
  ],
  evidenceUnread: [
    [
      { found: '多多益善', task: '开展消防检查' },
      'evidence rule “多多益善” of “开展消防检查”',
      '佐证要求“多多益善”看不懂',
    ],
  ],
  roleUnknown: [[{ found: '参与', task: '开展消防检查' }, 'role “参与” of “开展消防检查”', '职责“参与”看不懂']],
  columnUnknown: [[{ found: '保为科', nearest: '保卫科' }, 'Did they mean “保卫科”?', '是不是“保卫科”？']],
  monthsUnknown: [[{ found: '13' }, 'month “13” cannot be read', '月份“13”看不懂']],
  frequencyUnknown: [[{ found: '常常' }, 'frequency “常常” is unknown', '频次“常常”看不懂']],
  headingRepeated: [[{ found: '月份' }, 'heading “月份” stands twice', '列标题“月份”出现了两次']],
  nobodyAssigned: [[{ task: '开展消防检查' }, 'nobody answers for task “开展消防检查”', '没有任何部门负责']],
  nobodyOwes: [
    [
      { task: '开展消防检查', why: 'supportOnly', departments: ['保卫科', '后勤处'] },
      'its departments only support (保卫科, 后勤处)',
      '任务“开展消防检查”本月到期，但只有配合部门（保卫科、后勤处）',
    ],
    [
      { task: '开展消防检查', why: 'inactive', departments: ['保卫科', '后勤处'] },
      'task “开展消防检查” is due this month, but those who would report are no longer active (保卫科, 后勤处)',
      '牵头、责任部门（保卫科、后勤处）都已停用',
    ],
  ],
  nobodyAsked: [
    [
      { tasks: ['1 检查', '2 培训'] },
      '2 task(s) are due this month that name leads only',
      '2 项任务本月到期，但只写了牵头部门',
    ],
  ],
  neverDue: [
    [
      { task: '开展消防检查', fromMonth: 9, toMonth: 3, months: [4, 5] },
      'task “开展消防检查”, from month 9 to 3, is due in none of the months reported on (4, 5)',
      '任务“开展消防检查”从 9 月到 3 月，按频次和报送月份（4、5）全年没有一个月到期',
    ],
  ],
  accountInvalid: [
    [{ found: '张三', department: '保卫科' }, 'account “张三” of 保卫科', '部门“保卫科”的账号“张三”不是邮箱地址'],
  ],
  accountMissing: [[{ found: '保卫科' }, '“保卫科” has no account', '部门“保卫科”没有写账号']],
  accountShared: [
    [
      { found: 'a@example.cn', departments: ['保卫科', '后勤处'] },
      'belongs to 保卫科, 后勤处 and',
      '同时属于 保卫科、后勤处',
    ],
  ],
  accountUnknown: [[{ found: 'a@example.cn' }, 'belongs to no department', '却不属于任何部门']],
  exceptionUnread: [
    [{ found: '下月' }, '“下月” cannot be read, so the exception', '“下月”看不懂，这条申请'],
    [{ found: '' }, 'nothing is entered, so the exception', '没有填，这条申请'],
  ],
};

const HINTS: Cases<HintFields> = {
  nil: [[{}, '零报告', '零报告']],
  noText: [[{}, '草稿: write what was done', '草稿']],
  lacks: [
    [
      {
        demands: [
          { kind: 'links', least: 2 },
          { kind: 'characters', least: 100 },
        ],
      },
      '草稿: it lacks at least 2 link(s), at least 100 characters of text',
      '还缺佐证链接至少 2 个、文字至少 100 字',
    ],
    [
      {
        demands: [
          { kind: 'count', least: 1 },
          { kind: 'people', least: 1 },
        ],
      },
      'it lacks 数量 of at least 1, 人次 of at least 1',
      '还缺数量、人次',
    ],
    [
      {
        demands: [
          { kind: 'people', least: 30 },
          { kind: 'count', least: 3 },
        ],
      },
      '数量 of at least 3, 人次 of at least 30',
      '数量至少 3、人次至少 30',
    ],
    [
      {
        demands: [
          { kind: 'links', least: 2 },
          { kind: 'links', least: 3 },
        ],
      },
      '草稿: it lacks at least 3 link(s)',
      '草稿：还缺佐证链接至少 3 个',
    ],
  ],
  badNumber: [[{ column: 'people', found: '约三十' }, '人次 “约三十” is not a number', '人次“约三十”不是数字']],
  unknown: [
    [
      { column: 'department', found: '保为科', nearest: '保卫科' },
      'Unknown 部门 “保为科”: did you mean “保卫科”?',
      '不认识部门“保为科”，是不是“保卫科”？',
    ],
    [
      { column: 'period', found: '五月份', nearest: null },
      'Unknown 月份 “五月份”: choose from the list',
      '不认识月份“五月份”，请从下拉框选择',
    ],
  ],
};

const DOUBTS: Cases<PlanFindingFields> = {
  emptyText: [[{}, 'Line 3: there is no text', '第 3 行：没有文字']],
  noUnits: [[{}, 'no responsible unit was found', '责任单位']],
  taskWithoutUnits: [[{ title: '开展检查' }, '“开展检查” names nobody', '开展检查']],
  numberJump: [[{ from: 3, to: 5 }, 'jump from “3” to “5”', '从“3”跳到“5”']],
  numberRepeated: [[{ number: '3', became: '3-1' }, 'number “3” repeats; it became “3-1”', '“3”重复，已改为“3-1”']],
  unlabelledUnits: [[{ words: '保卫科' }, '“保卫科” does not say whether they lead', '保卫科']],
  proseUnits: [[{ units: ['保卫科', '工会'] }, '“保卫科、工会” is taken from the sentence', '列了“保卫科、工会”']],
  doubtfulParenthesis: [[{ words: '保卫' }, '“保卫” may or may not name units', '保卫']],
  doubtfulUnit: [[{ unit: '大家' }, '“大家” may not be a department', '大家']],
  emptyUnits: [[{ label: '责任单位' }, 'nobody is named after “责任单位”', '责任单位']],
  orphanUnits: [[{ units: ['保卫科', '工会'] }, '“保卫科、工会” stands before any task', '“保卫科、工会”']],
  similarNames: [[{ name: '保卫科', other: '保卫处' }, '“保卫科” and “保卫处” may be one', '“保卫科”和“保卫处”']],
  collective: [
    [{ name: '各科室' }, '“各科室” is a collective', '各科室'],
    [{ name: LONG }, `“${'长'.repeat(60)}…” is a collective`, `“${'长'.repeat(60)}……”是统称`],
    [{ name: '长'.repeat(60) }, `“${'长'.repeat(60)}” is a collective`, `“${'长'.repeat(60)}”是统称`],
  ],
  personNamed: [[{ name: '张三' }, '“张三” looks like a person', '张三']],
  columnsUnknown: [[{ headings: '序号' }, 'headed “序号”', '序号']],
  labelUnknown: [[{ words: '参与单位' }, '“参与单位” says neither lead', '参与单位']],
};

type Fields = Readonly<Record<string, unknown>>;

interface Kind {
  readonly cases: Cases<Record<string, Fields>>;
  /** What is told, of a code and its fields. */
  readonly of: (code: string, fields: Fields) => object;
  readonly told: (words: Messages, about: never, heading: string | null) => string;
  /** Fields that a language has no use for. */
  readonly untold?: Readonly<Partial<Record<Language, readonly string[]>>>;
}

const KINDS: Readonly<Record<string, Kind>> = {
  'a refusal': {
    cases: REFUSALS as never,
    of: (code, fields) => ({ code, ...fields }),
    told: (words, about) => words.refusal(about),
    // The sheet explains its settings in Chinese; in English its reader is sent to the form, which has them in English.
    untold: { en: ['settingsInvalid.faults.unusable.explain', 'settingsInvalid.faults.unset.explain'] },
  },
  'a finding': {
    cases: FINDINGS as never,
    of: (code, { heading: _, ...fields }) => ({
      code,
      sheet: 'submissions',
      rows: [],
      column: null,
      found: '',
      ...fields,
    }),
    told: (words, about, heading) => words.finding(about, { sheet: '月度报送', heading }),
  },
  'what a row says of itself': {
    cases: HINTS as never,
    of: (code, fields) => ({ code, ...fields }),
    told: (words, about) => words.hint(about),
  },
  'what the reading of a plan is not sure of': {
    cases: DOUBTS as never,
    of: (code, fields) => ({ code, line: 3, ...fields }),
    told: (words, about) => words.planFinding(about),
  },
};

const headingOf = ({ heading }: Fields): string | null => (heading as string | undefined) ?? null;

describe.each(Object.entries(KINDS))('%s', (_, { cases, of, told, untold }) => {
  const all = Object.entries(cases).flatMap(([code, some]) => some.map((one) => [code, ...one] as const));

  it.each(all.map(([code, fields, english, chinese]) => [code, english, chinese, fields] as const))(
    '%s: %s / %s',
    (code, english, chinese, fields) =>
      expectSaid((words) => told(words, of(code, fields) as never, headingOf(fields)), english, chinese),
  );

  it.each<Language>(['zh-CN', 'en'])('no field that its sentence does not tell: %s', (language) => {
    const declared = new Set<string>();
    const read = new Set<string>();
    for (const [code, fields] of all) {
      for (const path of pathsOf(fields, code)) declared.add(path);
      told(messagesIn(language), watched(of(code, fields), code, read) as never, null);
    }
    const unread = [...declared].filter((path) => !read.has(path) && !path.endsWith('.heading'));
    expect(unread).toEqual(untold?.[language] ?? []);
  });
});

it('a row that has nothing to say says nothing', () => {
  expect([messagesIn('en').hint(null), messagesIn('zh-CN').hint(null)]).toEqual(['', '']);
});

/** The fields of an object, and of those in its lists: `settingsInvalid.faults.unset.cell`. */
function pathsOf(of: object, name: string): string[] {
  return Object.entries(of).flatMap(([key, value]) => [
    `${name}.${key}`,
    ...listed(value).flatMap((entry) => pathsOf(entry, nameOf(entry, `${name}.${key}`))),
  ]);
}

/** The same object, which notes what is read of it. */
function watched<Of extends object>(of: Of, name: string, read: Set<string>): Of {
  return new Proxy(of, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      const path = `${name}.${String(key)}`;
      read.add(path);
      const entries = listed(value);
      return entries.length > 0 ? entries.map((entry) => watched(entry, nameOf(entry, path), read)) : value;
    },
  });
}

const listed = (value: unknown): object[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'object' && entry !== null) : [];

const nameOf = (entry: object, path: string): string => ('code' in entry ? `${path}.${String(entry.code)}` : path);
