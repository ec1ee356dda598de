/** The spreadsheet model into an .xlsx file. What the file had beyond the model is put back. */
import type { Book } from '../book/book.ts';
import { styleIndexer } from './cells-write.ts';
import { writeContentTypes } from './content-types.ts';
import { freeId, type Parts, pack, putRelations, putText, relationsOf, xmlOf } from './parts.ts';
import { daysShifted } from './read.ts';
import { changeHead } from './sheet-text.ts';
import { RELATION, type Writing, writeSheet } from './sheet-write.ts';
import { customPropertiesXml, sidecarOf } from './sidecar.ts';
import { type SheetSource, sourceOf } from './source.ts';
import { stringTable } from './string-table.ts';
import { EMPTY_STYLES, readStyles } from './styles-read.ts';
import { StyleWriter } from './styles-write.ts';
import { type Paths, visibleSheet, writeWorkbook } from './workbook-write.ts';

export function writeBook(book: Book): Uint8Array {
  const source = sourceOf(book);
  const parts: Parts = new Map(source?.parts ?? []);
  const paths: Paths = {
    workbook: source?.workbookPath ?? 'xl/workbook.xml',
    styles: source?.stylesPath ?? 'xl/styles.xml',
    strings: source?.stringsPath ?? 'xl/sharedStrings.xml',
    sheets: sheetPaths(book, parts),
  };
  const styles = source?.styles ?? readStyles(EMPTY_STYLES);
  const styleWriter = new StyleWriter(xmlOf(parts, paths.styles) ?? EMPTY_STYLES, styles);
  const writing: Writing = {
    book,
    parts,
    strings: stringTable(source?.strings ?? [], source?.stringsXml ?? ''),
    styles: styleWriter,
    readStyles: styles,
    indexOf: styleIndexer(book, styleWriter),
    shiftOf: source?.since1904 ? (style) => daysShifted(book, style) : () => 0,
  };
  for (const [id, { path }] of source?.sheets ?? [])
    if (!book.sheets.some((sheet) => sheet.id === id)) dropSheet(parts, path);
  for (const sheet of book.sheets) {
    const path = paths.sheets.get(sheet.id) ?? '';
    const known = source?.sheets.get(sheet.id);
    if (known && !sheet.changed) selectTab(parts, path, known, sheet.id === visibleSheet(book));
    else writeSheet(writing, sheet, path, known);
  }
  putText(parts, paths.styles, styleWriter.text());
  putText(parts, paths.strings, writing.strings.text());
  putText(parts, 'docProps/custom.xml', customPropertiesXml(xmlOf(parts, 'docProps/custom.xml'), sidecarOf(book)));
  // The order in which formulas were last computed is no longer true.
  for (const { type, target } of relationsOf(parts, paths.workbook))
    if (type.endsWith('/calcChain')) parts.delete(target);
  writeWorkbook(book, parts, paths);
  writeRoot(parts, paths.workbook);
  writeContentTypes(parts, paths);
  return pack(parts);
}

function sheetPaths(book: Book, parts: Parts): Map<number, string> {
  const source = sourceOf(book);
  const paths = new Map<number, string>();
  const taken = new Set(parts.keys());
  let number = 1;
  for (const { id } of book.sheets) {
    const known = source?.sheets.get(id)?.path;
    while (known === undefined && taken.has(`xl/worksheets/sheet${number}.xml`)) number += 1;
    const path = known ?? `xl/worksheets/sheet${number}.xml`;
    paths.set(id, path);
    taken.add(path);
  }
  return paths;
}

/** What belonged to the sheet alone goes with it: its notes. Pictures and charts of it stay behind, unused. */
function dropSheet(parts: Parts, path: string): void {
  for (const { type, target } of relationsOf(parts, path))
    if (/\/(?:comments|vmlDrawing)$/.test(type)) parts.delete(target);
  putRelations(parts, path, []);
  parts.delete(path);
}

/** Two chosen tabs would be edited as one: a sheet that is kept as it was is chosen or not as the book now says. */
function selectTab(parts: Parts, path: string, { selected }: SheetSource, isActive: boolean): void {
  if (selected === isActive) return;
  changeHead(parts, path, (head) => {
    // It is written in UTF-8 now, whatever it was in.
    const text = head.replace(/^(<\?xml[^>]*?)\s+encoding="[^"]*"/, '$1');
    const bare = text.replace(/(<(?:\w+:)?sheetView\b[^>]*?)\s+tabSelected="[^"]*"/g, '$1');
    return isActive ? bare.replace(/<(?:\w+:)?sheetView\b/, '$& tabSelected="1"') : bare;
  });
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
