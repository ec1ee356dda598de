/** 发送记录, 档案, 报告草稿, 文书模板, 撤销记录: what the script keeps and reads again, whatever people did to the sheets. */
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/domain/fingerprint.ts';
import type { LocalDateTime } from '../../src/domain/local-date.ts';
import type { Period } from '../../src/domain/period.ts';
import { messagesIn } from '../../src/messages/catalogues.ts';
import type { CellRows } from '../../src/spreadsheet/cell.ts';
import { archivedText, issueName, readArchive, recordRows } from '../../src/workbook/archive.ts';
import { rowOf } from '../../src/workbook/declaration.ts';
import { lastMailLeft, progressCells, readDispatches, waitingRow } from '../../src/workbook/dispatches.ts';
import { draftChanges, readDraft } from '../../src/workbook/draft.ts';
import { parseRecipients, recipientLabel } from '../../src/workbook/recipients.ts';
import { dispatchesSheet } from '../../src/workbook/sheets/dispatches.ts';
import { readTemplates, templateRows } from '../../src/workbook/templates.ts';
import { readStep, type Step, stepRows } from '../../src/workbook/undo.ts';

const MAY = '2023-05' as Period;

describe('发送记录', () => {
  const HEADINGS = dispatchesSheet.columns.map(({ heading }) => heading);
  type Cells = Partial<Record<(typeof dispatchesSheet)['columns'][number]['key'], string>>;
  const line = (cells: Cells) => [...rowOf(dispatchesSheet, cells)] as string[];
  const row = (state: string, key: string, time = '2023-05-23 09:00:00', kind = '催报') =>
    line({ kind, period: '2023-05', recipient: '保卫科 <a@example.cn>', subject: '请报送', state, time, key });

  it('holds a mail a row', () => {
    const { dispatches, nextRow, places, progress, keyPlace } = readDispatches([
      line({ kind: '记录' }),
      HEADINGS,
      line({
        ...{ kind: ' 催报 ', period: ' 2023-05 ', recipient: ' 保卫科 <a@example.cn> ', subject: ' 请报送 ' },
        ...{ state: ' 已发送 ', key: ' k1 ' },
      }),
      line({}),
      line({ recipient: '手写的' }),
      line({ key: 'k2' }),
      line({ subject: '备注' }),
    ]);
    expect(dispatches).toEqual([
      {
        row: 3,
        kind: '催报',
        period: '2023-05',
        recipient: '保卫科 <a@example.cn>',
        subject: '请报送',
        state: 'sent',
        key: 'k1',
      },
      { row: 5, kind: '', period: '', recipient: '手写的', subject: '', state: 'unknown', key: '' },
      { row: 6, kind: '', period: '', recipient: '', subject: '', state: 'unknown', key: 'k2' },
    ]);
    expect(nextRow).toBe(8);
    expect(places).toEqual(HEADINGS.map((_, at) => at));
    expect(progress.map((at) => HEADINGS[at])).toEqual(['发送状态', '时间', '说明']);
    expect(HEADINGS[keyPlace]).toBe('标识');
  });

  it.each([
    ['待发送', 'waiting'],
    ['发送中', 'sending'],
    ['已发送', 'sent'],
    ['发送失败', 'failed'],
    ['不明', 'unknown'],
    ['已取消', 'cancelled'],
    ['好像发了', 'unknown'],
    ['', 'unknown'],
  ])('%j is %s: what nobody can read may have left', (typed, state) => {
    expect(readDispatches([HEADINGS, row(typed, 'k')]).dispatches[0]?.state).toBe(state);
  });

  it('is found wherever its columns stand, and refused where one is gone', () => {
    const moved = [...HEADINGS].reverse();
    const read = readDispatches([moved, row('已发送', 'k').reverse(), []]);
    expect(read).toMatchObject({ dispatches: [{ row: 2, state: 'sent', key: 'k' }], nextRow: 3 });
    expect(read.places.map((at) => moved[at])).toEqual(HEADINGS);
    expect(read.progress.map((at) => moved[at])).toEqual(['发送状态', '时间', '说明']);
    expect(moved[read.keyPlace]).toBe('标识');
    expect(() => readDispatches([HEADINGS.slice(1)])).toThrow('columnsMissing');
    expect(() => readDispatches([HEADINGS.slice(0, -1)])).toThrow('columnsMissing');
  });

  it('gets a waiting row for a mail to come, and its progress', () => {
    const time = '2023-05-23T09:30:00' as LocalDateTime;
    const mail = { kind: '上报', period: '2023-05', recipient: '上级', subject: '报告', key: 'k' };
    expect(waitingRow(mail, time, '第 1/9 次')).toEqual(
      line({ ...mail, state: '待发送', time: '2023-05-23 09:30:00', error: '第 1/9 次' }),
    );
    expect(progressCells('failed', time, '没有邮箱')).toEqual(['发送失败', '2023-05-23 09:30:00', '没有邮箱']);
  });

  it('tells how often a mail that waits was tried, and when, by its note in either language', () => {
    const read = (state: string, note: string, time = '2023-05-23 09:30:00') =>
      readDispatches([
        HEADINGS,
        line({
          ...{ kind: '催报', period: '2023-05', recipient: '某', subject: '请报送' },
          ...{ state, time, error: note, key: 'k' },
        }),
      ]).dispatches[0]?.putOff;
    const about = { tries: 2, most: 9, until: '2023-05-23T11:20:00' as LocalDateTime, said: '451 4.3.2 later 3/4' };
    for (const language of ['zh-CN', 'en'] as const) {
      const note = messagesIn(language).outbox.putOff(about);
      expect(read('待发送', note)).toEqual({ tries: 2, since: '2023-05-23T09:30:00' });
      expect(read('发送失败', note)).toBeUndefined();
      expect(read('待发送', note, '昨天')).toBeUndefined();
    }
    for (const note of ['', '人工处理', '0/9']) expect(read('待发送', note)).toBeUndefined();
  });

  it('tells when the last mail of a kind left or may have', () => {
    const rows: CellRows = [
      HEADINGS,
      row('已发送', 'a', '2023-05-21 09:00:00'),
      row('不明', 'b', '2023-05-23 09:00:00'),
      row('已发送', 'c', '2023-05-22 09:00:00'),
      row('待发送', 'd', '2023-05-24 09:00:00'),
      row('已发送', 'e', '2023-05-25 09:00:00', '上报'),
      [],
    ];
    expect(lastMailLeft(rows, '催报')).toBe('2023-05-23 09:00:00');
    expect(lastMailLeft(rows, '上报')).toBe('2023-05-25 09:00:00');
    expect(lastMailLeft(rows, '督办')).toBe('');
    expect(lastMailLeft(null, '催报')).toBe('');
    expect(lastMailLeft([HEADINGS, line({ kind: '催报', state: '已发送' })], '催报')).toBe('');
  });
});

describe('档案', () => {
  const HEADINGS = [
    ...['月份', '报告', '文号', '归档时间', '收件人', '应报', '已报', '按时', '迟报', '缺报', '数量合计', '人次合计'],
    ...['报告全文', '内容指纹'],
  ];
  const record = (period: string, issue: string, number: string, text: string, content: string) => [
    ...[period, issue, number, '', '', '', '', '', '', '', '', '', text, content],
  ];
  const rows: CellRows = [
    record('2023-03', '报告', '', '标题上的', 'p9'),
    HEADINGS,
    record('2023-04', '报告', '示〔2023〕1号', '四月', 'p0'),
    record(' 2023年5月 ', ' 报告 ', ' 示〔2023〕2号 ', '前', ' p1 '),
    record('2023-05', '报告', '', '后', ''),
    record('2023-05', '补充报告第12号', '', '补充', 'p2'),
    record('某月', '报告', '', '无月份', 'p3'),
    record('2023-05', '报告第1号', '', '无名', 'p4'),
    record('2023-05', '补充报告第1号（作废）', '', '作废', 'p5'),
    record('2023-05', '关于补充报告第1号', '', '关于', 'p6'),
    [],
  ];

  it('remembers what was sent, one record an issue', () => {
    expect(readArchive(rows)).toEqual({
      records: [
        { period: '2023-04', issue: 0, number: '示〔2023〕1号', content: 'p0' },
        { period: '2023-05', issue: 0, number: '示〔2023〕2号', content: 'p1' },
        { period: '2023-05', issue: 12, number: '', content: 'p2' },
      ],
      nextRow: 11,
      places: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    });
    expect(() => readArchive([HEADINGS.slice(0, -1)])).toThrow('columnsMissing');
  });

  it('puts a long text together again', () => {
    expect(readArchive(rows).records.map((one) => archivedText(rows, one))).toEqual(['四月', '前后', '补充']);
  });

  it('names issues', () => {
    expect(issueName(0)).toBe('报告');
    expect(issueName(2)).toBe('补充报告第2号');
  });

  it('gets a row a piece of text; what is asked for again stands in the first', () => {
    const figures = { due: 9, handedIn: 8, onTime: 7, late: 1, owed: 2, count: 30, people: 400 };
    const made = recordRows({
      period: MAY,
      issue: 1,
      number: '示〔2023〕3号',
      content: 'p7',
      time: '2023-05-23T09:30:00',
      recipients: ['上级 <up@example.cn>', '另一个'],
      figures,
      text: ['前', '后'],
    });
    const first = ['2023-05', '补充报告第1号', '示〔2023〕3号', '2023-05-23 09:30:00', '上级 <up@example.cn>；另一个'];
    expect(made).toEqual([
      [...first, 9, 8, 7, 1, 2, 30, 400, '前', 'p7'],
      ['2023-05', '补充报告第1号', '', '', '', '', '', '', '', '', '', '', '后', ''],
    ]);
    expect(archivedText([HEADINGS, ...(made as CellRows)], { period: MAY, issue: 1 })).toBe('前后');
  });
});

describe('报告草稿', () => {
  const HEADINGS = ['月份', '部分', '任务', '部门或事项', '报告用文字', '写入报告', '提示', '原文', '段', '标识'];
  const line = (edited: string, use: string, source = '原文', part: string | number = '1', mark = 'm') => [
    ...['2023-05', '一、工作开展情况', '巡查', '保卫科', edited, use, '', source, part, mark],
  ];
  const read = (...rows: CellRows) => readDraft([HEADINGS, ...rows], MAY);

  it('holds the words of a month in the order of the sheet', () => {
    const { rows, nextRow, at } = readDraft(
      [
        ['2023-05', '标题', '', '', '', '', '', '', '', ''],
        HEADINGS,
        ['2023年5月', ' 引言 ', ' 巡查 ', ' 保卫科 ', ' 改过 ', '否', ' ▲ ', ' 原文 ', 2, ' m '],
        ['2023-04', '引言', '', '', '', '', '', '', '', ''],
        [5, '引言', '', '', '  ', '', '', '', '', ''],
        [],
      ],
      MAY,
    );
    expect(rows).toEqual([
      {
        row: 3,
        section: '引言',
        task: '巡查',
        subject: '保卫科',
        edited: ' 改过 ',
        use: false,
        note: '▲',
        source: ' 原文 ',
        part: 2,
        mark: 'm',
      },
      {
        row: 5,
        section: '引言',
        task: '',
        subject: '',
        edited: '',
        use: true,
        note: '',
        source: '',
        part: 1,
        mark: '',
      },
    ]);
    expect(nextRow).toBe(6);
    expect(at).toMatchObject({ period: 0, edited: 4, mark: 9 });
    expect(() => readDraft([HEADINGS.slice(1)], MAY)).toThrow('columnsMissing');
  });

  it.each([
    ['', true],
    ['是', true],
    ['可否', true],
    ['否', false],
    [' 否 ', false],
    ['不写入', false],
    ['No', false],
    ['FALSE', false],
  ])('写入报告 %j: %j', (typed, use) => {
    expect(read(line('', typed)).rows[0]?.use).toBe(use);
  });

  const shape = (row: number, about: Partial<{ note: string; source: string; part: number; mark: string }> = {}) => ({
    row,
    note: '',
    source: '原文',
    part: 1,
    mark: 'm',
    rescued: null as string | null,
    ...about,
  });

  it('is left alone where it is up to date', () => {
    expect(draftChanges(read(line('', ''), line('', '')), MAY, [shape(2), shape(3)], [])).toEqual([]);
  });

  it.each([
    ['a note', { note: '▲' }],
    ['the source', { source: '新' }],
    ['the part', { part: 2 }],
    ['the mark', { mark: 'n' }],
  ])('gets what the script writes where %s is new', (_, about) => {
    const now = shape(3, about);
    expect(draftChanges(read(line('', ''), line('', '')), MAY, [shape(2), now], [])).toEqual([
      {
        kind: 'write',
        sheet: '报告草稿',
        row: 3,
        places: [6, 7, 8, 9],
        rows: [[now.note, now.source, String(now.part), now.mark]],
      },
    ]);
  });

  it('is written together where rows stand below each other', () => {
    const draft = read(line('', ''), line('', ''), line('', ''), line('', ''));
    const changes = draftChanges(
      draft,
      MAY,
      [shape(2, { mark: 'n' }), shape(3, { mark: 'n' }), shape(5, { mark: 'n' })],
      [],
    );
    expect(changes).toMatchObject([
      {
        row: 2,
        rows: [
          ['', '原文', '1', 'n'],
          ['', '原文', '1', 'n'],
        ],
      },
      { row: 5, rows: [['', '原文', '1', 'n']] },
    ]);
  });

  it('gets words somebody wrote elsewhere put where the office writes, first of all', () => {
    expect(draftChanges(read(line('', '')), MAY, [{ ...shape(2), rescued: '写错地方的话' }], [])).toEqual([
      { kind: 'write', sheet: '报告草稿', row: 2, places: [4], rows: [['写错地方的话']] },
      { kind: 'write', sheet: '报告草稿', row: 2, places: [6, 7, 8, 9], rows: [['', '原文', '1', 'm']] },
    ]);
  });

  it('gets a row it does not know written whole', () => {
    expect(draftChanges(read(), MAY, [shape(7)], [])).toMatchObject([{ row: 7, rows: [['', '原文', '1', 'm']] }]);
  });

  it('gets new rows below the last, each column in its place', () => {
    const moved = [...HEADINGS].reverse();
    const draft = readDraft([moved, line('', '').reverse()], MAY);
    const added = {
      section: '引言',
      task: '巡查',
      subject: '保卫科',
      edited: '改',
      use: true,
      note: '▲',
      source: '原',
      part: 2,
      mark: 'x',
    };
    expect(draftChanges(draft, MAY, [shape(2)], [added])).toEqual([
      {
        kind: 'write',
        sheet: '报告草稿',
        row: 3,
        places: [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
        rows: [['2023-05', '引言', '巡查', '保卫科', '改', '', '▲', '原', '2', 'x']],
        adds: true,
      },
    ]);
  });
});

describe('文书模板', () => {
  const HEADINGS = ['文书', '文件名', '段', '共几段', '内容', '校验'];
  const long = `${'A'.repeat(30_000)}B`;
  const report = { kind: '报告', file: '报告.docx', base64: long };
  const notice = { kind: '通报', file: '通报.docx', base64: 'Q0Q=' };
  const made = templateRows([report, notice]);

  it('holds files in pieces a cell can hold', () => {
    expect(made).toEqual([
      HEADINGS,
      ['报告', '报告.docx', '1', '2', 'A'.repeat(30_000), fingerprint(long)],
      ['报告', '报告.docx', '2', '2', 'B', fingerprint(long)],
      ['通报', '通报.docx', '1', '1', 'Q0Q=', fingerprint('Q0Q=')],
    ]);
    expect(readTemplates(made as CellRows)).toEqual({ templates: [report, notice], damaged: [] });
  });

  it('puts pieces together by their number, however the rows were sorted and spaced', () => {
    const [headings = [], a = [], b = [], c = []] = made as CellRows;
    const spaced = b.map((cell) => ` ${cell} `);
    expect(readTemplates([['', ''], headings, [], c, spaced, a])).toEqual({ templates: [notice, report], damaged: [] });
  });

  it('tells which file is no longer all there', () => {
    const [headings = [], a = [], , c = []] = made as CellRows;
    expect(readTemplates([headings, a, c])).toEqual({ templates: [notice], damaged: ['报告'] });
    expect(readTemplates([headings, c.map((cell) => (cell === 'Q0Q=' ? 'Q0R=' : cell))])).toEqual({
      templates: [],
      damaged: ['通报'],
    });
  });

  it('keeps a file of nothing, and refuses a sheet that lost a column', () => {
    const nothing = { kind: '报告', file: '空.docx', base64: '' };
    expect(templateRows([nothing])[1]).toEqual(['报告', '空.docx', '1', '1', '', fingerprint('')]);
    expect(readTemplates(templateRows([nothing]) as CellRows).templates).toEqual([nothing]);
    expect(readTemplates([HEADINGS])).toEqual({ templates: [], damaged: [] });
    expect(() => readTemplates([HEADINGS.slice(0, 5)])).toThrow('columnsMissing');
  });
});

describe('撤销记录', () => {
  const step: Step = {
    command: 'prepare',
    about: '2023-05',
    time: '2023-05-23T09:00:00' as LocalDateTime,
    who: 'office@example.cn',
    blocks: [
      { sheet: '月度报送', row: 2, places: [0, 1], before: null, after: [['2023-05', null]] },
      { sheet: '月度报送', row: 9, places: [3], before: [['旧']], after: [[7]] },
    ],
  };
  const tampered = (about: object) => readStep([['内容'], [JSON.stringify({ ...step, ...about })]]);

  it('gives the last step back as it was, however long', () => {
    expect(stepRows(step)).toEqual([['内容'], [JSON.stringify(step)]]);
    expect(readStep(stepRows(step) as CellRows)).toEqual(step);
    const long = { ...step, about: '长'.repeat(70_000) };
    const rows = stepRows(long);
    expect(rows).toHaveLength(4);
    expect(readStep(rows as CellRows)).toEqual(long);
  });

  it('is empty where there is none', () => {
    expect(stepRows(null)).toEqual([['内容']]);
    expect(readStep([['内容']])).toBeNull();
    expect(readStep([])).toBeNull();
    expect(readStep([['内容'], []])).toBeNull();
  });

  it.each(['prepare', 'accept', 'return', 'documents', 'importPlan'])('knows the step %s', (command) => {
    expect(tampered({ command })).toMatchObject({ command });
  });

  it.each([
    ['no JSON', '{'],
    ['nothing of a step', 'null'],
    ['not a step', '7'],
  ])('is none where it holds %s', (_, text) => {
    expect(readStep([['内容'], [text]])).toBeNull();
  });

  it.each<[string, object]>([
    ['another command', { command: 'sendAll' }],
    ['no command', { command: '' }],
    ['no text', { about: 7 }],
    ['no time', { time: null }],
    ['nobody', { who: 7 }],
    ['no blocks', { blocks: 'x' }],
    ['row 0', { blocks: [{ ...step.blocks[0], row: 0 }] }],
    ['half a row', { blocks: [{ ...step.blocks[0], row: 1.5 }] }],
    ['a place between two', { blocks: [{ ...step.blocks[0], places: [0.5] }] }],
    ['no sheet', { blocks: [{ ...step.blocks[0], sheet: 7 }] }],
    ['cells that are no rows', { blocks: [{ ...step.blocks[0], after: ['x'] }] }],
    ['former cells that are no rows', { blocks: [{ ...step.blocks[0], before: 'x' }] }],
    ['nothing after', { blocks: [{ ...step.blocks[0], after: null }] }],
  ])('is none where somebody put in %s', (_, about) => {
    expect(tampered(about)).toBeNull();
  });
});

describe('recipients', () => {
  it.each([
    ['区文明办 <wmb@example.cn>', '区文明办', 'wmb@example.cn'],
    ['区文明办＜wmb@example.cn＞', '区文明办', 'wmb@example.cn'],
    ['"区文明办" < wmb@example.cn >', '区文明办', 'wmb@example.cn'],
    ['“ 区文明办 ”<wmb@example.cn>', '区文明办', 'wmb@example.cn'],
    ['区"文"明办<wmb@example.cn>', '区"文"明办', 'wmb@example.cn'],
    ['<wmb@example.cn>', '', 'wmb@example.cn'],
    ['wmb@example.cn', '', 'wmb@example.cn'],
    ['区文明办', '区文明办', ''],
    ['区文明办 <无>', '区文明办', '无'],
    ['a <b> <c@example.cn>', '', 'a <b> <c@example.cn>'],
    ['甲 <乙> <丙>', '甲 <乙> <丙>', ''],
    ['甲 <a@example.cn> 收', '', '甲 <a@example.cn> 收'],
    ['甲>', '甲>', ''],
    ['甲 <乙', '甲 <乙', ''],
  ])('%s', (typed, name, mail) => {
    expect(parseRecipients(typed)).toEqual([{ name, mail }]);
  });

  it('stand apart by semicolons, commas or lines', () => {
    expect(
      parseRecipients('甲;乙；丙,丁，戊、己\n庚； ；')
        .map(({ name }) => name)
        .join(''),
    ).toBe('甲乙丙丁戊己庚');
    expect(parseRecipients('')).toEqual([]);
  });

  it('are shown with what is known of them', () => {
    expect(recipientLabel({ name: '区文明办', mail: 'wmb@example.cn' })).toBe('区文明办 <wmb@example.cn>');
    expect(recipientLabel({ name: '', mail: 'wmb@example.cn' })).toBe('wmb@example.cn');
    expect(recipientLabel({ name: '区文明办', mail: '' })).toBe('区文明办');
  });
});
