/** Names a book gives to ranges, and those of a file the model has no word for. */
import { columnName, parseReference, quoteSheetName } from '../book/a1.ts';
import { areaOf, bottomOf, rightOf } from '../book/areas.ts';
import type { Area, Book, NamedRange, Sheet } from '../book/book.ts';
import { mapReferences } from '../book/references.ts';
import { FILE_ROWS } from './areas-text.ts';
import { type OtherName, sourceOf } from './source.ts';
import { childNamed, childrenNamed, escapeText, type Node, openingOf, plainText, withAttributes } from './xml.ts';

/** The name a program gives the area of a sheet's filter; written anew from the filter. */
const FILTER = '_xlnm._FilterDatabase';

/**
 * Named ranges go into the book; names that are formulas, print areas and the like are answered.
 * `tabs`: the sheets by their place among all tabs of the file.
 */
export function readNames(book: Book, workbook: Node, tabs: readonly (number | undefined)[]): OtherName[] {
  const others: OtherName[] = [];
  for (const node of childrenNamed(childNamed(workbook, 'definedNames'), 'definedName')) {
    const { name = '', localSheetId } = node.attributes;
    if (name === FILTER) continue;
    const named = localSheetId === undefined && !name.startsWith('_xlnm.') ? namedRange(book, node) : null;
    if (named) book.namedRanges.push(named);
    else {
      const sheetId = localSheetId === undefined ? undefined : tabs[Number(localSheetId)];
      // A name of a tab that is not there, or has no cells, names nothing.
      if (localSheetId !== undefined && sheetId === undefined) continue;
      others.push({ about: openingOf(node), text: plainText(node.text), sheetId });
    }
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
  if (top > bottom || left > right) return null;
  return { name: attributes['name'] ?? '', sheetId: sheet.id, area: areaOf(top, left, bottom, right) };
}

/** `placeOf`: where a sheet stands among all tabs that are written. */
export function namesXml(book: Book, placeOf: (sheetId: number) => number): string {
  const own = book.namedRanges.flatMap(({ name, sheetId, area }) => {
    const sheet = book.sheets.find(({ id }) => id === sheetId);
    return sheet ? [nameXml(withAttributes('', { name }), fixedText(sheet, area))] : [];
  });
  const filters = book.sheets.flatMap((sheet) => {
    const about = { name: FILTER, localSheetId: String(placeOf(sheet.id)), hidden: '1' };
    return sheet.filter ? [nameXml(withAttributes('', about), fixedText(sheet, sheet.filter.area, false))] : [];
  });
  const others = (sourceOf(book)?.names ?? []).flatMap(({ about, text, sheetId }) => {
    if (sheetId !== undefined && !book.sheets.some(({ id }) => id === sheetId)) return [];
    const local = sheetId === undefined ? about : withAttributes(about, { localSheetId: String(placeOf(sheetId)) });
    return [nameXml(local, renamed(book, text))];
  });
  const all = [...own, ...others, ...filters];
  return all.length === 0 ? '' : `<definedNames>${all.join('')}</definedNames>`;
}

const nameXml = (about: string, text: string): string => `<definedName${about}>${escapeText(text)}</definedName>`;

/** A range to the bottom of the grid goes to the bottom of the file, where its cells may be. */
function fixedText(sheet: Sheet, area: Area, toEnd = true): string {
  const bottom = toEnd && area.rows > 1 && bottomOf(area) >= sheet.maxRows ? FILE_ROWS : bottomOf(area);
  const first = `$${columnName(area.column)}$${area.row}`;
  return `${quoteSheetName(sheet.name)}!${first}:$${columnName(rightOf(area))}$${bottom}`;
}

/** A text of the file with the sheets called as they are now. */
function renamed(book: Book, text: string): string {
  const now = new Map<string, string | null>();
  for (const [id, { name }] of sourceOf(book)?.sheets ?? []) {
    const sheet = book.sheets.find((one) => one.id === id);
    if (sheet?.name !== name) now.set(name, sheet?.name ?? null);
  }
  if (now.size === 0) return text;
  return mapReferences(text, (reference) => {
    const name = reference.sheet === undefined ? undefined : now.get(reference.sheet);
    return typeof name === 'string' ? { ...reference, sheet: name } : name;
  });
}
