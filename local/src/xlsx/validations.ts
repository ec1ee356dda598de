/** Data validations: the platform's words for them and the file's. */
import { columnName, parseReference, quoteSheetName } from '../book/a1.ts';
import { subtract } from '../book/areas.ts';
import type { Area, Sheet, Validation } from '../book/book.ts';
import { areasOf, areasText, FILE_ROWS, type Reach } from './areas-text.ts';
import { bookFormula, fileFormula } from './formulas.ts';
import { CRITERIA, OPERATORS } from './operators.ts';
import { childNamed, childrenNamed, escapeText, isOn, type Node, plainText, withAttributes } from './xml.ts';

const DATES: Readonly<Record<string, string>> = {
  DATE_BETWEEN: 'between',
  DATE_NOT_BETWEEN: 'notBetween',
  DATE_EQUAL_TO: 'equal',
  DATE_AFTER: 'greaterThan',
  DATE_ON_OR_AFTER: 'greaterThanOrEqual',
  DATE_BEFORE: 'lessThan',
  DATE_ON_OR_BEFORE: 'lessThanOrEqual',
};
const DATE_CRITERIA: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(DATES).map(([criterion, operator]) => [operator, criterion]),
);

/** A list written into the file itself, and a prompt, may have no more characters (Excel refuses the file otherwise). */
const LONGEST = 255;

/** Can the file say it? Otherwise it goes into the sidecar. */
export function isWritable({ criterion, values }: Validation): boolean {
  if (criterion === 'VALUE_IN_LIST') {
    const list = values.flat().map(String);
    const plain = list.every((item) => item !== '' && item === item.trim() && !/[,\n\r]/.test(item));
    return plain && list.length > 0 && list.join(',').length <= LONGEST;
  }
  if (criterion in DATES) return values.every((value) => serialOf(value) !== undefined);
  return criterion === 'VALUE_IN_RANGE' || criterion === 'CUSTOM_FORMULA' || criterion in OPERATORS;
}

/** As much of a help text as the file takes; the whole of it stands in the sidecar. */
export const promptOf = (helpText: string): string => helpText.slice(0, LONGEST);

/** Rules as the file had them. */
export interface FileValidations {
  /** Kinds the model has no word for, with the cells they are on. */
  readonly unknown: readonly { readonly areas: readonly Area[]; readonly raw: string }[];
  /** The elements of known rules, by what the model makes of them: titles and messages of theirs are kept. */
  readonly known: ReadonlyMap<string, string>;
}

export const NO_VALIDATIONS: FileValidations = { unknown: [], known: new Map() };

const keyOf = ({ areas: _, ...rule }: Validation): string => JSON.stringify(rule);

export function validationsXml(
  rules: readonly Validation[],
  { unknown, known }: FileValidations,
  reach: ReadonlyMap<string, string>,
): string {
  const covered = rules.flatMap(({ areas }) => areas);
  const foreign = unknown.flatMap(({ areas, raw }): string[] => {
    // A cell has one rule: one set since goes before.
    let left: Area[] = [...areas];
    for (const area of covered) left = left.flatMap((piece) => subtract(piece, area));
    return left.length === 0 ? [] : [elsewhere(raw, areasText(left))];
  });
  const own = rules.filter(isWritable).map((rule) => {
    const standing = known.get(keyOf(rule));
    const cells = areasText(rule.areas, reach);
    return standing === undefined ? ruleXml(rule, cells) : elsewhere(standing, cells);
  });
  const all = [...own, ...foreign];
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

/** An element with other cells. */
function elsewhere(raw: string, cells: string): string {
  return raw.replace(/^<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/, (_, name: string, about: string) => {
    return `<${name}${withAttributes(about, { sqref: cells })}`;
  });
}

function ruleXml(rule: Validation, cells: string): string {
  const { type, operator, formulas } = saidInFile(rule);
  const attributes = withAttributes('', {
    type,
    operator,
    errorStyle: rule.allowInvalid ? 'warning' : undefined,
    allowBlank: '1',
    showDropDown: type === 'list' && !rule.showDropdown ? '1' : undefined,
    showInputMessage: rule.helpText === undefined ? undefined : '1',
    showErrorMessage: '1',
    prompt: rule.helpText === undefined ? undefined : promptOf(rule.helpText),
    sqref: cells,
  });
  const inside = formulas.map((text, index) => `<formula${index + 1}>${escapeText(text)}</formula${index + 1}>`);
  return `<dataValidation${attributes}>${inside.join('')}</dataValidation>`;
}

function saidInFile({ criterion, values }: Validation): { type: string; operator?: string; formulas: string[] } {
  const texts = values.flat().map(String);
  const [first = ''] = texts;
  if (criterion === 'VALUE_IN_LIST') return { type: 'list', formulas: [`"${texts.join(',').replace(/"/g, '""')}"`] };
  if (criterion === 'VALUE_IN_RANGE') return { type: 'list', formulas: [closed(first)] };
  if (criterion === 'CUSTOM_FORMULA') return { type: 'custom', formulas: [fileFormula(first)] };
  const date = DATES[criterion];
  if (date !== undefined)
    return { type: 'date', operator: date, formulas: values.map((value) => String(serialOf(value))) };
  return { type: 'decimal', operator: OPERATORS[criterion] ?? 'between', formulas: texts.map(fileFormula) };
}

/** `$A$2:$A` reaches to the bottom; the file wants the bottom named. */
const closed = (a1: string): string => a1.replace(/^(.*\$[A-Z]+\$\d+:\$[A-Z]+)$/, `$1$$${FILE_ROWS}`);

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** The day number of a day such as `2023-05-20`. */
function serialOf(value: unknown): number | undefined {
  const epoch = /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? Date.parse(`${String(value)}T00:00Z`) : Number.NaN;
  return Number.isNaN(epoch) ? undefined : (epoch - EPOCH) / DAY;
}

/** Also those of Excel's extension (`x14:dataValidations`), whose cells and formulas stand in elements of their own. */
export function readValidations(
  node: Node | undefined,
  sheet: Pick<Sheet, 'name' | 'maxRows' | 'maxColumns'>,
  reach: Reach,
): { rules: Validation[]; file: FileValidations; understood: ReadonlySet<Node> } {
  const rules: Validation[] = [];
  const unknown: { areas: Area[]; raw: string }[] = [];
  const known = new Map<string, string>();
  const understood = new Set<Node>();
  for (const element of childrenNamed(node, 'dataValidation')) {
    const cells = element.attributes['sqref'] ?? childNamed(element, 'sqref')?.text ?? '';
    const areas = areasOf(cells, sheet.maxRows, sheet.maxColumns, reach);
    const rule = ruleOf(element, areas, sheet.name);
    if (!rule) {
      unknown.push({ areas: areasOf(cells, FILE_ROWS, FILE_ROWS), raw: element.raw });
      continue;
    }
    rules.push(rule);
    understood.add(element);
    known.set(keyOf(rule), element.raw);
  }
  return { rules, file: { unknown, known }, understood };
}

function ruleOf(element: Node, areas: Area[], sheet: string): Validation | null {
  const { attributes } = element;
  const formulas = ['formula1', 'formula2'].flatMap((name) => {
    const formula = childNamed(element, name);
    const text = childNamed(formula, 'f')?.text ?? formula?.text ?? '';
    return text === '' ? [] : [plainText(text)];
  });
  const said = criterionOf(attributes['type'] ?? 'none', attributes['operator'] ?? 'between', formulas, sheet);
  if (!said || areas.length === 0) return null;
  return {
    areas,
    ...said,
    allowInvalid:
      attributes['errorStyle'] === 'warning' ||
      attributes['errorStyle'] === 'information' ||
      !isOn(attributes['showErrorMessage']),
    showDropdown: !isOn(attributes['showDropDown']),
    ...(attributes['prompt'] ? { helpText: plainText(attributes['prompt']) } : {}),
  };
}

function criterionOf(
  type: string,
  operator: string,
  formulas: readonly string[],
  sheet: string,
): Pick<Validation, 'criterion' | 'values'> | null {
  const [first = ''] = formulas;
  if (type === 'list') {
    const literal = /^"([\s\S]*)"$/.exec(first)?.[1];
    if (literal === undefined) return inRange(first, sheet);
    const items = literal.replace(/""/g, '"').split(',');
    return { criterion: 'VALUE_IN_LIST', values: [items.map((item) => item.trim())] };
  }
  if (type === 'custom') return { criterion: 'CUSTOM_FORMULA', values: [bookFormula(first)] };
  const numbers = formulas.map(Number);
  if (type === 'decimal' || type === 'whole') {
    const criterion = CRITERIA[operator];
    const values = formulas.map((text, index) => (Number.isNaN(numbers[index]) ? bookFormula(text) : Number(text)));
    return criterion === undefined ? null : { criterion, values };
  }
  const criterion = DATE_CRITERIA[operator];
  if (type !== 'date' || criterion === undefined || !numbers.every(Number.isInteger)) return null;
  const days = numbers.map((serial) => new Date(EPOCH + serial * DAY).toISOString().slice(0, 10));
  return { criterion, values: days };
}

/** A list taken from cells; from a name or a formula it is one the model cannot say. */
function inRange(text: string, home: string): Pick<Validation, 'criterion' | 'values'> | null {
  const reference = parseReference(text);
  if (reference?.left === undefined || reference.right === undefined) return null;
  const { sheet = home, top = 1, left, bottom, right } = reference;
  const end = bottom === undefined || bottom >= FILE_ROWS ? '' : `$${bottom}`;
  const cells = `$${columnName(left)}$${top}:$${columnName(right)}${end}`;
  return { criterion: 'VALUE_IN_RANGE', values: [`${quoteSheetName(sheet)}!${cells}`] };
}
