/** Conditional formats in the terms of Univer. */
import { cellText } from '../../book/a1.ts';
import type { Area, ConditionalFormat } from '../../book/book.ts';
import { OPERATORS } from '../../xlsx/operators.ts';
import type { DrawnSheet } from '../wire.ts';
import { type GridRange, rangeOf } from './ranges.ts';
import { styleData } from './style-data.ts';

interface Rule {
  readonly cfId: string;
  readonly ranges: readonly GridRange[];
  readonly stopIfTrue: boolean;
  readonly rule: object;
}

/** Rules are worked out for every cell of their areas, so those end where the sheet's content does, and some rows below. */
const ROWS_BELOW = 20;
const STEP = 50;

export function conditionalFormatsOf({ conditionalFormats, cells }: DrawnSheet): Rule[] {
  const last = cells.reduce((most, [row]) => Math.max(most, row), 0);
  const end = Math.ceil((last + ROWS_BELOW) / STEP) * STEP;
  return conditionalFormats.flatMap(({ areas, rule }, index) => {
    const ranges = areas.flatMap((area) => clipped(area, end)).map(rangeOf);
    const made = rule.kind === 'gradient' ? scaleOf(rule.points) : highlightOf(rule, areas[0]);
    return made && ranges.length > 0 ? [{ cfId: `cf${index}`, ranges, stopIfTrue: false, rule: made }] : [];
  });
}

function clipped(area: Area, end: number): Area[] {
  const rows = Math.min(area.rows, end - area.row + 1);
  return rows > 0 ? [{ ...area, rows }] : [];
}

type BooleanRule = Extract<ConditionalFormat['rule'], { kind: 'boolean' }>;

const TEXT: Readonly<Record<string, string>> = {
  TEXT_CONTAINS: 'containsText',
  TEXT_DOES_NOT_CONTAIN: 'notContainsText',
  TEXT_EQUAL_TO: 'equal',
  TEXT_STARTS_WITH: 'beginsWith',
  TEXT_ENDS_WITH: 'endsWith',
  CELL_EMPTY: 'containsBlanks',
  CELL_NOT_EMPTY: 'notContainsBlanks',
};

/** `undefined` for what Univer has no rule for: dates. */
function highlightOf({ criterion, values, format }: BooleanRule, first: Area | undefined): object | undefined {
  const about = { type: 'highlightCell', style: styleData(format) };
  if (criterion === 'CUSTOM_FORMULA') {
    const beginning = beginningOf(String(values[0]), first);
    return beginning === null
      ? { ...about, subType: 'formula', value: String(values[0]) }
      : { ...about, subType: 'text', operator: 'beginsWith', value: beginning };
  }
  if (criterion in TEXT)
    return { ...about, subType: 'text', operator: TEXT[criterion], value: String(values[0] ?? '') };
  if (criterion in OPERATORS) {
    const numbers = values.map(Number);
    return {
      ...about,
      subType: 'number',
      operator: OPERATORS[criterion],
      value: numbers.length > 1 ? numbers : numbers[0],
    };
  }
  return undefined;
}

type Points = Extract<ConditionalFormat['rule'], { kind: 'gradient' }>['points'];

const POINT: Readonly<Record<string, string>> = {
  MIN: 'min',
  MAX: 'max',
  NUMBER: 'num',
  PERCENT: 'percent',
  PERCENTILE: 'percentile',
};

function scaleOf(points: Points): object {
  return {
    type: 'colorScale',
    config: points.map(({ type, value, color }, index) => ({
      index,
      color,
      value: { type: POINT[type] ?? 'num', ...(value === undefined ? {} : { value: Number(value) }) },
    })),
  };
}

/**
 * `=LEFT(L2,1)="▲"` of an area that begins at L2 says of each cell how it begins: Univer knows that without working out a
 * formula for each of thousands of cells.
 */
function beginningOf(formula: string, area: Area | undefined): string | null {
  const [, cell, length, text = ''] = /^=LEFT\(([A-Z]+\d+),(\d+)\)="([^"]+)"$/.exec(formula) ?? [];
  return area && cell === cellText(area.row, area.column) && Number(length) === text.length ? text : null;
}
