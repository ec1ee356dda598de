/** 月度报送: what is read of it, the rows that are prepared in it, what is written beside a row as it is typed, who may write it. */
import { describe, expect, it } from 'vitest';
import { lookupFor } from '../../src/domain/consolidation/lookup.ts';
import { parseEvidence } from '../../src/domain/evidence.ts';
import type { LocalDate, LocalDateTime } from '../../src/domain/local-date.ts';
import type { Duty, Matrix } from '../../src/domain/matrix.ts';
import type { Period } from '../../src/domain/period.ts';
import { type Cell, type CellRows, columnLetter, type NewCell } from '../../src/spreadsheet/cell.ts';
import { type IntakeRules, intakeOfRows, type Pen } from '../../src/workbook/intake.ts';
import { locate } from '../../src/workbook/locate.ts';
import { type RowRights, rowGuards } from '../../src/workbook/row-guards.ts';
import { type SubmissionKey, stateFormula, submissionsSheet } from '../../src/workbook/sheets/submissions.ts';
import { prepareRows, readSubmissions } from '../../src/workbook/submissions.ts';
import { department, task } from '../support/matrix.ts';

const HEADINGS = submissionsSheet.columns.map(({ heading }) => heading);
const KEYS = submissionsSheet.columns.map(({ key }) => key);
const at = (key: SubmissionKey): number => KEYS.indexOf(key);
const placesOf = (...keys: SubmissionKey[]): number[] => keys.map(at);
/** As a formula names the column. */
const letterOf = (key: SubmissionKey): string => columnLetter(at(key));
/** A row in the order of the headings. */
const row = <One extends NewCell = Cell>(cells: Partial<Record<SubmissionKey, One>>): (One | '')[] =>
  KEYS.map((key) => cells[key] ?? '');

const MATRIX: Matrix = {
  tasks: [task('巡查', 0), task('整治', 1), task('宣传', 2)],
  departments: [department('保卫科', ['保卫']), department('基建科')],
  duties: [],
};
const MAY = '2023-05' as Period;
const DUE = '2023-05-20' as LocalDate;
const duty = (of: number, who: number): Duty => ({ task: of, department: who, role: 'responsible' });

describe('the table', () => {
  it('is read as it stands, with where its columns are', () => {
    const rows: CellRows = [
      ['五月', '', '', ''],
      ['报送内容', '月份', '部门', '任务'],
      ['x', '2023-05', '保卫科', '巡查'],
    ];
    const table = readSubmissions(rows);
    expect(table.rows).toBe(rows);
    expect(table.from).toBe(2);
    expect(table.columns).toMatchObject({ period: 1, department: 2, task: 3, text: 0, count: -1, review: -1 });
  });

  it.each(['月份', '部门', '任务', '报送内容'])('cannot do without %s', (heading) => {
    expect(() => readSubmissions([HEADINGS.filter((one) => one !== heading)])).toThrow('columnsMissing');
  });
});

describe('the state a row shows by itself', () => {
  const [review, hint] = [letterOf('review'), letterOf('hint')];
  const content = (['text', 'count', 'people', 'links'] as const).map(letterOf);

  it('follows from what is typed beside it', () => {
    expect(stateFormula(at, 7)).toBe(
      `=IF($${review}7="退回","↩ 退回重报",IF($${review}7="免报","－ 免报",` +
        `IF(LEN(TRIM(${content.map((letter) => `$${letter}7`).join('&')}))=0,` +
        `IF(IFERROR(TODAY()>DATEVALUE($${letterOf('deadline')}7),FALSE),"▲ 逾期未报","○ 待报"),` +
        `IF($${review}7="通过","✓ 通过",IF(LEFT($${hint}7,2)="草稿","◐ 草稿",IF($${hint}7="零报告","✓ 零报告","● 已填"))))))`,
    );
  });

  it('knows drafts by a hint in the first column', () => {
    expect(stateFormula((key) => (key === 'hint' ? 0 : at(key)), 7)).toContain('LEFT($A7,2)="草稿"');
  });

  it('knows no drafts where hints have no column', () => {
    expect(stateFormula((key) => (key === 'hint' ? -1 : at(key)), 7)).toContain(
      `IF($${review}7="通过","✓ 通过","● 已填"))))`,
    );
  });
});

describe('preparing a month', () => {
  const prepare = (rows: CellRows, ...obligations: Duty[]) => prepareRows(rows, MATRIX, MAY, obligations, DUE);
  const state = (number: number) => ({ formula: stateFormula(at, number) });
  /** The first row's number, then the keys of each. */
  const shortly = (blocks: ReturnType<typeof prepareRows>['blocks']) =>
    blocks.map((block) => [block.row, ...block.rows.map((cells) => cells.slice(0, 3).join(' '))]);
  const PLACES = placesOf(...KEYS);
  /** A prepared row: its keys, its deadline, its state and its number, and nothing else. */
  const prepared = (number: number, who: string, what: string, no: number) =>
    row<NewCell>({
      ...{ period: '2023-05', department: who, task: what, deadline: '2023-05-20' },
      ...{ state: state(number), id: `2023-05/${no}/${who}` },
    });

  it('gives every obligation a row, department by department', () => {
    expect(prepare([HEADINGS], duty(0, 1), duty(1, 0), duty(0, 0))).toEqual({
      blocks: [
        {
          row: 2,
          rows: [prepared(2, '保卫科', '巡查', 1), prepared(3, '保卫科', '整治', 2), prepared(4, '基建科', '巡查', 1)],
          blank: PLACES.filter((place) => place !== at('state')),
        },
      ],
      places: PLACES,
      standing: 0,
    });
  });

  it('gives none where somebody typed one, and puts the others below the last', () => {
    const { blocks, standing } = prepare(
      [
        HEADINGS,
        row({ period: '5月', department: '保卫', task: '1.', text: '做了' }),
        row({ period: '2023-04', department: '保卫科', task: '整治' }),
        row({ period: '2023-05', department: '谁', task: '整治' }),
        row({ period: '2023-05', department: '保卫科', task: '什么' }),
        [],
      ],
      duty(0, 0),
      duty(1, 0),
    );
    expect(standing).toBe(1);
    expect(shortly(blocks)).toEqual([[6, '2023-05 保卫科 整治']]);
  });

  it('takes the row of one obligation for no other', () => {
    const all = [duty(0, 0), duty(0, 1), duty(1, 0), duty(1, 1), duty(2, 0), duty(2, 1)];
    const names = ['保卫科', '基建科'];
    const titles = ['巡查', '整治', '宣传'];
    for (const { task: of, department: who } of all) {
      const typed = row({ period: '2023-05', department: names[who] ?? '', task: titles[of] ?? '' });
      const { blocks, standing } = prepare([HEADINGS, typed], ...all);
      expect(standing).toBe(1);
      expect(shortly(blocks).join()).not.toContain(`${names[who]} ${titles[of]}`);
    }
    const nobodys = [
      row({ period: '2023-05', department: '谁', task: '整治' }),
      row({ period: '2023-05', department: '', task: '整治' }),
      row({ period: '2023-05', department: '基建科', task: '什么' }),
      row({ period: '2023-05', department: '基建科', task: '' }),
    ];
    expect(prepare([HEADINGS, ...nobodys], ...all).standing).toBe(0);
  });

  it('looks for rows below the headings, and writes rows begun apart from each other apart', () => {
    const title = row({ period: '2023-05', department: '保卫科', task: '巡查', id: '2023-05/1/保卫科' });
    expect(prepare([title, HEADINGS], duty(0, 0))).toMatchObject({ standing: 0, blocks: [{ row: 3 }] });
    const begun = (no: number) => row({ id: `2023-05/${no}/保卫科` });
    const { blocks } = prepare([HEADINGS, begun(1), row({ text: '别的' }), begun(2)], duty(0, 0), duty(1, 0));
    expect(shortly(blocks)).toEqual([
      [2, '2023-05 保卫科 巡查'],
      [4, '2023-05 保卫科 整治'],
    ]);
  });

  it('writes from left to right however the columns were moved, the number in the first too', () => {
    const others = HEADINGS.filter((heading) => heading !== '报送编号');
    const moved = ['报送编号', ...others].reverse();
    const { places, blocks } = prepare([moved], duty(0, 0));
    expect(places).toEqual(PLACES);
    expect(blocks[0]?.rows[0]?.at(-1)).toBe('2023-05/1/保卫科');
    const first = ['报送编号', '我们的', ...others];
    const begun = ['2023-05/1/保卫科', ...others.map(() => ''), ''];
    expect(prepare([first, begun], duty(0, 0))).toMatchObject({
      places: [0, ...others.map((_, index) => index + 2)],
      blocks: [{ row: 2 }],
    });
  });

  it('prepares nothing twice', () => {
    const done = row({ period: '2023-05', department: '保卫科', task: '巡查' });
    expect(prepare([HEADINGS, done], duty(0, 0))).toEqual({ blocks: [], places: PLACES, standing: 1 });
  });

  it('goes below rows that hold anything of ours, but for the state', () => {
    expect(prepare([HEADINGS, row({ submitter: '李明' })], duty(0, 0)).blocks).toMatchObject([{ row: 3 }]);
    expect(prepare([HEADINGS, row({ state: '○ 待报' })], duty(0, 0)).blocks).toMatchObject([{ row: 2 }]);
  });

  it('goes on in a row a stopped run began, which the next one finds by its number', () => {
    const begun = row({ deadline: '2023-05-20', id: '2023-05/1/保卫科' });
    const { blocks } = prepare([HEADINGS, begun], duty(0, 0), duty(1, 0), duty(0, 1));
    expect(shortly(blocks)).toEqual([
      [2, '2023-05 保卫科 巡查'],
      [3, '2023-05 保卫科 整治', '2023-05 基建科 巡查'],
    ]);
    expect(blocks[0]).not.toHaveProperty('blank');
    expect(blocks[1]).toHaveProperty('blank');
  });

  it('writes rows begun below each other together', () => {
    const begun = (no: number) => row({ id: `2023-05/${no}/保卫科` });
    const { blocks } = prepare([HEADINGS, begun(1), begun(2)], duty(0, 0), duty(1, 0));
    expect(blocks.map((block) => [block.row, block.rows.length])).toEqual([[2, 2]]);
  });

  it('leaves a row with its number alone where somebody wrote something else into it', () => {
    const taken = row({ deadline: '2023-05-31', id: '2023-05/1/保卫科' });
    expect(prepare([HEADINGS, taken], duty(0, 0)).blocks).toMatchObject([{ row: 3 }]);
    const typed = row({ text: '别的话', id: '2023-05/1/保卫科' });
    expect(prepare([HEADINGS, typed], duty(0, 0)).blocks).toMatchObject([{ row: 3 }]);
  });

  it('writes the columns beside the number first where people put theirs between', () => {
    const before = HEADINGS.slice(0, at('reason'));
    const split = [...before, '我们的', ...HEADINGS.slice(at('reason'))];
    const { places, blocks } = prepare([split], duty(0, 0));
    const behind = HEADINGS.slice(at('reason')).map((_, index) => before.length + 1 + index);
    expect(places).toEqual([...behind, ...before.map((_, index) => index)]);
    expect(blocks[0]?.rows[0]).toEqual([
      ...['', '', '2023-05/1/保卫科', '2023-05', '保卫科', '巡查', '2023-05-20'],
      { formula: stateFormula((key) => locate(submissionsSheet, [split]).at[key], 2) },
      ...before.slice(at('state') + 1).map(() => ''),
    ]);
  });

  it('does without the columns it can miss, and refuses without the others', () => {
    const narrow = HEADINGS.filter((one) => !['报送编号', '提示', '状态'].includes(one));
    const keys = ['2023-05', '保卫科', '巡查', '2023-05-20'];
    expect(prepare([narrow, [], ['', '', '', '', '', '', '']], duty(0, 0))).toMatchObject({
      places: narrow.map((_, index) => index),
      blocks: [{ row: 2, rows: [[...keys, ...narrow.slice(keys.length).map(() => '')]] }],
    });
    for (const heading of ['月份', '部门', '任务', '截止日期', '报送内容', '数量', '人次', '佐证链接', '审核']) {
      expect(() => prepare([HEADINGS.filter((one) => one !== heading)], duty(0, 0))).toThrow('columnsMissing');
    }
  });
});

describe('a row as it is typed', () => {
  const take = (
    rows: Cell[][],
    {
      pen = 'office',
      headings = HEADINGS,
      first = 5,
      ...about
    }: Partial<IntakeRules> & {
      pen?: Pen;
      headings?: readonly string[];
      first?: number;
    } = {},
  ) => {
    const { at: places } = locate(submissionsSheet, [headings]);
    return intakeOfRows(
      { row: first, rows },
      {
        year: 2023,
        matrix: MATRIX,
        lookup: lookupFor(MATRIX, 2023),
        evidence: MATRIX.tasks.map(({ evidence }) => parseEvidence(evidence)),
        now: '2023-05-18T09:30:15' as LocalDateTime,
        deadline: { day: 20, inclusive: true, holidays: 'none' },
        at: places,
        worded: (hint) => (hint === null ? '' : `提示:${hint.code}`),
        contentTyped: true,
        ...about,
      },
      pen,
    );
  };
  const complete: Partial<Record<SubmissionKey, Cell>> = {
    period: '2023-05',
    department: '保卫科',
    task: '巡查',
    deadline: '2023-05-20',
    state: '● 已填',
    text: '做了',
    time: '2023-05-18 09:00',
    id: '2023-05/1/保卫科',
  };
  const formula = (number: number) => ({ formula: stateFormula(at, number) });

  it('that is complete gets nothing', () => {
    expect(take([row(complete)])).toEqual({ writes: [], resubmitted: [] });
  });

  it('gets its usual forms, deadline, state, time, hint and a number of its own', () => {
    const { writes } = take([row({ period: '5月', department: '保卫', task: '3', text: '做了' })]);
    expect(writes).toEqual([
      {
        kind: 'write',
        sheet: '月度报送',
        row: 5,
        places: placesOf('period', 'department', 'task', 'deadline', 'state'),
        rows: [['2023-05', '保卫科', '宣传', '2023-05-20', formula(5)]],
      },
      {
        kind: 'write',
        sheet: '月度报送',
        row: 5,
        places: placesOf('time', 'review', 'reason', 'hint', 'id'),
        rows: [['2023-05-18 09:30', '', '', '提示:lacks', '2023-05/3/保卫科/20230518093015-1']],
      },
    ]);
  });

  it('keeps what stands there: deadline, state, number, time', () => {
    expect(take([row({ ...complete, period: '5月', review: '通过', reason: '好' })]).writes).toEqual([
      { kind: 'write', sheet: '月度报送', row: 5, places: placesOf('period'), rows: [['2023-05']] },
    ]);
  });

  it('gets the last day in time of its month, the day before where the day itself is late', () => {
    const about = row({ ...complete, deadline: ' ' });
    expect(take([about]).writes).toMatchObject([{ places: placesOf('deadline'), rows: [['2023-05-20']] }]);
    expect(take([about], { deadline: { day: 20, inclusive: false, holidays: 'none' } }).writes).toMatchObject([
      { rows: [['2023-05-19']] },
    ]);
  });

  it('gets no deadline, state or number as long as nobody can tell whose it is', () => {
    expect(take([row({ period: '5月', department: '谁', text: '做了' })]).writes).toEqual([
      { kind: 'write', sheet: '月度报送', row: 5, places: placesOf('period'), rows: [['2023-05']] },
      {
        kind: 'write',
        sheet: '月度报送',
        row: 5,
        places: placesOf('time', 'review', 'reason', 'hint'),
        rows: [['2023-05-18 09:30', '', '', '提示:unknown']],
      },
    ]);
  });

  it('numbers rows pasted together one by one, in one write each', () => {
    const { writes } = take([
      row({ ...complete, id: '' }),
      row(complete),
      row({ ...complete, department: '基建科', id: '' }),
    ]);
    expect(writes).toEqual([
      {
        kind: 'write',
        sheet: '月度报送',
        row: 5,
        places: placesOf('id'),
        rows: [['2023-05/1/保卫科/20230518093015-1'], ['2023-05/1/保卫科'], ['2023-05/1/基建科/20230518093015-3']],
      },
    ]);
  });

  it('is written from the first row that needs it to the last, with what stands between as it is', () => {
    const { writes } = take([
      row(complete),
      row({ ...complete, period: '5月' }),
      row(complete),
      row({ ...complete, task: '1' }),
      row(complete),
    ]);
    expect(writes).toEqual([
      {
        kind: 'write',
        sheet: '月度报送',
        row: 6,
        places: placesOf('period', 'department', 'task'),
        rows: [
          ['2023-05', '保卫科', '巡查'],
          ['2023-05', '保卫科', '巡查'],
          ['2023-05', '保卫科', '巡查'],
        ],
      },
    ]);
  });

  it('gets numbers in their usual form, but only where no formula between could be lost', () => {
    expect(take([row({ ...complete, count: '１２', people: '35人次' })]).writes).toEqual([
      { kind: 'write', sheet: '月度报送', row: 5, places: placesOf('count', 'people'), rows: [[12, 35]] },
    ]);
    expect(take([row({ ...complete, count: '１２', people: 35 })]).writes).toEqual([
      { kind: 'write', sheet: '月度报送', row: 5, places: placesOf('count'), rows: [[12]] },
    ]);
    const all = [row({ ...complete, count: '１２' }), row({ ...complete, count: '１３' })];
    expect(take(all).writes).toMatchObject([{ row: 5, places: placesOf('count'), rows: [[12], [13]] }]);
    const between = [row({ ...complete, count: '１２' }), row(complete), row({ ...complete, count: '１３' })];
    expect(take(between).writes).toEqual([]);
    const uneven = [row({ ...complete, count: '１２' }), row({ ...complete, count: '１３', people: '４' })];
    expect(take(uneven).writes).toEqual([]);
  });

  it('that was sent back is handed in again when its content is typed', () => {
    const returned = row({ ...complete, review: '退回', reason: '缺照片' });
    expect(take([row(complete), returned])).toEqual({
      writes: [
        {
          kind: 'write',
          sheet: '月度报送',
          row: 6,
          places: placesOf('time', 'review'),
          rows: [['2023-05-18 09:30', '']],
        },
      ],
      resubmitted: [{ row: 6, reason: '缺照片' }],
    });
    expect(take([returned.slice(0, at('review') + 1)]).resubmitted).toEqual([{ row: 5, reason: '' }]);
  });

  it('that was sent back stays so where something else was typed, nothing stands in it, or a department may not say so', () => {
    const returned = { ...complete, review: '退回' };
    const nothing = { writes: [], resubmitted: [] };
    expect(take([row(returned)], { contentTyped: false })).toEqual(nothing);
    expect(take([row({ ...returned, text: '' })])).toEqual(nothing);
    expect(take([row(returned)], { pen: 'department' })).toEqual(nothing);
  });

  it('gets from a department only what a department may write', () => {
    const { writes } = take([row({ period: '5月', department: '保卫', task: '1', text: '做了' })], {
      pen: 'department',
    });
    expect(writes).toEqual([
      {
        kind: 'write',
        sheet: '月度报送',
        row: 5,
        places: placesOf('period', 'department', 'task'),
        rows: [['2023-05', '保卫科', '巡查']],
      },
      { kind: 'write', sheet: '月度报送', row: 5, places: placesOf('time'), rows: [['2023-05-18 09:30']] },
    ]);
  });

  it('finds its columns wherever they stand, and does without those that are gone', () => {
    const moved = ['任务', '部门', '我们的', '月份', '报送内容', '提示', '报送时间', '审核'];
    expect(take([['1', '保卫', '勿动', '5月', '', '旧', '', '']], { headings: moved }).writes).toEqual([
      { kind: 'write', sheet: '月度报送', row: 5, places: [0, 1, 3], rows: [['巡查', '保卫科', '2023-05']] },
      { kind: 'write', sheet: '月度报送', row: 5, places: [5], rows: [['']] },
    ]);
  });

  it('has a hint that no longer holds taken away', () => {
    expect(take([row({ ...complete, hint: '旧' })]).writes).toEqual([
      { kind: 'write', sheet: '月度报送', row: 5, places: placesOf('hint'), rows: [['']] },
    ]);
  });

  it('may be shorter than the sheet is wide', () => {
    expect(take([['2023-05', '保卫科', '巡查']]).writes).toEqual([
      {
        kind: 'write',
        sheet: '月度报送',
        row: 5,
        places: placesOf('deadline', 'state'),
        rows: [['2023-05-20', formula(5)]],
      },
      {
        kind: 'write',
        sheet: '月度报送',
        row: 5,
        places: placesOf('id'),
        rows: [['2023-05/1/保卫科/20230518093015-1']],
      },
    ]);
  });
});

describe('who may write a row', () => {
  const rights: RowRights = {
    year: 2023,
    matrix: MATRIX,
    accounts: [['a@example.cn'], []],
    unclaimed: 'office',
    isOpen: () => true,
  };
  const prepared = (who: string, about: Partial<Record<SubmissionKey, Cell>> = {}) =>
    row({ period: '2023-05', department: who, task: '巡查', ...about });
  /** The columns a department fills in, as people count them. */
  const CONTENT = `${at('text') + 1}-${at('time') + 1}`;
  /** `rows columns whose editors`, rows and columns as people count them. */
  const guards = (rows: CellRows, about: Partial<RowRights> = {}, headings: readonly string[] = HEADINGS) =>
    rowGuards([headings as string[], ...rows], { ...rights, ...about }).map(
      (one) =>
        `${one.row}-${one.row + one.rows - 1} ${one.column + 1}-${one.column + one.columns} ${one.label}[${one.editors.join()}]`,
    );

  it('its department, in what is to be filled in; the office alone in its keys', () => {
    expect(guards([prepared('保卫科'), prepared('保卫')])).toEqual([
      '2-3 1-3 []',
      `2-3 ${CONTENT} 保卫科[a@example.cn]`,
    ]);
  });

  it('the office alone once it is accepted or its month has closed', () => {
    expect(guards([prepared('保卫科', { review: '通过' })])).toEqual(['2-2 1-3 []', `2-2 ${CONTENT} []`]);
    const asked: unknown[] = [];
    const isOpen = (period: Period, who: number) => {
      asked.push([period, who]);
      return false;
    };
    expect(guards([prepared('保卫科')], { isOpen })).toEqual(['2-2 1-3 []', `2-2 ${CONTENT} []`]);
    expect(asked).toEqual([['2023-05', 0]]);
  });

  it('the office, or anybody, where the department has no account', () => {
    expect(guards([prepared('基建科')])).toEqual(['2-2 1-3 []', `2-2 ${CONTENT} []`]);
    expect(guards([prepared('基建科')], { unclaimed: 'anybody' })).toEqual([]);
    expect(guards([prepared('保卫科')], { accounts: [[], []] })).toEqual(['2-2 1-3 []', `2-2 ${CONTENT} []`]);
  });

  it('anybody, where nobody can tell whose it is', () => {
    expect(
      guards([
        prepared('谁'),
        row({ period: '某月', department: '保卫科', task: '巡查' }),
        row({ period: '2023-05', department: '保卫科' }),
        [],
      ]),
    ).toEqual([]);
  });

  it('block by block, apart where columns of others stand between', () => {
    const split = ['月份', '部门', '我们的', '任务', '报送内容', '也是', '数量', '人次'];
    const cells = ['2023-05', '保卫科', '', '巡查', '', '', '', ''];
    expect(guards([cells, ['', '', '', '', '', '', '', ''], cells], {}, split)).toEqual([
      '2-2 1-2 []',
      '2-2 4-4 []',
      '4-4 1-2 []',
      '4-4 4-4 []',
      '2-2 5-5 保卫科[a@example.cn]',
      '2-2 7-8 保卫科[a@example.cn]',
      '4-4 5-5 保卫科[a@example.cn]',
      '4-4 7-8 保卫科[a@example.cn]',
    ]);
  });

  it('cannot be told where a key column or the text is gone', () => {
    for (const heading of ['月份', '部门', '任务', '报送内容']) {
      expect(() =>
        guards(
          [],
          {},
          HEADINGS.filter((one) => one !== heading),
        ),
      ).toThrow('columnsMissing');
    }
  });

  it('is told in January as in any month', () => {
    const january = row({ period: '2023-01', department: '保卫科', task: '巡查' });
    expect(guards([january])).toEqual(['2-2 1-3 []', `2-2 ${CONTENT} 保卫科[a@example.cn]`]);
  });

  it('is told apart row by row: keys are the office’s on through, what is filled in is not', () => {
    expect(
      guards([prepared('保卫科'), prepared('保卫科', { review: '通过' }), prepared('基建科'), [], prepared('基建科')], {
        accounts: [['a@example.cn'], ['b@example.cn', 'c@example.cn']],
      }),
    ).toEqual([
      '2-4 1-3 []',
      '6-6 1-3 []',
      `2-2 ${CONTENT} 保卫科[a@example.cn]`,
      `3-3 ${CONTENT} []`,
      `4-4 ${CONTENT} 基建科[b@example.cn,c@example.cn]`,
      `6-6 ${CONTENT} 基建科[b@example.cn,c@example.cn]`,
    ]);
  });

  it('runs from left to right however the columns were moved', () => {
    const moved = ['任务', '部门', '月份', '人次', '数量', '报送内容'];
    expect(guards([['巡查', '保卫科', '2023-05', '', '', '']], {}, moved)).toEqual([
      '2-2 1-3 []',
      '2-2 4-6 保卫科[a@example.cn]',
    ]);
  });
});
