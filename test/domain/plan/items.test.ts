/** Which task a line of units belongs to, and what becomes of the words around it. */
import { describe, expect, it } from 'vitest';
import { findingsOf, tasksOf } from '../../support/plan.ts';

type Example = [what: string, text: string, tasks: readonly string[], findings?: readonly string[]];

const read = (_: string, text: string, tasks: readonly string[], findings: readonly string[] = []) => {
  expect(tasksOf(text)).toEqual(tasks);
  expect(findingsOf(text)).toEqual(findings);
};

describe('units in a line of their own', () => {
  it.each<Example>([
    [
      'as a sentence, belong to the task above',
      `1.检查灭火器。责任单位：保卫科
2.清点钥匙。
由办公室牵头，后勤科配合。
3.更换门锁。
此项工作由后勤科负责。`,
      [
        '1 1｜检查灭火器｜检查灭火器。｜｜保卫科｜｜',
        '2 2｜清点钥匙｜清点钥匙。｜办公室｜｜后勤科｜',
        '4 3｜更换门锁｜更换门锁。｜｜后勤科｜｜',
      ],
    ],
    [
      'in parentheses, belong to the task above, also where it has units already',
      '一、修缮校舍\n（总务处负责）\n1.粉刷教室。（总务处牵头）\n（德育处配合）',
      ['1 1｜修缮校舍｜修缮校舍｜｜总务处｜｜', '3 一-1｜粉刷教室｜粉刷教室。｜总务处｜｜德育处｜'],
      ['3 numberRepeated 1|一-1'],
    ],
    [
      'belong to the task without a number that was named last',
      `1.整理档案。责任单位：档案室
另行清理旧报刊。
责任单位：图书馆
配合单位：办公室
2.组织晨读。（教务处负责）
开放阅览室。（图书馆负责）
配合单位：团委`,
      [
        '1 1｜整理档案｜整理档案。｜｜档案室｜｜',
        '2 2｜另行清理旧报刊｜另行清理旧报刊。｜｜图书馆｜办公室｜',
        '5 2-2｜组织晨读｜组织晨读。｜｜教务处｜｜',
        '6 4｜开放阅览室｜开放阅览室。｜｜图书馆｜团委｜',
      ],
      ['5 numberRepeated 2|2-2'],
    ],
    [
      'follow words that stand between two tasks without a number: those are a task as well',
      `一、迎检准备
总的要求另行通知。
布置展板。（宣传科负责）
打扫会议室，
备好茶水。
责任单位：后勤科
配合单位：办公室`,
      ['3 1｜布置展板｜布置展板。｜｜宣传科｜｜', '4 2｜打扫会议室｜打扫会议室， / 备好茶水。｜｜后勤科｜办公室｜'],
    ],
    [
      'do not go back to words that a later task without a number has left behind',
      '1.开学检查。责任单位：教务处\n检查结果要公布。\n慰问教师。（工会负责）\n配合单位：办公室',
      ['1 1｜开学检查｜开学检查。｜｜教务处｜｜', '3 2｜慰问教师｜慰问教师。｜｜工会｜办公室｜'],
    ],
    [
      'of a chapter’s first paragraph are told from the chapter when a second one follows, whatever blank lines are between',
      '一、第一季度\n\n盘点物资。\n责任单位：仓库组\n\n更新台账。\n责任单位：财务组',
      ['3 1｜盘点物资｜盘点物资。｜｜仓库组｜｜', '6 2｜更新台账｜更新台账。｜｜财务组｜｜'],
    ],
    [
      'of a chapter that is a task itself stay with it',
      '一、盘点物资。\n责任单位：仓库组\n更新台账。\n责任单位：财务组',
      ['1 1｜盘点物资｜盘点物资。｜｜仓库组｜｜', '3 2｜更新台账｜更新台账。｜｜财务组｜｜'],
    ],
    [
      'of a point with paragraphs stay with it, however many follow',
      '（一）盘点物资。\n逐件登记。\n责任单位：仓库组\n更新台账。\n责任单位：财务组',
      ['1 1｜盘点物资｜盘点物资。 / 逐件登记。｜｜仓库组｜｜', '4 2｜更新台账｜更新台账。｜｜财务组｜｜'],
    ],
    [
      'below points of which one has its own are for the last',
      '（一）防汛。\n1.备沙袋。责任单位：仓库组\n2.清沟渠。\n3.查水泵。\n责任单位：工程组',
      ['2 1｜备沙袋｜备沙袋。｜｜仓库组｜｜', '4 3｜查水泵｜查水泵。｜｜工程组｜｜'],
      ['3 taskWithoutUnits 清沟渠|', '4 numberJump 3|1'],
    ],
    [
      'below points of an item that has its own are for the last',
      '（一）防汛。（值班室负责）\n1.备沙袋。\n2.查水泵。\n责任单位：工程组',
      ['1 1｜防汛｜防汛。 / 1.备沙袋。｜｜值班室｜｜', '3 2｜查水泵｜查水泵。｜｜工程组｜｜'],
      ['2 taskWithoutUnits 备沙袋|'],
    ],
    [
      'below the only point of an item are for the point',
      '（一）防汛。\n1.查水泵。\n责任单位：工程组',
      ['2 1｜查水泵｜查水泵。｜｜工程组｜｜'],
    ],
    [
      'below points of a chapter are for the last',
      '一、防汛\n1.备沙袋。\n2.查水泵。\n责任单位：工程组',
      ['3 2｜查水泵｜查水泵。｜｜工程组｜｜'],
      ['2 taskWithoutUnits 备沙袋|'],
    ],
    [
      'below the last point, which has others, are for that point',
      '（一）防汛。\n1.备沙袋。\n2.查水泵。（工程组负责）\n配合单位：值班室',
      ['3 2｜查水泵｜查水泵。｜｜工程组｜值班室｜'],
      ['2 taskWithoutUnits 备沙袋|'],
    ],
    [
      'at the end of a paragraph below a point are for the point',
      '1.巡查。\n每晚两次。（保卫科负责）\n2.（后勤科负责）',
      ['1 1｜巡查｜巡查。 / 每晚两次。｜｜保卫科｜｜', '3 2｜（后勤科负责）｜（后勤科负责）｜｜后勤科｜｜'],
    ],
    [
      'with a person and a day, keep the day',
      '1.验收。\n联系人：王五，完成时限：6月底前\n责任单位：仓库组',
      ['1 1｜验收｜验收。｜｜仓库组｜｜6月底前'],
      ['2 personNamed 王五|'],
    ],
    [
      'before any number, belong to the paragraph above and to none before it',
      '分工\n清点桌椅，登记造册。（总务处负责）\n责任单位：教务处\n布置考场。\n责任单位：考务办',
      [
        '2 1｜清点桌椅，登记造册｜清点桌椅，登记造册。｜｜总务处、教务处｜｜',
        '4 2｜布置考场｜布置考场。｜｜考务办｜｜',
      ],
    ],
    [
      'with words behind them, leave the words to the task',
      '1.值守。\n责任单位：值班室。遇雨加派一人。\n配合单位：保卫科。',
      ['1 1｜值守｜值守。 / 遇雨加派一人。｜｜值班室｜保卫科｜'],
    ],
    [
      'before any task are told of, all of them; a deadline there is not',
      '牵头单位：办公室，责任单位：人事科，配合单位：工会、团委\n完成时限：6月底前\n1.整理名册。责任单位：人事科',
      ['3 1｜整理名册｜整理名册。｜｜人事科｜｜'],
      ['1 orphanUnits 办公室、人事科、工会、团委|'],
    ],
    [
      'behind a label without a colon, are units only where every word is one',
      '1.迎新。\n责任单位 教务处 德育处\n2.送老。（工会负责）\n3.家访。\n责任单位 及时登记 教务处',
      ['1 1｜迎新｜迎新。｜｜教务处、德育处｜｜', '3 2｜送老｜送老。｜｜工会｜｜'],
      ['4 taskWithoutUnits 家访|'],
    ],
    [
      'named again, are named once',
      '1.迎新。责任单位：教务处，完成时限：9月底前\n责任单位：教务处、德育处\n完成时限：9月底前',
      ['1 1｜迎新｜迎新。｜｜教务处、德育处｜｜9月底前'],
    ],
  ])('%s', read);
});

describe('a list of units in the line below its label', () => {
  const departments = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉', (name) => `${name}区教育体育局`).join(
    '、',
  );

  it.each<Example>([
    [
      'is taken however long, and however many lines it has',
      `1.普查。\n责任单位：\n${departments}、\n市民政局、\n市统计局\n2.汇总。责任单位：统计科`,
      [`1 1｜普查｜普查。｜｜${departments}、市民政局、市统计局｜｜`, '6 2｜汇总｜汇总。｜｜统计科｜｜'],
    ],
    [
      'goes on in the line below where it ends in 、, and nowhere else',
      '1.普查。责任单位：统计科、\n信息科\n审计科',
      ['1 1｜普查｜普查。｜｜统计科、信息科｜｜'],
    ],
    [
      'is taken behind a short label, a numbered one, and one at the end of the task or of a deadline',
      `1.普查。
牵头：
统计科
2.录入。责任单位：
信息科
3.复核。
完成时限：6月底前；责任单位：
审计科
4.归档。
一、责任单位
档案室`,
      [
        '1 1｜普查｜普查。｜统计科｜｜｜',
        '4 2｜录入｜录入。｜｜信息科｜｜',
        '6 3｜复核｜复核。｜｜审计科｜｜6月底前',
        '9 4｜归档｜归档。｜｜档案室｜｜',
      ],
    ],
    [
      'is none where a word of it is no unit, or where it is the next item',
      `1.巡查。
责任单位：
保卫科、及时上报
2.值守。
责任单位：

（二）建设社区服务站。责任单位：民政科
3.慰问。责任单位：工会、
4.登记。责任单位：
（五）值守社区服务站
责任单位：值班室
6.打扫。责任单位：后勤科
值班室、门卫室`,
      [
        '7 2｜建设社区服务站｜建设社区服务站。｜｜民政科｜｜',
        '8 3｜慰问｜慰问。｜｜工会｜｜',
        '10 5｜值守社区服务站｜值守社区服务站｜｜值班室｜｜',
        '12 6｜打扫｜打扫。｜｜后勤科｜｜',
      ],
      ['2 emptyUnits 责任单位|', '5 emptyUnits 责任单位|', '9 emptyUnits 责任单位|', '12 numberJump 6|3'],
    ],
    [
      'is none below a label of something else, or below words that only end so',
      '1.培训。责任单位：人事科；联系电话：\n各科室\n2.参观学校、\n医院\n3.总结。责任单位：办公室',
      ['1 1｜培训｜培训。联系电话：｜｜人事科｜｜', '5 3｜总结｜总结。｜｜办公室｜｜'],
      ['3 taskWithoutUnits 参观学校|', '5 numberJump 3|1'],
    ],
  ])('%s', read);
});

describe('words that name nobody', () => {
  it.each<Example>([
    [
      'and say only by when or whom to ask: the task is told to have no units',
      '1.采购。责任单位：后勤科\n2.验收。\n完成时限：6月底前\n3.入库。责任单位：仓库组\n4.盘点。联系人：王五',
      ['1 1｜采购｜采购。｜｜后勤科｜｜', '4 3｜入库｜入库。｜｜仓库组｜｜'],
      ['2 taskWithoutUnits 验收|', '4 numberJump 3|1', '5 personNamed 王五|', '5 taskWithoutUnits 盘点|'],
    ],
    [
      'behind a label at the end of the task: told, and no words of the task',
      '1.采购。责任单位：\n2.入库。责任单位：仓库组；配合单位：无',
      ['2 2｜入库｜入库。｜｜仓库组｜｜'],
      ['1 emptyUnits 责任单位|', '1 taskWithoutUnits 采购|', '2 emptyUnits 配合单位|'],
    ],
    [
      'behind a label with nothing below it: what follows is the task’s',
      '1.采购。\n责任单位：\n货比三家。\n配合单位：；验收标准：合格。\n责任单位：后勤科',
      ['1 1｜采购｜采购。 / 货比三家。 / 验收标准：合格。｜｜后勤科｜｜'],
      ['2 emptyUnits 责任单位|', '4 emptyUnits 配合单位|'],
    ],
    [
      'in a heading that sounds like a label are a heading',
      '一、工作任务\n1.采购。责任单位：后勤科\n二、责任分工\n1.验收。责任单位：后勤科\n2.入库。责任单位：仓库组',
      ['2 1｜采购｜采购。｜｜后勤科｜｜', '4 二-1｜验收｜验收。｜｜后勤科｜｜', '5 2｜入库｜入库。｜｜仓库组｜｜'],
      ['3 emptyUnits 责任分工|', '4 numberRepeated 1|二-1'],
    ],
    [
      'below a task without a number belong to what it is part of',
      '1.采购。责任单位：后勤科\n急用的另行申请。（完成时限：6月5日前）',
      ['1 1｜采购｜采购。 / 急用的另行申请。｜｜后勤科｜｜'],
    ],
    [
      'in the points of a task are its words, with their numbers',
      '（一）迎新。（教务处负责）\n1.布置会场。\n横幅另做。\n2.接站。\n①排车次。\n（二）送老。（工会负责）',
      [
        '1 1｜迎新｜迎新。 / 1.布置会场。 / 横幅另做。 / 2.接站。 / ①.排车次。｜｜教务处｜｜',
        '6 2｜送老｜送老。｜｜工会｜｜',
      ],
    ],
  ])('%s', read);

  it('a phase that names units is a task, one that names none is not', () => {
    const text =
      '一、任务\n（一）查账。（财务科负责）\n二、步骤\n第一阶段（3月）：动员部署。\n第二阶段（4月至6月）：集中整治。\n责任单位：执法队';
    expect(tasksOf(text)).toEqual(['2 1｜查账｜查账。｜｜财务科｜｜', '5 2｜集中整治｜集中整治。｜｜执法队｜｜']);
  });
});
