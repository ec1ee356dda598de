/** Reads one sheet of a file. */

import { parseReference } from '../book/a1.ts';
import type { Column, Protection, Row, Sheet } from '../book/book.ts';
import { blankSheet, mostCells, newSheetSize } from '../book/sheets.ts';
import { areasOf, FILE_COLUMNS, type Reach } from './areas-text.ts';
import type { AsideColumns } from './aside.ts';
import { readCells } from './cells-read.ts';
import { readConditionalFormats } from './conditional-formats.ts';
import type { Extent } from './extent.ts';
import { NotAWorkbookError } from './not-a-workbook.ts';
import { readNotes } from './notes.ts';
import { type Parts, relationsOf, xmlOf } from './parts.ts';
import { sheetText } from './sheet-text.ts';
import type { SheetSidecar } from './sidecar.ts';
import type { SheetSource } from './source.ts';
import type { ReadStyles } from './styles-read.ts';
import { readValidations } from './validations.ts';
import { childNamed, childrenNamed, isOn, type Node, openingOf, parseXml, withAttributes } from './xml.ts';

export interface SheetAbout {
  readonly id: number;
  readonly name: string;
  /** Its number in the file. */
  readonly number: number;
  readonly state: string;
  readonly beside: SheetSidecar | undefined;
  readonly strings: readonly string[];
  /** The book's style of an index in the file. */
  readonly styleOf: (index: number) => number;
  readonly styles: ReadStyles;
  /** Days to add to numbers of a style: dates of the 1904 system. */
  readonly shiftOf: (style: number) => number;
  /** Cells the platform would still take. */
  readonly room: number;
}

export interface ReadSheet {
  readonly sheet: Sheet;
  readonly source: SheetSource;
  /** How far something stands in it. */
  readonly extent: Extent;
}

/** @throws NotAWorkbookError */
export function readSheet(parts: Parts, path: string, about: SheetAbout): ReadSheet {
  const { id, name, beside, strings, styleOf, styles, shiftOf } = about;
  const text = sheetText(parts, path);
  if (text === undefined) throw new NotAWorkbookError('damaged');
  const base = baseOf(beside);
  const cols = readColumns(parseXml(text.head), styleOf);
  const columnStyles = columnsOf(cols, FILE_COLUMNS).map((column) => column?.style ?? 0);
  while (columnStyles[columnStyles.length - 1] === 0) columnStyles.pop();
  const cells = readCells(text.rows, { strings, styleOf, shiftOf, columnStyles, base, room: about.room });
  const root = parseXml(text.frame());
  const maxRows = Math.max(base.rows, cells.extent.rows);
  const maxColumns = Math.max(base.columns, cells.extent.columns);
  const sheet = blankSheet(id, name, maxRows, maxColumns);
  sheet.changed = false;
  sheet.hidden = about.state === 'hidden' || about.state === 'veryHidden';
  sheet.rows = withoutBlankEnd(cells.rows);
  sheet.columns = columnsOf(cols, maxColumns);
  readViews(sheet, root);
  const tab = styles.colorOf(childNamed(childNamed(root, 'sheetPr'), 'tabColor'));
  if (tab !== undefined) sheet.tabColor = tab;
  const reach: Reach = new Map();
  const beyond: string[] = [];
  sheet.merges = childrenNamed(childNamed(root, 'mergeCells'), 'mergeCell').flatMap(({ attributes: { ref = '' } }) => {
    const areas = areasOf(ref, maxRows, maxColumns, reach);
    if (areas.length === 0 && parseReference(ref)) beyond.push(ref);
    return areas;
  });
  const validations = readValidations(childNamed(root, 'dataValidations'), sheet, reach);
  const extension = childNamed(root, 'extLst');
  const younger = readValidations(extension && descendantNamed(extension, 'dataValidations'), sheet, reach);
  sheet.validations = [...validations.rules, ...younger.rules, ...(beside?.validations ?? [])].map((rule) => {
    const whole = rule.helpText === undefined ? undefined : beside?.helpTexts?.[rule.helpText];
    return whole === undefined ? rule : { ...rule, helpText: whole };
  });
  const formats = readConditionalFormats(childrenNamed(root, 'conditionalFormatting'), styles, sheet, reach);
  sheet.conditionalFormats = formats.formats;
  sheet.protections = beside ? structuredClone([...beside.protections]) : foreignProtection(root, id);
  readFilter(sheet, childNamed(root, 'autoFilter'));
  const comments = relationsOf(parts, path).find(({ type }) => type.endsWith('/comments'));
  const notes = comments && xmlOf(parts, comments.target);
  if (notes !== undefined) sheet.notes = readNotes(notes);
  const elements = elementsOf(root);
  if (extension) elements.set('extLst', withoutNodes(extension, younger.understood));
  const source: SheetSource = {
    path,
    name,
    number: about.number,
    veryHidden: about.state === 'veryHidden',
    selected: isOn(childNamed(childNamed(root, 'sheetViews'), 'sheetView')?.attributes['tabSelected']),
    root: openingOf(root),
    elements,
    conditionalFormats: formats.file,
    validations: validations.file,
    notes: new Map(sheet.notes),
    arrays: cells.arrays,
    aside: { rows: cells.aside, columns: columnsBeyond(cols, maxColumns), merges: beyond },
    reach,
  };
  return { sheet, source, extent: cells.extent };
}

/** The grid that was remembered, where the platform could have it. */
function baseOf(beside: SheetSidecar | undefined): Extent {
  const base = { rows: beside?.maxRows ?? newSheetSize.rows, columns: beside?.maxColumns ?? newSheetSize.columns };
  return base.rows * base.columns <= mostCells ? base : newSheetSize;
}

/** Elements by name; one that offers alternatives is known by what it offers. */
function elementsOf(root: Node): Map<string, string> {
  const elements = new Map<string, string>();
  for (const child of root.children) {
    if (['sheetData', 'conditionalFormatting', 'dataValidations'].includes(child.name)) continue;
    const name = child.name === 'AlternateContent' ? (child.children[0]?.children[0]?.name ?? child.name) : child.name;
    elements.set(name, (elements.get(name) ?? '') + child.raw);
  }
  return elements;
}

function descendantNamed(node: Node, name: string): Node | undefined {
  for (const child of node.children) {
    const found = child.name === name ? child : descendantNamed(child, name);
    if (found) return found;
  }
  return undefined;
}

/** An extension list without rules that are in the model now; nothing where nothing is left. */
function withoutNodes(extension: Node, gone: ReadonlySet<Node>): string {
  if (gone.size === 0) return extension.raw;
  const kept = extension.children.flatMap((ext): string[] => {
    const rules = descendantNamed(ext, 'dataValidations');
    if (!rules) return [ext.raw];
    const left = rules.children.filter((rule) => !gone.has(rule));
    if (left.length === 0) return [];
    const raw = left.map((rule) => rule.raw).join('');
    const [opening = ''] = /^<[^>]*>/.exec(rules.raw) ?? [];
    const [closing = ''] = /<\/[^<]*>$/.exec(rules.raw) ?? [];
    const counted = opening.replace(/count="\d+"/, `count="${left.length}"`);
    return [ext.raw.replace(rules.raw, () => `${counted}${raw}${closing}`)];
  });
  return kept.length === 0 ? '' : `<extLst${openingOf(extension)}>${kept.join('')}</extLst>`;
}

/** Other programs write rows down to their last that say nothing. */
function withoutBlankEnd(rows: Sheet['rows']): Sheet['rows'] {
  const says = (row: Row | undefined) =>
    (row !== undefined &&
      (row.hidden ||
        row.height !== undefined ||
        row.formulas !== undefined ||
        row.styles.some((style) => style !== 0))) ||
    row?.values.some((value) => value !== null);
  let last = rows.length;
  while (last > 0 && !says(rows[last - 1])) last -= 1;
  return rows.slice(0, last);
}

function readViews(sheet: Sheet, root: Node): void {
  const view = childNamed(childNamed(root, 'sheetViews'), 'sheetView');
  sheet.showGridlines = isOn(view?.attributes['showGridLines'], true);
  sheet.rightToLeft = isOn(view?.attributes['rightToLeft']);
  const pane = childNamed(view, 'pane');
  if (pane && /^frozen/.test(pane.attributes['state'] ?? '')) {
    sheet.frozenRows = Math.trunc(Number(pane.attributes['ySplit'] ?? 0));
    sheet.frozenColumns = Math.trunc(Number(pane.attributes['xSplit'] ?? 0));
  }
}

/** Columns a file's element speaks of. */
interface Columns extends AsideColumns {
  readonly column: Column;
}

/** No file says more of a column than once. */
const MOST_COLUMNS = 4 * FILE_COLUMNS;

function readColumns(root: Node, styleOf: (index: number) => number): Columns[] {
  const usual = childNamed(root, 'sheetFormatPr')?.attributes['defaultColWidth'];
  let said = 0;
  return childrenNamed(childNamed(root, 'cols'), 'col').map((node) => {
    const { attributes } = node;
    const width = Number(attributes['width'] ?? usual ?? 0);
    const column: Column = {
      ...(width > 0 ? { width: Math.round(width * 7 + 5) } : {}),
      ...(isOn(attributes['hidden']) ? { hidden: true } : {}),
      ...(attributes['style'] === undefined ? {} : { style: styleOf(Number(attributes['style'])) }),
    };
    const from = Number(attributes['min'] ?? 1);
    const to = Number(attributes['max'] ?? from);
    said += to - from + 1;
    if (!(from >= 1 && to <= FILE_COLUMNS && said <= MOST_COLUMNS)) throw new NotAWorkbookError('damaged');
    return { from, to, column, about: withAttributes(openingOf(node), { min: undefined, max: undefined }) };
  });
}

function columnsOf(cols: readonly Columns[], most: number): (Column | undefined)[] {
  const columns: (Column | undefined)[] = [];
  for (const { from, to, column } of cols) {
    for (let at = from; at <= Math.min(to, most); at += 1) {
      while (columns.length < at) columns.push(undefined);
      columns[at - 1] = { ...column };
    }
  }
  return columns;
}

const columnsBeyond = (cols: readonly Columns[], most: number): AsideColumns[] =>
  cols.flatMap(({ from, to, about }) => (to > most ? [{ from: Math.max(from, most + 1), to, about }] : []));

function readFilter(sheet: Sheet, filter: Node | undefined): void {
  const [area] = areasOf(filter?.attributes['ref'] ?? '', sheet.maxRows, sheet.maxColumns);
  if (!filter || !area) return;
  const criteria = childrenNamed(filter, 'filterColumn').map(
    ({ attributes, raw }) => [area.column + Number(attributes['colId']), { source: raw }] as const,
  );
  sheet.filter = { area, criteria: new Map(criteria) };
}

/** A sheet a person protected in another program: known to be protected, but a file does not say from whom. */
function foreignProtection(root: Node, id: number): Protection[] {
  const protection = childNamed(root, 'sheetProtection');
  if (!protection || !isOn(protection.attributes['sheet'])) return [];
  return [
    {
      id: `p${id}-1`,
      area: null,
      unprotected: [],
      description: '',
      warningOnly: false,
      editors: [],
      domainEdit: false,
      mirrorsFile: true,
    },
  ];
}
