/** 月度报告: what goes upward every month. */
import { countInCharacters, dayOfDocument } from '../../domain/chinese-figures.ts';
import type { Consolidation } from '../../domain/consolidation/result.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { DataOf } from '../docx/template/tag.ts';
import type { ReportContent } from '../draft/content.ts';
import { monthInWords } from '../words.ts';
import { type DocumentAbout, workOf } from './about.ts';
import { comparisonTable } from './comparison-table.ts';
import { type EvidenceLink, evidenceBlock, type ImageSource } from './evidence.ts';
import { signature, titleLines } from './layout.ts';
import { ratesMap } from './rates-map.ts';
import { statusTable } from './status-table.ts';
import type { MONTHLY_TAGS } from './tags.ts';

/** As what a report is registered before it leaves. */
export interface Registered {
  /** The day it bears. */
  readonly day: LocalDate;
  /** `示交文〔2023〕5号`; `''` where it has none. */
  readonly number: string;
  /** 0 for the month's report itself, n for the nth supplement to it. */
  readonly supplement: number;
}

export interface MonthlyInput {
  readonly consolidation: Consolidation;
  readonly content: ReportContent;
  readonly about: DocumentAbout;
  readonly links: readonly EvidenceLink[];
  readonly imageSource: ImageSource;
  readonly registered: Registered;
}

export function monthlyReport({
  consolidation,
  content,
  about,
  links,
  imageSource,
  registered: { day: date, number, supplement },
}: MonthlyInput): DataOf<typeof MONTHLY_TAGS> {
  const month = monthInWords(consolidation.period);
  const evidence = evidenceBlock(links, imageSource);
  const hasEvidence = evidence.pictures.length + evidence.lines.length > 0;
  const others = ['报送情况对比和年度完成率', ...(hasEvidence ? ['佐证材料'] : [])];
  const day = dayOfDocument(date);
  const opening =
    supplement === 0 ? [] : [`此前报送的${month}情况有变动，现作为补充报告第${supplement}号报送，请以本报告为准。`];
  return {
    标题: titleLines(about.unitName, [
      `关于${month}`,
      workOf(about),
      supplement === 0 ? '情况的报告' : '情况的补充报告',
    ]),
    单位名称: about.unitName,
    月份: month,
    联系人: about.contact,
    成文日期: day,
    落款: signature(about.unitName, date),
    发文字号: number,
    主送: about.addressees.join('、'),
    引言: paragraphs([...opening, ...content.introduction], false),
    总体情况: paragraphs(content.overview, false),
    任务: content.tasks.map(({ label, paragraphs: words }, index) => ({
      序号: countInCharacters(index + 1),
      名称: titleOf(label),
      段落: words.map((text) => ({ 文字: text })),
    })),
    存在问题: paragraphs(content.problems, true),
    下步打算: paragraphs(content.next, true),
    首个附件: `${month}任务完成情况表`,
    其他附件: others.map((name, index) => ({ 序号: String(index + 2), 名称: name })),
    状态表: statusTable(consolidation),
    比较表: comparisonTable(consolidation),
    完成率表: ratesMap(consolidation),
    佐证材料: evidence,
    抄送: about.copyTo.replace(/[。；;\s]+$/, ''),
    印发机关: about.unitName === '' ? '' : `${about.unitName}办公室`,
    印发日期: day,
  };
}

/** Paragraphs, numbered where there is more than one. */
export function paragraphs(texts: readonly string[], numbered: boolean): { 序号: string; 段落: string }[] {
  return texts.map((text, index) => ({
    序号: numbered && texts.length > 1 ? countInCharacters(index + 1) : '',
    段落: text,
  }));
}

/** A heading bears its own number here, not the plan's. */
const titleOf = (label: string): string => label.replace(/^[\d.\-一二三四五六七八九十]+\s+/, '');
