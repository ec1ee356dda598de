/** 设置 as an office fills it in: what is understood, what stands where nothing is typed, what is refused and how. */

import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/refusal.ts';
import type { CellRows } from '../../src/spreadsheet/cell.ts';
import { SETTINGS, type SettingKey } from '../../src/workbook/settings/table.ts';
import { readLanguage, readSettings, settingRows, unusableSettings } from '../../src/workbook/settings.ts';
import { settingFields, settingWrites, typedSettings } from '../../src/workbook/settings-form.ts';
import { IN } from '../support/columns.ts';

const HEADINGS = ['设置项', '值', '说明'];
/** What workbooks hold since the first version, in its order: a setting that joins later need not be added here. */
const LABELS: Readonly<Partial<Record<SettingKey, string>>> = {
  year: '年度',
  unitName: '单位名称',
  deadlineDay: '每月截止日',
  inclusive: '截止日当天算按时',
  holidays: '遇节假日',
  months: '报送月份',
  leadsReport: '仅牵头任务由谁报送',
  recipients: '上报收件人',
  contact: '办公室联系人',
  introduction: '报告引言',
  nextSteps: '下步打算',
  workName: '工作名称',
  copyTo: '抄送单位',
  officeAccounts: '办公室账号',
  closeAfter: '逾期锁定',
  automatic: '自动催报',
  remindBefore: '截止前几天催报',
  remindOnDay: '截止当天催报',
  remindAfter: '逾期几天催报',
  headAfter: '逾期几天告知部门负责人',
  leaderAfter: '逾期几天告知分管领导',
  workingDays: '催报天数按',
  documentNumber: '发文字号',
  language: '语言',
};
const FIRST = SETTINGS.filter(({ key }) => key in LABELS);
/** A sheet that says the year and these. */
const sheet = (typed: Readonly<Record<string, string | number | boolean>> = {}): CellRows => [
  HEADINGS,
  ...Object.entries({ 年度: '2023', ...typed }).map(([label, value]) => [label, value, '']),
];
const read = (label: string, value: string | number | boolean) => readSettings(sheet({ [label]: value }));
function faultsOf(rows: CellRows): unknown {
  try {
    readSettings(rows);
  } catch (error) {
    if (error instanceof Refusal && error.issue.code === 'settingsInvalid') return error.issue.faults;
    throw error;
  }
  return 'none';
}
const isRefused = (label: string, value: string) => faultsOf(sheet({ [label]: value })) !== 'none';

describe('a new workbook', () => {
  it('holds every setting with its label, its value and how to fill it in', () => {
    const rows = settingRows({ year: '2023', unitName: '示范单位' }).map(IN.settings.entry);
    const known = rows.filter(({ label }) => Object.values(LABELS).includes(String(label)));
    expect(known.map(({ label, value }) => `${label}=${value}`)).toEqual([
      '年度=2023',
      '单位名称=示范单位',
      '每月截止日=20',
      '截止日当天算按时=是',
      '遇节假日=不顺延',
      '报送月份=1-12',
      '仅牵头任务由谁报送=各牵头部门',
      '上报收件人=',
      '办公室联系人=',
      '报告引言=',
      '下步打算=',
      '工作名称=',
      '抄送单位=',
      '办公室账号=',
      '逾期锁定=不锁定',
      '自动催报=是',
      '截止前几天催报=5、2',
      '截止当天催报=是',
      '逾期几天催报=1、3',
      '逾期几天告知部门负责人=5',
      '逾期几天告知分管领导=7',
      '催报天数按=日历日',
      '发文字号=',
      '语言=中文',
    ]);
    for (const { explain } of rows) expect(explain).toMatch(/..[。号]$/);
    expect(FIRST.map(({ key, label }) => [key, label])).toEqual(Object.entries(LABELS));
  });

  it('needs only its year', () => {
    expect(readSettings(sheet())).toMatchObject({
      year: 2023,
      unitName: '',
      rules: {
        deadline: { day: 20, inclusive: true, holidays: 'none' },
        months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        leadsReport: 'all',
      },
      recipients: [],
      contact: '',
      introduction: '',
      nextSteps: '',
      workName: '',
      copyTo: '',
      language: 'zh-CN',
      officeAccounts: [],
      closeAfter: null,
      reminders: {
        automatic: true,
        before: [5, 2],
        onDay: true,
        after: [1, 3],
        workingDays: false,
        headAfter: 5,
        leaderAfter: 7,
      },
      documentNumber: '',
    });
  });
});

describe('what an office types', () => {
  it('is what is read', () => {
    expect(
      readSettings(
        sheet({
          年度: '2024',
          单位名称: '示范单位',
          每月截止日: '25',
          截止日当天算按时: '否',
          遇节假日: '提前',
          报送月份: '3-5、9',
          仅牵头任务由谁报送: '第一牵头部门',
          上报收件人: '上级办公室 <up@example.cn>',
          办公室联系人: '李明 0571-1234',
          报告引言: '现将情况报告如下。',
          下步打算: '继续推进。',
          工作名称: '创建工作',
          抄送单位: '各科室',
          办公室账号: 'a@example.cn；b@example.cn',
          逾期锁定: '3',
          自动催报: '否',
          截止前几天催报: '7',
          截止当天催报: '否',
          逾期几天催报: '2、4',
          逾期几天告知部门负责人: '6天',
          逾期几天告知分管领导: '10',
          催报天数按: '工作日',
          发文字号: '示〔{年}〕{号}号',
          语言: 'English',
        }),
      ),
    ).toMatchObject({
      year: 2024,
      unitName: '示范单位',
      rules: {
        deadline: { day: 25, inclusive: false, holidays: 'previous' },
        months: [3, 4, 5, 9],
        leadsReport: 'first',
      },
      recipients: [{ name: '上级办公室', mail: 'up@example.cn' }],
      contact: '李明 0571-1234',
      introduction: '现将情况报告如下。',
      nextSteps: '继续推进。',
      workName: '创建工作',
      copyTo: '各科室',
      language: 'en',
      officeAccounts: ['a@example.cn', 'b@example.cn'],
      closeAfter: 3,
      reminders: {
        automatic: false,
        before: [7],
        onDay: false,
        after: [2, 4],
        workingDays: true,
        headAfter: 6,
        leaderAfter: 10,
      },
      documentNumber: '示〔{年}〕{号}号',
    });
  });

  it.each([
    ['年度', '年份', '2025'],
    ['单位名称', '本单位', '甲'],
    ['每月截止日', '截止日', '11'],
    ['截止日当天算按时', '20日当天是否算按时', '否'],
    ['截止日当天算按时', '当天是否算按时', '否'],
    ['遇节假日', '节假日规则', '顺延'],
    ['报送月份', '月份', '2'],
    ['仅牵头任务由谁报送', '只有牵头部门的任务由谁报送', '不需报送'],
    ['上报收件人', '收件人', 'a@example.cn'],
    ['上报收件人', '上级收件人', 'a@example.cn'],
    ['办公室联系人', '联系人', '甲'],
    ['报告引言', '引言', '甲'],
    ['下步打算', '下一步打算', '甲'],
    ['抄送单位', '抄送', '甲'],
    ['办公室账号', '管理账号', 'a@example.cn'],
    ['逾期锁定', '截止后锁定', '0'],
    ['自动催报', '自动提醒', '否'],
    ['截止前几天催报', '提前几天催报', '9'],
    ['截止当天催报', '当天催报', '否'],
    ['逾期几天催报', '逾期催报', '9'],
    ['催报天数按', '催报天数算法', '工作日'],
    ['发文字号', '文号', '甲'],
    ['语言', 'Language', 'English'],
  ])('%s may be called %s', (label, alias, value) => {
    const rows = (name: string): CellRows =>
      label === '年度' ? [HEADINGS, [name, value]] : [HEADINGS, ['年度', '2023'], [name, value]];
    const named = readSettings(rows(alias));
    expect(named).toEqual(readSettings(rows(label)));
    expect(named).not.toEqual(readSettings(sheet()));
  });

  it('may be called by nothing else', () => {
    expect(FIRST.flatMap(({ aliases }) => aliases)).toHaveLength(23);
  });

  it('may stand in any order, in other columns, below a title, spaced and twice: the first counts', () => {
    const settings = readSettings([
      ['本单位的设置', '李明', '联系人'],
      ['备注', '值', '设置项'],
      ['', '示范单位', ' 单位 名称 '],
      ['', '2023', '年度'],
      ['', '另一个', '单位名称'],
    ]);
    expect(settings.unitName).toBe('示范单位');
    expect(settings.contact).toBe('');
    expect(settings.year).toBe(2023);
  });

  it('is found where the headings were lost: labels in the first column, values beside them', () => {
    expect(
      readSettings([
        ['', ''],
        ['年度', '2023'],
        ['单位名称', '示范单位'],
      ]).unitName,
    ).toBe('示范单位');
    expect(
      readSettings([
        ['x', '设置项', ''],
        ['', '年度', '2023'],
      ]).year,
    ).toBe(2023);
  });

  it('may come as numbers and ticks', () => {
    expect(readSettings(sheet({ 年度: 2023 })).year).toBe(2023);
    expect(read('截止日当天算按时', true).rules.deadline.inclusive).toBe(true);
    expect(read('截止日当天算按时', false).rules.deadline.inclusive).toBe(false);
  });

  it('may say the year as 2023年, the day as 20日 or 20号, in wide digits', () => {
    expect(readSettings(sheet({ 年度: '２０２３年' })).year).toBe(2023);
    expect(readSettings(sheet({ 年度: ' 2023 年 ' })).year).toBe(2023);
    expect(read('每月截止日', '25日').rules.deadline.day).toBe(25);
    expect(read('每月截止日', '25号').rules.deadline.day).toBe(25);
  });

  it('keeps the words of the office as they were typed', () => {
    expect(read('单位名称', ' 示范（一）２号 ').unitName).toBe('示范（一）２号');
    expect(read('办公室联系人', '8日').contact).toBe('8日');
    expect(read('报告引言', '3年').introduction).toBe('3年');
    expect(read('下步打算', '3年').nextSteps).toBe('3年');
    expect(read('工作名称', '3年').workName).toBe('3年');
    expect(read('抄送单位', '3日').copyTo).toBe('3日');
  });

  it('that is blank stands for what a new workbook holds', () => {
    expect(read('每月截止日', '  ').rules.deadline.day).toBe(20);
  });
});

describe('months', () => {
  const months = (typed: string) => read('报送月份', typed).rules.months;

  it.each([
    ['3-12', [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['3、6、9、12', [3, 6, 9, 12]],
    ['12，6;3；6', [3, 6, 12]],
    ['4月至6月', [4, 5, 6]],
    ['4 到 5月份', [4, 5]],
    ['４～５', [4, 5]],
    ['4—5', [4, 5]],
    ['4–5', [4, 5]],
    ['4——5', [4, 5]],
    ['7-7', [7]],
    ['1,12', [1, 12]],
    ['9、10', [9, 10]],
  ])('%s', (typed, expected) => {
    expect(months(typed)).toEqual(expected);
  });

  it.each(['0-3', '3-13', '5-3', '13', '上半年', '3-', '3、', '123', 'x3', '3x', '1-2-3', '1-123'])(
    'are refused: %s',
    (typed) => {
      expect(isRefused('报送月份', typed)).toBe(true);
    },
  );
});

describe('days of reminding', () => {
  it.each([
    ['5、2', [5, 2]],
    ['5天，2天', [5, 2]],
    ['５；２', [5, 2]],
    ['10 日', [10]],
    ['10,3', [10, 3]],
    ['不催', []],
    ['无', []],
  ])('%s', (typed, expected) => {
    expect(read('截止前几天催报', typed).reminders.before).toEqual(expected);
    expect(read('逾期几天催报', typed).reminders.after).toEqual(expected);
  });

  it.each(['0', '5、0', '三', '123', '5、', '-1', 'x5', '5x', '先不催', '不催了'])('are refused: %s', (typed) => {
    expect(isRefused('截止前几天催报', typed)).toBe(true);
    expect(isRefused('逾期几天催报', typed)).toBe(true);
  });
});

describe('days until others are told, or rows close', () => {
  it.each([
    ['0', 0],
    ['5', 5],
    ['30 天', 30],
    ['100天', 100],
  ])('%s', (typed, days) => {
    expect(read('逾期几天告知部门负责人', typed).reminders.headAfter).toBe(days);
    expect(read('逾期几天告知分管领导', typed).reminders.leaderAfter).toBe(days);
    expect(read('逾期锁定', typed).closeAfter).toBe(days);
  });

  it('may be never', () => {
    expect(read('逾期几天告知部门负责人', '不告知').reminders.headAfter).toBeNull();
    expect(read('逾期几天告知分管领导', '不告知').reminders.leaderAfter).toBeNull();
    expect(read('逾期锁定', '不锁定').closeAfter).toBeNull();
  });

  it.each(['五', '-1', '1000', 'x5', '5周', '1.5', '再不告知', '不告知了', '再不锁定', '不锁定了'])(
    'are refused: %s',
    (typed) => {
      expect(isRefused('逾期几天告知部门负责人', typed)).toBe(true);
      expect(isRefused('逾期几天告知分管领导', typed)).toBe(true);
      expect(isRefused('逾期锁定', typed)).toBe(true);
    },
  );
});

describe('what cannot be used', () => {
  it('is refused all at once, each with its cell, what was found and what is allowed', () => {
    expect(faultsOf([HEADINGS, ['年度', '今年'], ['每月截止日', '32'], ['遇节假日', '随便']])).toEqual([
      { code: 'unusable', cell: 'B2', label: '年度', found: '今年', explain: '四位数年份，例如 2023。' },
      {
        code: 'unusable',
        cell: 'B3',
        label: '每月截止日',
        found: '32',
        explain: '1 到 31；当月没有这一天时按月末最后一天。',
      },
      {
        code: 'unusable',
        cell: 'B4',
        label: '遇节假日',
        found: '随便',
        explain: '截止日遇法定节假日或周末：不顺延；顺延到下一个工作日；提前到上一个工作日。调休上班日算工作日。',
      },
    ]);
  });

  it('is shown as it stands, and not what a part of it would be', () => {
    expect(faultsOf(sheet({ 年度: '约2023年' }))).toMatchObject([{ found: '约2023年' }]);
    expect(isRefused('每月截止日', '2日5')).toBe(true);
  });

  it('has no cell where its row was taken out', () => {
    expect(faultsOf([HEADINGS, ['单位名称', '示范单位']])).toEqual([
      { code: 'unset', cell: null, label: '年度', explain: '四位数年份，例如 2023。' },
    ]);
  });

  it('is shown by its first sixty characters', () => {
    const [long] = faultsOf(sheet({ 语言: '长'.repeat(61) })) as { found: string }[];
    expect(long?.found).toBe(`${'长'.repeat(60)}…`);
    const [fits] = faultsOf(sheet({ 语言: '长'.repeat(60) })) as { found: string }[];
    expect(fits?.found).toBe('长'.repeat(60));
  });

  it.each([
    ['年度', '1899'],
    ['年度', '10000'],
    ['年度', '2023x'],
    ['年度', 'x2023'],
    ['每月截止日', '0'],
    ['每月截止日', '1.5'],
    ['截止日当天算按时', '也许'],
    ['仅牵头任务由谁报送', '大家'],
    ['自动催报', 'constructor'],
    ['截止当天催报', '行'],
    ['催报天数按', '天'],
    ['语言', '法语'],
    ['办公室账号', '李明'],
    ['办公室账号', 'a@example.cn；李明'],
    ['单位名称', '长'.repeat(61)],
    ['办公室联系人', '长'.repeat(201)],
    ['报告引言', '长'.repeat(2001)],
    ['下步打算', '长'.repeat(2001)],
    ['工作名称', '长'.repeat(61)],
    ['抄送单位', '长'.repeat(201)],
  ])('%s: %s', (label, value) => {
    expect(isRefused(label, value)).toBe(true);
  });

  it('is less than one thinks', () => {
    expect(readSettings(sheet({ 年度: '1900' })).year).toBe(1900);
    expect(readSettings(sheet({ 年度: '9999' })).year).toBe(9999);
    expect(read('每月截止日', '1').rules.deadline.day).toBe(1);
    expect(read('每月截止日', '31').rules.deadline.day).toBe(31);
    expect(read('遇节假日', '顺延').rules.deadline.holidays).toBe('next');
    expect(read('仅牵头任务由谁报送', '不需报送').rules.leadsReport).toBe('none');
    expect(read('单位名称', '长'.repeat(60)).unitName).toHaveLength(60);
    expect(read('办公室联系人', '长'.repeat(200)).contact).toHaveLength(200);
    expect(read('报告引言', '长'.repeat(2000)).introduction).toHaveLength(2000);
    expect(read('下步打算', '长'.repeat(2000)).nextSteps).toHaveLength(2000);
    expect(read('工作名称', '长'.repeat(60)).workName).toHaveLength(60);
    expect(read('抄送单位', '长'.repeat(200)).copyTo).toHaveLength(200);
    expect(read('办公室账号', ' a@example.cn、b@example.cn,\nc@example.cn ').officeAccounts).toEqual([
      'a@example.cn',
      'b@example.cn',
      'c@example.cn',
    ]);
  });

  it('is told before it is written, by the form', () => {
    const typed = new Map<string, string>([
      ['year', ''],
      ['deadlineDay', ''],
      ['months', '13'],
      ['unitName', '长'.repeat(61)],
      ['language', 'English'],
    ]);
    expect(unusableSettings(typed)).toEqual(['year', 'unitName', 'months']);
    expect(unusableSettings(new Map([['contact', '1日']]))).toEqual([]);
    expect(unusableSettings(new Map())).toEqual([]);
  });
});

describe('the language', () => {
  it('is read though everything else be wrong', () => {
    expect(
      readLanguage([
        ['年度', '今年'],
        ['语言', ' English '],
      ]),
    ).toBe('en');
    expect(readLanguage([['语 言', '中文']])).toBe('zh-CN');
  });

  it('is Chinese where nobody can tell', () => {
    expect(readLanguage([])).toBe('zh-CN');
    expect(readLanguage([[], ['语言']])).toBe('zh-CN');
    expect(readLanguage([['语言', 'constructor']])).toBe('zh-CN');
    expect(readLanguage([['说明', 'English']])).toBe('zh-CN');
  });
});

describe('the form', () => {
  const fields = (values: ReadonlyMap<string, string>) =>
    new Map(settingFields(values, 'zh-CN').map((one) => [one.key, one]));

  it('shows what stands, otherwise what a new workbook holds, with the choices there are', () => {
    const shown = fields(new Map([['deadlineDay', '25']]));
    expect(shown.get('deadlineDay')).toEqual({
      key: 'deadlineDay',
      group: 'deadline',
      label: '每月截止日',
      explain: '1 到 31；当月没有这一天时按月末最后一天。',
      row: '每月截止日',
      value: '25',
      choices: [],
      terms: [],
      long: false,
    });
    expect(shown.get('holidays')).toMatchObject({ value: '不顺延', choices: ['不顺延', '顺延', '提前'] });
    expect(shown.size).toBe(SETTINGS.length);
  });

  it('shows texts as they stand and other cells as they are understood', () => {
    const typed = typedSettings(sheet({ 每月截止日: ' 25日 ', 自动催报: false, 截止当天催报: true, 单位名称: 12 }));
    expect([...typed]).toEqual([
      ['year', '2023'],
      ['deadlineDay', '25日'],
      ['automatic', '否'],
      ['remindOnDay', '是'],
      ['unitName', '12'],
    ]);
  });

  const rows: CellRows = [
    HEADINGS,
    ['年度', '2023', ''],
    ['单位名称', '示范单位', ''],
    ['我们自己的', '备注', ''],
    ['每月截止日', '20', ''],
    ['', '', ''],
  ];

  it('writes nothing where nothing was changed', () => {
    const same = new Map([
      ['year', '2023'],
      ['deadlineDay', '20'],
      ['months', '1-12'],
    ]);
    expect(settingWrites(rows, same)).toEqual({ changes: [], changed: [] });
  });

  it('writes what was changed from the first to the last, with what stands between as it is', () => {
    const typed = new Map([
      ['year', '2024'],
      ['deadlineDay', '25'],
    ]);
    expect(settingWrites(rows, typed)).toEqual({
      changes: [
        {
          kind: 'write',
          sheet: '设置',
          row: 2,
          places: [1],
          rows: [['2024'], ['示范单位'], ['备注'], ['25']],
        },
      ],
      changed: ['年度', '每月截止日'],
    });
    expect(settingWrites(rows, new Map([['unitName', '新单位']])).changes).toEqual([
      { kind: 'write', sheet: '设置', row: 3, places: [1], rows: [['新单位']] },
    ]);
  });

  it('puts back the rows somebody took out, below the last one', () => {
    expect(settingWrites(rows, new Map([['workName', '创建工作']]))).toEqual({
      changes: [
        {
          kind: 'write',
          sheet: '设置',
          row: 6,
          places: [0, 1, 2],
          rows: [
            [
              '工作名称',
              '创建工作',
              '用在公文标题里，例如“文明城市创建工作”：关于2023年5月文明城市创建工作情况的报告。不超过 60 个字。',
            ],
          ],
        },
      ],
      changed: ['工作名称'],
    });
  });

  it('leaves the explanation out where its column is gone', () => {
    const narrow = rows.map((row) => row.slice(0, 2));
    expect(settingWrites(narrow, new Map([['workName', '创建工作']])).changes).toEqual([
      { kind: 'write', sheet: '设置', row: 6, places: [0, 1], rows: [['工作名称', '创建工作']] },
    ]);
  });

  it('keeps short rows blank, and explains in the first column too', () => {
    const short: CellRows = [['说明', '设置项', '值'], ['', '年度', '2023'], [], ['', '单位名称', '甲']];
    const typed = new Map([
      ['year', '2024'],
      ['unitName', '乙'],
      ['workName', '丙'],
    ]);
    expect(settingWrites(short, typed).changes).toMatchObject([
      { row: 2, places: [2], rows: [['2024'], [''], ['乙']] },
      { row: 5, places: [1, 2, 0] },
    ]);
  });

  it('finds its columns wherever they stand, and short rows too', () => {
    const moved: CellRows = [['值', '说明', '设置项'], ['2023', '', '年度'], []];
    expect(
      settingWrites(
        moved,
        new Map([
          ['year', '2024'],
          ['unitName', '甲'],
        ]),
      ).changes,
    ).toMatchObject([
      { row: 2, places: [0], rows: [['2024']] },
      { row: 3, places: [2, 0, 1] },
    ]);
  });
});
