/** What single sentences, labels and rows of a plan are understood as. */
import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../../src/domain/plan/assignment.ts';
import { labelledAssignment } from '../../../src/domain/plan/labelled.ts';
import { findLabels, groupOf, loneLabel, spacedLabel } from '../../../src/domain/plan/labels.ts';
import { linesOf } from '../../../src/domain/plan/lines.ts';
import { proseAssignment } from '../../../src/domain/plan/prose.ts';
import { reportsOf } from '../../../src/domain/plan/reports.ts';
import { sentenceAssignment } from '../../../src/domain/plan/sentence.ts';
import { tableAt } from '../../../src/domain/plan/tables.ts';

/** What is not empty: `lead:甲科 joint:乙科、丙科`; a flag by its name. */
const told = (assignment: Assignment | null) =>
  assignment &&
  Object.entries(assignment)
    .filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value))
    .map(([key, value]) => (value === true ? key : `${key}:${value.join('、')}`))
    .join(' ');

describe('a sentence about who answers', () => {
  it.each([
    ['甲科牵头，乙科按职责分工负责', 'lead:甲科 joint:乙科 byVerb'],
    ['由甲科、乙科负责', 'responsible:甲科、乙科 byVerb'],
    ['甲科会同乙科、丙科', 'lead:甲科 joint:乙科、丙科 byVerb'],
    ['甲科并会同乙科负责', 'lead:甲科 joint:乙科 byVerb'],
    ['甲科、乙科', 'responsible:甲科、乙科 unlabelled'],
    ['甲科牵头、乙科配合。', 'lead:甲科 joint:乙科 byVerb'],
    ['甲科牵头 ，乙科配合', 'lead:甲科 joint:乙科 byVerb'],
    ['甲科牵头。乙科配合。', 'lead:甲科 joint:乙科 byVerb'],
    ['甲科负责，乙科协助', 'responsible:甲科 joint:乙科 byVerb'],
    ['甲科主办；乙科、丙科协办', 'lead:甲科 joint:乙科、丙科 byVerb'],
    ['甲科（牵头）、乙科', 'lead:甲科 responsible:乙科'],
    ['甲科、乙科共同负责，丙科', 'responsible:甲科、乙科、丙科 byVerb'],
    ['甲科牵头，乙科', 'lead:甲科 joint:乙科 byVerb'],
    ['甲科组织实施', 'responsible:甲科 byVerb'],
    ['甲科承办，丙科参加', 'responsible:甲科 joint:丙科 byVerb'],
    ['甲科牵头负责，乙科按照各自职责抓好落实', 'lead:甲科 joint:乙科 byVerb'],
    ['今天天气', null],
    ['甲科牵头，今天负责', null],
    ['负责', null],
    ['', null],
  ])('%s', (text, wanted) => {
    expect(told(sentenceAssignment(text))).toBe(wanted);
  });

  it('half of whose words are units is taken where that is asked for, and the other half told', () => {
    expect(told(sentenceAssignment('甲科牵头，今天负责', 1 / 2))).toBe('lead:甲科 joint:今天 doubtful:今天 byVerb');
    expect(sentenceAssignment('甲科、今天、明天负责', 1 / 2)).toBeNull();
    expect(sentenceAssignment('今天天气', 1 / 2)).toBeNull();
  });

  it.each([
    ['由甲科负责修订制度，4月前完成', 'responsible:甲科'],
    ['甲科牵头组织演练；乙科负责值守。', 'lead:甲科 responsible:乙科'],
    ['大家都要努力，甲科主办展览', 'lead:甲科'],
    ['甲科牵头，乙科配合，每月检查', 'lead:甲科 joint:乙科'],
    ['甲科承办会议\n乙科、丙科负责落实宣传', 'responsible:甲科、乙科、丙科'],
    ['好的负责人', null],
    ['王五负责打扫', null],
    ['王五、甲科负责打扫卫生', null],
    ['好。 甲科负责打扫卫生', 'responsible:甲科'],
    ['好， 甲科负责打扫卫生', 'responsible:甲科'],
    ['', null],
  ])('where nothing else says it: %s', (text, wanted) => {
    expect(told(proseAssignment(text))).toBe(wanted);
  });
});

describe('what stands behind labels', () => {
  it.each([
    ['责任单位：甲科。做好记录。其他科室配合。再议。', 'responsible:甲科 joint:其他科室', '做好记录。再议。'],
    ['  责任单位：甲科；完成时限：6月。底前。', 'responsible:甲科 due:6月。底前', ''],
    ['完成时限：长期，责任单位：甲科', 'responsible:甲科 due:长期', ''],
    ['责任单位：（甲科、乙科）；配合单位：丙局（丁科）', 'responsible:甲科、乙科 joint:丙局（丁科）', ''],
    ['责任单位：(甲科)、(乙科)', 'responsible:(甲科)、(乙科) doubtful:(甲科)、(乙科)', ''],
    ['完成时限： 6月底；', 'due:6月底', ''],
    ['责任单位：甲科。；完成时限：6月', 'responsible:甲科 due:6月', ''],
    ['责任单位：甲科。 做好记录。', 'responsible:甲科', '做好记录。'],
    ['责任单位：。甲科负责。', 'responsible:甲科 empty:责任单位', ''],
    ['责任单位：甲科；责任单位：甲科', 'responsible:甲科', ''],
    ['责任单位：王五、李四负责', 'responsible:王五、李四负责 doubtful:王五、李四负责', ''],
    ['责任单位：甲科；本部门目标：无事故', 'responsible:甲科', '本部门目标：无事故'],
    ['责任单位：甲科（', 'responsible:甲科', ''],
    ['责任单位：甲科、甲科', 'responsible:甲科', ''],
    ['责任单位：甲科（牵头）、乙科、某某', 'lead:甲科 responsible:乙科、某某 doubtful:某某', ''],
    ['牵头单位：甲科牵头，乙科配合', 'lead:甲科 joint:乙科', ''],
    ['责任单位：甲科会同乙科', 'lead:甲科 joint:乙科', ''],
    ['责任单位：甲科牵头，乙科、某某负责', 'lead:甲科 joint:乙科、某某 doubtful:某某', ''],
    ['配合单位：甲科牵头', 'joint:甲科牵头 doubtful:甲科牵头', ''],
    ['协调单位：庚科、；责任单位：甲科', 'responsible:甲科 unknown:协调单位：庚科', ''],
    ['验收形式：好；责任单位：甲科。乙科、丙科。', 'responsible:甲科', '验收形式：好；乙科、丙科。'],
    ['责任单位：无', 'empty:责任单位', ''],
    ['责任单位：——', 'empty:责任单位', ''],
    ['责任单位：甲无', 'responsible:甲无 doubtful:甲无', ''],
    ['责任单位：无人区', 'responsible:无人区', ''],
    ['责任人：—', '', ''],
    ['完成时限：无', '', ''],
    ['责任人：张三、甲科', 'responsible:甲科 people:张三', ''],
  ])('%s', (text, wanted, rest) => {
    const read = labelledAssignment(text);
    expect(read && [told(read.assignment), read.rest]).toEqual([wanted, rest]);
  });

  it.each(['文中责任单位', '验收标准：好', '前言，责任单位：甲科', ''])(
    'nothing where no label begins “%s”',
    (text) => {
      expect(labelledAssignment(text)).toBeNull();
    },
  );
});

describe('a label', () => {
  const labels = (text: string) =>
    findLabels(text).map(({ group, label, from, to }) => [group, label, text.slice(0, from), text.slice(to)]);

  it.each([
    ['牵头单位：甲科', [['lead', '牵头单位', '', '甲科']]],
    ['责任单位（部门）：甲科', [['responsible', '责任单位', '', '甲科']]],
    ['责任单位和责任人 : 甲科', [['responsible', '责任单位', '', ' 甲科']]],
    ['【责任单位】甲科', [['responsible', '责任单位', '', '甲科']]],
    ['【责任单位：甲科】', [['responsible', '责任单位', '【', '甲科】']]],
    ['责任单位、责任人：甲科', [['responsible', '责任单位', '', '甲科']]],
    ['见〔配合单位〕：甲', [['joint', '配合单位', '见', '甲']]],
    [
      '（责任单位：甲科；完成时限：6月）',
      [
        ['responsible', '责任单位', '（', '甲科；完成时限：6月）'],
        ['due', '完成时限', '（责任单位：甲科；', '6月）'],
      ],
    ],
    [
      '主办：甲；协办：乙。承办：丙',
      [
        ['lead', '主办', '', '甲；协办：乙。承办：丙'],
        ['joint', '协办', '主办：甲；', '乙。承办：丙'],
        ['responsible', '承办', '主办：甲；协办：乙。', '丙'],
      ],
    ],
    [
      '分管领导：王;具体责任人：张',
      [
        ['person', '分管领导', '', '王;具体责任人：张'],
        ['person', '具体责任人', '分管领导：王;', '张'],
      ],
    ],
    ['验收标准：好', [['other', '验收标准', '', '好']]],
    ['第一责任单位:甲', [['lead', '第一责任单位', '', '甲']]],
    ['责任单位甲：', []],
    ['本责任单位：', [['other', '本责任单位', '', '']]],
    ['有关单位：甲', []],
    ['各责任单位：', []],
  ])('%s', (text, wanted) => {
    expect(labels(text)).toEqual(wanted);
  });

  it('may stand alone in a line', () => {
    expect(['责任单位', '责任单位：', '【牵头单位】', '牵头部门 ', '配合单位:'].map(loneLabel)).toEqual([
      '责任单位',
      '责任单位',
      '牵头单位',
      '牵头部门',
      '配合单位',
    ]);
    for (const text of ['责任', '主办科', '责任人', '完成时限', '责任单位甲', '', '牵头：', '责任人员'])
      expect(loneLabel(text)).toBeNull();
  });

  it('may be parted from its units by a space', () => {
    expect(spacedLabel('责任部门\u3000后勤科 ')).toEqual({ label: '责任部门', value: '后勤科' });
    expect(spacedLabel('责任部门  后勤科')).toEqual({ label: '责任部门', value: '后勤科' });
    for (const text of [
      '责任部门后勤科',
      '责任部门后勤科 办公室',
      '责任 后勤科',
      '完成时限 6月',
      '牵头单位  ',
      '责任人员 张',
      '后勤科 责任部门',
    ])
      expect(spacedLabel(text)).toBeNull();
  });

  it.each([
    ['责任单位', 'responsible'],
    ['牵头部门', 'lead'],
    ['配合', 'joint'],
    ['责任人', 'person'],
    ['责任领导', 'person'],
    ['完 成 时 间：', 'due'],
    ['截止日期', 'due'],
    ['时间', 'due'],
    ['责任单位及人员', 'responsible'],
    ['开展的具体工作时间', null],
    ['序号', null],
    ['验收标准', null],
    ['单位', null],
    ['责任落实情况', null],
    ['时间说明', null],
    ['全年工作截止日期', 'due'],
    ['全年工作的截止日期', null],
  ])('as the heading of a table, %s is %s', (heading, group) => {
    expect(groupOf(heading)).toBe(group);
  });
});

describe('a table', () => {
  const read = (text: string, start = 0) => {
    const table = tableAt(linesOf(text), start);
    return (
      table && {
        ...table,
        tasks: table.tasks.map(({ number, title, content, assignment, line }) =>
          [number, title, content, told(assignment), line].join('|'),
        ),
      }
    );
  };

  it('has a task a row; a row without one goes on with the task above', () => {
    expect(
      read(
        '序号\t工作任务\t主要内容\t牵头单位\t配合单位\t完成时限\n1\t甲\t做甲\t甲科\t-\t5月\n\t\t做乙\t\t乙科\t\n2\t丙\t\t丙科\t无\t\n注：完',
      ),
    ).toEqual({
      tasks: ['1|甲|做甲\n做乙|lead:甲科 joint:乙科 due:5月|2', '2|丙|丙|lead:丙科|4'],
      length: 4,
      unread: null,
    });
  });

  it.each([
    ['任务\t牵头单位\n甲\t甲科', ['|甲|甲|lead:甲科|2']],
    ['任务\t配合单位\n甲\t甲科', ['|甲|甲|joint:甲科|2']],
    ['任务\t责任人\n甲\t甲科', ['|甲|甲|responsible:甲科|2']],
    ['一级指标\t任务\t责任单位\n甲\t乙\t丙科', ['|乙|乙|responsible:丙科|2']],
    ['工作类别\t任务清单\t责任单位\n甲\t乙\t丙科', ['|乙|乙|responsible:丙科|2']],
    [
      '任务\t内容\t备注\t责任单位\n甲\t做甲\t备\t甲科\n\t\t备\t乙科\n丙\t\t\t',
      ['|甲|做甲|responsible:甲科、乙科|2', '|丙|丙||4'],
    ],
    [
      '序号\t任务\t内容\t责任单位\n1\t甲\t做甲\t甲科\n2\t\t做乙\t乙科\n3\t\t\t丙科',
      ['1|甲|做甲\n做乙|responsible:甲科、乙科|2'],
    ],
    ['任务\t责任单位\n\t丙科\n甲\t甲科', ['|甲|甲|responsible:甲科|3']],
    ['序号\t任务\t责任单位\n\t\t丙科\n1\t甲\t甲科', ['1|甲|甲|responsible:甲科|3']],
    ['任务 名称\t责任单位\n甲\t甲科', ['|甲|甲|responsible:甲科|2']],
    ['年度重点工作任务\t责任单位\n甲\t甲科', ['|甲|甲|responsible:甲科|2']],
    ['文号\t任务\t责任单位\n6号\t甲\t甲科', ['|甲|甲|responsible:甲科|2']],
    ['编号规则\t任务\t责任单位\n按年\t甲\t甲科', ['|甲|甲|responsible:甲科|2']],
    ['任务来源\t本年度内必须完成的全部任务\t工作任务\t责任单位\n市\t全部\t甲\t甲科', ['|甲|甲|responsible:甲科|2']],
    [
      '任务\t内容来源\t市里下达的各项具体要求\t工作内容\t责任单位\n甲\t市\t全部\t做甲\t甲科',
      ['|甲|做甲|responsible:甲科|2'],
    ],
    [
      '任务\t目标\t具体措施\t责任单位\n甲\t全达标\t逐户查\t甲科\n乙\t\t\t乙科',
      ['|甲|全达标\n逐户查|responsible:甲科|2', '|乙|乙|responsible:乙科|3'],
    ],
    ['要求\t任务\t责任单位\n严查\t甲\t甲科', ['|甲|严查|responsible:甲科|2']],
    ['内容\t要求\t责任单位\n做甲\t严查\t甲科\n\t补查\t乙科', ['|做甲|严查\n补查|responsible:甲科、乙科|2']],
    ['任务\t责任单位\t时限\n甲\t甲科\t6月底前。', ['|甲|甲|responsible:甲科 due:6月底前|2']],
    ['|任务|责任单位|完成时限|\n|甲|甲科|', ['|甲|甲|responsible:甲科|2']],
  ])('finds its columns by their headings: %s', (text, tasks) => {
    expect(read(text)).toMatchObject({ tasks, unread: null });
  });

  it.each(['大类名称', '工作的方面', '其他领域'])('%s is no kind', (heading) => {
    expect(read(`${heading}\t任务\n甲\t乙`)).toBeNull();
  });

  it.each(['类别', '一级目录', '工作类别'])('%s is one: with a task these are two columns already', (heading) => {
    expect(read(`${heading}\t任务\n甲\t乙`)?.unread).toBe(`${heading} 任务`);
  });

  it('a kind and a task are two columns already', () => {
    expect(read('类别\t任务\n甲\t乙')).toEqual({ tasks: ['|乙|乙||2'], length: 2, unread: '类别 任务' });
  });

  it('tells people from units', () => {
    expect(read('任务\t责任人\n甲\t张三、甲科\n乙\t')?.tasks).toEqual([
      '|甲|甲|responsible:甲科 people:张三|2',
      '|乙|乙||3',
    ]);
  });

  it('a line broken within a cell does not end it', () => {
    expect(read('类别\t内容\t责任单位\n一类\t做甲\t甲科\n断行\n二类\t做乙\t乙科')).toEqual({
      tasks: ['|做甲|做甲|responsible:甲科|2', '|做乙|做乙|responsible:乙科|4'],
      length: 4,
      unread: null,
    });
    expect(read(`内容\t责任单位\n做甲\t甲科\n${'长'.repeat(60)}\n做乙\t乙科`)?.length).toBe(4);
    expect(read(`内容\t责任单位\n做甲\t甲科\n${'长'.repeat(61)}\n做乙\t乙科`)?.length).toBe(2);
  });

  it('may be of Markdown, and begin further down', () => {
    expect(read('前言\n|任务|责任单位|\n|:--|---|\n|甲|甲科|', 1)).toEqual({
      tasks: ['|甲|甲|responsible:甲科|4'],
      length: 3,
      unread: null,
    });
  });

  it('without a column of units names its headings', () => {
    expect(read('编号\t事项\n1\t甲')).toEqual({ tasks: ['1|甲|甲||2'], length: 2, unread: '编号 事项' });
  });

  it.each(['甲\t乙\n丙\t丁', '序号\t责任单位\n1\t甲科', '任务\t甲', '任务', '说明文字', ''])(
    '“%s” begins none',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});

describe('what is to be handed in', () => {
  const rules = (text: string) =>
    reportsOf({ number: 7, text, bold: '', cells: null }).map((rule) =>
      [
        rule.what,
        rule.due,
        rule.to.join('、'),
        rule.then.join('、'),
        rule.frequency,
        rule.month,
        rule.day,
        rule.line,
      ].join('|'),
    );

  it.each([
    ['每月25日前将工作进展报送整治办，整治办汇总后报市整治办。', ['工作进展|每月25日前|整治办|市整治办|monthly||25|7']],
    ['12月10日前报送全年总结至整治办', ['全年总结|12月10日前|整治办||once|12|10|7']],
    [
      '各部门工作总结请于每季度末月20日前报综合科备案；每年6月30日前把半年小结上报给局办公室',
      ['各部门工作总结|每季度末月20日前|综合科||quarterly||20|7', '半年小结|每年6月30日前|局办公室||yearly|6|30|7'],
    ],
    ['5月20日前，请将名单提交到人事科、财务科。', ['名单|5月20日前|人事科、财务科||once|5|20|7']],
    [
      '总之，活动照片要求每月20日前报送局办公室，办公室审核汇总后上报区文明办和区工委',
      ['活动照片|每月20日前|局办公室|区文明办、区工委|monthly||20|7'],
    ],
    ['请各科室并于3月底前将计划书面报办公室', ['计划|3月底前|办公室||once|3||7']],
    ['将名册于5月1日前报人事科', ['名册|5月1日前|人事科||once|5|1|7']],
    ['工作总结，，12月10日前报办公室', ['工作总结|12月10日前|办公室||once|12|10|7']],
    ['12月10日前报办公室', ['|12月10日前|办公室||once|12|10|7']],
    ['并请同时将台账于6月1日前报办公室备查', ['台账|6月1日前|办公室||once|6|1|7']],
    ['每月5日前将总结上报办公室', ['总结|每月5日前|办公室||monthly||5|7']],
    ['3月1日前提交办公室', ['|3月1日前|办公室||once|3|1|7']],
    ['每月5日前将 台账 报办公室，逾期不补', ['台账|每月5日前|办公室||monthly||5|7']],
    ['名册5月1日前报办公室备案存档', ['名册|5月1日前|办公室||once|5|1|7']],
    ['名册5月1日前报备案管理科', ['名册|5月1日前|备案管理科||once|5|1|7']],
    ['请并同时另外将台账', []],
    ['请另外各科总结12月10日前报办公室', ['各科总结|12月10日前|办公室||once|12|10|7']],
    ['会议纪要每月5日前报办公室', ['会议纪要|每月5日前|办公室||monthly||5|7']],
    ['信息摘要须每月5日前报办公室', ['信息摘要|每月5日前|办公室||monthly||5|7']],
    ['5月1日前将入党申请报办公室', ['入党申请|5月1日前|办公室||once|5|1|7']],
    ['5月1日前将应急物资清单报办公室', ['应急物资清单|5月1日前|办公室||once|5|1|7']],
    ['5月1日前将申请书及纪要材料报办公室', ['申请书及纪要材料|5月1日前|办公室||once|5|1|7']],
    ['每月5日前上报', []],
    ['每月20日前报告情况', []],
    ['报表每月20日前做好', []],
    ['每月20日前报送张三', []],
    ['及时报送办公室', []],
  ])('%s', (text, wanted) => {
    expect(rules(text)).toEqual(wanted);
  });
});
