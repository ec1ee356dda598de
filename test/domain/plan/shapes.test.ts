import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../src/domain/plan/parse-plan.ts';

/** Each task in one line: `no｜title｜牵头 …｜责任 …｜配合 …｜时限 …`; what is empty is left out. */
function tasksOf(text: string): string[] {
  return parsePlan(text).tasks.map(({ no, title, lead, responsible, joint, due }) =>
    [
      String(no),
      title,
      ...(lead.length > 0 ? [`牵头 ${lead.join('、')}`] : []),
      ...(responsible.length > 0 ? [`责任 ${responsible.join('、')}`] : []),
      ...(joint.length > 0 ? [`配合 ${joint.join('、')}`] : []),
      ...(due === null ? [] : [`时限 ${due}`]),
    ].join('｜'),
  );
}

const codesOf = (text: string): string[] => parsePlan(text).findings.map(({ code, line }) => `${line} ${code}`);

describe('who answers, as plans write it', () => {
  it.each([
    [
      'labels on lines of their own, under (一)',
      `消防安全整治方案
二、重点任务
（一）排查商场。逐一检查。
牵头单位：消防支队
配合单位：商务局、文化和旅游局
完成时限：6月底前
（二）清理楼道。
责任单位：各区、县级市人民政府，住建局；教育局`,
      [
        '1｜排查商场｜牵头 消防支队｜配合 商务局、文化和旅游局｜时限 6月底前',
        '2｜清理楼道｜责任 各区、县级市人民政府、住建局、教育局',
      ],
    ],
    [
      'parentheses at the end of a paragraph, of either width, with several labels',
      `优化服务措施
1.整合窗口。压减材料。（责任单位：审批局；完成时限：2024年11月底前）
2.降低成本。(牵头单位:发改局,配合单位:工信局、供电公司)`,
      ['1｜整合窗口｜责任 审批局｜时限 2024年11月底前', '2｜降低成本｜牵头 发改局｜配合 工信局、供电公司'],
    ],
    [
      'X牵头，Y按职责分工负责, and X会同Y',
      `措施
（一）保障用地。（资源局牵头，住建局、各镇街按职责分工负责）
（二）新增车位。(城管局会同交管局)`,
      ['1｜保障用地｜牵头 资源局｜配合 住建局、各镇街', '2｜新增车位｜牵头 城管局｜配合 交管局'],
    ],
    [
      'circled numbers with the label in the line',
      '分工\n①组织宣讲 责任科室：安全科 办公室\n②举办演练。主办：安全科；协办：各科室',
      ['1｜组织宣讲｜责任 安全科、办公室', '2｜举办演练｜牵头 安全科｜配合 各科室'],
    ],
    [
      '一是 with sentences of verbs',
      '安排\n一是加强学习。每月一次。由办公室牵头，人事科配合。\n二是整治环境。由后勤科负责。',
      ['1｜加强学习｜牵头 办公室｜配合 人事科', '2｜整治环境｜责任 后勤科'],
    ],
    [
      'a label without a colon, and units separated by wide spaces and strokes',
      '方案\n1、加强治理\n责任部门 农业局、市监局\n2、做好值守\n责任单位：值班室／应急办　后勤科',
      ['1｜加强治理｜责任 农业局、市监局', '2｜做好值守｜责任 值班室、应急办、后勤科'],
    ],
    [
      'labels in brackets',
      '任务\n一、推进数字化\n建设平台。\n【牵头单位】信息中心\n【责任单位】各业务处室、局属各单位',
      ['1｜推进数字化｜牵头 信息中心｜责任 各业务处室、局属各单位'],
    ],
    [
      'the units in the line below their label',
      '任务\n1. 推动扩容。\n责任单位：\n资源局、园区管委会\n2. 培育企业。\n责任单位： 工信局',
      ['1｜推动扩容｜责任 资源局、园区管委会', '2｜培育企业｜责任 工信局'],
    ],
    [
      '首先, 其次, 最后',
      '首先，摸清底数。责任单位：统计科\n其次，建立台账。责任单位：综合科\n最后，销号管理。责任单位：督查科',
      ['1｜摸清底数｜责任 统计科', '2｜建立台账｜责任 综合科', '3｜销号管理｜责任 督查科'],
    ],
    [
      '任务一： with paragraphs below',
      '任务一：硬化道路\n全长五公里。\n责任单位：公路所\n任务二：补植绿化\n责任单位：绿化所',
      ['1｜硬化道路｜责任 公路所', '2｜补植绿化｜责任 绿化所'],
    ],
    [
      'numbers that begin anew in each chapter are told apart by the chapters',
      '要点\n一、党建\n（一）学习\n1、组织学习。责任部门：党委\n（二）队伍\n1、选拔干部。牵头责任部门：人事处 责任部门：各处室\n二、服务\n（一）流程\n1、压缩时限。责任部门：政务处',
      ['1｜组织学习｜责任 党委', '一-二-1｜选拔干部｜牵头 人事处｜责任 各处室', '二-一-1｜压缩时限｜责任 政务处'],
    ],
    [
      'a role behind the unit, names that hold 和, and 等',
      '分工\n（一）新建学校。（责任单位：人力资源和社会保障局、规划和自然资源局和财政局等）\n（二）改造小区。（责任单位：住建委（牵头）、国资委）',
      ['1｜新建学校｜责任 人力资源和社会保障局、规划和自然资源局、财政局', '2｜改造小区｜牵头 住建委｜责任 国资委'],
    ],
    [
      'leaders named among the labels are nobody’s department',
      '清单\n（１）联合执法。（分管领导：王五；牵头单位：执法大队；责任单位：法规科；完成时间：长期）',
      ['1｜联合执法｜牵头 执法大队｜责任 法规科｜时限 长期'],
    ],
    [
      'a table pasted out of a document, a row of it going on below',
      '任务表\n序号\t工作任务\t主要内容\t牵头单位\t配合单位\t完成时限\n1\t提升公路\t改造三十公里\t公路科\t财务科、安全科\t10月底前\n2\t更新候车亭\t更新五十座\t客运科\t-\t每月20日前\n3\t规范执法\t开展检查\t稽查大队\t\t\n\t\t完善台账\t\t法制科\t12月底前',
      [
        '1｜提升公路｜牵头 公路科｜配合 财务科、安全科｜时限 10月底前',
        '2｜更新候车亭｜牵头 客运科｜时限 每月20日前',
        '3｜规范执法｜牵头 稽查大队｜配合 法制科｜时限 12月底前',
      ],
    ],
    [
      'a table with a unit of its own line below its task',
      '序号\t任务\t要求\t责任单位\n1\t排查隐患\t每周一次\t安全科\n\t\t\t保卫科\n2\t值班\t每日\t办公室',
      ['1｜排查隐患｜责任 安全科、保卫科', '2｜值班｜责任 办公室'],
    ],
    [
      'a table in Markdown with breaks in its cells',
      '# 方案\n| 序号 | 任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n| 1 | 排查隐患 | 安全科<br>保卫科 | 5月底前 |',
      ['1｜排查隐患｜责任 安全科、保卫科｜时限 5月底前'],
    ],
    [
      'departments named as an object says',
      '一、__proto__ 检查。责任单位：constructor科、__proto__科',
      ['1｜proto 检查｜责任 constructor科、proto科'],
    ],
  ])('%s', (_, text, tasks) => {
    expect(tasksOf(text)).toEqual(tasks);
  });
});

describe('what the reading is not sure of is told with its line', () => {
  it.each([
    ['units in a parenthesis that says no role', '1.融通资金。（金融办、人行支行）', ['1 unlabelledUnits']],
    ['a collective', '1.演练。责任单位：各科室', ['1 collective']],
    ['a number that jumps', '1.甲。责任单位：甲科\n3.丙。责任单位：丙科', ['2 numberJump']],
    ['a number that repeats', '1.甲。责任单位：甲科\n1.乙。责任单位：乙科', ['2 numberRepeated']],
    [
      'an item that names nobody among others that do',
      '1.甲。责任单位：甲科\n2.乙。\n3.丙。责任单位：丙科',
      ['2 taskWithoutUnits'],
    ],
    ['a label with nothing behind it', '1.甲。\n责任单位：\n2.乙。责任单位：乙科', ['2 emptyUnits']],
    ['units before any task', '责任单位：办公室、综合科', ['1 orphanUnits', '1 noUnits']],
    ['two names that may be one department', '1.甲。责任单位：局办公室\n2.乙。责任单位：办公室', ['2 similarNames']],
    ['a person where a unit should stand', '1.甲。责任单位：甲科\n责任人：张三', ['2 personNamed']],
    ['a label nobody knows', '1.甲。责任单位：甲科；协调部门：乙科', ['1 labelUnknown']],
    ['a table without a column of units', '序号\t任务\t内容\n1\t甲\t做甲', ['1 columnsUnknown', '1 noUnits']],
  ])('%s', (_, text, codes) => {
    expect(codesOf(text)).toEqual(expect.arrayContaining(codes));
  });

  it('a text without responsible units says so and gives no task', () => {
    const plan = parsePlan(
      '关于读书活动的通知\n各科室要积极参与，办公室做好统计。\n一、内容\n经典著作。\n二、要求\n认真组织。',
    );
    expect(plan.tasks).toEqual([]);
    expect(plan.findings.map(({ code }) => code)).toEqual(['noUnits']);
  });

  it('where no label stands anywhere, sentences that give a unit something to do are read, and told of', () => {
    const text =
      '一、完善制度。由综合科负责修订制度，4月20日前完成。\n二、开展检查。安全科牵头，办公室配合，每月检查。';
    expect(tasksOf(text)).toEqual([
      '1｜完善制度｜责任 综合科｜时限 4月20日前',
      '2｜开展检查｜牵头 安全科｜配合 办公室',
    ]);
    expect(codesOf(text)).toEqual(['1 proseUnits', '2 proseUnits']);
  });

  it('an empty text is told of', () => {
    expect(parsePlan(' \n\t\n').findings.map(({ code }) => code)).toContain('emptyText');
  });
});

describe('what is to be handed in', () => {
  it.each([
    ['每月25日前将工作进展报送整治办，整治办汇总后报市整治办。', '工作进展｜每月25日前｜整治办｜市整治办｜monthly'],
    ['每季度末月20日前，将季度总结报整治办。', '季度总结｜每季度末月20日前｜整治办｜｜quarterly'],
    ['12月10日前报送全年总结至整治办。', '全年总结｜12月10日前｜整治办｜｜once'],
  ])('%s', (sentence, expected) => {
    const { reports } = parsePlan(`${sentence}\n一、整治。\n责任单位：执法局`);
    expect(
      reports.map((rule) => [rule.what, rule.due, rule.to.join('、'), rule.then.join('、'), rule.frequency].join('｜')),
    ).toEqual([expected]);
  });
});
