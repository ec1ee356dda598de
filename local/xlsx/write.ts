/** The spreadsheet model into an .xlsx file. What the file had beyond the model is put back. */
import { areaText, cellText, columnName, quoteSheetName } from '../book/a1.ts';
import type { Book, Sheet } from '../book/book.ts';
import { FILE_COLUMNS, FILE_ROWS } from './areas-text.ts';
import { lockOf, styleIndexer, writeCells } from './cells-write.ts';
import { boxesVml, commentsXml } from './notes.ts';
import {
  freeId,
  type Parts,
  pack,
  putRelations,
  putText,
  type Relation,
  relationsOf,
  textOf,
  XML_HEAD,
} from './parts.ts';
import { conditionalFormatsXml, validationsXml } from './rules.ts';
import { customPropertiesXml, sidecarOf } from './sidecar.ts';
import { type SheetSource, sourceOf } from './source.ts';
import { type StringTable, stringTable } from './string-table.ts';
import { EMPTY_STYLES, StyleWriter } from './styles.ts';
import { childrenNamed, escapeXml, parseXml } from './xml.ts';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface Writing {
  readonly book: Book;
  readonly parts: Parts;
  readonly strings: StringTable;
  readonly styles: StyleWriter;
  readonly indexOf: (index: number, locked: boolean) => number;
}

export function writeBook(book: Book): Uint8Array {
  const source = sourceOf(book);
  const parts: Parts = new Map(source?.parts ?? []);
  const workbookPath = source?.workbookPath ?? 'xl/workbook.xml';
  const stylesPath = source?.stylesPath ?? 'xl/styles.xml';
  const stringsPath = source?.stringsPath ?? 'xl/sharedStrings.xml';
  const styles = new StyleWriter(textOf(parts, stylesPath) ?? EMPTY_STYLES, source?.styleKeys ?? []);
  const writing: Writing = {
    book,
    parts,
    strings: stringTable(source?.strings ?? [], source?.stringsXml ?? ''),
    styles,
    indexOf: styleIndexer(book, styles),
  };
  const paths = sheetPaths(book, parts);
  for (const [id, { path }] of source?.sheets ?? [])
    if (!book.sheets.some((sheet) => sheet.id === id)) dropSheet(parts, path);
  for (const sheet of book.sheets) {
    const known = source?.sheets.get(sheet.id);
    if (known && !sheet.changed) continue;
    writeSheet(writing, sheet, paths.get(sheet.id) ?? '', known);
  }
  putText(parts, stylesPath, styles.text());
  putText(parts, stringsPath, writing.strings.text());
  putText(parts, 'docProps/custom.xml', customPropertiesXml(textOf(parts, 'docProps/custom.xml'), sidecarOf(book)));
  // The order in which formulas were last computed is no longer true.
  parts.delete('xl/calcChain.xml');
  writeWorkbook(book, parts, workbookPath, paths, { stylesPath, stringsPath });
  writeRoot(parts, workbookPath);
  writeContentTypes(parts, paths, workbookPath, { stylesPath, stringsPath });
  return pack(parts);
}

function sheetPaths(book: Book, parts: Parts): Map<number, string> {
  const source = sourceOf(book);
  const paths = new Map<number, string>();
  let number = 1;
  for (const { id } of book.sheets) {
    const known = source?.sheets.get(id)?.path;
    if (known !== undefined) {
      paths.set(id, known);
      continue;
    }
    while (
      parts.has(`xl/worksheets/sheet${number}.xml`) ||
      [...paths.values()].includes(`xl/worksheets/sheet${number}.xml`)
    )
      number += 1;
    paths.set(id, `xl/worksheets/sheet${number}.xml`);
  }
  return paths;
}

function dropSheet(parts: Parts, path: string): void {
  for (const { type, target } of relationsOf(parts, path))
    if (/\/(?:comments|vmlDrawing)$/.test(type)) parts.delete(target);
  putRelations(parts, path, []);
  parts.delete(path);
}

function writeSheet(writing: Writing, sheet: Sheet, path: string, source: SheetSource | undefined): void {
  const { parts, styles, indexOf } = writing;
  const { protectedSheet, isLocked } = lockOf(sheet);
  const foreign = source?.extras ?? new Map<string, string>();
  const extra = (...names: string[]) => names.map((name) => foreign.get(name) ?? '').join('');
  const legacy = writeNotes(parts, sheet, path);
  const cells = writeCells(writing.book, sheet, writing.strings, indexOf, isLocked);
  const merges = sheet.merges.map((area) => `<mergeCell ref="${areaText(area)}"/>`);
  const color = sheet.tabColor === undefined ? '' : `<tabColor rgb="FF${sheet.tabColor.slice(1).toUpperCase()}"/>`;
  // Printed, a sheet is as wide as the paper and as many pages long as it needs.
  const tab = `<sheetPr>${color}${foreign.has('pageSetup') ? '' : '<pageSetUpPr fitToPage="1"/>'}</sheetPr>`;
  // The order is the schema's (ECMA-376 part 1, CT_Worksheet): programs refuse another.
  const xml = [
    `${XML_HEAD}<worksheet${source?.root ?? ` xmlns="${MAIN}" xmlns:r="${RELATION}"`}>`,
    tab,
    viewsXml(writing.book, sheet),
    '<sheetFormatPr defaultRowHeight="15.75"/>',
    columnsXml(sheet, indexOf, isLocked),
    cells,
    extra('sheetCalcPr'),
    protectedSheet ? protectionXml() : '',
    extra('scenarios'),
    filterXml(sheet),
    extra('sortState', 'dataConsolidate', 'customSheetViews'),
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    extra('phoneticPr'),
    conditionalFormatsXml(sheet.conditionalFormats, styles),
    ...(source?.conditionalFormats ?? []),
    validationsXml(sheet.validations),
    extra('hyperlinks', 'printOptions'),
    foreign.get('pageMargins') ??
      '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    foreign.get('pageSetup') ?? '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    extra(
      'headerFooter',
      'rowBreaks',
      'colBreaks',
      'customProperties',
      'cellWatches',
      'ignoredErrors',
      'smartTags',
      'drawing',
    ),
    legacy === null ? '' : `<legacyDrawing r:id="${legacy}"/>`,
    extra(
      'legacyDrawingHF',
      'drawingHF',
      'picture',
      'oleObjects',
      'controls',
      'webPublishItems',
      'tableParts',
      'extLst',
    ),
    '</worksheet>',
  ].join('');
  putText(parts, path, xml);
}

function viewsXml(book: Book, sheet: Sheet): string {
  const { frozenRows, frozenColumns } = sheet;
  const flags = `${sheet.showGridlines ? '' : ' showGridLines="0"'}${sheet.rightToLeft ? ' rightToLeft="1"' : ''}${sheet.id === book.activeSheetId ? ' tabSelected="1"' : ''}`;
  if (frozenRows === 0 && frozenColumns === 0)
    return `<sheetViews><sheetView${flags} workbookViewId="0"/></sheetViews>`;
  const pane = frozenRows > 0 ? (frozenColumns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight';
  const split = `${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''}${frozenRows > 0 ? ` ySplit="${frozenRows}"` : ''}`;
  return (
    `<sheetViews><sheetView${flags} workbookViewId="0"><pane${split} topLeftCell="${cellText(frozenRows + 1, frozenColumns + 1)}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}"/></sheetView></sheetViews>`
  );
}

/** Columns that look alike go together. Pixels become characters of 7 pixels with 5 of padding. */
function columnsXml(
  sheet: Sheet,
  indexOf: (index: number, locked: boolean) => number,
  isLocked: (row: number, column: number) => boolean,
): string {
  const { protectedSheet } = lockOf(sheet);
  const last = protectedSheet ? sheet.maxColumns : Math.min(sheet.columns.length, sheet.maxColumns);
  const entries: { xml: string; from: number; to: number }[] = [];
  for (let at = 1; at <= Math.min(last, FILE_COLUMNS); at += 1) {
    const column = sheet.columns[at - 1];
    // Rows that do not exist yet are locked as the last row of the grid is.
    const style = indexOf(column?.style ?? 0, isLocked(sheet.maxRows, at));
    const width = Math.trunc((((column?.width ?? 100) - 5) / 7) * 100 + 0.5) / 100;
    if (!column && style === 0) continue;
    const xml = ` width="${width}" customWidth="1"${style === 0 ? '' : ` style="${style}"`}${column?.hidden ? ' hidden="1"' : ''}/>`;
    const before = entries[entries.length - 1];
    if (before && before.xml === xml && before.to === at - 1) before.to = at;
    else entries.push({ xml, from: at, to: at });
  }
  return entries.length === 0
    ? ''
    : `<cols>${entries.map(({ from, to, xml }) => `<col min="${from}" max="${to}"${xml}`).join('')}</cols>`;
}

/** No password: whoever must can lift it. Looks, rows, columns, sorting and filtering stay free. */
function protectionXml(): string {
  const free = ['formatCells', 'formatColumns', 'formatRows', 'insertColumns', 'insertRows', 'sort', 'autoFilter'];
  return `<sheetProtection sheet="1"${free.map((name) => ` ${name}="0"`).join('')}/>`;
}

function filterXml({ filter }: Sheet): string {
  if (!filter) return '';
  const columns = [...filter.criteria].map(([, { source }]) => source ?? '').join('');
  return columns === ''
    ? `<autoFilter ref="${areaText(filter.area)}"/>`
    : `<autoFilter ref="${areaText(filter.area)}">${columns}</autoFilter>`;
}

/** Writes the notes of a sheet; answers the id of the drawing of their boxes. */
function writeNotes(parts: Parts, sheet: Sheet, path: string): string | null {
  const standing = relationsOf(parts, path);
  for (const { type, target } of standing) if (/\/(?:comments|vmlDrawing)$/.test(type)) parts.delete(target);
  const relations: Relation[] = standing.filter(({ type }) => !/\/(?:comments|vmlDrawing)$/.test(type));
  if (sheet.notes.size === 0) {
    putRelations(parts, path, relations);
    return null;
  }
  const stem = path.replace(/^.*\//, '').replace(/\.xml$/, '');
  const comments = `xl/comments-${stem}.xml`;
  const boxes = `xl/drawings/vmlDrawing-${stem}.vml`;
  putText(parts, comments, commentsXml(sheet.notes));
  putText(parts, boxes, boxesVml(sheet.notes));
  relations.push({ id: freeId(relations), type: `${RELATION}/comments`, target: comments, external: false });
  const id = freeId(relations);
  relations.push({ id, type: `${RELATION}/vmlDrawing`, target: boxes, external: false });
  putRelations(parts, path, relations);
  return id;
}

function writeWorkbook(
  book: Book,
  parts: Parts,
  path: string,
  paths: ReadonlyMap<number, string>,
  { stylesPath, stringsPath }: { stylesPath: string; stringsPath: string },
): void {
  const standing = textOf(parts, path);
  const known = relationsOf(parts, path);
  const sourcePaths = new Set([...(sourceOf(book)?.sheets.values() ?? [])].map((one) => one.path));
  const relations: Relation[] = known.filter(
    ({ target, type }) => !sourcePaths.has(target) && !/\/(?:calcChain|styles|sharedStrings)$/.test(type),
  );
  const add = (type: string, target: string): string => {
    const before = known.find((one) => one.target === target && one.type.endsWith(type));
    const id = before && !relations.some((one) => one.id === before.id) ? before.id : freeId([...relations, ...known]);
    relations.push({ id, type: before?.type ?? `${RELATION}${type}`, target, external: false });
    return id;
  };
  const sheets = book.sheets.map(({ id, name, hidden }, index) => {
    const relation = add('/worksheet', paths.get(id) ?? '');
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="${relation}"/>`;
  });
  add('/styles', stylesPath);
  add('/sharedStrings', stringsPath);
  putRelations(parts, path, relations);
  const active = Math.max(
    0,
    book.sheets.findIndex(({ id }) => id === book.activeSheetId),
  );
  const names = namesXml(book);
  if (standing === undefined) {
    putText(
      parts,
      path,
      `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><bookViews><workbookView activeTab="${active}" firstSheet="0" tabRatio="850"/></bookViews>` +
        `<sheets>${sheets.join('')}</sheets>${names}<calcPr fullCalcOnLoad="1"/></workbook>`,
    );
    return;
  }
  let text = standing
    .replace(/<definedNames>[\s\S]*?<\/definedNames>|<definedNames\/>/, '')
    .replace(/<calcPr[^>]*\/>|<calcPr[^>]*>[\s\S]*?<\/calcPr>/, '')
    .replace(
      /<sheets>[\s\S]*?<\/sheets>/,
      () => `<sheets>${sheets.join('')}</sheets>${names}<calcPr fullCalcOnLoad="1"/>`,
    )
    .replace(/activeTab="\d+"/, `activeTab="${active}"`);
  if (!/xmlns:r=/.test(text)) text = text.replace(/<workbook/, `<workbook xmlns:r="${RELATION}"`);
  putText(parts, path, text);
}

function namesXml(book: Book): string {
  const own = book.namedRanges.flatMap(({ name, sheetId, area }) => {
    const sheet = book.sheets.find(({ id }) => id === sheetId);
    if (!sheet) return [];
    const bottom = area.row + area.rows - 1;
    const right = columnName(area.column + area.columns - 1);
    const cells = `$${columnName(area.column)}$${area.row}:$${right}$${bottom >= sheet.maxRows && area.rows > 1 ? FILE_ROWS : bottom}`;
    return [
      `<definedName name="${escapeXml(name)}">${escapeXml(`${quoteSheetName(sheet.name)}!${cells}`)}</definedName>`,
    ];
  });
  const all = [...(sourceOf(book)?.definedNames ?? []), ...own];
  return all.length === 0 ? '' : `<definedNames>${all.join('')}</definedNames>`;
}

function writeRoot(parts: Parts, workbookPath: string): void {
  const relations = relationsOf(parts, '');
  const ensure = (type: string, target: string) => {
    if (!relations.some((one) => one.target === target))
      relations.push({ id: freeId(relations), type, target, external: false });
  };
  ensure(`${RELATION}/officeDocument`, workbookPath);
  ensure(`${RELATION}/custom-properties`, 'docProps/custom.xml');
  putRelations(parts, '', relations);
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/worksheets\/[^/]+\.xml$/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'],
  [/^xl\/comments[^/]*\.xml$/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'],
  [/^docProps\/custom\.xml$/, 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
];

function writeContentTypes(
  parts: Parts,
  paths: ReadonlyMap<number, string>,
  workbookPath: string,
  { stylesPath, stringsPath }: { stylesPath: string; stringsPath: string },
): void {
  const root = textOf(parts, '[Content_Types].xml');
  const standing = root === undefined ? undefined : parseXml(root);
  const types = new Map<string, string>();
  for (const { attributes } of childrenNamed(standing, 'Override')) {
    const path = (attributes['PartName'] ?? '').replace(/^\//, '');
    if (parts.has(path)) types.set(path, attributes['ContentType'] ?? '');
  }
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  if (!types.has(workbookPath)) types.set(workbookPath, `${main}.sheet.main+xml`);
  types.set(stylesPath, `${main}.styles+xml`);
  types.set(stringsPath, `${main}.sharedStrings+xml`);
  for (const path of paths.values()) types.set(path, `${main}.worksheet+xml`);
  for (const path of parts.keys()) {
    const known = TYPES.find(([shape]) => shape.test(path));
    if (known && !types.has(path)) types.set(path, known[1]);
  }
  const defaults = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing'],
  ]);
  for (const { attributes } of childrenNamed(standing, 'Default'))
    defaults.set(attributes['Extension'] ?? '', attributes['ContentType'] ?? '');
  putText(
    parts,
    '[Content_Types].xml',
    `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      [...defaults].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`).join('') +
      [...types].map(([path, type]) => `<Override PartName="/${escapeXml(path)}" ContentType="${type}"/>`).join('') +
      '</Types>',
  );
}
