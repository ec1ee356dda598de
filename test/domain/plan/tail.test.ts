/** Who answers, said at the end of a paragraph. */
import { describe, expect, it } from 'vitest';
import { findingsOf, tasksOf } from '../../support/plan.ts';

/** The only task of a plan: `title｜content｜牵头｜责任｜配合｜due`, then what is told of it. */
const read = (paragraph: string) => [
  ...tasksOf(`1.${paragraph}`).map((task) => task.replace('1 1｜', '')),
  ...findingsOf(`1.${paragraph}`).map((finding) => finding.replace('1 ', '')),
];

describe('parentheses at the end', () => {
  it.each([
    [
      '检修电梯。 （责任单位：甲科）（责任单位：乙科）（配合单位：丙科）（完成时限：6月）（配合单位：丁科）',
      ['检修电梯｜检修电梯。｜｜甲科、乙科｜丙科、丁科｜6月'],
    ],
    ['检修电梯（牵头单位：甲科）（见附件）。', ['检修电梯（见附件）｜检修电梯（见附件）。｜甲科｜｜｜']],
    ['检修电梯。（甲科牵头。乙科配合。）（含货梯）；', ['检修电梯｜检修电梯。（含货梯）；｜甲科｜｜乙科｜']],
    [
      '检修电梯。（甲科、乙科）（6月底前）',
      ['检修电梯｜检修电梯。（6月底前）｜｜甲科、乙科｜｜6月底前', 'unlabelledUnits 甲科、乙科|'],
    ],
    ['检修电梯。【甲科负责】', ['检修电梯｜检修电梯。｜｜甲科｜｜']],
    ['检修电梯。[责任单位：甲科（牵头）、乙科(货梯)]', ['检修电梯｜检修电梯。｜甲科｜乙科(货梯)｜｜']],
    [
      '检修电梯。责任单位：甲局、各镇（街道）。',
      ['检修电梯｜检修电梯。｜｜甲局、各镇（街道）｜｜', 'collective 各镇（街道）|'],
    ],
    [
      '检修电梯。责任单位：甲局（乙科负责）、丙局（丁科、戊科）（完成时限：6月）',
      ['检修电梯｜检修电梯。｜｜甲局（乙科负责）、丙局（丁科、戊科）｜｜6月'],
    ],
    ['检修电梯（责任单位：甲科）（乙科配合）', ['检修电梯｜检修电梯｜｜甲科｜乙科｜']],
    ['检修电梯。责任单位：甲科（配合单位：乙科）', ['检修电梯｜检修电梯。｜｜甲科｜乙科｜']],
    ['检修电梯。由甲科负责。（完成时限：6月）', ['检修电梯｜检修电梯。｜｜甲科｜｜6月']],
    ['检修电梯。责任单位：（甲科、乙科）。', ['检修电梯｜检修电梯。｜｜甲科、乙科｜｜']],
    ['检修电梯（完成时限：6月）', ['noUnits |']],
    ['检修电梯，完成时限：6月（乙科负责）', ['检修电梯，完成时限｜检修电梯，完成时限：6月｜｜乙科｜｜']],
    ['检修电梯。责任单位：甲科。货梯另报（乙科配合）', ['检修电梯｜检修电梯。责任单位：甲科。货梯另报｜｜｜乙科｜']],
    ['检修电梯。责任单位：甲科）', ['检修电梯｜检修电梯。｜｜甲科）｜｜', 'doubtfulUnit 甲科）|']],
  ])('%s', (paragraph, told) => {
    expect(read(paragraph)).toEqual(told);
  });

  it.each([
    ['（甲科、王五）', ['doubtfulParenthesis 甲科、王五|', 'noUnits |']],
    ['（王五、李四）', ['noUnits |']],
    ['（含地下室等处的货梯）', ['noUnits |']],
    [`（甲科、${'长'.repeat(117)}）`, [`doubtfulParenthesis 甲科、${'长'.repeat(117)}|`, 'noUnits |']],
    [`（甲科、${'长'.repeat(118)}）`, ['noUnits |']],
  ])('which may or may not name units, are told of or not: %s', (parenthesis, told) => {
    expect(read(`检修电梯。${parenthesis}`)).toEqual(told);
  });
});

describe('a last sentence', () => {
  it.each([
    ['检修电梯。此项由甲科牵头，乙科配合；', ['检修电梯｜检修电梯。｜甲科｜｜乙科｜']],
    ['检修电梯；以上工作甲科负责', ['检修电梯｜检修电梯；｜｜甲科｜｜']],
    ['检修电梯。本项工作由甲科主办。', ['检修电梯｜检修电梯。｜甲科｜｜｜']],
    [
      `检修电梯;由${Array.from('甲乙丙丁戊己庚辛壬癸', (name) => `${name}区住房和城乡建设局`).join('、')}共同负责。`,
      [
        `检修电梯｜检修电梯;｜｜${Array.from('甲乙丙丁戊己庚辛壬癸', (name) => `${name}区住房和城乡建设局`).join('、')}｜｜`,
      ],
    ],
  ])('%s', (paragraph, told) => {
    expect(read(paragraph)).toEqual(told);
  });

  it.each([
    '检修电梯。甲科（牵头）、乙科。',
    '检修电梯。甲科此项工作负责。',
    '检修电梯。各科室抓好落实。',
    '检修电梯。配合办、保卫科。',
    '检修电梯。由甲科、王五负责。',
    '检修电梯。由甲科负责（）',
    '检修电梯（甲科负责）时要断电。',
  ])('says nobody where it is no more than a sentence: %s', (paragraph) => {
    expect(tasksOf(`1.${paragraph}\n2.登记。责任单位：人事科`)).toEqual(['2 2｜登记｜登记。｜｜人事科｜｜']);
  });
});
