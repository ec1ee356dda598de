/** The sheets as people meet them: headings, who may type where, what is offered, what is coloured. */
import { describe, expect, it } from 'vitest';
import type { SheetKey } from '../../src/workbook/declaration.ts';
import { locate } from '../../src/workbook/locate.ts';
import { lookOf, newStanding } from '../../src/workbook/look.ts';
import { END_MARK } from '../../src/workbook/sheets/pattern.ts';
import { declarationOf, SHEETS } from '../../src/workbook/sheets.ts';

const dressed = (key: SheetKey, departments = 0) => {
  const declaration = declarationOf(key);
  return lookOf(declaration, newStanding(declaration, departments), (sheet, column) => ({
    sheet: declarationOf(sheet).title,
    column: declarationOf(sheet).columns.findIndex((one) => one.key === column),
  }));
};
const headingsOf = (key: SheetKey) => declarationOf(key).columns.map(({ heading }) => heading);
/** The headings of the columns that look so. */
const headingsWhere = (key: SheetKey, is: (column: ReturnType<typeof dressed>['columns'][number]) => boolean) =>
  dressed(key)
    .columns.filter(is)
    .map(({ at }) => headingsOf(key)[at])
    .join(' ');

it('stand in this order, the hidden ones last', () => {
  expect(SHEETS.map(({ title }) => title)).toEqual([
    '使用说明',
    '设置',
    '部门',
    '责任矩阵',
    '月度报送',
    '迟报申请',
    '缺报清单',
    '完成率',
    '报告草稿',
    '发送记录',
    '档案',
    '操作日志',
    '汇总样式',
    '文书模板',
    '撤销记录',
  ]);
  expect(SHEETS.filter(({ key }) => dressed(key).hidden).map(({ title }) => title)).toEqual(['文书模板', '撤销记录']);
  for (const sheet of SHEETS) expect(declarationOf(sheet.key)).toBe(sheet);
});

describe.each<{ key: SheetKey; headings: string; centred: string; right?: string; plain?: string }>([
  { key: 'guide', headings: '谁看什么 怎么做', centred: '' },
  { key: 'settings', headings: '设置项 值 说明', centred: '' },
  {
    key: 'departments',
    headings: '部门 别名 联系人 邮箱 分管领导 领导邮箱 档案员 启用 负责人 负责人邮箱',
    centred: '启用',
  },
  {
    key: 'matrix',
    headings: '序号 任务 内容 起始月 截止月 频次 佐证要求',
    centred: '序号 起始月 截止月 频次',
  },
  {
    key: 'submissions',
    headings: '月份 部门 任务 截止日期 状态 报送内容 数量 人次 佐证链接 报送人 报送时间 审核 退回原因 提示 报送编号',
    centred: '月份 截止日期 状态 报送时间 审核',
    right: '数量 人次',
    plain: '状态 数量 人次',
  },
  { key: 'exceptions', headings: '月份 部门 申请理由 申请人 审批 准许到 审批说明', centred: '月份 审批 准许到' },
  {
    key: 'owed',
    headings: '月份 部门 任务 职责 截止日期 状态 逾期天数 联系人 邮箱',
    centred: '月份 职责 截止日期 状态',
    right: '逾期天数',
    plain: '逾期天数',
  },
  {
    key: 'draft',
    headings: '月份 部分 任务 部门或事项 报告用文字 写入报告 提示 原文 段 标识',
    centred: '月份 写入报告 段',
  },
  { key: 'dispatches', headings: '类型 月份 收件人 主题 发送状态 时间 说明 标识', centred: '月份 发送状态 时间' },
  {
    key: 'archive',
    headings: '月份 报告 文号 归档时间 收件人 应报 已报 按时 迟报 缺报 数量合计 人次合计 报告全文 内容指纹',
    centred: '月份 归档时间',
    right: '应报 已报 按时 迟报 缺报 数量合计 人次合计',
    plain: '应报 已报 按时 迟报 缺报 数量合计 人次合计',
  },
  { key: 'log', headings: '时间 操作人 操作 结果', centred: '时间' },
  { key: 'templates', headings: '文书 文件名 段 共几段 内容 校验', centred: '段 共几段' },
  { key: 'undo', headings: '内容', centred: '' },
])('the columns of $key', ({ key, headings, centred, right = '', plain = '' }) => {
  it('bear these headings', () => {
    expect(headingsOf(key).join(' ')).toBe(headings);
  });

  it('are text, but for numbers and what shows itself', () => {
    expect(headingsWhere(key, ({ format }) => format === 'General')).toBe(plain);
    expect(headingsWhere(key, ({ format }) => format !== '@')).toBe(plain);
  });

  it('are set where one looks for short words and numbers', () => {
    expect(headingsWhere(key, ({ look }) => look.align === 'center')).toBe(centred);
    expect(headingsWhere(key, ({ look }) => look.align === 'right')).toBe(right);
    expect(headingsWhere(key, ({ look }) => 'align' in look)).toBe(
      headingsWhere(key, ({ look }) => look.align === 'center' || look.align === 'right'),
    );
  });
});

describe('every sheet', () => {
  it.each(SHEETS.map(({ key }) => key))('%s says at each heading, in a sentence, what belongs there', (key) => {
    for (const { note, width, look } of dressed(key).columns) {
      expect(note).toMatch(/^[^。\n].+。$/s);
      expect(width).toBeGreaterThan(40);
      expect(look.vertical).toBe('top');
    }
  });

  it('has dark headings in white, and a coloured tab: blue for the office, orange for all, grey for records', () => {
    const { headingLook } = dressed('log');
    expect(headingLook).toEqual({
      background: '#1f3a5f',
      color: '#ffffff',
      bold: true,
      align: 'center',
      vertical: 'middle',
      wrap: true,
    });
    const tabs = Object.fromEntries(SHEETS.map(({ key, title }) => [title, dressed(key).tabColor]));
    expect(tabs).toEqual({
      使用说明: '#999999',
      设置: '#1f3a5f',
      部门: '#1f3a5f',
      责任矩阵: '#1f3a5f',
      月度报送: '#e69f00',
      迟报申请: '#e69f00',
      缺报清单: '#56b4e9',
      完成率: '#56b4e9',
      报告草稿: '#1f3a5f',
      发送记录: '#999999',
      档案: '#999999',
      操作日志: '#999999',
      汇总样式: '#999999',
      文书模板: '#999999',
      撤销记录: '#999999',
    });
  });

  it('knows each of its columns by a name of its own', () => {
    for (const { columns } of SHEETS) {
      const keys = columns.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.join(' ')).toMatch(/^[a-z]\w*(?: [a-z]\w*)*$/i);
    }
  });

  it('breaks long lines, but for the files and the undone step that nobody reads', () => {
    const unbroken = SHEETS.flatMap(({ key, title }) =>
      dressed(key).columns.flatMap(({ at, look }) => (look.wrap === true ? [] : [`${title} ${headingsOf(key)[at]}`])),
    );
    expect(unbroken).toEqual(['文书模板 内容', '撤销记录 内容']);
  });

  it('keeps its headings in view, and as many columns as say whose row it is', () => {
    const frozen = SHEETS.map(({ key, title }) =>
      [title, dressed(key).frozenRows, dressed(key).frozenColumns].join(' '),
    );
    expect(frozen).toEqual([
      '使用说明 1 0',
      '设置 1 1',
      '部门 1 1',
      '责任矩阵 1 2',
      '月度报送 1 3',
      '迟报申请 1 0',
      '缺报清单 1 2',
      '完成率 1 1',
      '报告草稿 1 4',
      '发送记录 1 0',
      '档案 1 2',
      '操作日志 1 0',
      '汇总样式 1 1',
      '文书模板 1 0',
      '撤销记录 1 0',
    ]);
  });
});

describe('who may type', () => {
  const guarded = (key: SheetKey) => {
    const { guard } = dressed(key);
    return guard.kind === 'columns' ? guard.guarded.map((column) => headingsOf(key)[column]).join(' ') : guard.kind;
  };

  it('departments in 月度报送 but for what the office or the script fills in', () => {
    expect(guarded('submissions')).toBe('截止日期 状态 审核 退回原因 提示 报送编号');
  });

  it('departments in 迟报申请 but for what the office decides', () => {
    expect(guarded('exceptions')).toBe('审批 准许到 审批说明');
  });

  it('departments all the same where guarded columns were moved or lost', () => {
    const declaration = declarationOf('exceptions');
    const places: Readonly<Record<string, number>> = { decision: 0, until: 3, remark: -1 };
    const moved = { ...newStanding(declaration, 0), at: (key: string) => places[key] ?? 9 };
    expect(lookOf(declaration, moved, () => null).guard).toEqual({ kind: 'columns', guarded: [0, 3] });
  });

  it('the office alone everywhere else', () => {
    const others = SHEETS.filter(({ key }) => key !== 'submissions' && key !== 'exceptions');
    expect(new Set(others.map(({ key }) => guarded(key)))).toEqual(new Set(['office']));
  });

  it('the script fills whole sheets but for the words of the draft and the number of a report', () => {
    const byOffice = SHEETS.map(({ title, columns }) => {
      const authors = (author: string) => columns.filter((column) => column.author === author).length;
      return `${title} ${authors('department')} ${authors('office')} ${authors('script')}`;
    });
    expect(byOffice).toEqual([
      '使用说明 0 0 2',
      '设置 0 3 0',
      '部门 0 10 0',
      '责任矩阵 0 7 0',
      '月度报送 9 2 4',
      '迟报申请 4 3 0',
      '缺报清单 0 0 9',
      '完成率 0 0 27',
      '报告草稿 0 2 8',
      '发送记录 0 0 8',
      '档案 0 1 13',
      '操作日志 0 0 4',
      '汇总样式 0 0 27',
      '文书模板 0 0 6',
      '撤销记录 0 0 1',
    ]);
  });
});

describe('dropdowns', () => {
  /** What each dropdown of a sheet offers; `!` where nothing else is taken. */
  const offered = (key: SheetKey, departments = 0) =>
    dressed(key, departments).columns.flatMap(({ at, entry }) => {
      if (!entry) return [];
      const what = entry.kind === 'list' ? entry.choices.join('、') : `${entry.of.sheet} ${entry.of.column + 1}`;
      return [`${headingsOf(key)[at] ?? at}: ${what}${entry.strict ? '!' : ''}`];
    });

  it('offer departments and tasks as their sheets name them, and warn of anything else', () => {
    expect(offered('submissions')).toEqual(['部门: 部门 1', '任务: 责任矩阵 2', '审核: 通过、退回、免报']);
  });

  it('offer what the office decides', () => {
    expect(offered('departments')).toEqual(['启用: 是、否!']);
    expect(offered('exceptions')).toEqual(['部门: 部门 1', '审批: 同意、不同意!']);
    expect(offered('draft')).toEqual(['部分: 引言、一、工作开展情况、二、存在问题、三、下步打算', '写入报告: 是、否']);
  });

  it('offer roles in each department’s column of the matrix', () => {
    expect(offered('matrix', 2)).toEqual([
      '频次: 每月、每季、每年、一次!',
      '7: 牵头、责任、配合!',
      '8: 牵头、责任、配合!',
    ]);
    expect(dressed('log', 2).columns).toHaveLength(4);
    const [role] = dressed('matrix', 1).columns.slice(7);
    expect(role).toEqual({
      at: 7,
      width: 72,
      format: '@',
      look: { align: 'center', vertical: 'top', wrap: true },
      entry: {
        kind: 'list',
        choices: ['牵头', '责任', '配合'],
        strict: true,
        help: '牵头、责任、配合；不相关就留空。',
      },
    });
  });

  it('help with the sentence of the heading', () => {
    const { entry, note } = dressed('departments').columns[7] ?? {};
    expect(entry?.help).toBe('填“否”的部门不再产生应报任务，历史数据保留。');
    expect(entry?.help).toBe(note);
  });

  it('are left out where the column they offer is gone', () => {
    const declaration = declarationOf('submissions');
    const { columns } = lookOf(declaration, newStanding(declaration, 0), () => null);
    expect(columns.filter(({ entry }) => entry).map(({ at }) => headingsOf('submissions')[at])).toEqual(['审核']);
    expect(columns[1]).not.toHaveProperty('entry');
  });

  it('stand in 设置 beside each setting that has choices, and there nothing else is taken', () => {
    const { cellEntries } = dressed('settings');
    expect(
      cellEntries.map(({ row, column, entry }) =>
        [row, column, entry.kind === 'list' && entry.choices.join('、'), entry.strict].join(' '),
      ),
    ).toEqual([
      '5 1 是、否 true',
      '6 1 不顺延、顺延、提前 true',
      '8 1 各牵头部门、第一牵头部门、不需报送 true',
      '17 1 是、否 true',
      '19 1 是、否 true',
      '23 1 日历日、工作日 true',
      '25 1 中文、English true',
    ]);
    expect(cellEntries[6]?.entry.help).toBe('菜单和提示的语言：中文或 English。');
    expect(dressed('departments').cellEntries).toEqual([]);
  });

  it('stand in 设置 only beside settings that are there, wherever their values stand', () => {
    const declaration = declarationOf('settings');
    const settingRows = new Map([
      ['language', 4],
      ['year', 5],
    ]);
    const entries = (value: number) =>
      lookOf(declaration, { ...newStanding(declaration, 0), at: () => value, settingRows }, () => null).cellEntries;
    expect(entries(0).map(({ row, column }) => [row, column])).toEqual([[4, 0]]);
    expect(entries(-1)).toEqual([]);
  });
});

describe('live colours', () => {
  const rules = (key: SheetKey) =>
    dressed(key).rules.map(({ fromColumn, toColumn, fromRow, when, look }) => [
      `${fromColumn}-${toColumn} from ${fromRow}`,
      when.kind === 'formula' ? when.formula : when,
      look,
    ]);
  const YELLOW = { background: '#fff2cc' };
  const BLUE = { background: '#ddebf7' };
  const PURPLE = { background: '#e4d5f0', color: '#4a235a' };
  const ORANGE = { background: '#f4b183', color: '#7a1f00' };

  it('show in 月度报送 what was sent back, is overdue, waits, or is accepted', () => {
    const empty = 'LEN(TRIM($F2&$G2&$H2&$I2))=0';
    const overdue = 'IFERROR(TODAY()>DATEVALUE($D2),FALSE)';
    expect(rules('submissions')).toEqual([
      ['0-12 from 2', '=$L2="退回"', PURPLE],
      ['0-12 from 2', `=AND($B2<>"",$L2<>"免报",${empty},${overdue})`, { ...ORANGE, bold: true }],
      ['0-12 from 2', `=AND($B2<>"",$L2<>"免报",${empty})`, YELLOW],
      ['0-12 from 2', '=$L2="通过"', BLUE],
    ]);
  });

  it('show in 缺报清单 and 汇总 what each symbol says', () => {
    expect(rules('owed')).toEqual([
      ['0-6 from 2', '=LEFT($F2,1)="▲"', ORANGE],
      ['0-6 from 2', '=LEFT($F2,1)="↩"', PURPLE],
      ['0-6 from 2', '=LEFT($F2,1)="○"', YELLOW],
      ['0-6 from 2', '=LEFT($F2,1)="◐"', YELLOW],
    ]);
    expect(rules('pattern')).toEqual([
      ['0-26 from 2', '=LEFT($A2,1)="■"', { background: '#dbe5f1', bold: true }],
      ['11-26 from 2', '=LEFT(L2,1)="▲"', { ...ORANGE, bold: true }],
      ['11-26 from 2', '=LEFT(L2,1)="✗"', { ...ORANGE, bold: true }],
      ['11-26 from 2', '=LEFT(L2,1)="↩"', PURPLE],
      ['11-26 from 2', '=LEFT(L2,1)="◐"', YELLOW],
      ['11-26 from 2', '=LEFT(L2,1)="○"', YELLOW],
      ['11-26 from 2', '=LEFT(L2,1)="✓"', BLUE],
    ]);
  });

  it('show in 发送记录 what a person has to look at, and what waits', () => {
    expect(rules('dispatches')).toEqual([
      ['4-4 from 2', '=OR($E2="不明",$E2="发送中")', PURPLE],
      ['4-4 from 2', '=$E2="发送失败"', ORANGE],
      ['4-4 from 2', '=$E2="待发送"', YELLOW],
    ]);
  });

  it('show in 报告草稿 what changed under the office’s words, and what is left out', () => {
    expect(rules('draft')).toEqual([
      ['0-6 from 2', '=LEFT($G2,1)="▲"', ORANGE],
      ['0-6 from 2', '=$F2="否"', { color: '#6b7280' }],
    ]);
  });

  it('shade 完成率 from low to high', () => {
    expect(rules('rates')).toEqual([
      ['1-26 from 2', { kind: 'scale', low: '#f4b183', middle: '#fff2cc', high: '#9dc3e6' }, {}],
    ]);
  });

  it('are none elsewhere, nor where a column they look at is gone', () => {
    expect(SHEETS.filter(({ key }) => dressed(key).rules.length > 0).map(({ title }) => title)).toEqual([
      '月度报送',
      '缺报清单',
      '完成率',
      '报告草稿',
      '发送记录',
      '汇总样式',
    ]);
    const declaration = declarationOf('owed');
    const standing = newStanding(declaration, 0);
    const lacking = { ...standing, at: (key: string) => (key === 'mail' ? -1 : standing.at(key)) };
    const look = lookOf(declaration, lacking, () => null);
    expect(look.rules).toEqual([]);
    expect(look.columns.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('tables of figures', () => {
  it('完成率 has the year and then each month, in hundredths', () => {
    expect(headingsOf('rates').join(' ')).toBe(
      '部门 累计完成率 累计按时率 1月完成 2月完成 3月完成 4月完成 5月完成 6月完成 7月完成 8月完成 9月完成 10月完成 11月完成 12月完成 ' +
        '1月按时 2月按时 3月按时 4月按时 5月按时 6月按时 7月按时 8月按时 9月按时 10月按时 11月按时 12月按时',
    );
    expect(dressed('rates').columns.map(({ format, look }) => `${format} ${look.align ?? ''}`)).toEqual([
      '@ ',
      ...Array.from({ length: 26 }, () => '0% center'),
    ]);
    const { columns } = declarationOf('rates');
    expect(columns[3]).toMatchObject({ key: 'complete1', explain: '1月：已报 ÷ 应报。' });
    expect(columns[26]).toMatchObject({ key: 'onTime12', explain: '12月：按时 ÷ 应报。' });
  });

  it('汇总 has its figures and then a column for each task, and says where it ends', () => {
    expect(END_MARK).toBe('（本表到此为止）');
    const tasks = Array.from({ length: 16 }, (_, index) => `列${index + 1}`).join(' ');
    expect(headingsOf('pattern').join(' ')).toBe(`项目 说明 应报 已报 按时 迟报 缺报 完成率 按时率 数量 人次 ${tasks}`);
    expect(dressed('pattern').columns.map(({ format, look }) => `${format} ${look.align ?? ''}`)).toEqual([
      '@ ',
      '@ ',
      ...Array.from({ length: 5 }, () => '0 center'),
      '0.0% center',
      '0.0% center',
      '#,##0.## center',
      '#,##0.## center',
      ...Array.from({ length: 16 }, () => '@ center'),
    ]);
    expect(declarationOf('pattern').columns.map(({ key }) => key)).toEqual([
      ...[
        'subject',
        'text',
        'due',
        'handedIn',
        'onTime',
        'late',
        'missing',
        'complete',
        'onTimeRate',
        'count',
        'people',
      ],
      ...Array.from({ length: 16 }, (_, index) => `task${index + 1}`),
    ]);
  });
});

describe('a sheet somebody made with headings of their own', () => {
  it.each<[SheetKey, Record<string, string>]>([
    ['settings', { 设置项: '项目 名称', 值: '内容 设置值' }],
    [
      'departments',
      {
        部门: '部门名称 单位 科室 名称',
        别名: '简称 曾用名',
        邮箱: '联系人邮箱 电子邮箱 账号',
        领导邮箱: '分管领导邮箱',
        档案员: '档案专人',
        启用: '是否启用',
        负责人: '部门负责人',
        负责人邮箱: '部门负责人邮箱',
      },
    ],
    [
      'matrix',
      {
        序号: '编号 任务序号 任务编号',
        任务: '任务名称 工作任务 标题',
        内容: '任务内容 工作内容',
        起始月: '开始月 起始月份',
        截止月: '结束月 截止月份',
        频次: '报送频次',
        佐证要求: '佐证 佐证材料',
      },
    ],
    [
      'submissions',
      {
        月份: '报送月份 所属月份',
        部门: '报送部门 责任部门 科室 单位',
        任务: '任务名称 工作任务 任务序号',
        截止日期: '报送截止',
        状态: '报送状态',
        报送内容: '工作开展情况 内容 文字资料 报送文字',
        数量: '次数 活动次数',
        人次: '人数 参与人次',
        佐证链接: '链接 影像资料 佐证 附件链接',
        报送人: '填报人',
        报送时间: '填报时间 提交时间',
        审核: '审核结果',
        退回原因: '审核意见 退回理由',
        提示: '系统提示',
        报送编号: '编号',
      },
    ],
    ['exceptions', { 准许到: '延至 延期至' }],
    ['draft', { 报告用文字: '改后文字' }],
    ['archive', { 文号: '发文字号' }],
  ])('is understood: %s', (key, aliases) => {
    const declaration = declarationOf(key);
    const understood: Record<string, string> = {};
    for (const [heading, others] of Object.entries(aliases)) {
      const about = declaration.columns.find((column) => column.heading === heading)?.key ?? '';
      understood[heading] = others
        .split(' ')
        .filter((alias) => locate(declaration, [['备注', alias]]).at[about] === 1)
        .join(' ');
    }
    expect(understood).toEqual(aliases);
    const known = declaration.columns.flatMap(({ aliases: own }) => own);
    expect(known.sort()).toEqual(
      Object.values(aliases)
        .flatMap((others) => others.split(' '))
        .sort(),
    );
  });

  it.each(['guide', 'owed', 'rates', 'dispatches', 'log', 'pattern', 'templates', 'undo'] as const)(
    'never is one that only the script fills: %s',
    (key) => {
      expect(declarationOf(key).columns.flatMap(({ aliases }) => aliases)).toEqual([]);
    },
  );
});
