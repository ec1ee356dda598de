/** Writes one sheet: what the model knows made anew, all else as it stood. */
import { cellText } from '../book/a1.ts';
import type { Book, Sheet } from '../book/book.ts';
import { lastColumn, lastRow } from '../book/cells.ts';
import { areasText, FILE_COLUMNS } from './areas-text.ts';
import { type Aside, NOTHING_ASIDE } from './aside.ts';
import { type StyleIndexer, writeCells } from './cells-write.ts';
import { conditionalFormatsXml, NO_FORMATS } from './conditional-formats.ts';
import { type Locks, locksOf } from './locks.ts';
import { boxesVml, commentsXml } from './notes.ts';
import { freeId, type Parts, putRelations, putText, relationsOf, textOf, XML_HEAD } from './parts.ts';
import type { SheetSource } from './source.ts';
import type { StringTable } from './string-table.ts';
import type { ReadStyles } from './styles-read.ts';
import type { StyleWriter } from './styles-write.ts';
import { NO_VALIDATIONS, validationsXml } from './validations.ts';
import { childNamed, childrenNamed, type Node, openingOf, parseXml, withAttributes } from './xml.ts';
import { packedText } from './zip.ts';

export const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Elements of a sheet in the schema's order (ECMA-376 part 1, CT_Worksheet): programs refuse another. */
const SHEET_ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection'],
  ...['protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells'],
  ...['phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins'],
  ...['pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors'],
  ...['smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls'],
  ...['webPublishItems', 'tableParts', 'extLst'],
] as const;

export interface Writing {
  readonly book: Book;
  readonly parts: Parts;
  readonly strings: StringTable;
  readonly styles: StyleWriter;
  readonly readStyles: ReadStyles;
  readonly indexOf: StyleIndexer;
  /** Days to take from numbers of a style: dates of the 1904 system. */
  readonly shiftOf: (style: number) => number;
}

export function writeSheet(writing: Writing, sheet: Sheet, path: string, source: SheetSource | undefined): void {
  const { book, parts, styles, indexOf } = writing;
  const locks = locksOf(sheet);
  const aside = source?.aside ?? NOTHING_ASIDE;
  const reach = source?.reach ?? new Map<string, string>();
  const cells = writeCells(book, sheet, { ...writing, locks, arrays: source?.arrays ?? new Map(), aside: aside.rows });
  const standing = source?.elements ?? NEW_SHEET;
  const merges = [...sheet.merges.map((area) => areasText([area], reach)), ...aside.merges].map(
    (ref) => `<mergeCell ref="${ref}"/>`,
  );
  const made: Record<string, string> = {
    sheetPr: propertiesXml(sheet, standing.get('sheetPr'), writing.readStyles),
    dimension: dimensionXml(sheet, aside),
    sheetViews: viewsXml(book, sheet, standing.get('sheetViews')),
    cols: columnsXml(sheet, indexOf, locks, standing.get('sheetFormatPr'), aside),
    ...protectionXml(sheet, locks, standing),
    autoFilter: filterXml(sheet, standing.get('autoFilter')),
    mergeCells: merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    conditionalFormatting: conditionalFormatsXml(
      sheet.conditionalFormats,
      source?.conditionalFormats ?? NO_FORMATS,
      styles,
      reach,
    ),
    dataValidations: validationsXml(sheet.validations, source?.validations ?? NO_VALIDATIONS, reach),
    legacyDrawing: writeNotes(parts, sheet, path, source),
  };
  const order: readonly string[] = SHEET_ORDER;
  const strange = [...standing].flatMap(([name, raw]) => (order.includes(name) ? [] : [raw]));
  function* pieces(): Generator<string> {
    yield `${XML_HEAD}<worksheet${rootOf(source)}>`;
    for (const name of SHEET_ORDER) {
      if (name === 'extLst') yield strange.join('');
      if (name === 'sheetData') yield* cells;
      else yield made[name] ?? standing.get(name) ?? '';
    }
    yield '</worksheet>';
  }
  parts.set(path, packedText(pieces()));
}

function dimensionXml(sheet: Sheet, { rows }: Aside): string {
  const bottom = Math.max(1, lastRow(sheet), rows[rows.length - 1]?.to ?? 0);
  const right = rows.reduce(
    (last, { cells }) => Math.max(last, cells[cells.length - 1]?.column ?? 0),
    Math.max(1, lastColumn(sheet)),
  );
  return `<dimension ref="${cellText(1, 1)}:${cellText(bottom, right)}"/>`;
}

/** Printed, a new sheet is as wide as the paper and as many pages long as it needs. Widths are those of the platform. */
const NEW_SHEET: ReadonlyMap<string, string> = new Map([
  ['sheetPr', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'],
  ['sheetFormatPr', '<sheetFormatPr defaultColWidth="13.57" defaultRowHeight="15.75"/>'],
  ['pageMargins', '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'],
  ['pageSetup', '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'],
]);

function rootOf(source: SheetSource | undefined): string {
  const standing = source?.root ?? ` xmlns="${MAIN}"`;
  return /\sxmlns:r=/.test(standing) ? standing : `${standing} xmlns:r="${RELATION}"`;
}

/** The tab's colour; a colour of the theme that was not changed stays one. */
function propertiesXml({ tabColor }: Sheet, standing: string | undefined, { colorOf }: ReadStyles): string {
  const before = standing === undefined ? undefined : parseXml(standing);
  const known = childNamed(before, 'tabColor');
  const color =
    known && colorOf(known) === tabColor
      ? known.raw
      : tabColor === undefined
        ? ''
        : `<tabColor rgb="FF${tabColor.slice(1).toUpperCase()}"/>`;
  const others = before?.children.filter(({ name }) => name !== 'tabColor').map(({ raw }) => raw) ?? [];
  const about = before ? openingOf(before) : '';
  return color === '' && others.length === 0 && about === ''
    ? ''
    : `<sheetPr${about}>${color}${others.join('')}</sheetPr>`;
}

function viewsXml(book: Book, sheet: Sheet, standing: string | undefined): string {
  const { frozenRows, frozenColumns } = sheet;
  const view = childNamed(standing === undefined ? undefined : parseXml(standing), 'sheetView');
  const about = withAttributes(view ? openingOf(view) : '', {
    showGridLines: sheet.showGridlines ? undefined : '0',
    rightToLeft: sheet.rightToLeft ? '1' : undefined,
    tabSelected: sheet.id === book.activeSheetId ? '1' : undefined,
    workbookViewId: view?.attributes['workbookViewId'] ?? '0',
  });
  const inside = view && isFrozenAs(view, sheet) ? view.children.map(({ raw }) => raw).join('') : paneXml(sheet);
  return frozenRows + frozenColumns === 0 && inside === ''
    ? `<sheetViews><sheetView${about}/></sheetViews>`
    : `<sheetViews><sheetView${about}>${inside}</sheetView></sheetViews>`;
}

function isFrozenAs(view: Node, { frozenRows, frozenColumns }: Sheet): boolean {
  const pane = childNamed(view, 'pane');
  const frozen = pane !== undefined && /^frozen/.test(pane.attributes['state'] ?? '');
  const [rows, columns] = frozen ? [pane.attributes['ySplit'] ?? 0, pane.attributes['xSplit'] ?? 0] : [0, 0];
  return Number(rows) === frozenRows && Number(columns) === frozenColumns;
}

function paneXml({ frozenRows, frozenColumns }: Sheet): string {
  if (frozenRows === 0 && frozenColumns === 0) return '';
  const pane = frozenRows > 0 ? (frozenColumns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight';
  const about = withAttributes('', {
    xSplit: frozenColumns > 0 ? String(frozenColumns) : undefined,
    ySplit: frozenRows > 0 ? String(frozenRows) : undefined,
    topLeftCell: cellText(frozenRows + 1, frozenColumns + 1),
    activePane: pane,
    state: 'frozen',
  });
  return `<pane${about}/><selection pane="${pane}"/>`;
}

/** Columns that look alike go together. Pixels become characters of 7 pixels with 5 of padding. */
function columnsXml(
  sheet: Sheet,
  indexOf: StyleIndexer,
  locks: Locks,
  format: string | undefined,
  aside: Aside,
): string {
  const usual = Number(format === undefined ? 0 : (parseXml(format).attributes['defaultColWidth'] ?? 0));
  const last = Math.min(locks.protectedSheet ? sheet.maxColumns : sheet.columns.length, FILE_COLUMNS);
  const entries: { about: string; from: number; to: number }[] = [];
  for (let at = 1; at <= last; at += 1) {
    const column = sheet.columns[at - 1];
    const style = indexOf(column?.style ?? 0, locks.ofColumns?.[at - 1]);
    if (!column && style === 0) continue;
    const about = withAttributes('', {
      width: String(column?.width === undefined && usual > 0 ? usual : charactersOf(column?.width ?? 100)),
      style: style === 0 ? undefined : String(style),
      hidden: column?.hidden ? '1' : undefined,
      customWidth: '1',
    });
    const before = entries[entries.length - 1];
    if (before && before.about === about && before.to === at - 1) before.to = at;
    else entries.push({ about, from: at, to: at });
  }
  for (const { from, to, about } of aside.columns) {
    const free = Math.max(from, sheet.maxColumns + 1, last + 1);
    if (free <= to) entries.push({ about, from: free, to });
  }
  const columns = entries.map(({ from, to, about }) => `<col min="${from}" max="${to}"${about}/>`);
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

/** A width of nothing would hide the column. */
const charactersOf = (pixels: number): number => Math.max(14, Math.trunc(((pixels - 5) / 7) * 100 + 0.5)) / 100;

/** No password: it can be lifted where that is needed. Looks, rows, columns, sorting and filtering stay free. */
const PROTECTION = `<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertColumns="0" insertRows="0" sort="0" autoFilter="0"/>`;

function protectionXml(
  sheet: Sheet,
  { protectedSheet }: Locks,
  standing: ReadonlyMap<string, string>,
): { sheetProtection: string; protectedRanges: string } {
  const protectedRanges = standing.get('protectedRanges') ?? '';
  if (protectedSheet) return { sheetProtection: PROTECTION, protectedRanges };
  // Protected by another program, whose password and terms stay as they are until a person lifts it.
  const foreign = sheet.protections.some(({ area, mirrorsFile }) => area === null && mirrorsFile);
  return { sheetProtection: foreign ? (standing.get('sheetProtection') ?? '') : '', protectedRanges };
}

function filterXml({ filter }: Sheet, standing: string | undefined): string {
  if (!filter) return '';
  const before = standing === undefined ? undefined : parseXml(standing);
  const sources = [...filter.criteria.values()].map(({ source }) => source ?? '');
  const columns = childrenNamed(before, 'filterColumn').map(({ raw }) => raw);
  const ref = areasText([filter.area]);
  if (standing !== undefined && before?.attributes['ref'] === ref && columns.join() === sources.join()) return standing;
  const moved = [...filter.criteria]
    .sort(([a], [b]) => a - b)
    .map(([column, { source = '' }]) => source.replace(/colId="\d+"/, `colId="${column - filter.area.column}"`));
  return `<autoFilter ref="${ref}">${moved.join('')}</autoFilter>`;
}

/** Writes the notes of a sheet where they changed; answers the element that names the drawing of their boxes. */
function writeNotes(parts: Parts, sheet: Sheet, path: string, source: SheetSource | undefined): string {
  const element = source?.elements.get('legacyDrawing');
  if (source && isSame(source.notes, sheet.notes)) return element ?? '';
  const standing = relationsOf(parts, path);
  const drawing = element === undefined ? undefined : parseXml(element).attributes['id'];
  const boxes = standing.find(({ id }) => id === drawing);
  const comments = standing.find(({ type }) => type.endsWith('/comments'));
  const stem = path.replace(/^.*\//, '').replace(/\.xml$/, '');
  const commentsPath = comments?.target ?? `xl/comments-${stem}.xml`;
  const boxesPath = boxes?.target ?? `xl/drawings/vmlDrawing-${stem}.vml`;
  const vml = boxesVml(sheet.notes, textOf(parts, boxesPath));
  const relations = standing.filter((one) => one !== comments && one !== boxes);
  if (sheet.notes.size > 0) {
    putText(parts, commentsPath, commentsXml(sheet.notes));
    const id = comments?.id ?? freeId(standing);
    relations.push({ id, type: comments?.type ?? `${RELATION}/comments`, target: commentsPath, external: false });
  } else parts.delete(commentsPath);
  let named = '';
  if (/<v:shape\s/.test(vml)) {
    putText(parts, boxesPath, vml);
    const id = boxes?.id ?? freeId([...standing, ...relations]);
    relations.push({ id, type: boxes?.type ?? `${RELATION}/vmlDrawing`, target: boxesPath, external: false });
    named = element ?? `<legacyDrawing r:id="${id}"/>`;
  } else parts.delete(boxesPath);
  putRelations(parts, path, relations);
  return named;
}

const isSame = (a: ReadonlyMap<number, string>, b: ReadonlyMap<number, string>): boolean =>
  a.size === b.size && [...a].every(([key, text]) => b.get(key) === text);
