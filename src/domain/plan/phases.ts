/** The phases of a plan: 第一阶段(20XX年3月)：…, 动员部署阶段（3月1日—3月31日）. */
import { at } from '../at.ts';
import type { Line } from './lines.ts';
import { numberingOf } from './numbering.ts';
import type { Phase } from './plan.ts';

const PHASE =
  /^(第[一二三四五六七八九十]+(?:阶段|步)|[^（(：:，,。]{0,20}阶段)[：:、，,\s]*([^（(。]{0,30}?)\s*[（(]([^（()）]{2,40})[）)]\s*[：:。，,、]?\s*(.*)/;

/** A line that says of a phase when it is; `year` stands in for one the text leaves open (20XX). */
export function phaseOf({ text }: Line, year: number | null): Phase | null {
  const numbering = numberingOf(text);
  const words = numbering && !/^第/.test(text) ? text.slice(numbering.length) : text;
  const match = PHASE.exec(words);
  if (!match) return null;
  const name = at(match, 1);
  const time = at(match, 3);
  if (!/月|季度|年初|年底/.test(time)) return null;
  const title =
    at(match, 2) ||
    (name.includes('第')
      ? at(match, 4)
          .replace(/[。；;，,].*/, '')
          .trim()
      : name.slice(0, -'阶段'.length));
  return { name, title, time, ...span(time, year) };
}

/** First and last month of a span: 3月, 4-10月, 2023年11月至2024年1月, 3月1日—31日. */
function span(time: string, known: number | null): { from: string | null; to: string | null } {
  const words = time.replace(/\s/g, '');
  const first = endOf(words.replace(/[-—–~～至到].*/, ''));
  const last = endOf(words.replace(/.*[-—–~～至到]/, ''));
  const fromMonth = first.month ?? first.bare ?? last.month;
  if (fromMonth === null) return { from: null, to: null };
  const toMonth = last.month ?? fromMonth;
  const fromYear = first.year ?? known;
  // 11月至次年1月: a span that ends before it began ends in the next year.
  const isOver = fromYear !== null && toMonth < fromMonth;
  const toYear = last.year ?? (isOver ? fromYear + 1 : fromYear);
  return { from: written(fromYear, fromMonth), to: written(toYear, toMonth) };
}

function endOf(text: string): { year: number | null; month: number | null; bare: number | null } {
  const year = /(\d{4})年/.exec(text)?.[1];
  const month = /(\d{1,2})月/.exec(text)?.[1];
  const bare = /(?:^|年)(\d{1,2})$/.exec(text)?.[1];
  return {
    year: year === undefined ? null : Number(year),
    month: month === undefined ? null : Number(month),
    bare: bare === undefined ? null : Number(bare),
  };
}

function written(year: number | null, month: number): string | null {
  if (month < 1 || month > 12) return null;
  const digits = String(month).padStart(2, '0');
  return year === null ? digits : `${year}-${digits}`;
}
