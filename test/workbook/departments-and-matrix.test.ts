/** 部门 and 责任矩阵 as an office keeps them: who answers for what, and what cannot be understood. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { Cell, CellRows } from '../../src/spreadsheet/cell.ts';
import { departmentRows, readDepartments } from '../../src/workbook/departments.ts';
import { readExceptions } from '../../src/workbook/exceptions.ts';
import { cellOfFinding, placeOfFinding } from '../../src/workbook/finding-place.ts';
import { matrixDepartmentColumns, matrixHeadings, matrixRows, readMatrix } from '../../src/workbook/matrix.ts';
import { saidBy } from '../support/finding.ts';
import { department } from '../support/matrix.ts';

describe('部门', () => {
  const HEADINGS = ['部门', '别名', '联系人', '邮箱', '分管领导', '领导邮箱', '档案员', '启用', '负责人', '负责人邮箱'];

  it('holds a department a row, with everybody who is written to', () => {
    const rows: CellRows = [
      ['部门一览', '', '', '', '', '', '', '', '', ''],
      HEADINGS,
      [' 保卫科 ', ' 保卫 ', '李明', 'a@example.cn', '王局', 'b@example.cn', '赵一', '是', '钱二', 'c@example.cn'],
      ['', '没有名称', '', '', '', '', '', '', '', ''],
      ['基建科', '', '', '', '', '', '', '否', '', ''],
    ];
    expect(readDepartments(rows)).toEqual({
      departments: [
        {
          name: '保卫科',
          aliases: ['保卫'],
          contact: '李明',
          mail: 'a@example.cn',
          leader: '王局',
          leaderMail: 'b@example.cn',
          archivist: '赵一',
          head: '钱二',
          headMail: 'c@example.cn',
          active: true,
        },
        { ...department('基建科'), active: false },
      ],
      findings: [],
    });
  });

  it.each([
    ['保卫、安保', ['保卫', '安保']],
    ['保卫,安保，治安', ['保卫', '安保', '治安']],
    ['保卫;安保；治安', ['保卫', '安保', '治安']],
    ['保卫 安保\n治安', ['保卫', '安保', '治安']],
    ['、保卫、、', ['保卫']],
    ['', []],
  ])('other names stand apart: %j', (typed, aliases) => {
    expect(
      readDepartments([
        ['部门', '别名'],
        ['保卫科', typed],
      ]).departments[0]?.aliases,
    ).toEqual(aliases);
  });

  it.each<[Cell, boolean]>([
    ['否', false],
    ['no', false],
    ['No', false],
    ['FALSE', false],
    [false, false],
    ['停用', false],
    [0, false],
    ['是', true],
    ['', true],
    ['10', true],
    ['是否', true],
    ['否则', true],
    ['不知', true],
  ])('启用 %j: %j', (cell, active) => {
    expect(
      readDepartments([
        ['部门', '启用'],
        ['保卫科', cell],
      ]).departments[0]?.active,
    ).toBe(active);
  });

  it('needs nothing but the names', () => {
    expect(readDepartments([['部门'], ['保卫科'], []]).departments).toEqual([department('保卫科')]);
    expect(() => readDepartments([['邮箱'], ['a@example.cn']])).toThrow('columnsMissing');
  });

  it('tells a name that two departments bear, with both rows', () => {
    expect(
      readDepartments([
        ['部门', '别名'],
        ['保卫科', ''],
        ['', ''],
        ['安全科', '保卫科'],
      ]).findings,
    ).toEqual([{ code: 'departmentRepeated', sheet: 'departments', rows: [2, 4], column: 'name', found: '保卫科' }]);
  });

  it('of a new workbook is read back as it was', () => {
    const departments = [
      {
        ...department('保卫科', ['保卫', '安保']),
        contact: '李明',
        mail: 'a@example.cn',
        leader: '王局',
        leaderMail: 'b@example.cn',
        archivist: '赵一',
        head: '钱二',
        headMail: 'c@example.cn',
      },
      { ...department('基建科'), active: false },
    ];
    const rows = departmentRows(departments);
    expect(rows).toEqual([
      ['保卫科', '保卫、安保', '李明', 'a@example.cn', '王局', 'b@example.cn', '赵一', '是', '钱二', 'c@example.cn'],
      ['基建科', '', '', '', '', '', '', '否', '', ''],
    ]);
    expect(readDepartments([HEADINGS, ...(rows as CellRows)]).departments).toEqual(departments);
  });
});

const DEPARTMENTS = [department('保卫科', ['保卫']), department('基建科'), department('宣传科')];

describe('责任矩阵', () => {
  const HEADINGS = ['序号', '任务', '内容', '起始月', '截止月', '频次', '佐证要求', '保卫科', '基建科'];
  /** A task's row: number and title, then roles. */
  const row = (no: Cell, title: string, ...roles: Cell[]): Cell[] => [no, title, '', '', '', '', '', ...roles];
  const read = (...rows: Cell[][]) => readMatrix([HEADINGS, ...rows], DEPARTMENTS);
  const short = (finding: Finding) => [finding.code, finding.rows, finding.column, finding.found, saidBy(finding)];

  it('holds a task a row and a department a column', () => {
    const rows: CellRows = [
      ['责任分工', '', '', '', '', '', '', '', ''],
      HEADINGS,
      [' 1 ', ' 巡查 ', ' 每周一次 ', '3', '11', '每月', ' 链接 ', '责任', ''],
      ['', '', '备注', '', '', '', '', '责任', ''],
      ['2', '整治', '', '', '', '', '', '配合', '牵头'],
    ];
    expect(readMatrix(rows, DEPARTMENTS)).toEqual({
      matrix: {
        tasks: [
          {
            no: '1',
            title: '巡查',
            content: '每周一次',
            fromMonth: 3,
            toMonth: 11,
            frequency: 'monthly',
            evidence: '链接',
          },
          { no: '2', title: '整治', content: '', fromMonth: 1, toMonth: 12, frequency: 'monthly', evidence: '' },
        ],
        departments: DEPARTMENTS,
        duties: [
          { task: 0, department: 0, role: 'responsible' },
          { task: 1, department: 0, role: 'support' },
          { task: 1, department: 1, role: 'lead' },
        ],
      },
      findings: [],
    });
  });

  it.each<[Cell, string]>([
    ['牵头', 'lead'],
    ['牵头责任', 'lead'],
    ['主办', 'lead'],
    ['Lead', 'lead'],
    ['责任', 'responsible'],
    [' 责 任 ', 'responsible'],
    ['负责', 'responsible'],
    ['承办', 'responsible'],
    ['responsible', 'responsible'],
    ['配合', 'support'],
    ['协办', 'support'],
    ['协助', 'support'],
    ['support', 'support'],
  ])('understands the role %j', (typed, role) => {
    expect(read(row('1', '巡查', typed, '')).matrix.duties).toEqual([{ task: 0, department: 0, role }]);
  });

  it.each(['', ' ', '-', '—', '－'])('takes %j for no role', (typed) => {
    const { matrix, findings } = read(row('1', '巡查', typed, '责任'));
    expect(matrix.duties).toEqual([{ task: 0, department: 1, role: 'responsible' }]);
    expect(findings).toEqual([]);
  });

  it('tells a role nobody knows, and a task nobody answers for', () => {
    const { matrix, findings } = read(row('1', '巡查', '责任', '√'), row('2', '整治', '', ''));
    expect(matrix.duties).toHaveLength(1);
    expect(findings.map(short)).toEqual([
      ['roleUnknown', [2], '基建科', '√', { task: '1 巡查' }],
      ['nobodyAssigned', [3], null, '', { task: '2 整治' }],
    ]);
    expect(findings[0]?.sheet).toBe('matrix');
    expect(findings[1]?.sheet).toBe('matrix');
  });

  it('lists duties by task and then department, however the columns stand', () => {
    const rows: CellRows = [
      ['序号', '任务', '宣传科', '基建科', '保卫'],
      ['1', '巡查', '责任', '责任', '责任'],
      ['2', '整治', '责任', '', '责任'],
    ];
    expect(readMatrix(rows, DEPARTMENTS).matrix.duties.map(({ task, department: of }) => [task, of])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 2],
    ]);
    expect(matrixDepartmentColumns(rows, DEPARTMENTS)).toEqual([2, 3, 4]);
  });

  it.each<[Cell, string]>([
    [3, '3'],
    ['3.', '3'],
    ['３．', '3'],
    ['三、', '三'],
    ['二-1', '二-1'],
    ['1.2', '1.2'],
    ['', '巡查'],
  ])('numbers a task %j as %j', (typed, no) => {
    expect(read(row(typed, '巡查', '责任', '')).matrix.tasks[0]?.no).toBe(no);
  });

  it('takes a number without a title for a task', () => {
    expect(read(row('7', '', '责任', '')).matrix.tasks[0]).toMatchObject({ no: '7', title: '' });
  });

  it('tells a number that two tasks bear, with both rows', () => {
    const { findings } = read(row('1', '巡查', '责任', ''), row('', '', '', ''), row('1.', '整治', '责任', ''));
    expect(findings).toEqual([{ code: 'taskRepeated', sheet: 'matrix', rows: [2, 4], column: 'no', found: '1' }]);
  });

  it.each<[Cell, string]>([
    ['', 'monthly'],
    ['每月', 'monthly'],
    ['月', 'monthly'],
    ['每季', 'quarterly'],
    ['每 季度', 'quarterly'],
    ['季度', 'quarterly'],
    ['每年', 'yearly'],
    ['年度', 'yearly'],
    ['一次', 'once'],
    ['一次性', 'once'],
  ])('reads the frequency %j', (typed, frequency) => {
    const { matrix, findings } = read(['1', '巡查', '', '', '', typed, '', '责任', '']);
    expect(matrix.tasks[0]?.frequency).toBe(frequency);
    expect(findings).toEqual([]);
  });

  it('tells a frequency nobody knows and reports every month', () => {
    const { matrix, findings } = read(['1', '巡查', '', '', '', ' 常年 ', '', '责任', '']);
    expect(matrix.tasks[0]?.frequency).toBe('monthly');
    expect(findings).toEqual([
      { code: 'frequencyUnknown', sheet: 'matrix', rows: [2], column: 'frequency', found: '常年' },
    ]);
  });

  it.each<[Cell, number]>([
    [4, 4],
    ['4月', 4],
    ['１１ 月', 11],
    ['2023-04', 4],
    ['2023年4月', 4],
    ['2023/4', 4],
    ['2023.04', 4],
    [1, 1],
    [12, 12],
  ])('reads the months %j', (typed, month) => {
    const { matrix, findings } = read(['1', '巡查', '', typed, typed, '', '', '责任', '']);
    expect(matrix.tasks[0]).toMatchObject({ fromMonth: month, toMonth: month });
    expect(findings).toEqual([]);
  });

  it.each(['13', '0', '四月', '4月份起', '约4', '2023-123', '23-4', '100'])(
    'tells a month nobody can read, %j, and takes the whole year',
    (typed) => {
      const { matrix, findings } = read(['1', '巡查', '', typed, typed, '', '', '责任', '']);
      expect(matrix.tasks[0]).toMatchObject({ fromMonth: 1, toMonth: 12 });
      expect(findings).toEqual([
        { code: 'monthsUnknown', sheet: 'matrix', rows: [2], column: 'fromMonth', found: typed },
        { code: 'monthsUnknown', sheet: 'matrix', rows: [2], column: 'toMonth', found: typed },
      ]);
    },
  );

  it('tells a column with roles that names no department, with the nearest that does', () => {
    const rows = (heading: string, role: Cell): CellRows => [
      ['标题', ''],
      ['序号', '任务', '保卫科', heading],
      ['1', '巡查', '责任', role],
    ];
    expect(readMatrix(rows('基建处', '责任'), DEPARTMENTS).findings).toEqual([
      {
        code: 'columnUnknown',
        sheet: 'matrix',
        rows: [2],
        column: null,
        found: '基建处',
        nearest: '基建科',
      },
    ]);
    expect(readMatrix(rows('完全不同的名字', '责任'), DEPARTMENTS).findings[0]).toMatchObject({ nearest: null });
    expect(readMatrix(rows('备注', '请注意'), DEPARTMENTS).findings).toEqual([]);
    expect(readMatrix(rows('备注', ''), DEPARTMENTS).findings).toEqual([]);
    expect(
      readMatrix(
        [
          ['责任', '序号', '任务', '保卫科', '责任'],
          ['', '1', '巡查', '责任', ''],
        ],
        DEPARTMENTS,
      ).findings,
    ).toEqual([]);
  });

  it('reads the first of two columns of one department and tells the other', () => {
    const rows: CellRows = [
      ['序号', '任务', '保卫科', '保卫'],
      ['1', '巡查', '', '责任'],
    ];
    const { matrix, findings } = readMatrix(rows, DEPARTMENTS);
    expect(matrix.duties).toEqual([]);
    expect(findings[0]?.sheet).toBe('matrix');
    expect(findings.map(short)).toEqual([
      ['headingRepeated', [1], null, '保卫', {}],
      ['nobodyAssigned', [2], null, '', { task: '1 巡查' }],
    ]);
    expect(matrixDepartmentColumns(rows, DEPARTMENTS)).toEqual([2]);
  });

  it('needs numbers and titles', () => {
    expect(() => readMatrix([['序号', '保卫科']], DEPARTMENTS)).toThrow('columnsMissing');
    expect(() => readMatrix([['任务', '保卫科']], DEPARTMENTS)).toThrow('columnsMissing');
    expect(readMatrix([['序号', '任务', '保卫科'], ['1', '巡查'], []], DEPARTMENTS).matrix.tasks).toHaveLength(1);
  });

  it('of a new workbook is read back as it was', () => {
    const duty = (task: number, of: number, role: 'lead' | 'responsible' | 'support') => ({
      task,
      department: of,
      role,
    });
    const matrix = {
      tasks: (['monthly', 'quarterly', 'yearly', 'once'] as const).map((frequency, index) => ({
        no: String(index + 1),
        title: `任务${'甲乙丙丁'[index]}`,
        content: '内容',
        fromMonth: index + 1,
        toMonth: 12 - index,
        frequency,
        evidence: '链接',
      })),
      departments: DEPARTMENTS,
      duties: [duty(0, 0, 'lead'), duty(1, 1, 'responsible'), duty(2, 2, 'support'), duty(3, 0, 'responsible')],
    };
    expect(matrixHeadings(DEPARTMENTS)).toEqual([
      ...['序号', '任务', '内容', '起始月', '截止月', '频次', '佐证要求'],
      ...['保卫科', '基建科', '宣传科'],
    ]);
    const rows = matrixRows(matrix);
    expect(rows).toEqual([
      ['1', '任务甲', '内容', '1', '12', '每月', '链接', '牵头', '', ''],
      ['2', '任务乙', '内容', '2', '11', '每季', '链接', '', '责任', ''],
      ['3', '任务丙', '内容', '3', '10', '每年', '链接', '', '', '配合'],
      ['4', '任务丁', '内容', '4', '9', '一次', '链接', '责任', '', ''],
    ]);
    expect(readMatrix([matrixHeadings(DEPARTMENTS), ...rows] as CellRows, DEPARTMENTS)).toEqual({
      matrix,
      findings: [],
    });
  });
});

describe('迟报申请', () => {
  const HEADINGS = ['月份', '部门', '申请理由', '申请人', '审批', '准许到', '审批说明'];
  const ask = (period: Cell, who: string, decision: string, until: Cell): Cell[] => [
    period,
    who,
    '',
    '',
    decision,
    until,
    '',
  ];
  const read = (...rows: Cell[][]) => readExceptions([HEADINGS, ...rows], DEPARTMENTS, 2023);

  it('grants what the office agreed to', () => {
    expect(read(ask('2023-05', '保卫科', '同意', '2023-06-02'), ask(5, '保卫', ' 同意 ', '2023年6月3日'))).toEqual({
      grants: [
        { period: '2023-05', department: 0, until: '2023-06-02' },
        { period: '2023-05', department: 0, until: '2023-06-03' },
      ],
      findings: [],
    });
  });

  it('grants nothing that is undecided or refused', () => {
    expect(read(ask('2023-05', '保卫科', '', '2023-06-02'), ask('乱写', '谁', '不同意', ''))).toEqual({
      grants: [],
      findings: [],
    });
    expect(
      readExceptions(
        [
          ['同意', '审批'],
          ['x', ''],
        ],
        DEPARTMENTS,
        2023,
      ),
    ).toEqual({ grants: [], findings: [] });
  });

  it('tells what it agreed to and nobody can read, by its first column at fault', () => {
    const { grants, findings } = read(
      ask('某月', '谁', '同意', '某天'),
      ask('2023-05', ' 谁 ', '同意', '某天'),
      ask('2023-05', '基建科', '同意', '某天'),
    );
    expect(grants).toEqual([]);
    const about = { code: 'exceptionUnread', sheet: 'exceptions' };
    expect(findings).toEqual([
      { ...about, rows: [2], column: 'period', found: '某月' },
      { ...about, rows: [3], column: 'department', found: '谁' },
      { ...about, rows: [4], column: 'until', found: '某天' },
    ]);
  });

  it('is read below its headings only', () => {
    const title: Cell[] = ['2023-05', '保卫科', '', '', '同意', '2023-06-02', ''];
    expect(readExceptions([title, HEADINGS], DEPARTMENTS, 2023)).toEqual({ grants: [], findings: [] });
  });

  it('is nothing where the decision’s column is gone', () => {
    expect(
      readExceptions(
        [
          ['月份', '部门', '准许到'],
          ['同意', '同意', '同意'],
        ],
        DEPARTMENTS,
        2023,
      ).grants,
    ).toEqual([]);
    expect(
      readExceptions([['审批', '月份', '准许到'], ['同意', '2023-05', '2023-06-02'], []], DEPARTMENTS, 2023),
    ).toMatchObject({ grants: [], findings: [{ column: 'department', found: '' }] });
  });
});

describe('where a finding is', () => {
  const about = (column: string | null, rows: number[] = [3]): Finding => ({
    code: 'roleUnknown',
    sheet: 'matrix',
    rows,
    column,
    found: '',
    task: '1 巡查',
  });
  const standing: CellRows = [
    ['序号', '基建 科', '任务'],
    ['1', '', '巡查'],
  ];
  const read = (title: string) => (title === '责任矩阵' ? standing : null);

  it('is told by the sheet’s title and the heading; a department’s column by its name', () => {
    expect(placeOfFinding(about('title'))).toEqual({ sheet: '责任矩阵', heading: '任务' });
    expect(placeOfFinding(about('基建科'))).toEqual({ sheet: '责任矩阵', heading: '基建科' });
    expect(placeOfFinding(about(null))).toEqual({ sheet: '责任矩阵', heading: null });
  });

  it('is the cell as the columns stand now, the row’s first where the column is gone', () => {
    expect(cellOfFinding(about('title'), read)).toEqual({ sheet: '责任矩阵', row: 3, column: 2 });
    expect(cellOfFinding(about('基建科'), read)).toEqual({ sheet: '责任矩阵', row: 3, column: 1 });
    expect(cellOfFinding(about('content'), read)).toEqual({ sheet: '责任矩阵', row: 3, column: 0 });
    expect(cellOfFinding(about('宣传科'), read)).toEqual({ sheet: '责任矩阵', row: 3, column: 0 });
    expect(cellOfFinding(about(null, [3, 7]), read)).toEqual({ sheet: '责任矩阵', row: 3, column: 0 });
  });

  it('is no cell where it is about the sheet, or the sheet is gone', () => {
    expect(cellOfFinding(about('title', []), read)).toBeNull();
    expect(cellOfFinding(about('title'), () => null)).toBeNull();
  });
});
