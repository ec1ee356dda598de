/** Whole plans, read to the last word: what becomes of each line, and what the reader is not sure of. */
import { describe, expect, it } from 'vitest';
import { correctedPlan } from '../../../src/domain/plan/corrected.ts';
import { parsePlan } from '../../../src/domain/plan/parse-plan.ts';
import { findingsOf, tasksOf } from '../../support/plan.ts';

const CITY = `2024年城市管理工作方案
为落实年度任务，制定本方案。
一、工作目标
提升水平。
二、重点任务
（一）整治市容。清理占道经营，规范户外广告。
1.清理占道。（责任单位：执法队；完成时限：6月底前）
2.规范广告（牵头单位：审批科）（配合单位：执法队、公安分局）。
3.推进试点。
（二）绿化提升。补植行道树。每月20日前报送进度。由园林所牵头，养护站配合。
（三）应急值守。
遇恶劣天气到岗。
责任单位：各科室，值班室
三、实施步骤
第一阶段（3月）：部署。
第二阶段（4月至11月）：实施。
四、工作要求
各科室每月20日前将进展报送综合科，综合科汇总后报市城管委。`;

describe('a plan with chapters, points, phases and returns', () => {
  const plan = parsePlan(CITY, { year: 2023 });

  it('its tasks', () => {
    expect(tasksOf(CITY)).toEqual([
      '7 1｜清理占道｜清理占道。｜｜执法队｜｜6月底前',
      '8 2｜规范广告｜规范广告。｜审批科｜｜执法队、公安分局｜',
      '10 二-2｜绿化提升｜绿化提升。补植行道树。每月20日前报送进度。｜园林所｜｜养护站｜每月20日前',
      '11 3｜应急值守｜应急值守。 / 遇恶劣天气到岗。｜｜各科室、值班室｜｜',
    ]);
  });

  it('its title, and the year the title names before the one from elsewhere', () => {
    expect([plan.title, plan.year, parsePlan('方案\n一、甲。责任单位：甲科', { year: 2023 }).year]).toEqual([
      '2024年城市管理工作方案',
      2024,
      null,
    ]);
  });

  it('its departments, with what they do', () => {
    expect(plan.departments).toEqual([
      { name: '执法队', collective: false, counts: { lead: 0, responsible: 1, support: 1 } },
      { name: '审批科', collective: false, counts: { lead: 1, responsible: 0, support: 0 } },
      { name: '公安分局', collective: false, counts: { lead: 0, responsible: 0, support: 1 } },
      { name: '园林所', collective: false, counts: { lead: 1, responsible: 0, support: 0 } },
      { name: '养护站', collective: false, counts: { lead: 0, responsible: 0, support: 1 } },
      { name: '各科室', collective: true, counts: { lead: 0, responsible: 1, support: 0 } },
      { name: '值班室', collective: false, counts: { lead: 0, responsible: 1, support: 0 } },
    ]);
  });

  it('its phases and returns', () => {
    expect(plan.phases.map(({ name, title, from, to }) => [name, title, from, to])).toEqual([
      ['第一阶段', '部署', '2024-03', '2024-03'],
      ['第二阶段', '实施', '2024-04', '2024-11'],
    ]);
    expect(plan.reports.map(({ what, due, to, then, line }) => [what, due, to, then, line])).toEqual([
      ['进展', '每月20日前', ['综合科'], ['市城管委'], 18],
    ]);
  });

  it('what is not sure', () => {
    expect(findingsOf(CITY)).toEqual([
      '9 taskWithoutUnits 推进试点|',
      '10 numberRepeated 2|二-2',
      '13 collective 各科室|',
    ]);
  });

  it('as a person has put it right: what is left out is no task, and no department of it', () => {
    const { tasks, departments } = correctedPlan(plan, [
      { no: '2', title: '规范招牌', lead: ['审批科'], responsible: [], joint: ['公安分局'] },
      { no: '二-2', title: '绿化', lead: [], responsible: ['园林所'], joint: [] },
      { no: '9', title: '没有的', lead: ['甲科'], responsible: [], joint: [] },
    ]);
    expect(tasks.map(({ no, title, content, line }) => [no, title, content, line])).toEqual([
      [2, '规范招牌', '规范广告。', 8],
      ['二-2', '绿化', '绿化提升。补植行道树。每月20日前报送进度。', 10],
    ]);
    expect(departments.map(({ name, counts }) => [name, counts.lead, counts.responsible, counts.support])).toEqual([
      ['审批科', 1, 0, 0],
      ['公安分局', 0, 0, 1],
      ['园林所', 0, 1, 0],
    ]);
  });
});

describe('plans of other shapes', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'words after the units are a task of their own where units follow them again',
      `1. 甲任务。内容一。
内容二。
责任单位：甲科
又一项任务，另行安排。
责任单位：乙科
2. 丙任务：说明，
（丙科、某某）
3. 丁任务。（丁科和戊科）
责任人：李四
4. 己任务。责任单位：己科；责任领导：王；协调单位：庚科；备用。
说明补充。`,
      [
        '1 1｜甲任务｜甲任务。内容一。 / 内容二。｜｜甲科｜｜',
        '4 2｜又一项任务，另行安排｜又一项任务，另行安排。｜｜乙科｜｜',
        '8 3｜丁任务｜丁任务。｜｜丁科、戊科｜｜',
        '10 4｜己任务｜己任务。｜｜己科｜｜',
      ],
      [
        '6 taskWithoutUnits 丙任务|',
        '7 doubtfulParenthesis 丙科、某某|',
        '8 unlabelledUnits 丁科和戊科|',
        '8 numberJump 3|1',
        '9 personNamed 李四|',
        '10 personNamed 王|',
        '10 labelUnknown 协调单位：庚科；备用|',
      ],
    ],
    [
      'paragraphs without any number, one with its units over two lines',
      `关于分工的通知
组织演练。
责任单位：安全科
制定预案。
责任单位：办公室、
责任单位：
法规科`,
      ['2 1｜组织演练｜组织演练。｜｜安全科｜｜', '4 2｜制定预案｜制定预案。｜｜办公室、法规科｜｜'],
      [],
    ],
    [
      'chapters of paragraphs, each with its units; a bold beginning is the title',
      `方案
一、第一章
学习文件。
责任单位：党办
开展讨论。
责任单位：宣传科
二、第二章
**规范执法。**检查到位。（执法科牵头，法规科配合）
自由段落。（审批科负责）`,
      [
        '3 1｜学习文件｜学习文件。｜｜党办｜｜',
        '5 2｜开展讨论｜开展讨论。｜｜宣传科｜｜',
        '8 3｜规范执法｜规范执法。检查到位。｜执法科｜｜法规科｜',
        '9 4｜自由段落｜自由段落。｜｜审批科｜｜',
      ],
      [],
    ],
    [
      'one line of units below points that name nobody is for what they belong to',
      `任务
（一）综合。
1.子项甲。
2.子项乙。
责任单位：综合科
（二）专项。
1.子项丙。
责任单位：专项办
2.子项丁。`,
      ['2 1｜综合｜综合。 / 1.子项甲。 / 2.子项乙。｜｜综合科｜｜', '7 二-1｜子项丙｜子项丙。｜｜专项办｜｜'],
      ['7 numberRepeated 1|二-1', '9 taskWithoutUnits 子项丁|'],
    ],
    [
      'a table whose numbers jump, repeat, and one row of which names nobody',
      `表
|序号|任务|责任单位|
|1|甲|甲科|
|3|乙|乙科|
|3|丙|丙科|
|一|丁||`,
      ['3 1｜甲｜甲｜｜甲科｜｜', '4 3｜乙｜乙｜｜乙科｜｜', '5 3-2｜丙｜丙｜｜丙科｜｜'],
      ['4 numberJump 3|1', '5 numberRepeated 3|3-2', '6 taskWithoutUnits 丁|'],
    ],
  ])('%s', (_, text, tasks, findings) => {
    expect(tasksOf(text)).toEqual(tasks);
    expect(findingsOf(text)).toEqual(findings);
  });

  it.each<[string, string, string[], string[]]>([
    [
      'tables before and after items stand in the order of the lines; deadlines are read out of the cells',
      `|任务|责任单位|
|甲|甲科|
一、乙事。每月5日前上报。
责任单位：乙科
序号\t工作任务\t责任单位
二\t1.丙事，6月底前完成\t丙科
3\t戊事\t戊科`,
      [
        '2 1｜甲｜甲｜｜甲科｜｜',
        '3 1-2｜乙事｜乙事。每月5日前上报。｜｜乙科｜｜每月5日前',
        '6 2｜丙事，6月底前完成｜1.丙事，6月底前完成｜｜丙科｜｜6月底前',
        '7 3｜戊事｜戊事｜｜戊科｜｜',
      ],
      ['3 numberRepeated 1|1-2'],
    ],
    [
      'a number used again and again is told apart each time; the last is one more than the one before',
      '1.甲。责任单位：甲科\n1.乙。责任单位：乙科\n1.丙。责任单位：丙科\n首先，丁。责任单位：丁科\n最后，戊。责任单位：戊科',
      [
        '1 1｜甲｜甲。｜｜甲科｜｜',
        '2 1-2｜乙｜乙。｜｜乙科｜｜',
        '3 1-3｜丙｜丙。｜｜丙科｜｜',
        '4 1-1｜丁｜丁。｜｜丁科｜｜',
        '5 2｜戊｜戊。｜｜戊科｜｜',
      ],
      ['2 numberRepeated 1|1-2', '3 numberRepeated 1|1-3', '4 numberRepeated 1|1-1'],
    ],
    [
      'numbers that begin anew in a chapter, more than once',
      '一、总则\n1.甲。责任单位：甲科\n二、分则\n1.乙。责任单位：乙科\n1.丙。责任单位：丙科\n1.丁。责任单位：丁科',
      [
        '2 1｜甲｜甲。｜｜甲科｜｜',
        '4 二-1｜乙｜乙。｜｜乙科｜｜',
        '5 二-1-2｜丙｜丙。｜｜丙科｜｜',
        '6 二-1-3｜丁｜丁。｜｜丁科｜｜',
      ],
      ['4 numberRepeated 1|二-1', '5 numberRepeated 1|二-1-2', '6 numberRepeated 1|二-1-3'],
    ],
    [
      'numbers with a point keep it',
      '1.1 甲。责任单位：甲科\n1.2 乙。责任单位：乙科',
      ['1 1.1｜甲｜甲。｜｜甲科｜｜', '2 1.2｜乙｜乙。｜｜乙科｜｜'],
      [],
    ],
    [
      'who answers, said in the last sentence, in the middle, in two parentheses, and in a line of its own',
      `1.甲。
责任单位：甲科
补充说明一。
补充说明二。
2.乙。此项工作由乙科负责。
3.丙。相关工作由某某负责。
4.丁。 责任单位：丁科。注意安全。
5.戊（含己）。责任人：赵六
6.庚。(辛科牵头;壬科配合)
责任单位
癸科`,
      [
        '1 1｜甲｜甲。｜｜甲科｜｜',
        '5 2｜乙｜乙。｜｜乙科｜｜',
        '7 4｜丁｜丁。注意安全。｜｜丁科｜｜',
        '9 6｜庚｜庚。｜辛科｜癸科｜壬科｜',
      ],
      [
        '6 taskWithoutUnits 丙|',
        '7 numberJump 4|2',
        '8 personNamed 赵六|',
        '8 taskWithoutUnits 戊（含己）|',
        '9 numberJump 6|4',
      ],
    ],
    [
      'labels in lines of their own, one after the other',
      `一、任务
（一）甲
说明甲。
说明乙。
牵头单位：甲科
责任单位：乙科
完成时限：6月底前
（二）乙
其他。
牵头单位：某某`,
      ['2 1｜甲｜甲 / 说明甲。 / 说明乙。｜甲科｜乙科｜｜6月底前', '8 2｜乙｜乙 / 其他。｜某某｜｜｜'],
      ['10 doubtfulUnit 某某|'],
    ],
    [
      'a label whose next line is no list of units, and one at the very end',
      '责任单位：\n这是一段并不是单位名单的话。\n1.甲。责任单位：甲科\n责任单位：',
      ['3 1｜甲｜甲。｜｜甲科｜｜'],
      ['1 emptyUnits 责任单位|', '4 emptyUnits 责任单位|'],
    ],
  ])('%s', (_, text, tasks, findings) => {
    expect(tasksOf(text)).toEqual(tasks);
    expect(findingsOf(text)).toEqual(findings);
  });

  it.each([
    ['局办公室', '办公室', true],
    ['市级县公安局', '公安局', false],
    ['工信部', '工业和信息化部', true],
    ['文旅局', '文化和旅游局', true],
    ['文旅局', '文化旅游厅', false],
    ['卫健委', '卫生健康委', true],
    ['住建局', '建设住房局', false],
    ['人社局', '人才社局', false],
    ['财政局', '审计局', false],
    ['区委办公室', '办公室', true],
    ['工会', '总工会', true],
    ['文旅局', '文化旅游局处', false],
    ['教育局', '教化改革局', false],
    ['县局', '县公安局', false],
  ])('%s and %s may be one department: %s', (a, b, same) => {
    const told = (...names: string[]) =>
      findingsOf(names.map((name, at) => `${at + 1}.任务。责任单位：${name}`).join('\n'));
    expect(told(a, b)).toEqual(same ? [`2 similarNames ${b}|${a}`] : []);
    expect(told(b, a)).toEqual(same ? [`2 similarNames ${a}|${b}`] : []);
  });

  it('each collective is told where a task first names it', () => {
    expect(
      findingsOf('各科室要重视。\n1.甲。责任单位：各科室\n2.乙。责任单位：各科室\n3.丙。\n责任单位：各区、 县'),
    ).toEqual(['2 collective 各科室|', '4 collective 各区、县|']);
  });

  it('of more than a thousand departments, only the first thousand are compared', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => `${String.fromCharCode(0x4e00 + at)}科`).join('、');
    const told = (count: number) =>
      findingsOf(`1.甲。责任单位：${many(count)}\n2.乙。责任单位：局办公室、办公室`).filter((finding) =>
        finding.includes('similarNames'),
      );
    expect(told(999)).toEqual(['2 similarNames 办公室|局办公室']);
    expect(told(1_000)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['1.甲。责任单位：人社局\n2.乙。责任单位：人力资源和社会保障局', ['2 similarNames 人力资源和社会保障局|人社局']],
    ['1.甲。责任单位：局办公室\n2.乙。责任单位：办公室', ['2 similarNames 办公室|局办公室']],
    ['1.甲。责任单位：公安局\n2.乙。责任单位：教育局', []],
    ['1.甲。责任单位：市交通局\n2.乙。责任单位：区综合交通局', []],
  ])('names that may be one department: %s', (text, findings) => {
    expect(findingsOf(text)).toEqual(findings);
  });

  it.each([
    ['一、甲。责任单位：甲科', null],
    ['制定本方案。\n一、甲。责任单位：甲科', null],
    [`${'长'.repeat(61)}\n一、甲。责任单位：甲科`, null],
    [`${'长'.repeat(60)}\n一、甲。责任单位：甲科`, '长'.repeat(60)],
    ['附件 1\n2024年分工表\n一、甲。责任单位：甲科', '2024年分工表'],
    ['附表二：\n分工表\n一、甲。责任单位：甲科', '分工表'],
    ['附件1', null],
    ['附件材料清单\n一、甲。责任单位：甲科', '附件材料清单'],
    ['关于附件1\n一、甲。责任单位：甲科', '关于附件1'],
    ['“迎新春。送温暖”方案\n一、甲。责任单位：甲科', '“迎新春。送温暖”方案'],
    ['任务\t责任单位\n甲\t甲科', null],
  ])('a title is a short line before the matter: %s', (text, title) => {
    expect(parsePlan(text).title).toBe(title);
  });

  it.each([
    ['1999年方案', 1999],
    ['方案（2024）', 2024],
    ['2024-2026年方案', 2024],
    ['第12024号方案', null],
    ['1824年方案', null],
  ])('the year in the title “%s” is %s', (title, year) => {
    expect(parsePlan(`${title}\n一、甲。责任单位：甲科`).year).toBe(year);
  });

  it.each([
    ['开展检查：每月一次。查看台账。', '开展检查'],
    ['开展检查——重点场所', '开展检查'],
    ['开展检查 - 重点场所', '开展检查'],
    ['开展检查！要快', '开展检查'],
    [`${'长'.repeat(30)}，${'长'.repeat(30)}。`, '长'.repeat(30)],
    ['开展检查 -- 重点场所', '开展检查'],
    ['注：安全检查：重点场所', '注：安全检查：重点场所'],
    [`${'长'.repeat(20)}，${'短'.repeat(19)}。`, `${'长'.repeat(20)}，${'短'.repeat(19)}`],
    [`${'长'.repeat(20)}，${'短'.repeat(20)}。`, '长'.repeat(20)],
    [`${'长'.repeat(20)}，${'短'.repeat(10)}。`, `${'长'.repeat(20)}，${'短'.repeat(10)}`],
  ])('a task is called by its first words: %s', (words, title) => {
    expect(parsePlan(`1.${words}\n责任单位：甲科`).tasks.map((task) => task.title)).toEqual([title]);
  });
});
