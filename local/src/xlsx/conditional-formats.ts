/** Conditional formats: the platform's words for them and the file's. */
import { cellText } from '../book/a1.ts';
import type { CellStyle, ConditionalFormat, Sheet } from '../book/book.ts';
import { areasOf, areasText, type Reach } from './areas-text.ts';
import { bookFormula, fileFormula } from './formulas.ts';
import { CRITERIA, OPERATORS } from './operators.ts';
import type { ReadStyles } from './styles-read.ts';
import type { StyleWriter } from './styles-write.ts';
import { childNamed, childrenNamed, escapeAttribute, escapeText, type Node, plainText } from './xml.ts';

type Rule = ConditionalFormat['rule'];

interface TextRule {
  readonly type: string;
  readonly operator: string;
  /** What the file wants said once more as a formula. */
  readonly formula: (cell: string, text: string) => string;
}

const TEXT_RULES: Readonly<Record<string, TextRule>> = {
  TEXT_CONTAINS: {
    type: 'containsText',
    operator: 'containsText',
    formula: (cell, text) => `NOT(ISERROR(SEARCH(${text},${cell})))`,
  },
  TEXT_DOES_NOT_CONTAIN: {
    type: 'notContainsText',
    operator: 'notContains',
    formula: (cell, text) => `ISERROR(SEARCH(${text},${cell}))`,
  },
  TEXT_STARTS_WITH: {
    type: 'beginsWith',
    operator: 'beginsWith',
    formula: (cell, text) => `LEFT(${cell},LEN(${text}))=${text}`,
  },
  TEXT_ENDS_WITH: {
    type: 'endsWith',
    operator: 'endsWith',
    formula: (cell, text) => `RIGHT(${cell},LEN(${text}))=${text}`,
  },
};
const TEXT_CRITERIA: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(TEXT_RULES).map(([criterion, { type }]) => [type, criterion]),
);

const STOPS: Readonly<Record<string, string>> = {
  NUMBER: 'num',
  PERCENT: 'percent',
  PERCENTILE: 'percentile',
  MIN: 'min',
  MAX: 'max',
};
const STOP_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(STOPS).map(([name, type]) => [type, name]),
);

/** Rules as the file had them. */
export interface FileFormats {
  /** Kinds the model has no word for: the element of the rule and the cells it is on. */
  readonly unknown: readonly { readonly cells: string; readonly raw: string }[];
  /** The elements of known rules, by what the model makes of them. */
  readonly known: ReadonlyMap<string, string>;
}

export const NO_FORMATS: FileFormats = { unknown: [], known: new Map() };

/** The model's rules in their order, then those it does not know. */
export function conditionalFormatsXml(
  formats: readonly ConditionalFormat[],
  file: FileFormats,
  styles: StyleWriter,
  reach: ReadonlyMap<string, string>,
): string {
  const own = formats.map((format, index) => {
    const standing = file.known.get(JSON.stringify(format));
    const [first] = format.areas;
    const cell = first ? cellText(first.row, first.column) : 'A1';
    const rule =
      standing === undefined ? ruleXml(format.rule, index + 1, cell, styles) : withPriority(standing, index + 1);
    return `<conditionalFormatting sqref="${areasText(format.areas, reach)}">${rule}</conditionalFormatting>`;
  });
  const others = file.unknown.map(({ cells, raw }, index) => {
    const rule = withPriority(raw, formats.length + index + 1);
    return `<conditionalFormatting sqref="${escapeAttribute(cells)}">${rule}</conditionalFormatting>`;
  });
  return [...own, ...others].join('');
}

const withPriority = (raw: string, priority: number): string =>
  raw.replace(/\spriority\s*=\s*["'][^"']*["']/, ` priority="${priority}"`);

const formulaXml = (text: string): string => `<formula>${escapeText(text)}</formula>`;

const quoted = (text: unknown): string => `"${String(text ?? '').replace(/"/g, '""')}"`;

/** No rule stops those below it: each property of a cell is decided by the first rule that names it. */
function ruleXml(rule: Rule, priority: number, cell: string, styles: StyleWriter): string {
  if (rule.kind === 'gradient') return scaleXml(rule, priority);
  const { criterion, values, format } = rule;
  const head = `dxfId="${styles.differential(format)}" priority="${priority}"`;
  const known = TEXT_RULES[criterion];
  if (known) {
    const text = escapeAttribute(String(values[0] ?? ''));
    return `<cfRule type="${known.type}" ${head} operator="${known.operator}" text="${text}">${formulaXml(known.formula(cell, quoted(values[0])))}</cfRule>`;
  }
  if (criterion in OPERATORS) {
    const formulas = values.map((value) => formulaXml(fileFormula(String(value))));
    return `<cfRule type="cellIs" ${head} operator="${OPERATORS[criterion]}">${formulas.join('')}</cfRule>`;
  }
  if (criterion === 'TEXT_EQUAL_TO')
    return `<cfRule type="cellIs" ${head} operator="equal">${formulaXml(quoted(values[0]))}</cfRule>`;
  if (criterion === 'CELL_EMPTY')
    return `<cfRule type="containsBlanks" ${head}>${formulaXml(`LEN(TRIM(${cell}))=0`)}</cfRule>`;
  if (criterion === 'CELL_NOT_EMPTY')
    return `<cfRule type="notContainsBlanks" ${head}>${formulaXml(`LEN(TRIM(${cell}))>0`)}</cfRule>`;
  return `<cfRule type="expression" ${head}>${formulaXml(fileFormula(String(values[0] ?? 'FALSE')))}</cfRule>`;
}

function scaleXml({ points }: Extract<Rule, { kind: 'gradient' }>, priority: number): string {
  const stops = points.map(({ type, value }) => {
    const at = value === undefined || value === '' ? '' : ` val="${escapeAttribute(value.replace(/^=/, ''))}"`;
    return `<cfvo type="${STOPS[type] ?? 'num'}"${at}/>`;
  });
  const colors = points.map(({ color }) => `<color rgb="FF${color.slice(1).toUpperCase()}"/>`);
  return `<cfRule type="colorScale" priority="${priority}"><colorScale>${stops.join('')}${colors.join('')}</colorScale></cfRule>`;
}

/** Rules the model knows, by priority; those it does not as they stand. */
export function readConditionalFormats(
  nodes: readonly Node[],
  styles: ReadStyles,
  sheet: Pick<Sheet, 'maxRows' | 'maxColumns'>,
  reach: Reach,
): { formats: ConditionalFormat[]; file: FileFormats } {
  const found: { priority: number; format: ConditionalFormat }[] = [];
  const unknown: { priority: number; cells: string; raw: string }[] = [];
  const known = new Map<string, string>();
  for (const node of nodes) {
    const cells = node.attributes['sqref'] ?? '';
    const areas = areasOf(cells, sheet.maxRows, sheet.maxColumns, reach);
    for (const element of childrenNamed(node, 'cfRule')) {
      const priority = Number(element.attributes['priority'] ?? 0);
      const rule = areas.length > 0 ? readRule(element, styles) : null;
      if (rule) {
        const format = { areas, rule };
        found.push({ priority, format });
        known.set(JSON.stringify(format), element.raw);
      } else unknown.push({ priority, cells, raw: element.raw });
    }
  }
  const byPriority = (a: { priority: number }, b: { priority: number }) => a.priority - b.priority;
  return {
    formats: found.sort(byPriority).map(({ format }) => format),
    file: { unknown: unknown.sort(byPriority), known },
  };
}

function readRule(rule: Node, { differential, colorOf }: ReadStyles): Rule | null {
  const { attributes } = rule;
  // A part of an extension's rule (a data bar's other half, say) means nothing without it.
  if (childNamed(rule, 'extLst')) return null;
  const formulas = childrenNamed(rule, 'formula').map(({ text }) => plainText(text));
  const format: CellStyle = differential[Number(attributes['dxfId'] ?? -1)] ?? {};
  const boolean = (criterion: string, values: (string | number)[]): Rule => ({
    kind: 'boolean',
    criterion,
    values,
    format,
  });
  const type = attributes['type'] ?? '';
  if (type === 'expression') return boolean('CUSTOM_FORMULA', [bookFormula(formulas[0] ?? '')]);
  const text = TEXT_CRITERIA[type];
  if (text !== undefined && attributes['text'] !== undefined) return boolean(text, [plainText(attributes['text'])]);
  if (type === 'containsBlanks') return boolean('CELL_EMPTY', []);
  if (type === 'notContainsBlanks') return boolean('CELL_NOT_EMPTY', []);
  if (type === 'cellIs') {
    const literal = /^"((?:[^"]|"")*)"$/.exec(formulas[0] ?? '')?.[1];
    if (literal !== undefined && attributes['operator'] === 'equal')
      return boolean('TEXT_EQUAL_TO', [literal.replace(/""/g, '"')]);
    const criterion = CRITERIA[attributes['operator'] ?? ''];
    const values = formulas.map((formula) => (Number.isNaN(Number(formula)) ? bookFormula(formula) : Number(formula)));
    return criterion === undefined ? null : boolean(criterion, values);
  }
  if (type !== 'colorScale') return null;
  const scale = childNamed(rule, 'colorScale');
  const colors = childrenNamed(scale, 'color').map(colorOf);
  const points = childrenNamed(scale, 'cfvo').map(({ attributes: stop }, index) => ({
    type: STOP_NAMES[stop['type'] ?? ''] ?? '',
    ...(stop['val'] === undefined ? {} : { value: stop['val'] }),
    color: colors[index] ?? '',
  }));
  const whole = points.length > 1 && points.every(({ color, type: stop }) => color !== '' && stop !== '');
  return whole ? { kind: 'gradient', points } : null;
}
