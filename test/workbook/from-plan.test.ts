/** What a plan makes of a new workbook, and what its guide says. */
import { describe, expect, it } from 'vitest';
import type { Plan, PlanDepartment, PlanTask, ReportRule } from '../../src/domain/plan/plan.ts';
import { withDepartments, workbookContent } from '../../src/workbook/from-plan.ts';
import { guideRows } from '../../src/workbook/guide.ts';
import { department } from '../support/matrix.ts';

const unit = (name: string, collective = false): PlanDepartment => ({
  name,
  collective,
  counts: { lead: 0, responsible: 0, support: 0 },
});
const item = (no: number | string, about: Partial<PlanTask> = {}): PlanTask => ({
  no,
  title: `任务${no}`,
  content: `内容${no}`,
  lead: [],
  responsible: [],
  joint: [],
  due: null,
  line: 1,
  ...about,
});
/** A return; `on` is to whom it goes from there. */
const rule = ({ on = [], ...about }: Partial<Omit<ReportRule, 'then'>> & { on?: string[] }): ReportRule => ({
  what: '工作总结',
  due: '',
  to: [],
  // biome-ignore lint/suspicious/noThenProperty: the plan's own word for whom a return goes on to
  then: on,
  frequency: 'monthly',
  month: null,
  day: null,
  line: 1,
  ...about,
});
const plan = (about: Partial<Plan> = {}): Plan => ({
  title: null,
  year: null,
  tasks: [item(1, { lead: ['保卫科'], responsible: ['基建科', '保卫科', '不在册'], joint: ['宣传科', '基建科'] })],
  departments: [unit('宣传科'), unit('基建科'), unit('保卫科'), unit('各科室', true)],
  phases: [],
  reports: [],
  findings: [],
  ...about,
});
const content = (about: Partial<Plan> = {}, yearlyReturns = false) =>
  workbookContent(plan(about), { year: 2023, yearlyReturns });

describe('a plan', () => {
  it('gives departments without anybody’s name yet, tasks every month, and who answers in the stronger role', () => {
    expect(content()).toEqual({
      matrix: {
        departments: [department('宣传科'), department('基建科'), department('保卫科'), department('各科室')],
        tasks: [
          {
            no: '1',
            title: '任务1',
            content: '内容1',
            fromMonth: 1,
            toMonth: 12,
            frequency: 'monthly',
            evidence: '',
          },
        ],
        duties: [
          { task: 0, department: 0, role: 'support' },
          { task: 0, department: 1, role: 'responsible' },
          { task: 0, department: 2, role: 'lead' },
        ],
      },
      settings: { year: '2023', months: '1-12' },
      collectives: ['各科室'],
    });
  });

  it('gives duties task by task', () => {
    const tasks = [item('二-1', { lead: ['基建科'] }), item(2, { joint: ['宣传科'] })];
    const { matrix } = content({ tasks });
    expect(matrix.tasks.map(({ no }) => no)).toEqual(['二-1', '2']);
    expect(matrix.duties).toEqual([
      { task: 0, department: 1, role: 'lead' },
      { task: 1, department: 0, role: 'support' },
    ]);
  });

  it('is active from the first month of its phases to the last', () => {
    const phase = (from: string | null, to: string | null) => ({ name: '', title: '', time: '', from, to });
    const { matrix, settings } = content({
      phases: [phase('2023-04', null), phase('06', '2023-10'), phase(null, '11')],
    });
    expect(settings['months']).toBe('4-11');
    expect(matrix.tasks[0]).toMatchObject({ fromMonth: 4, toMonth: 11 });
  });

  it('gives the day of the monthly return and who gets it from there, each once', () => {
    const reports = [
      rule({ frequency: 'yearly', month: 12, day: 5, on: ['区文明办'] }),
      rule({ day: 18, on: ['区文明办', '市局'] }),
      rule({ day: 25, on: [] }),
    ];
    expect(content({ reports }).settings).toEqual({
      year: '2023',
      months: '1-12',
      deadlineDay: '18',
      recipients: '区文明办；市局',
    });
    expect(content({ reports: [rule({})] }).settings).toEqual({ year: '2023', months: '1-12' });
  });

  it('makes a yearly return a task of everybody where that is wanted', () => {
    const reports = [
      rule({ what: '年度总结', frequency: 'yearly', month: 12 }),
      rule({ what: '半年总结', frequency: 'once', month: 6 }),
      rule({ what: '月报', frequency: 'monthly', month: 3 }),
      rule({ what: '随时', frequency: 'once', month: null }),
    ];
    const departments = [unit('宣传科'), unit('基建科')];
    const { matrix } = content({ tasks: [item(1, { lead: ['宣传科'] })], departments, reports }, true);
    const yearly = { evidence: '', frequency: 'once' };
    expect(matrix.tasks.slice(1)).toEqual([
      { ...yearly, no: '2', title: '年度总结', content: '年度总结', fromMonth: 12, toMonth: 12 },
      { ...yearly, no: '3', title: '半年总结', content: '半年总结', fromMonth: 6, toMonth: 6 },
    ]);
    expect(matrix.duties).toEqual([
      { task: 0, department: 0, role: 'lead' },
      { task: 1, department: 0, role: 'responsible' },
      { task: 1, department: 1, role: 'responsible' },
      { task: 2, department: 0, role: 'responsible' },
      { task: 2, department: 1, role: 'responsible' },
    ]);
    expect(content({ reports }).matrix.tasks).toHaveLength(1);
  });
});

describe('departments somebody pasted', () => {
  const typed = (name: string, aliases = '', mail = '') => ({
    name,
    aliases,
    mail,
    contact: '',
    leader: '',
    leaderMail: '',
    archivist: '',
    head: '',
    headMail: '',
  });

  it('tell more of the plan’s own, under the plan’s names, and are added where it has none', () => {
    const { matrix, settings, collectives } = withDepartments(content(), [
      typed(' 宣传 科', '宣传、新闻；，宣 教', 'a@example.cn'),
      typed('财务科', '', 'b@example.cn'),
    ]);
    expect(matrix.departments).toEqual([
      { ...department('宣传科', ['宣传', '新闻', '宣', '教']), mail: 'a@example.cn' },
      department('基建科'),
      department('保卫科'),
      department('各科室'),
      { ...department('财务科'), mail: 'b@example.cn' },
    ]);
    expect(matrix.duties).toHaveLength(3);
    expect(settings).toEqual({ year: '2023', months: '1-12' });
    expect(collectives).toEqual(['各科室']);
  });

  it.each(['甲,乙', '甲;乙', '甲；乙', '甲，乙', '甲、乙', '甲\n乙', ' 甲  乙 '])(
    'may have other names: %j',
    (aliases) => {
      const { matrix } = withDepartments(content(), [typed('保卫科', aliases)]);
      expect(matrix.departments[2]?.aliases).toEqual(['甲', '乙']);
    },
  );
});

describe('使用说明', () => {
  const rows = guideRows();

  it('says to each what to do, sentence by sentence, under the headings of its sheet', () => {
    expect(rows[0]).toEqual(['谁看什么', '怎么做']);
    expect(rows.slice(1, 19).map(([topic]) => topic)).toEqual([
      ...['部门填表人', '', '', '', ''],
      ...['办公室', '', '', '', '', '', ''],
      ...['管理员', '', ''],
      ...['颜色', '可以做', '请不要'],
    ]);
    for (const [, text] of rows.slice(1, 19)) expect(text).toMatch(/..[。）]$/);
  });

  it('explains each column of the sheets people write in', () => {
    const [blank, ...columns] = rows.slice(19);
    expect(blank).toEqual(['', '']);
    expect(columns.map(([topic]) => topic).join(' ')).toBe(
      '“月度报送”各列 　月份 　部门 　任务 　截止日期 　状态 　报送内容 　数量 　人次 　佐证链接 　报送人 　报送时间 　审核 　退回原因 　提示 　报送编号 ' +
        '“部门”各列 　部门 　别名 　联系人 　邮箱 　分管领导 　领导邮箱 　档案员 　启用 　负责人 　负责人邮箱 ' +
        '“责任矩阵”各列 　序号 　任务 　内容 　起始月 　截止月 　频次 　佐证要求',
    );
    expect(columns.filter(([topic]) => String(topic).endsWith('各列'))).toEqual([
      ['“月度报送”各列', ''],
      ['“部门”各列', ''],
      ['“责任矩阵”各列', '右边每个部门一列，填牵头、责任、配合或留空。'],
    ]);
    expect(columns[1]).toEqual(['　月份', '报的是哪个月，例如 2023-05；“准备本月”会替您填好。']);
  });
});
