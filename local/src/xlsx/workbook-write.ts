/** Writes the workbook part: the tabs, their order, names. */
import type { Book } from '../book/book.ts';
import { namesXml } from './names.ts';
import { freeId, type Parts, putRelations, putText, type Relation, relationsOf, XML_HEAD, xmlOf } from './parts.ts';
import { MAIN, RELATION } from './sheet-write.ts';
import { sourceOf } from './source.ts';
import { childNamed, openingOf, parseXml, withAttributes } from './xml.ts';

export interface Paths {
  readonly workbook: string;
  readonly styles: string;
  readonly strings: string;
  /** By the sheets' ids. */
  readonly sheets: ReadonlyMap<number, string>;
}

/** What stands before the defined names in the schema's order (CT_Workbook). */
const BEFORE_NAMES = ['sheets', 'functionGroups', 'externalReferences'];

export function writeWorkbook(book: Book, parts: Parts, paths: Paths): void {
  const text = xmlOf(parts, paths.workbook);
  const standing = text === undefined ? undefined : parseXml(text);
  const { tabs, placeOf } = writeTabs(book, parts, paths);
  const active = placeOf(visibleSheet(book));
  const views = childNamed(standing, 'bookViews');
  const made: Record<string, string> = {
    bookViews: viewsXml(views?.children[0] ? openingOf(views.children[0]) : ' firstSheet="0" tabRatio="850"', active),
    sheets: `<sheets>${tabs}</sheets>`,
    definedNames: '',
    calcPr: '',
  };
  const calc = childNamed(standing, 'calcPr');
  const computed = `<calcPr${withAttributes(calc ? openingOf(calc) : '', { fullCalcOnLoad: '1' })}/>`;
  const elements = (standing?.children ?? []).map(({ name, raw }) => ({ name, xml: made[name] ?? raw }));
  if (!views) elements.splice(Math.max(0, indexOf(elements, 'sheets')), 0, entry('bookViews'));
  if (indexOf(elements, 'sheets') < 0) elements.push(entry('sheets'));
  const last = Math.max(...BEFORE_NAMES.map((name) => indexOf(elements, name)));
  elements.splice(last + 1, 0, { name: 'definedNames', xml: namesXml(book, placeOf) + computed });
  const root = standing ? openingOf(standing) : ` xmlns="${MAIN}"`;
  const named = /\sxmlns:r=/.test(root) ? root : `${root} xmlns:r="${RELATION}"`;
  putText(parts, paths.workbook, `${XML_HEAD}<workbook${named}>${elements.map(({ xml }) => xml).join('')}</workbook>`);

  function entry(name: string): { name: string; xml: string } {
    return { name, xml: made[name] ?? '' };
  }
}

const indexOf = (elements: readonly { readonly name: string }[], wanted: string): number =>
  elements.findIndex(({ name }) => name === wanted);

const viewsXml = (about: string, active: number): string =>
  `<bookViews><workbookView${withAttributes(about, { activeTab: String(active) })}/></bookViews>`;

/** Programs refuse a file that opens on a hidden sheet. */
export function visibleSheet({ sheets, activeSheetId }: Book): number {
  const active = sheets.find(({ id }) => id === activeSheetId);
  const shown = active && !active.hidden ? active : sheets.find(({ hidden }) => !hidden);
  return (shown ?? sheets[0])?.id ?? 0;
}

/** The tabs in order, those without cells behind the sheet they stood behind, and where each sheet stands. */
function writeTabs(book: Book, parts: Parts, paths: Paths): { tabs: string; placeOf: (sheetId: number) => number } {
  const source = sourceOf(book);
  const relations = writeRelations(book, parts, paths);
  const numbers = [...(source?.sheets.values() ?? []), ...(source?.tabs ?? [])].map(({ number }) => number);
  let next = Math.max(0, ...numbers);
  const others = source?.tabs ?? [];
  const standing = new Set(book.sheets.map(({ id }) => id));
  const entries: { id: number | undefined; xml: string }[] = others
    .filter(({ after }) => after === undefined || !standing.has(after))
    .map(({ raw }) => ({ id: undefined, xml: raw }));
  for (const { id, name, hidden } of book.sheets) {
    const known = source?.sheets.get(id);
    if (!known) next += 1;
    const about = withAttributes('', {
      name,
      sheetId: String(known?.number || next),
      state: hidden ? (known?.veryHidden ? 'veryHidden' : 'hidden') : undefined,
      'r:id': relations.get(id) ?? '',
    });
    entries.push({ id, xml: `<sheet${about}/>` });
    for (const { after, raw } of others) if (after === id) entries.push({ id: undefined, xml: raw });
  }
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  return { tabs: entries.map(({ xml }) => xml).join(''), placeOf: (id) => places.get(id) ?? 0 };
}

/** Answers the relation of each sheet. */
function writeRelations(book: Book, parts: Parts, paths: Paths): Map<number, string> {
  const known = relationsOf(parts, paths.workbook);
  const sheetPaths = new Set([...(sourceOf(book)?.sheets.values() ?? [])].map(({ path }) => path));
  const relations: Relation[] = known.filter(
    ({ target, type }) => !sheetPaths.has(target) && !/\/(?:calcChain|styles|sharedStrings)$/.test(type),
  );
  const add = (type: string, target: string): string => {
    const before = known.find((one) => one.target === target && one.type.endsWith(type));
    const id = before?.id ?? freeId([...relations, ...known]);
    relations.push({ id, type: before?.type ?? `${RELATION}${type}`, target, external: false });
    return id;
  };
  const ids = new Map(book.sheets.map(({ id }) => [id, add('/worksheet', paths.sheets.get(id) ?? '')]));
  add('/styles', paths.styles);
  add('/sharedStrings', paths.strings);
  putRelations(parts, paths.workbook, relations);
  return ids;
}
