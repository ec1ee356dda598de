/** An .xlsx file into the spreadsheet model. */
import { parseReference } from '../book/a1.ts';
import { areaOf } from '../book/areas.ts';
import { type Book, type Column, type NamedRange, type Protection, type Sheet, styleIndex } from '../book/book.ts';
import { blankSheet, newSheetSize } from '../book/sheets.ts';
import { areasOf } from './areas-text.ts';
import { readCells, readStrings } from './cells-read.ts';
import { NotAWorkbookError } from './not-a-workbook.ts';
import { readNotes } from './notes.ts';
import { type Parts, relationsOf, textOf, unpack } from './parts.ts';
import { readConditionalFormats, readValidations } from './rules.ts';
import { readSidecar, type SheetSidecar } from './sidecar.ts';
import type { SheetSource, Source } from './source.ts';
import { EMPTY_STYLES, type ReadStyles, readStyles, styleKey } from './styles.ts';
import { childNamed, childrenNamed, isOn, type Node, parseXml } from './xml.ts';

export interface ReadOptions {
  readonly title?: string;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** Elements of a sheet the model has a word for; all others are kept as they stand. */
const KNOWN = new Set([
  'dimension',
  'sheetViews',
  'cols',
  'sheetData',
  'sheetProtection',
  'protectedRanges',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'legacyDrawing',
  'sheetPr',
  'sheetFormatPr',
]);

/** Days between the two systems dates are counted in. */
const DAYS_1904 = 1462;

/** @throws NotAWorkbookError */
export function readBook(bytes: Uint8Array, options: ReadOptions = {}): Book {
  const parts = unpack(bytes);
  const workbookPath =
    relationsOf(parts, '').find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const workbookXml = textOf(parts, workbookPath);
  if (workbookXml === undefined || !/<(?:\w+:)?workbook[\s>]/.test(workbookXml))
    throw new NotAWorkbookError('noWorkbook');
  const workbook = parseXml(workbookXml);
  const relations = relationsOf(parts, workbookPath);
  const target = (kind: string, usual: string) => relations.find(({ type }) => type.endsWith(kind))?.target ?? usual;
  const stylesPath = target('/styles', 'xl/styles.xml');
  const stringsPath = target('/sharedStrings', 'xl/sharedStrings.xml');
  const read = readStyles(textOf(parts, stylesPath) ?? EMPTY_STYLES);
  const { strings, xml: stringsXml } = readStrings(textOf(parts, stringsPath));
  const sidecar = readSidecar(textOf(parts, 'docProps/custom.xml'));
  const book: Book = {
    title: options.title ?? '',
    timeZone: sidecar.timeZone ?? options.timeZone ?? 'Asia/Shanghai',
    locale: sidecar.locale ?? options.locale ?? 'zh_CN',
    owner: sidecar.owner ?? '',
    editors: [...(sidecar.editors ?? [])],
    sheets: [],
    activeSheetId: 0,
    styles: [{}],
    namedRanges: [],
    sidecar: { ...sidecar.entries },
  };
  const styleOf = styleMapper(book, read);
  const is1904 = isOn(childNamed(workbook, 'workbookPr')?.attributes['date1904']);
  const dated = is1904 ? datedStyles(book) : null;
  const sources = new Map<number, SheetSource>();
  for (const node of childrenNamed(childNamed(workbook, 'sheets'), 'sheet')) {
    const relation = relations.find(({ id }) => id === node.attributes['r:id']);
    const xml = relation && textOf(parts, relation.target);
    // Chart sheets and the like have no cells: their parts stay, the model does not know them.
    if (!relation || xml === undefined || !relation.type.endsWith('/worksheet')) continue;
    const name = node.attributes['name'] ?? '';
    const beside = sidecar.sheets?.[name];
    const id = beside?.id ?? freeSheetId(book);
    const { sheet, source } = readSheet(parts, relation.target, xml, {
      id,
      name,
      beside,
      strings,
      styleOf,
      read,
      dated,
    });
    sheet.hidden = node.attributes['state'] === 'hidden' || node.attributes['state'] === 'veryHidden';
    book.sheets.push(sheet);
    sources.set(id, source);
  }
  if (book.sheets.length === 0) throw new NotAWorkbookError('noWorkbook');
  const active = Number(childNamed(childNamed(workbook, 'bookViews'), 'workbookView')?.attributes['activeTab'] ?? 0);
  book.activeSheetId = (book.sheets[active] ?? book.sheets[0])?.id ?? 0;
  const definedNames = readNames(book, workbook);
  const source: Source = {
    parts,
    sheets: sources,
    workbookPath,
    stylesPath,
    stringsPath,
    strings,
    stringsXml,
    definedNames,
    styleKeys: read.styles.map(styleKey),
  };
  book.source = source;
  return book;
}

function freeSheetId(book: Book): number {
  return Math.max(0, ...book.sheets.map(({ id }) => id)) + 1;
}

/** Styles of the file become styles of the book when a cell first uses them. */
function styleMapper(book: Book, read: ReadStyles): (index: number) => number {
  const known: number[] = [];
  return (index) => {
    let mapped = known[index];
    if (mapped === undefined) {
      const style = read.styles[index] ?? {};
      // The plain style stays the plain style: rows that do not exist have it too.
      mapped = index === 0 && styleKey(style) === '[]' ? 0 : styleIndex(book, style);
      known[index] = mapped;
    }
    return mapped;
  };
}

function datedStyles(book: Book): (style: number) => number {
  return (style) =>
    /[ymdhs]/i.test((book.styles[style]?.numberFormat ?? '').replace(/"[^"]*"|\[[^\]]*\]/g, '')) ? DAYS_1904 : 0;
}

interface About {
  readonly id: number;
  readonly name: string;
  readonly beside: SheetSidecar | undefined;
  readonly strings: readonly string[];
  readonly styleOf: (index: number) => number;
  readonly read: ReadStyles;
  readonly dated: ((style: number) => number) | null;
}

function readSheet(parts: Parts, path: string, xml: string, about: About): { sheet: Sheet; source: SheetSource } {
  const { id, name, beside, strings, styleOf, read, dated } = about;
  const cells = readCells(xml, strings, styleOf, dated ?? (() => 0));
  // The tree is made of everything but the cells.
  const from = xml.indexOf('<sheetData');
  const end = xml.indexOf('</sheetData>');
  const frame =
    from < 0
      ? xml
      : `${xml.slice(0, from)}<sheetData/>${end < 0 ? xml.slice(xml.indexOf('>', from) + 1) : xml.slice(end + 12)}`;
  const root = parseXml(frame);
  const maxRows = Math.max(beside?.maxRows ?? newSheetSize.rows, cells.rows.length);
  const maxColumns = Math.max(beside?.maxColumns ?? newSheetSize.columns, cells.widest);
  const sheet = blankSheet(id, name, maxRows, maxColumns);
  sheet.changed = false;
  sheet.rows = cells.rows;
  readViews(sheet, root);
  sheet.columns = readColumns(childNamed(root, 'cols'), maxColumns, styleOf);
  const tab = childNamed(childNamed(root, 'sheetPr'), 'tabColor')?.attributes['rgb'];
  if (tab !== undefined) sheet.tabColor = `#${tab.slice(-6).toLowerCase()}`;
  sheet.merges = childrenNamed(childNamed(root, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) =>
    areasOf(attributes['ref'] ?? '', maxRows, maxColumns),
  );
  sheet.validations = [...readValidations(childNamed(root, 'dataValidations'), sheet), ...(beside?.validations ?? [])];
  const { formats, unknown } = readConditionalFormats(
    childrenNamed(root, 'conditionalFormatting'),
    read.differential,
    sheet,
  );
  sheet.conditionalFormats = formats;
  sheet.protections = beside ? [...beside.protections] : foreignProtection(root, id);
  const filter = childNamed(root, 'autoFilter');
  const [area] = areasOf(filter?.attributes['ref'] ?? '', maxRows, maxColumns);
  if (filter && area) {
    const criteria = childrenNamed(filter, 'filterColumn').map(
      ({ attributes, raw }) => [area.column + Number(attributes['colId']), { source: raw }] as const,
    );
    sheet.filter = { area, criteria: new Map(criteria) };
  }
  const comments = relationsOf(parts, path).find(({ type }) => type.endsWith('/comments'));
  const notes = comments && textOf(parts, comments.target);
  if (notes !== undefined) sheet.notes = readNotes(notes);
  const extras = new Map<string, string>();
  for (const child of root.children)
    if (!KNOWN.has(child.name)) extras.set(child.name, (extras.get(child.name) ?? '') + child.raw);
  const opening = /<(?:\w+:)?worksheet([^>]*)>/.exec(xml)?.[1] ?? '';
  return { sheet, source: { path, extras, root: opening, conditionalFormats: unknown } };
}

function readViews(sheet: Sheet, root: Node): void {
  const view = childNamed(childNamed(root, 'sheetViews'), 'sheetView');
  sheet.showGridlines = isOn(view?.attributes['showGridLines'], true);
  sheet.rightToLeft = isOn(view?.attributes['rightToLeft']);
  const pane = childNamed(view, 'pane');
  if (pane && /^frozen/.test(pane.attributes['state'] ?? '')) {
    sheet.frozenRows = Number(pane.attributes['ySplit'] ?? 0);
    sheet.frozenColumns = Number(pane.attributes['xSplit'] ?? 0);
  }
}

function readColumns(
  node: Node | undefined,
  maxColumns: number,
  styleOf: (index: number) => number,
): (Column | undefined)[] {
  const columns: (Column | undefined)[] = [];
  for (const { attributes } of childrenNamed(node, 'col')) {
    const column: Column = {
      ...(isOn(attributes['customWidth']) || attributes['width'] !== undefined
        ? { width: Math.round(Number(attributes['width']) * 7 + 5) }
        : {}),
      ...(isOn(attributes['hidden']) ? { hidden: true } : {}),
      ...(attributes['style'] === undefined ? {} : { style: styleOf(Number(attributes['style'])) }),
    };
    const last = Math.min(Number(attributes['max'] ?? 0), maxColumns);
    for (let at = Number(attributes['min'] ?? 1); at <= last; at += 1) {
      while (columns.length < at) columns.push(undefined);
      columns[at - 1] = { ...column };
    }
  }
  return columns;
}

/** A sheet somebody protected in another program: known to be protected, but a file does not say from whom. */
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

/** Named ranges into the model; names that are formulas, print areas and the like as they stand. */
function readNames(book: Book, workbook: Node): string[] {
  const others: string[] = [];
  for (const node of childrenNamed(childNamed(workbook, 'definedNames'), 'definedName')) {
    const named = node.attributes['localSheetId'] === undefined ? namedRange(book, node) : null;
    if (named) book.namedRanges.push(named);
    else if (!/_FilterDatabase$/.test(node.attributes['name'] ?? '')) others.push(node.raw);
  }
  return others;
}

function namedRange(book: Book, { attributes, text }: Node): NamedRange | null {
  const reference = parseReference(text.trim());
  const sheet = book.sheets.find(({ name }) => name === reference?.sheet);
  if (!reference || !sheet) return null;
  const top = reference.top ?? 1;
  const left = reference.left ?? 1;
  const bottom = Math.min(reference.bottom ?? sheet.maxRows, sheet.maxRows);
  const right = Math.min(reference.right ?? sheet.maxColumns, sheet.maxColumns);
  return { name: attributes['name'] ?? '', sheetId: sheet.id, area: areaOf(top, left, bottom, right) };
}
