/** An .xlsx file into the spreadsheet model. */
import { type Book, styleIndex } from '../book/book.ts';
import { mostCells } from '../book/sheets.ts';
import { readStrings } from './cells-read.ts';
import { readNames } from './names.ts';
import { NotAWorkbookError } from './not-a-workbook.ts';
import { showsDay } from './number-formats.ts';
import { relationsOf, unpack, xmlOf } from './parts.ts';
import { readSheet } from './sheet-read.ts';
import { besideSheets, readSidecar } from './sidecar.ts';
import type { OtherTab, SheetSource, Source } from './source.ts';
import { EMPTY_STYLES, type ReadStyles, readStyles, styleKey } from './styles-read.ts';
import { childNamed, childrenNamed, isOn, type Node, parseXml } from './xml.ts';

export interface ReadOptions {
  readonly title?: string;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** Days between the two systems dates are counted in. */
const DAYS_1904 = 1462;

/** @throws NotAWorkbookError */
export function readBook(bytes: Uint8Array, options: ReadOptions = {}): Book {
  const parts = unpack(bytes);
  const workbookPath =
    relationsOf(parts, '').find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const workbookXml = xmlOf(parts, workbookPath);
  if (workbookXml === undefined || !/<workbook[\s>]/.test(workbookXml)) throw new NotAWorkbookError('noWorkbook');
  const workbook = parseXml(workbookXml);
  const relations = relationsOf(parts, workbookPath);
  const target = (kind: string, usual: string) => relations.find(({ type }) => type.endsWith(kind))?.target ?? usual;
  const stylesPath = target('/styles', 'xl/styles.xml');
  const stringsPath = target('/sharedStrings', 'xl/sharedStrings.xml');
  const styles = readStyles(xmlOf(parts, stylesPath) ?? EMPTY_STYLES, xmlOf(parts, target('/theme', '')));
  const { strings, xml: stringsXml } = readStrings(xmlOf(parts, stringsPath));
  const sidecar = readSidecar(xmlOf(parts, 'docProps/custom.xml'));
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
  const styleOf = styleMapper(book, styles);
  const since1904 = isOn(childNamed(workbook, 'workbookPr')?.attributes['date1904']);
  const shiftOf = since1904 ? (style: number) => daysShifted(book, style) : () => 0;
  const sources = new Map<number, SheetSource>();
  const others: OtherTab[] = [];
  const tabs = childrenNamed(childNamed(workbook, 'sheets'), 'sheet').map((node) => {
    // Programs may call the prefix of relations anything.
    const relation = relations.find(({ id }) => id === (node.attributes['r:id'] ?? node.attributes['id']));
    if (!relation) throw new NotAWorkbookError('damaged');
    return { node, relation, hasCells: relation.type.endsWith('/worksheet') };
  });
  const sheets = tabs.filter(({ hasCells }) => hasCells);
  const names = sheets.map(({ node }) => node.attributes['name'] ?? '');
  const beside = besideSheets(names, sidecar);
  let room = mostCells;
  const places = tabs.map(({ node, relation, hasCells }) => {
    const number = Number(node.attributes['sheetId'] ?? 0);
    if (!hasCells) {
      others.push({ raw: node.raw, number, after: book.sheets[book.sheets.length - 1]?.id });
      return undefined;
    }
    const known = beside[book.sheets.length];
    const id = known?.id ?? freeSheetId(beside, book);
    const name = node.attributes['name'] ?? '';
    const { sheet, source, extent } = inSheet(name, () =>
      readSheet(parts, relation.target, {
        id,
        name,
        number,
        state: node.attributes['state'] ?? 'visible',
        beside: known,
        strings,
        styleOf,
        styles,
        shiftOf,
        room,
      }),
    );
    room = Math.max(0, room - extent.rows * extent.columns);
    book.sheets.push(sheet);
    sources.set(id, source);
    return id;
  });
  if (book.sheets.length === 0) throw new NotAWorkbookError('noWorkbook');
  book.activeSheetId = activeSheet(workbook, places) ?? book.sheets[0]?.id ?? 0;
  const source: Source = {
    parts,
    sheets: sources,
    tabs: others,
    names: readNames(book, workbook, places),
    workbookPath,
    stylesPath,
    stringsPath,
    strings,
    stringsXml,
    styles,
    since1904,
  };
  book.source = source;
  return book;
}

/** What is wrong within a sheet is told with the sheet's name. */
function inSheet<T>(sheet: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NotAWorkbookError)) throw error;
    throw new NotAWorkbookError(error.reason, { ...error.place, sheet });
  }
}

function activeSheet(workbook: Node, places: readonly (number | undefined)[]): number | undefined {
  const view = childNamed(childNamed(workbook, 'bookViews'), 'workbookView');
  return places[Number(view?.attributes['activeTab'] ?? 0)];
}

/** A number no sheet has, nor one that is still to be read. */
function freeSheetId(beside: readonly ({ readonly id: number } | undefined)[], book: Book): number {
  return Math.max(0, ...book.sheets.map(({ id }) => id), ...beside.map((one) => one?.id ?? 0)) + 1;
}

/** Styles of the file become styles of the book when a cell first uses them. */
function styleMapper(book: Book, { styles }: ReadStyles): (index: number) => number {
  const known: number[] = [];
  return (index) => {
    let mapped = known[index];
    if (mapped === undefined) {
      const style = styles[index] ?? {};
      // The plain style stays the plain style: rows that do not exist have it too.
      mapped = index === 0 && styleKey(style) === '[]' ? 0 : styleIndex(book, style);
      known[index] = mapped;
    }
    return mapped;
  };
}

/** In a file that counts from 1904, how many days a number that shows as a day is behind. */
export function daysShifted(book: Book, style: number): number {
  return showsDay(book.styles[style]?.numberFormat ?? '') ? DAYS_1904 : 0;
}
