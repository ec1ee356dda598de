/** Data validations and conditional formats: the platform's words for them and the file's. */
import { areaText, cellText } from '../book/a1.ts';
import type { CellStyle, ConditionalFormat, Sheet, Validation } from '../book/book.ts';
import { areasOf, areasText, FILE_ROWS } from './areas-text.ts';
import type { StyleWriter } from './styles.ts';
import { childNamed, childrenNamed, escapeXml, isOn, type Node } from './xml.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'notBetween',
  NUMBER_EQUAL_TO: 'equal',
  NUMBER_NOT_EQUAL_TO: 'notEqual',
  NUMBER_GREATER_THAN: 'greaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  NUMBER_LESS_THAN: 'lessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
};
const CRITERIA: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OPERATORS).map(([criterion, operator]) => [operator, criterion]),
);

/** A list written into the file itself may have no more characters (Excel refuses the file otherwise). */
const LONGEST_LIST = 255;

/** Can the file say it? Otherwise it goes into the sidecar. */
export function isWritable(rule: Validation): boolean {
  const { criterion, values } = rule;
  if (criterion === 'VALUE_IN_LIST') {
    const list = values.flat().map(String);
    return list.every((item) => !item.includes(',')) && list.join(',').length <= LONGEST_LIST;
  }
  return criterion === 'VALUE_IN_RANGE' || criterion === 'CUSTOM_FORMULA' || criterion in OPERATORS;
}

/** `$A$2:$A` reaches to the bottom; the file wants the bottom named. */
function closed(a1: string): string {
  return a1.replace(/^(.*\$[A-Z]+\$\d+:\$[A-Z]+)$/, `$1$$${FILE_ROWS}`);
}

const opened = (formula: string): string => formula.replace(new RegExp(`^(.*:\\$[A-Z]+)\\$${FILE_ROWS}$`), '$1');

export function validationsXml(rules: readonly Validation[]): string {
  const written = rules.filter(isWritable).map((rule) => {
    const { criterion, values, areas } = rule;
    const texts = values.flat().map(String);
    const [type, operator, first, second] =
      criterion === 'VALUE_IN_LIST'
        ? ['list', '', `"${texts.join(',').replace(/"/g, '""')}"`, '']
        : criterion === 'VALUE_IN_RANGE'
          ? ['list', '', closed(texts[0] ?? ''), '']
          : criterion === 'CUSTOM_FORMULA'
            ? ['custom', '', (texts[0] ?? '').replace(/^=/, ''), '']
            : ['decimal', OPERATORS[criterion] ?? 'between', texts[0] ?? '', texts[1] ?? ''];
    const help =
      rule.helpText === undefined ? '' : ` showInputMessage="1" prompt="${escapeXml(rule.helpText.slice(0, 255))}"`;
    const error = rule.allowInvalid ? ' errorStyle="warning"' : '';
    return (
      `<dataValidation type="${type}"${operator === '' ? '' : ` operator="${operator}"`}${error} allowBlank="1"` +
      `${type === 'list' && !rule.showDropdown ? ' showDropDown="1"' : ''} showErrorMessage="1"${help} sqref="${areasText(areas)}">` +
      `<formula1>${escapeXml(first ?? '')}</formula1>${second ? `<formula2>${escapeXml(second)}</formula2>` : ''}</dataValidation>`
    );
  });
  return written.length === 0 ? '' : `<dataValidations count="${written.length}">${written.join('')}</dataValidations>`;
}

export function readValidations(node: Node | undefined, sheet: Pick<Sheet, 'maxRows' | 'maxColumns'>): Validation[] {
  return childrenNamed(node, 'dataValidation').flatMap((rule): Validation[] => {
    const { attributes } = rule;
    const areas = areasOf(attributes['sqref'] ?? '', sheet.maxRows, sheet.maxColumns);
    const formula = (name: string) => childNamed(rule, name)?.text ?? '';
    const [criterion, values] = criterionOf(
      attributes['type'] ?? 'none',
      attributes['operator'] ?? 'between',
      formula('formula1'),
      formula('formula2'),
    );
    if (criterion === '' || areas.length === 0) return [];
    return [
      {
        areas,
        criterion,
        values,
        allowInvalid:
          attributes['errorStyle'] === 'warning' ||
          attributes['errorStyle'] === 'information' ||
          !isOn(attributes['showErrorMessage']),
        showDropdown: !isOn(attributes['showDropDown']),
        ...(attributes['prompt'] === undefined ? {} : { helpText: attributes['prompt'] }),
      },
    ];
  });
}

function criterionOf(type: string, operator: string, first: string, second: string): [string, Validation['values']] {
  if (type === 'list') {
    const literal = /^"([\s\S]*)"$/.exec(first)?.[1];
    if (literal !== undefined)
      return [
        'VALUE_IN_LIST',
        [
          literal
            .replace(/""/g, '"')
            .split(',')
            .map((item) => item.trim()),
        ],
      ];
    return ['VALUE_IN_RANGE', [opened(first)]];
  }
  if (type === 'custom') return ['CUSTOM_FORMULA', [`=${first}`]];
  if (type === 'decimal' || type === 'whole') {
    const numbers = [first, second]
      .filter((text) => text !== '')
      .map((text) => (Number.isNaN(Number(text)) ? text : Number(text)));
    return [CRITERIA[operator] ?? '', numbers];
  }
  return ['', []];
}

const TEXT_RULES: Readonly<
  Record<string, { type: string; operator: string; formula: (cell: string, text: string) => string }>
> = {
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

export function conditionalFormatsXml(formats: readonly ConditionalFormat[], styles: StyleWriter): string {
  return formats
    .map(({ areas, rule }, index) => {
      const [first] = areas;
      const cell = first ? cellText(first.row, first.column) : 'A1';
      return `<conditionalFormatting sqref="${areasText(areas)}">${ruleXml(rule, index + 1, cell, styles)}</conditionalFormatting>`;
    })
    .join('');
}

function ruleXml(rule: ConditionalFormat['rule'], priority: number, cell: string, styles: StyleWriter): string {
  if (rule.kind === 'gradient') {
    const stops = rule.points.map(
      ({ type, value }) =>
        `<cfvo type="${STOPS[type] ?? 'num'}"${value === undefined ? '' : ` val="${escapeXml(value)}"`}/>`,
    );
    const colors = rule.points.map(({ color }) => `<color rgb="FF${color.slice(1).toUpperCase()}"/>`);
    return `<cfRule type="colorScale" priority="${priority}"><colorScale>${stops.join('')}${colors.join('')}</colorScale></cfRule>`;
  }
  const { criterion, values, format } = rule;
  const head = `dxfId="${styles.differential(format)}" priority="${priority}" stopIfTrue="1"`;
  const formula = (text: string) => `<formula>${escapeXml(text)}</formula>`;
  const known = TEXT_RULES[criterion];
  if (known) {
    const text = `"${String(values[0] ?? '').replace(/"/g, '""')}"`;
    return `<cfRule type="${known.type}" ${head} operator="${known.operator}" text="${escapeXml(String(values[0] ?? ''))}">${formula(known.formula(cell, text))}</cfRule>`;
  }
  if (criterion in OPERATORS) {
    return `<cfRule type="cellIs" ${head} operator="${OPERATORS[criterion]}">${values.map((value) => formula(String(value))).join('')}</cfRule>`;
  }
  if (criterion === 'TEXT_EQUAL_TO') {
    return `<cfRule type="cellIs" ${head} operator="equal">${formula(`"${String(values[0] ?? '').replace(/"/g, '""')}"`)}</cfRule>`;
  }
  if (criterion === 'CELL_EMPTY')
    return `<cfRule type="containsBlanks" ${head}>${formula(`LEN(TRIM(${cell}))=0`)}</cfRule>`;
  if (criterion === 'CELL_NOT_EMPTY')
    return `<cfRule type="notContainsBlanks" ${head}>${formula(`LEN(TRIM(${cell}))>0`)}</cfRule>`;
  return `<cfRule type="expression" ${head}>${formula(String(values[0] ?? 'FALSE').replace(/^=/, ''))}</cfRule>`;
}

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

/** Rules the model knows, by priority; those it does not as they stand. */
export function readConditionalFormats(
  nodes: readonly Node[],
  differential: readonly CellStyle[],
  sheet: Pick<Sheet, 'maxRows' | 'maxColumns'>,
): { formats: ConditionalFormat[]; unknown: string[] } {
  const found: { priority: number; format: ConditionalFormat }[] = [];
  const unknown: string[] = [];
  for (const node of nodes) {
    const areas = areasOf(node.attributes['sqref'] ?? '', sheet.maxRows, sheet.maxColumns);
    for (const rule of childrenNamed(node, 'cfRule')) {
      const read = readRule(rule, differential);
      if (read && areas.length > 0)
        found.push({ priority: Number(rule.attributes['priority'] ?? 0), format: { areas, rule: read } });
      else
        unknown.push(
          `<conditionalFormatting sqref="${escapeXml(node.attributes['sqref'] ?? areaText({ row: 1, column: 1, rows: 1, columns: 1 }))}">${rule.raw}</conditionalFormatting>`,
        );
    }
  }
  return { formats: found.sort((a, b) => a.priority - b.priority).map(({ format }) => format), unknown };
}

function readRule(rule: Node, differential: readonly CellStyle[]): ConditionalFormat['rule'] | null {
  const { attributes } = rule;
  const formulas = childrenNamed(rule, 'formula').map(({ text }) => text);
  const format = differential[Number(attributes['dxfId'] ?? -1)] ?? {};
  const boolean = (criterion: string, values: (string | number)[]): ConditionalFormat['rule'] => ({
    kind: 'boolean',
    criterion,
    values,
    format,
  });
  const type = attributes['type'] ?? '';
  if (type === 'expression') return boolean('CUSTOM_FORMULA', [`=${formulas[0] ?? ''}`]);
  if (type in TEXT_CRITERIA) return boolean(TEXT_CRITERIA[type] ?? '', [attributes['text'] ?? '']);
  if (type === 'containsBlanks') return boolean('CELL_EMPTY', []);
  if (type === 'notContainsBlanks') return boolean('CELL_NOT_EMPTY', []);
  if (type === 'cellIs') {
    const literal = /^"([\s\S]*)"$/.exec(formulas[0] ?? '')?.[1];
    if (literal !== undefined && attributes['operator'] === 'equal')
      return boolean('TEXT_EQUAL_TO', [literal.replace(/""/g, '"')]);
    const criterion = CRITERIA[attributes['operator'] ?? ''];
    return criterion === undefined
      ? null
      : boolean(
          criterion,
          formulas.map((text) => (Number.isNaN(Number(text)) ? `=${text}` : Number(text))),
        );
  }
  if (type !== 'colorScale') return null;
  const scale = childNamed(rule, 'colorScale');
  const colors = childrenNamed(scale, 'color').map(
    (color) => `#${(color.attributes['rgb'] ?? 'FFFFFFFF').slice(-6).toLowerCase()}`,
  );
  const points = childrenNamed(scale, 'cfvo').map(({ attributes: stop }, index) => ({
    type: STOP_NAMES[stop['type'] ?? ''] ?? 'NUMBER',
    ...(stop['val'] === undefined ? {} : { value: stop['val'] }),
    color: colors[index] ?? '#ffffff',
  }));
  return points.length < 2 ? null : { kind: 'gradient', points };
}
