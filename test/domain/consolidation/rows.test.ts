/** What a consolidation makes of rows as people type them: each told by what a person would see. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/domain/cell.ts';
import { consolidate, monthAtAGlance } from '../../../src/domain/consolidation/consolidate.ts';
import type { ConsolidationInput } from '../../../src/domain/consolidation/input.ts';
import type { Consolidation } from '../../../src/domain/consolidation/result.ts';
import type { LocalDateTime } from '../../../src/domain/local-date.ts';
import type { Department, Duty, Role, Task } from '../../../src/domain/matrix.ts';
import { periodOf } from '../../../src/domain/period.ts';
import { COLUMNS } from '../../support/columns.ts';
import { saidBy } from '../../support/finding.ts';
import { department, task } from '../../support/matrix.ts';

const DEPARTMENTS = ['办公室', '保卫科', '后勤处'].map((name) => department(name));
const TASKS = ['消防检查', '安全培训', '隐患整改'].map((title, index) => ({ ...task(title, index), evidence: '' }));
const duty = (no: number, at: number, role: Role): Duty => ({ task: no, department: at, role });
/** The office answers for the first, the guards for all three, logistics supports the first. */
const DUTIES = [
  duty(0, 0, 'lead'),
  duty(0, 1, 'responsible'),
  duty(0, 2, 'support'),
  duty(1, 1, 'responsible'),
  duty(2, 1, 'lead'),
];

/** A filled row of the guards for fire safety in May, in time; what is said otherwise replaces it. */
const row = (other: Partial<Record<keyof typeof COLUMNS, Cell>> = {}): Cell[] => {
  const usual: Record<keyof typeof COLUMNS, Cell> = {
    period: '2023-05',
    department: '保卫科',
    task: '消防检查',
    text: '查了三栋楼',
    count: '',
    people: '',
    links: '',
    time: '2023-05-18 09:00',
    review: '',
    reason: '',
  };
  return Object.values({ ...usual, ...other });
};

interface Setting {
  readonly month?: number;
  readonly tasks?: readonly Task[];
  readonly departments?: readonly Department[];
  readonly duties?: readonly Duty[];
  readonly rules?: Partial<ConsolidationInput['rules']>;
  readonly asOf?: string;
  readonly columns?: Partial<typeof COLUMNS>;
}

const inputOf = (rows: readonly Cell[][], setting: Setting = {}): ConsolidationInput => ({
  period: periodOf(2023, setting.month ?? 5),
  asOf: (setting.asOf ?? '2023-05-23T09:00:00') as LocalDateTime,
  matrix: {
    tasks: setting.tasks ?? TASKS,
    departments: setting.departments ?? DEPARTMENTS,
    duties: setting.duties ?? DUTIES,
  },
  rules: {
    months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    deadline: { day: 20, inclusive: true, holidays: 'none' },
    leadsReport: 'all',
    ...setting.rules,
  },
  submissions: { rows: [['月份'], ...rows], from: 1, columns: { ...COLUMNS, ...setting.columns } },
});
const consolidated = (rows: readonly Cell[][], setting?: Setting) => consolidate(inputOf(rows, setting));

/** The guards' obligation for fire safety. */
const guards = ({ obligations }: Consolidation) => {
  const one = obligations.find((each) => each.task === 0 && each.department === 1);
  return one && [one.status, one.daysLate, one.rows];
};
const codes = ({ findings }: Consolidation) => findings.map(({ code, rows, column }) => [code, rows, column]);
const found = (result: Consolidation, code: string) => result.findings.filter((one) => one.code === code);
/** Of the guards' row and nothing else: the other duties owe, which is no finding. */
const statusOf = (other: Parameters<typeof row>[0]) => guards(consolidated([row(other)]));
const NAMES = { department: '保卫科', task: '1 消防检查' };

describe('where one row leaves an obligation', () => {
  it.each<[string, Parameters<typeof row>[0], unknown]>([
    ['filled in time', {}, ['submitted', 0, [2]]],
    ['on the last day', { time: '2023-05-20 23:59' }, ['submitted', 0, [2]]],
    ['a day after', { time: '2023-05-21 00:00' }, ['late', 1, [2]]],
    ['late, as typed', { time: '2023年5月25日' }, ['late', 5, [2]]],
    ['accepted', { review: '通过' }, ['accepted', 0, [2]]],
    ['accepted late', { review: '已通过', time: '2023-05-23' }, ['accepted', 3, [2]]],
    ['nil', { text: '本月无' }, ['nil', 0, [2]]],
    ['nil late', { text: '本月无', time: '2023-05-22' }, ['nil', 2, [2]]],
    ['nil and accepted', { text: '本月无', review: '通过' }, ['nil', 0, [2]]],
    ['not looked at yet', { review: '待审' }, ['submitted', 0, [2]]],
    ['reviewed with a word nobody knows', { review: '再看' }, ['submitted', 0, [2]]],
    ['sent back', { review: '退回', reason: '缺数量' }, ['returned', 3, [2]]],
    ['sent back and empty', { review: '已退回', text: '' }, ['returned', 3, [2]]],
    ['excused', { review: '免报', text: '' }, ['exempt', 0, []]],
    ['excused with words', { review: 'exempt', text: '值班未开展' }, ['exempt', 0, [2]]],
    ['prepared and empty', { text: '' }, ['missing', 3, []]],
    ['blanks only', { text: ' \u3000\n', links: '\u200b' }, ['missing', 3, []]],
    ['accepted and empty', { text: '', review: '通过' }, ['missing', 3, []]],
    ['a number without words', { text: '', count: 3 }, ['draft', 3, [2]]],
    ['a link without words', { text: '', links: 'https://a.cn' }, ['draft', 3, [2]]],
    ['people without words', { text: '', people: 4 }, ['draft', 3, [2]]],
    ['a broken formula', { text: '#REF!' }, ['draft', 3, [2]]],
    ['no time', { time: '' }, ['submitted', 0, [2]]],
    ['a time nobody can read', { time: '上周' }, ['submitted', 0, [2]]],
    ['a number for a text', { text: 2023 }, ['submitted', 0, [2]]],
    ['no time but a number', { time: 45_000 }, ['submitted', 0, [2]]],
    ['a day before the last, to the second', { time: '2023-05-19T23:59:59' }, ['submitted', 0, [2]]],
    ['on the last day without a time of day', { time: '2023-05-20' }, ['submitted', 0, [2]]],
    ['in a year long past', { time: '2022-06-30 09:00' }, ['submitted', 0, [2]]],
    ['late without a time of day', { time: '2023-05-21' }, ['late', 1, [2]]],
    ['accepted in English', { review: 'Accepted' }, ['accepted', 0, [2]]],
    ['returned in English', { review: 'returned' }, ['returned', 3, [2]]],
    ['pending', { review: 'pending' }, ['submitted', 0, [2]]],
    ['待审核', { review: ' 待审核 ' }, ['submitted', 0, [2]]],
    ['a blank review', { review: '　' }, ['submitted', 0, [2]]],
    ['a link that is a broken formula', { links: '#N/A' }, ['submitted', 0, [2]]],
    ['nil at its longest', { text: `本月工作暂没有相关开展情况。。。` }, ['nil', 0, [2]]],
    [
      'blanks that are wide or without a break',
      { text: '\u00a0', links: '\u2003', people: '\u3000' },
      ['missing', 3, []],
    ],
    ['a tick', { text: true }, ['submitted', 0, [2]]],
    ['the month as people write it', { period: '5月', department: '保 卫科', task: '第1项' }, ['submitted', 0, [2]]],
  ])('%s', (_, other, wanted) => {
    expect(statusOf(other)).toEqual(wanted);
  });

  it('nothing prepared: missing, and overdue by the days since', () => {
    expect(guards(consolidated([]))).toEqual(['missing', 3, []]);
    expect(guards(consolidated([], { asOf: '2023-05-20T23:00:00' }))).toEqual(['missing', 0, []]);
  });

  it('where the deadline day is too late already, that day is one late', () => {
    const rules = { deadline: { day: 20, inclusive: false, holidays: 'none' } } as const;
    const onDay = consolidated([row({ time: '2023-05-20 08:00' })], { rules });
    expect([guards(onDay), onDay.deadline]).toEqual([['late', 1, [2]], '2023-05-20']);
  });

  it('a sheet without a column reads it as blank', () => {
    const result = consolidated([row({ review: '退回', time: '2023-06-01' })], { columns: { review: -1, time: -1 } });
    expect(guards(result)).toEqual(['submitted', 0, [2]]);
    expect(codes(result)).toEqual([['timeMissing', [2], 'time']]);
  });

  it('a row that is shorter than the headings has blanks at its end', () => {
    expect(guards(consolidated([row().slice(0, 4)]))).toEqual(['submitted', 0, [2]]);
    expect(guards(consolidated([row().slice(0, 3)]))).toEqual(['missing', 3, []]);
  });
});

describe('what a task demands beside words', () => {
  const demanding = { tasks: [{ ...task('消防检查', 0), evidence: '链接；字数≥5；数量；人次≥10' }, ...TASKS.slice(1)] };

  it('is met, or the return is a draft that says what is lacking', () => {
    const whole = row({ links: 'https://a.cn', count: 2, people: '10人次' });
    expect(guards(consolidated([whole], demanding))).toEqual(['submitted', 0, [2]]);
    const half = consolidated([row({ text: '查了', people: 9 })], demanding);
    expect(guards(half)).toEqual(['draft', 3, [2]]);
    expect(half.findings).toEqual([
      {
        code: 'draft',
        sheet: 'submissions',
        rows: [2],
        column: null,
        found: '',
        ...NAMES,
        text: '查了',
        lacks: [
          { kind: 'links', least: 1 },
          { kind: 'characters', least: 5 },
          { kind: 'count', least: 1 },
          { kind: 'people', least: 10 },
        ],
      },
    ]);
  });

  it('does not hold back a nil return', () => {
    expect(guards(consolidated([row({ text: '本月无' })], demanding))).toEqual(['nil', 0, [2]]);
  });

  it('and nobody can read holds back nothing, and is told', () => {
    const tasks = [{ ...task('消防检查', 0), evidence: '按惯例；链接' }, ...TASKS.slice(1)];
    const result = consolidated([row({ links: 'https://a.cn' })], { tasks });
    expect(guards(result)).toEqual(['submitted', 0, [2]]);
    expect(result.findings).toEqual([
      {
        code: 'evidenceUnread',
        sheet: 'matrix',
        rows: [],
        column: 'evidence',
        found: '按惯例',
        task: '1 消防检查',
      },
    ]);
  });
});

describe('several rows for one obligation', () => {
  it('are merged by time, and told of', () => {
    const result = consolidated([
      row({ text: '后一半', time: '2023-05-19 10:00', count: 2, people: '1,000' }),
      row({ text: '前一半', time: '2023-05-18 10:00', count: 0.1, people: 5 }),
      row({ text: '没写时间', time: '', count: 0.2 }),
    ]);
    expect(guards(result)).toEqual(['submitted', 0, [3, 2, 4]]);
    expect(result.tasks[0]).toMatchObject({
      count: 2.3,
      people: 1005,
      parts: [
        {
          department: 1,
          role: 'responsible',
          texts: [
            { row: 3, text: '前一半' },
            { row: 2, text: '后一半' },
            { row: 4, text: '没写时间' },
          ],
        },
      ],
    });
    expect(result.findings).toEqual([
      {
        code: 'duplicate',
        sheet: 'submissions',
        rows: [3, 2, 4],
        column: null,
        found: '',
        ...NAMES,
        identical: false,
      },
      { code: 'timeMissing', sheet: 'submissions', rows: [4], column: 'time', found: '' },
    ]);
  });

  it('that say the same are told to be the same', () => {
    const [same] = found(consolidated([row(), row({ text: ' 查了三栋楼 ' })]), 'duplicate');
    expect(same).toMatchObject({ ...NAMES, identical: true });
  });

  it('at the same moment, or without one, keep the order of the sheet', () => {
    const at = (...times: string[]) => guards(consolidated(times.map((time) => row({ time }))))?.[2];
    expect(at('2023-05-18', '2023-05-18', '2023-05-17')).toEqual([4, 2, 3]);
    expect(at('', '', '2023-05-17', '')).toEqual([4, 2, 3, 5]);
    expect(at('2023-05-19', '2023-05-18', '', '2023-05-17', '2023-05-20')).toEqual([5, 3, 2, 6, 4]);
  });

  it('count as handed in by the first of them; a row without a time is not held to be late', () => {
    const late = row({ time: '2023-05-25' });
    expect(guards(consolidated([late, row({ time: '2023-05-22' })]))).toEqual(['late', 2, [3, 2]]);
    expect(guards(consolidated([late, row({ time: '2023-05-19' })]))).toEqual(['submitted', 0, [3, 2]]);
    expect(guards(consolidated([late, row({ time: '' })]))).toEqual(['submitted', 0, [2, 3]]);
  });

  it('an empty one beside it changes nothing', () => {
    const result = consolidated([row({ text: '' }), row(), row({ text: '', time: '' })]);
    expect([guards(result), result.findings]).toEqual([['submitted', 0, [3]], []]);
  });

  it('a draft or a returned row beside a good one is told of, and does not count', () => {
    const result = consolidated([
      row({ text: '', count: 5 }),
      row({ review: '退回', reason: '太短', count: 7 }),
      row(),
    ]);
    expect(guards(result)).toEqual(['submitted', 0, [4]]);
    expect(result.count).toBe(0);
    expect(result.findings).toEqual([
      { code: 'draft', sheet: 'submissions', rows: [2], column: null, found: '', ...NAMES, text: '', lacks: [] },
      {
        code: 'returned',
        sheet: 'submissions',
        rows: [3],
        column: null,
        found: '太短',
        ...NAMES,
        text: '查了三栋楼',
      },
    ]);
  });

  it('a draft beside a returned one is the newer word', () => {
    expect(guards(consolidated([row({ review: '退回' }), row({ text: '', count: 1 })]))).toEqual(['draft', 3, [2, 3]]);
  });

  it('one excused row excuses the whole', () => {
    expect(guards(consolidated([row(), row({ text: '', review: '免报' })]))).toEqual(['exempt', 0, [2]]);
  });

  it('one accepted row accepts the whole; one nil among words is no nil', () => {
    expect(guards(consolidated([row(), row({ review: '通过' })]))?.[0]).toBe('accepted');
    expect(guards(consolidated([row(), row({ text: '本月无' })]))?.[0]).toBe('submitted');
    expect(guards(consolidated([row({ text: '无' }), row({ text: '本月无' })]))?.[0]).toBe('nil');
  });
});

describe('cells that want a look', () => {
  it.each<[string, Parameters<typeof row>[0], unknown[]]>([
    ['a broken formula in a number', { count: '#N/A' }, [['formulaError', [2], 'count', '#N/A']]],
    ['in the people', { people: '#DIV/0!' }, [['formulaError', [2], 'people', '#DIV/0!']]],
    ['in the links', { links: '#NAME?' }, [['formulaError', [2], 'links', '#NAME?']]],
    ['no number', { count: '约三十' }, [['badNumber', [2], 'count', '约三十']]],
    ['a negative one', { people: -1 }, [['badNumber', [2], 'people', '-1']]],
    ['an unknown review', { review: '再看' }, [['reviewUnknown', [2], 'review', '再看']]],
    ['an unreadable time', { time: '上周' }, [['badTime', [2], 'time', '上周']]],
    [
      'a broken time',
      { time: '#REF!' },
      [
        ['formulaError', [2], 'time', '#REF!'],
        ['badTime', [2], 'time', '#REF!'],
      ],
    ],
    ['no time', { time: ' ' }, [['timeMissing', [2], 'time', '']]],
    [
      'excused without a word but with a number',
      { review: '免报', text: '', count: 3 },
      [['exemptWordless', [2], 'review', '']],
    ],
    ['excused with blanks for words', { review: '免报', text: ' ', count: 3 }, [['exemptWordless', [2], 'review', '']]],
    ['not looked at yet', { review: '待审' }, []],
    ['nor so', { review: ' 待 审核' }, []],
    ['nor in English', { review: 'Pending' }, []],
    ['a blank review', { review: '\u3000' }, []],
    ['words that begin or end like an error', { text: '#REF!见附件', links: '见 #REF!' }, []],
    ['excused without anything', { review: '免报', text: '', time: '' }, []],
    ['excused with words', { review: '免报', time: '' }, []],
    ['a plain number', { count: '1,200', people: 35, time: '2023-05-18T09:30:00' }, []],
  ])('%s', (_, other, wanted) => {
    const { findings } = consolidated([row(other)]);
    expect(findings.map(({ code, rows, column, found: what }) => [code, rows, column, what])).toEqual(wanted);
    expect(findings.filter(({ sheet }) => sheet !== 'submissions')).toEqual([]);
  });

  it('a text longer than a cell holds is told of by its beginning', () => {
    const length = (text: string) =>
      found(consolidated([row({ text })]), 'tooLong').map((told) => [told.found, saidBy(told)]);
    expect(length('检'.repeat(50_000))).toEqual([]);
    expect(found(consolidated([row({ text: '检'.repeat(50_000), time: '' })]), 'tooLong')).toEqual([]);
    expect(found(consolidated([row({ text: '检'.repeat(50_001) })]), 'tooLong')).toMatchObject([
      { sheet: 'submissions', column: 'text', rows: [2] },
    ]);
    expect(length('检'.repeat(50_001))).toEqual([['检'.repeat(40), { length: 50_001, most: 50_000 }]]);
  });

  it('rows without a time are told in one finding, in the order of the sheet', () => {
    const result = consolidated([
      row({ task: '3', time: '' }),
      row({ time: '' }),
      row({ department: '办公室', time: '' }),
    ]);
    expect(found(result, 'timeMissing').map(({ rows }) => rows)).toEqual([[2, 3, 4]]);
  });
});

describe('rows that have no place', () => {
  it.each<[string, Parameters<typeof row>[0], unknown[]]>([
    ['no month', { period: '' }, [['periodMissing', 'period', '', { text: '查了三栋楼' }]]],
    ['a blank for a month', { period: ' ' }, [['periodMissing', 'period', ' ', { text: '查了三栋楼' }]]],
    ['no month anybody knows', { period: '五月' }, [['periodUnknown', 'period', '五月', { text: '查了三栋楼' }]]],
    ['a tick for a month', { period: true }, [['periodUnknown', 'period', 'true', { text: '查了三栋楼' }]]],
    [
      'a month of another year',
      { period: '2022-05' },
      [['periodOutside', 'period', '2022-05', { text: '查了三栋楼', year: 2023 }]],
    ],
    ['no department', { department: ' ' }, [['departmentMissing', 'department', ' ', { text: '查了三栋楼' }]]],
    [
      'a department mistyped',
      { department: '保衞科' },
      [['departmentUnknown', 'department', '保衞科', { text: '查了三栋楼', nearest: '保卫科' }]],
    ],
    [
      'a department nobody knows',
      { department: '财政厅' },
      [['departmentUnknown', 'department', '财政厅', { text: '查了三栋楼', nearest: null }]],
    ],
    ['no task', { task: '' }, [['taskMissing', 'task', '', { text: '查了三栋楼' }]]],
    [
      'a task mistyped',
      { task: '消防捡查' },
      [['taskUnknown', 'task', '消防捡查', { text: '查了三栋楼', nearest: '消防检查' }]],
    ],
    [
      'all keys wrong',
      { department: '甲', task: '', text: '话' },
      [
        ['departmentUnknown', 'department', '甲', { text: '话', nearest: null }],
        ['taskMissing', 'task', '', { text: '话' }],
      ],
    ],
    [
      'the key of a row nobody filled',
      { task: '别的', text: '' },
      [['taskUnknown', 'task', '别的', { text: '', nearest: null }]],
    ],
    ['an empty row', { period: '', department: '', task: '', text: '' }, []],
    [
      'words without any key',
      { period: '', department: '', task: '' },
      [
        ['periodMissing', 'period', '', { text: '查了三栋楼' }],
        ['departmentMissing', 'department', '', { text: '查了三栋楼' }],
        ['taskMissing', 'task', '', { text: '查了三栋楼' }],
      ],
    ],
    ['an empty row of another year', { period: '2022-05', text: '' }, []],
    [
      'an empty row with a task alone',
      { period: '', department: '', text: '' },
      [
        ['periodMissing', 'period', '', { text: '' }],
        ['departmentMissing', 'department', '', { text: '' }],
      ],
    ],
    [
      'an empty row with a department alone',
      { period: '', task: '', text: '' },
      [
        ['periodMissing', 'period', '', { text: '' }],
        ['taskMissing', 'task', '', { text: '' }],
      ],
    ],
    [
      'an empty row with a month alone',
      { department: '', task: '', text: '' },
      [
        ['departmentMissing', 'department', '', { text: '' }],
        ['taskMissing', 'task', '', { text: '' }],
      ],
    ],
    ['one of January, told in January', { period: '2023-01', task: '别的' }, []],
    ['another month’s, told in that month', { period: '2023-04', task: '别的' }, []],
  ])('%s', (_, other, wanted) => {
    const { findings } = consolidated([row(other)]);
    expect(findings.map((told) => [told.code, told.column, told.found, saidBy(told)])).toEqual(wanted);
    for (const { sheet, rows } of findings) expect([sheet, rows]).toEqual(['submissions', [2]]);
  });

  it('are told in the order of the sheet', () => {
    const result = consolidated([row({ task: '别的' }), row(), row({ department: '' })]);
    expect(codes(result)).toEqual([
      ['taskUnknown', [2], 'task'],
      ['departmentMissing', [4], 'department'],
    ]);
  });

  it('of a department the matrix does not name for the task: by obligation, with what is wrong in their cells', () => {
    const result = consolidated([
      row({ department: '办公室', task: '3', text: '丙', count: '很多' }),
      row({ department: '后勤处', task: '2', text: '乙' }),
      row({ department: '办公室', task: '3', text: '丁' }),
      row({ department: '后勤处', task: '2', text: '' }),
      row({ period: '2023-04', department: '后勤处', task: '2', text: '四月' }),
    ]);
    expect(result.findings.map((told) => [told.code, told.rows, told.column, saidBy(told)])).toEqual([
      ['notAssigned', [2], 'task', { department: '办公室', task: '3 隐患整改', text: '丙' }],
      ['badNumber', [2], 'count', {}],
      ['notAssigned', [4], 'task', { department: '办公室', task: '3 隐患整改', text: '丁' }],
      ['notAssigned', [3], 'task', { department: '后勤处', task: '2 安全培训', text: '乙' }],
    ]);
    expect(result.tally.handedIn).toBe(0);
  });
});

describe('rows that are nobody’s', () => {
  it('one excused and empty is no loss', () => {
    const result = consolidated([row({ department: '后勤处', task: '2', text: '', review: '免报' })]);
    expect(result.findings).toEqual([]);
  });

  it('are found on the sheet of the submissions', () => {
    const result = consolidated([row({ department: '后勤处', task: '2' })]);
    expect(result.findings.map(({ code, sheet }) => [code, sheet])).toEqual([['notAssigned', 'submissions']]);
  });
});

describe('months nobody reports in', () => {
  it('a month in which some task is due is none of them', () => {
    const tasks = [{ ...task('消防检查', 0), fromMonth: 6 }, ...TASKS.slice(1)];
    expect(consolidated([row({ period: '2023-04', task: '别的' })], { tasks }).findings).toEqual([]);
  });

  it('rows of a later task are told too', () => {
    const { findings } = consolidated([row({ period: '2023-08', task: '2' })], { rules: { months: [4, 5, 6] } });
    expect(findings.map((told) => [told.code, told.sheet, told.rows, saidBy(told)])).toEqual([
      ['notDue', 'submissions', [2], { department: '保卫科', task: '2 安全培训' }],
    ]);
  });

  const rules = { months: [4, 5, 6] };
  it('their rows are told of in every month, for nobody consolidates them', () => {
    const result = consolidated(
      [
        row({ period: '2023-08' }),
        row({ period: '2023-08', text: '又查了' }),
        row({ period: '2023-08', text: '', department: '办公室' }),
        row({ period: '2023-08', department: '后勤处', task: '2' }),
        row({ period: '2023-08', task: '别的' }),
        row({ period: '2023-06' }),
        row({ period: '2023-06', task: '别的' }),
      ],
      { rules },
    );
    expect(result.findings.map((told) => [told.code, told.rows, told.column, told.found, saidBy(told)])).toEqual([
      ['taskUnknown', [6], 'task', '别的', { text: '查了三栋楼', nearest: null }],
      ['notAssigned', [5], 'task', '', { department: '后勤处', task: '2 安全培训', text: '查了三栋楼' }],
      ['notDue', [2, 3], 'period', '2023-08', NAMES],
    ]);
  });

  it('the month itself, where nothing is due in it, tells its rows by their duties', () => {
    const result = consolidated([row({ period: '2023-08' })], { rules, month: 8 });
    expect([result.obligations, result.voluntary.map(({ task: no, department: at }) => [no, at])]).toEqual([
      [],
      [[0, 1]],
    ]);
    expect(codes(result)).toEqual([['notDue', [2], 'period']]);
  });
});

describe('returns nobody had to make', () => {
  it('by a supporting department are merged behind the others, and no finding', () => {
    const result = consolidated([
      row({ department: '后勤处', text: '送水', count: 1 }),
      row({ text: '查了', count: 2 }),
      row({ department: '办公室', text: '部署', count: 4 }),
    ]);
    expect(result.tasks[0]?.parts.map(({ department: at, role, texts }) => [at, role, texts[0]?.text])).toEqual([
      [0, 'lead', '部署'],
      [1, 'responsible', '查了'],
      [2, 'support', '送水'],
    ]);
    expect(result.voluntary.map(({ department: at, status }) => [at, status])).toEqual([[2, 'submitted']]);
    expect([result.count, result.tally.due, result.tally.handedIn, result.findings]).toEqual([7, 4, 2, []]);
  });

  it('leads stand first and supporting departments last, whatever the order of the matrix', () => {
    const result = consolidated(
      [row({ department: '办公室' }), row(), row({ department: '后勤处' }), row({ department: '人事处' })],
      {
        departments: [...DEPARTMENTS, department('人事处')],
        duties: [duty(0, 0, 'support'), duty(0, 1, 'responsible'), duty(0, 2, 'lead'), duty(0, 3, 'responsible')],
      },
    );
    expect(result.tasks[0]?.parts.map(({ department: at, role }) => [at, role])).toEqual([
      [2, 'lead'],
      [1, 'responsible'],
      [3, 'responsible'],
      [0, 'support'],
    ]);
  });

  it('by a lead the setting excuses are no slip', () => {
    const result = consolidated([row({ task: '3' })], { rules: { leadsReport: 'none' } });
    expect(result.voluntary.map(({ task: no }) => no)).toEqual([2]);
    // That no department is asked for the task is told of the task, not of the row.
    expect(result.findings).toEqual([
      { code: 'nobodyAsked', sheet: 'matrix', rows: [], column: null, found: '', tasks: ['3 隐患整改'] },
    ]);
  });

  it('by a department that is no longer active, or for a task not due, are told of', () => {
    const departments = [DEPARTMENTS[0], { ...department('保卫科'), active: false }, DEPARTMENTS[2]] as Department[];
    const gone = consolidated([row()], { departments });
    const unowed = { code: 'nobodyOwes', sheet: 'matrix', rows: [], column: null, found: '', why: 'inactive' };
    expect(gone.findings).toEqual([
      { ...unowed, task: '2 安全培训', departments: ['保卫科'] },
      { ...unowed, task: '3 隐患整改', departments: ['保卫科'] },
      { code: 'departmentInactive', sheet: 'submissions', rows: [2], column: 'department', found: '', ...NAMES },
    ]);
    const tasks = [{ ...task('消防检查', 0), fromMonth: 6 }, ...TASKS.slice(1)];
    const early = consolidated([row(), row({ department: '后勤处' })], { tasks });
    expect(early.findings).toEqual([
      { code: 'notDue', sheet: 'submissions', rows: [2], column: 'period', found: '', ...NAMES },
    ]);
    expect(early.obligations.map(({ task: no }) => no)).toEqual([1, 2]);
  });

  it('and nothing was made: there is nothing to tell', () => {
    expect(consolidated([row({ department: '后勤处', text: '' })]).voluntary).toEqual([]);
  });
});

describe('what is counted', () => {
  const result = consolidated([
    row({ count: 0.1, people: 3 }),
    row({ department: '办公室', count: 0.2, people: '2人', time: '2023-05-22' }),
    row({ task: '2', text: '本月无' }),
    row({ task: '3', text: '', review: '免报' }),
    row({ period: '2023-04', count: 10 }),
    row({ period: '2023-04', department: '办公室', review: '退回', count: 100 }),
    row({ period: '2023-06', count: 1000 }),
  ]);

  it('by task, by department and altogether', () => {
    const of = (due: number, handedIn: number, onTime: number, late: number) => ({ due, handedIn, onTime, late });
    expect(result.tally).toMatchObject({ ...of(3, 3, 2, 1), nil: 1, exempt: 1, missing: 0 });
    expect(result.tasks.map(({ tally }) => tally)).toMatchObject([
      of(2, 2, 1, 1),
      of(1, 1, 1, 0),
      { ...of(0, 0, 0, 0), exempt: 1 },
    ]);
    expect(result.departments.map(({ tally }) => tally)).toMatchObject([
      of(1, 1, 0, 1),
      of(2, 2, 2, 0),
      of(0, 0, 0, 0),
    ]);
    expect([result.count, result.people, result.tasks.map(({ count, people }) => [count, people])]).toEqual([
      0.3,
      5,
      [
        [0.3, 5],
        [0, 0],
        [0, 0],
      ],
    ]);
  });

  it('the year: months somebody began, up to the consolidated one', () => {
    const { year } = result;
    expect([year.year, year.started.flatMap((is, month) => (is ? [month + 1] : [])), year.count, year.people]).toEqual([
      2023,
      [4, 5, 6],
      10.3,
      5,
    ]);
    expect(
      year.months.map((months) => months.map((one) => one && [one.due, one.handedIn, one.onTime]).slice(2, 7)),
    ).toEqual([
      [null, [1, 0, 0], [1, 1, 0], [1, 0, 0], null],
      [null, [3, 1, 0], [2, 2, 2], [3, 1, 1], null],
      [null, [0, 0, 0], [0, 0, 0], [0, 0, 0], null],
    ]);
    expect(year.totals).toEqual([
      { due: 2, handedIn: 1, onTime: 0 },
      { due: 5, handedIn: 3, onTime: 2 },
      { due: 0, handedIn: 0, onTime: 0 },
    ]);
  });

  it('who owes what now: by month, by department, by task', () => {
    expect(
      result.owed.map((one) => [
        one.period,
        one.deadline,
        one.department,
        one.task,
        one.role,
        one.status,
        one.daysOverdue,
      ]),
    ).toEqual([
      ['2023-04', '2023-04-20', 0, 0, 'lead', 'returned', 33],
      ['2023-04', '2023-04-20', 1, 1, 'responsible', 'missing', 33],
      ['2023-04', '2023-04-20', 1, 2, 'lead', 'missing', 33],
      ['2023-06', '2023-06-20', 0, 0, 'lead', 'missing', 0],
      ['2023-06', '2023-06-20', 1, 1, 'responsible', 'missing', 0],
      ['2023-06', '2023-06-20', 1, 2, 'lead', 'missing', 0],
    ]);
  });

  it('by department before task, whatever the order of the matrix', () => {
    const { owed } = consolidated([], {
      duties: [
        duty(0, 2, 'lead'),
        duty(0, 1, 'lead'),
        duty(1, 2, 'lead'),
        duty(1, 0, 'lead'),
        duty(2, 1, 'lead'),
        duty(2, 0, 'lead'),
        duty(1, 1, 'lead'),
      ],
    });
    expect(owed.map((one) => [one.department, one.task])).toEqual([
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 0],
      [2, 1],
    ]);
  });

  it.each<[string, Cell, number]>([
    ['the last day, as the sheet keeps it', '2023-05-20 09:00', 1],
    ['the day after', '2023-05-21 09:00', 0],
    ['the last day, as typed', '2023年5月20日 9时', 1],
    ['the day before, as typed', '2023/5/19', 1],
    ['the day after, as typed', '2023年5月21日', 0],
    ['nobody knows when', '上周', 1],
    ['a number for a time', 45_000, 1],
  ])('in time in the year: %s', (_, time, onTime) => {
    expect(consolidated([row({ time })]).year.totals[1]).toEqual({ due: 3, handedIn: 1, onTime });
  });

  it('a draft is owed, and so is a month with nothing but its name', () => {
    const tasks = [{ ...task('消防检查', 0), fromMonth: 5 }, ...TASKS.slice(1)];
    const begun = consolidated(
      [row({ task: '2', text: '', count: 1 }), row({ period: '2023-03', department: '', task: '' })],
      { tasks },
    );
    expect(begun.owed.map((one) => [one.period, one.department, one.task, one.status])).toEqual([
      ['2023-03', 1, 1, 'missing'],
      ['2023-03', 1, 2, 'missing'],
      ['2023-05', 0, 0, 'missing'],
      ['2023-05', 1, 0, 'missing'],
      ['2023-05', 1, 1, 'draft'],
      ['2023-05', 1, 2, 'missing'],
    ]);
  });
});

describe('a month at a glance', () => {
  it('tells the first row of an obligation, filled in or not', () => {
    const { firstRow, obligations } = monthAtAGlance(inputOf([row({ period: '2023-04' }), row({ text: '' }), row()]));
    expect(firstRow({ task: 0, department: 1 })).toBe(3);
    expect(firstRow({ task: 0, department: 0 })).toBeNull();
    expect(monthAtAGlance(inputOf([row({ task: '2' })])).firstRow({ task: 1, department: 1 })).toBe(2);
    expect(obligations).toHaveLength(4);
  });
});
