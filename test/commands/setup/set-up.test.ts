import { describe, expect, it } from 'vitest';
import { IN } from '../../support/columns.ts';
import { enter, entriesOf, entryAt, startHuizong, titlesOf, valuesOf } from '../../support/host.ts';
import { PLAN, RECIPIENTS, SMALL_PLAN, setUpWorkbook } from '../../support/month.ts';
import { snapshot } from '../../support/snapshot.ts';
import { stoppedBefore } from '../../support/stops.ts';

const SHEETS = [
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
];

describe('导入方案 on a new spreadsheet', () => {
  const host = startHuizong();
  const outcome = host.call('setUp', { year: 2023, text: PLAN }) as {
    told: { title: string; lines: string[] };
    reply: Record<string, unknown>;
  };

  it('makes every sheet, in the order of the work, and leaves no empty one behind', () => {
    expect(titlesOf(host)).toEqual(SHEETS);
  });

  it('says what it made and what the office must still fill in', () => {
    expect(outcome.told.title).toBe('2023 年度工作簿已建好');
    expect(outcome.told.lines.join('\n')).toContain('13 项任务，13 个部门，35 项职责');
    expect(outcome.told.lines.join('\n')).toContain('单位名称');
  });

  it('puts tasks, departments and roles into the matrix: 23 责任 and 12 牵头', () => {
    const [headings = [], ...rows] = valuesOf(host, '责任矩阵');
    expect(rows).toHaveLength(13);
    expect(headings.slice(IN.matrix.width)).toHaveLength(13);
    const roles = rows.flatMap((row) => row.slice(IN.matrix.width));
    expect(roles.filter((cell) => cell === '责任')).toHaveLength(23);
    expect(roles.filter((cell) => cell === '牵头')).toHaveLength(12);
  });

  it('takes the deadline, the months and the recipients from the plan', () => {
    const settings = new Map(entriesOf(host, IN.settings).map(({ label, value }) => [label, value]));
    expect(settings.get('年度')).toBe('2023');
    expect(settings.get('每月截止日')).toBe('20');
    expect(settings.get('报送月份')).toBe('3-12');
    expect(settings.get('上报收件人')).toBe('区文明办；区直机关工委');
  });

  it('makes dropdowns, live colours, guards, frozen headings and notes', () => {
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('月度报送');
    expect(sheet?.getFrozenRows()).toBe(1);
    expect(sheet?.getFrozenColumns()).toBe(3);
    expect(sheet?.getConditionalFormatRules()).toHaveLength(4);
    const [department, task, review] = (['department', 'task', 'review'] as const).map((key) =>
      sheet?.getRange(IN.submissions.cell(key, 2)).getDataValidation(),
    );
    expect(department?.getCriteriaType()).toBe(host.services.SpreadsheetApp.DataValidationCriteria.VALUE_IN_RANGE);
    expect(task?.getCriteriaType()).toBe(host.services.SpreadsheetApp.DataValidationCriteria.VALUE_IN_RANGE);
    expect(review?.getCriteriaValues()[0]).toEqual(['通过', '退回', '免报']);
    expect(sheet?.getRange(IN.submissions.cell('text', 1)).getNote()).toContain('本月无');
    const guarded = sheet
      ?.getProtections(host.services.SpreadsheetApp.ProtectionType.RANGE)
      .map((one) => one.getRange().getA1Notation());
    expect(guarded).toContain(IN.submissions.range('deadline', 2, 'deadline', 1000));
    expect(guarded?.some((range) => range.startsWith(IN.submissions.cell('text', 2)))).toBe(false);
  });

  it('explains itself on the first sheet', () => {
    const guide = valuesOf(host, '使用说明').flat().join('\n');
    for (const words of ['准备本月', '汇总', '预览', '发送', '本月无', '检查并修复']) expect(guide).toContain(words);
  });

  it('run again changes nothing', () => {
    const before = snapshot(host);
    host.call('setUp', { year: 2023, text: PLAN });
    expect(snapshot(host)).toEqual(before);
  });

  it('refuses another plan rather than write over this one', () => {
    const before = snapshot(host);
    expect(() => host.call('setUp', { year: 2023, text: SMALL_PLAN })).toThrow(/没有导入/);
    expect(snapshot(host)).toEqual(before);
  });

  it('refuses also a plan that gives the same departments other tasks', () => {
    const standing = setUpWorkbook(SMALL_PLAN);
    const other = SMALL_PLAN.replace('组织安全培训', '组织应急演练');
    expect(() => standing.call('setUp', { year: 2023, text: other })).toThrow('已经有“责任矩阵”的内容');
  });

  it('leaves nothing to fill in where all was given', () => {
    const about = { aliases: '', contact: '', head: '', headMail: '', leader: '', leaderMail: '', archivist: '' };
    const { told } = startHuizong().call('setUp', {
      year: 2023,
      text: SMALL_PLAN,
      departments: ['保卫科', '后勤处', '人事处'].map((name, index) => ({
        ...about,
        name,
        mail: `d${index}@example.cn`,
      })),
      settings: [
        { key: 'unitName', value: '示例局' },
        { key: 'recipients', value: RECIPIENTS },
      ],
    }) as { told: { lines: string[] } };
    expect(told.lines.join('\n')).not.toMatch(/单位名称|邮箱|收件人/);
  });

  it.each([
    ['on the sheet the spreadsheet came with', 1],
    ['on a sheet of its own', 4],
  ])('stopped while it built %s goes on as if it had never been', (_, sheets) => {
    const whole = startHuizong();
    whole.call('setUp', { year: 2023, text: SMALL_PLAN });
    const broken = startHuizong();
    stoppedBefore(broken, 'setNamedRange', sheets, 'setUp', { year: 2023, text: SMALL_PLAN });
    expect(titlesOf(broken).filter((title) => title.startsWith('~'))).toHaveLength(1);
    broken.call('setUp', { year: 2023, text: SMALL_PLAN });
    expect(snapshot(broken)).toEqual(snapshot(whole));
    broken.call('undo');
    whole.call('undo');
    expect(snapshot(broken)).toEqual(snapshot(whole));
  });
});

describe('初始化工作簿 without a plan', () => {
  it('makes the sheets, and 导入方案 fills them afterwards without touching what the office decided', () => {
    const host = startHuizong();
    host.call('setUp', { year: 2023 });
    expect(titlesOf(host)).toEqual(SHEETS);
    const row = entriesOf(host, IN.settings).findIndex(({ label }) => label === '每月截止日') + 2;
    enter(host, IN.settings, row, { value: '18' });
    host.call('setUp', { year: 2023, text: PLAN });
    expect(valuesOf(host, '责任矩阵')).toHaveLength(14);
    expect(valuesOf(host, '部门')).toHaveLength(14);
    expect(entryAt(host, IN.settings, row).value).toBe('18');
  });

  it('fills a matrix somebody took a column out of, and empties it again when that is undone', () => {
    const host = startHuizong();
    host.call('setUp', { year: 2023 });
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('责任矩阵');
    const column = valuesOf(host, '责任矩阵')[0]?.indexOf('佐证要求') ?? -1;
    sheet?.deleteColumn(column + 1);
    const before = valuesOf(host, '责任矩阵');
    host.call('setUp', { year: 2023, text: SMALL_PLAN });
    const [headings = [], first = []] = valuesOf(host, '责任矩阵');
    expect(headings.slice(-4)).toEqual(['频次', '保卫科', '后勤处', '人事处']);
    expect([first[IN.matrix.place('title')], ...first.slice(-4)]).toEqual(['开展消防检查', '每月', '责任', '责任', '']);
    host.call('undo');
    expect(valuesOf(host, '责任矩阵').slice(1)).toEqual(before.slice(1));
  });

  it('leaves sheets that are not ours as they are', () => {
    const host = startHuizong();
    const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
    book
      .getSheets()[0]
      ?.setName('会议记录')
      .getRange('A1:B2')
      .setValues([
        ['议题', '=1+1'],
        ['甲', 3],
      ]);
    host.call('setUp', { year: 2023, text: PLAN });
    expect(titlesOf(host).sort()).toEqual([...SHEETS, '会议记录'].sort());
    expect(book.getSheetByName('会议记录')?.getRange('B1').getFormula()).toBe('=1+1');
  });
});

describe('a plan with returns due once a year', () => {
  it('makes a task of them only where that is asked for', () => {
    const host = startHuizong();
    host.call('setUp', { year: 2023, text: PLAN, yearlyReturns: true });
    const rows = valuesOf(host, '责任矩阵');
    expect(rows).toHaveLength(15);
    expect(entryAt(host, IN.matrix, 15)).toMatchObject({ fromMonth: '4', toMonth: '4', frequency: '一次' });
    expect(rows[14]?.slice(IN.matrix.width).every((cell) => cell === '责任')).toBe(true);
  });
});

describe('what is not a plan', () => {
  it('is refused with what to do, and nothing is made', () => {
    const host = startHuizong();
    expect(() => host.call('setUp', { year: 2023, text: '今天天气很好。' })).toThrow(/没有找到带责任单位的任务/);
    expect(titlesOf(host)).toHaveLength(1);
  });

  it('a request of the wrong shape names what is wrong with it', () => {
    expect(() => startHuizong().call('setUp', { year: '明年' })).toThrow(/year/);
  });
});

describe('the workbook of the year', () => {
  it('is told from the settings', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    expect(entriesOf(host, IN.departments).map(({ name }) => name)).toEqual(['保卫科', '后勤处', '人事处']);
  });
});
