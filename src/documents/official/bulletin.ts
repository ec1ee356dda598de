/** 通报: to the departments, who handed in how much and who did not. */
import { at } from '../../domain/at.ts';
import { countInCharacters, dayOfDocument, yearInCharacters } from '../../domain/chinese-figures.ts';
import type { Consolidation, DepartmentSummary, Obligation } from '../../domain/consolidation/result.ts';
import { taskName } from '../../domain/matrix.ts';
import { monthOf, yearOf } from '../../domain/period.ts';
import { isOwed } from '../../domain/status.ts';
import type { DataOf } from '../docx/template/tag.ts';
import { dayInWords, monthInWords, percent } from '../words.ts';
import { type DocumentAbout, workOf } from './about.ts';
import { signature, titleLines } from './layout.ts';
import { paragraphs } from './monthly.ts';
import { rankTable } from './rank-table.ts';
import type { BULLETIN_TAGS } from './tags.ts';

export function bulletin(consolidation: Consolidation, about: DocumentAbout): DataOf<typeof BULLETIN_TAGS> {
  const { period, asOf, departments, matrix, deadline } = consolidation;
  const month = monthInWords(period);
  const due = departments.filter(({ tally }) => tally.due > 0);
  const nothing = due
    .filter(({ tally }) => tally.handedIn === 0)
    .map(({ department }) => at(matrix.departments, department).name);
  return {
    标题: titleLines(about.unitName, [`关于${month}`, workOf(about), '报送情况的通报']),
    单位名称: about.unitName,
    月份: month,
    联系人: about.contact,
    成文日期: dayOfDocument(asOf),
    落款: signature(about.unitName, asOf),
    期号: `${yearInCharacters(yearOf(period))}年第${countInCharacters(about.months.indexOf(monthOf(period)) + 1)}期`,
    主送: '各部门',
    依据: `按照${workOf(about)}责任分工和报送要求，${month}工作报送已于${dayInWords(deadline)}截止。现将截至${dayInWords(asOf.slice(0, 10) as never)}的报送情况通报如下。`,
    总体情况: totals(consolidation),
    部门: due.map((summary, index) => ({
      序号: String(index + 1),
      名称: at(matrix.departments, summary.department).name,
      情况: standing(summary, consolidation),
    })),
    未报送部门: nothing.join('、'),
    要求: paragraphs(demands(consolidation, about), true),
    附件: `${month}报送情况表`,
    报送情况表: rankTable(consolidation),
    印发机关: about.unitName === '' ? '' : `${about.unitName}办公室`,
    印发日期: dayOfDocument(asOf),
  };
}

function totals({ tally, departments }: Consolidation): string {
  const due = departments.filter((one) => one.tally.due > 0);
  const complete = due.filter((one) => one.tally.handedIn === one.tally.due).length;
  return (
    `本月${due.length}个部门应报${tally.due}项，已报${tally.handedIn}项，其中按时${tally.onTime}项、迟报${tally.late}项；` +
    `缺报${tally.due - tally.handedIn}项。完成率${percent(tally.handedIn, tally.due)}，按时率${percent(tally.onTime, tally.due)}。` +
    `${complete === due.length ? '各部门全部报齐' : `${complete}个部门全部报齐`}。`
  );
}

function standing({ department, tally }: DepartmentSummary, { obligations, matrix }: Consolidation): string {
  const own = obligations.filter((one) => one.department === department);
  const titles = (wanted: (one: Obligation) => boolean) =>
    own.filter(wanted).map(({ task }) => taskName(task, matrix.tasks));
  const owed = titles(({ status }) => isOwed(status));
  const late = titles(({ status, daysLate }) => daysLate > 0 && !isOwed(status) && status !== 'exempt');
  const counts = `应报${tally.due}项，已报${tally.handedIn}项`;
  if (owed.length + late.length === 0) return `${counts}，全部按时报齐。`;
  return [
    counts,
    ...(late.length > 0 ? [`迟报：${late.join('、')}`] : []),
    ...(owed.length > 0 ? [`未报：${owed.join('、')}`] : []),
  ]
    .join('；')
    .concat('。');
}

function demands({ tally, deadline }: Consolidation, about: DocumentAbout): string[] {
  const owed = tally.due - tally.handedIn;
  const day = Number(deadline.slice(8, 10));
  return [
    ...(owed > 0 ? ['未报送和材料不齐的部门，请在收到本通报后3个工作日内补报，并说明原因。'] : []),
    `各部门要按照责任分工推进工作，于每月${day}日前报送当月情况，文字、数量、佐证材料要齐全、准确。`,
    ...(about.contact === '' ? [] : [`填报中遇到问题，请与办公室联系（${about.contact}）。`]),
  ];
}
