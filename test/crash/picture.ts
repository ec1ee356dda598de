/**
 * All that outlives a run, as plain data to be compared: cells, looks, dropdowns, rules, guards, names, sizes, order of the
 * tabs, properties, triggers, and the mail that left.
 *
 * Not in it, since they cannot be told apart: the numbers the platform gives to sheets and guards, the order of guards, and
 * which tab is open. The log is a part of its own: it has a line for each run that got that far, with its time. What the last
 * hourly run said of itself is left out for the same reason: it tells of that run, not of the workbook.
 */
import type { Area, Book, CellStyle, Row, Sheet } from '../../local/src/book/book.ts';
import type { Host } from '../support/host.ts';

export interface SheetPicture {
  readonly name: string;
  /** Cells and looks, equal rows told once; not of the log. */
  readonly rows?: readonly string[] | undefined;
}

export interface Picture {
  readonly sheets: readonly SheetPicture[];
  readonly names: readonly string[];
  /** Document properties and triggers. */
  readonly kept: readonly string[];
  readonly mail: readonly string[];
  readonly log: readonly SheetPicture[];
}

const LOG = '操作日志';

export function pictureOf({ book, mail }: Pick<Host, 'book' | 'mail'>): Picture {
  const looks = looksOf(book);
  const pictures = book.sheets.map((sheet) => ({ name: sheet.name, ...sheetPicture(sheet, looks) }));
  const nameOf = new Map(book.sheets.map(({ id, name }) => [id, name]));
  return {
    sheets: pictures.map((one) => (one.name === LOG ? { ...one, rows: undefined, size: undefined } : one)),
    log: pictures.filter(({ name }) => name === LOG),
    names: book.namedRanges.map(({ name, sheetId, area }) => `${name} ${nameOf.get(sheetId)} ${text(area)}`).sort(),
    kept: Object.entries(book.sidecar)
      .filter(([key]) => key !== 'lastSheetId' && !key.includes(':huizong.lastRun'))
      .map(([key, value]) => toTheMinute(`${key} ${value}`))
      .sort(),
    mail: mail.map(({ to, subject, body, attachments }) =>
      JSON.stringify([to, subject, body, attachments.map(({ name, bytes }) => [name, bytes.length])]),
    ),
  };
}

/** When a trigger is due next follows from the second in which it was made. */
const toTheMinute = (kept: string): string =>
  kept.replace(/"due":(\d+)/g, (_, due) => `"due":${Math.floor(Number(due) / 60_000)}`);

const text = ({ row, column, rows, columns }: Area): string => `R${row}C${column}+${rows}×${columns}`;
const texts = (areas: readonly Area[]): string => areas.map(text).sort().join(' ');

function sheetPicture(sheet: Sheet, looks: Looks) {
  return {
    size: [sheet.maxRows, sheet.maxColumns],
    frozen: [sheet.frozenRows, sheet.frozenColumns],
    seen: [sheet.hidden, sheet.tabColor, sheet.showGridlines, sheet.rightToLeft],
    columns: trimmed(sheet.columns.map((column) => `${column?.width ?? ''} ${column?.hidden ?? ''}`)),
    rows: rowsOf(sheet, looks),
    merges: texts(sheet.merges),
    notes: [...sheet.notes].sort(([a], [b]) => a - b),
    dropdowns: sheet.validations.map(({ areas, ...rule }) => `${texts(areas)} ${JSON.stringify(rule)}`).sort(),
    rules: sheet.conditionalFormats.map(({ areas, rule }) => `${texts(areas)} ${JSON.stringify(rule)}`),
    guards: sheet.protections
      .map(({ id: _, area, unprotected, editors, ...guard }) =>
        JSON.stringify([area && text(area), texts(unprotected), [...editors].sort(), guard]),
      )
      .sort(),
    filter: sheet.filter && [text(sheet.filter.area), [...sheet.filter.criteria]],
  };
}

const trimmed = (items: readonly string[]): readonly string[] => {
  let end = items.length;
  while (end > 0 && (items[end - 1] ?? '').trim() === '') end -= 1;
  return items.slice(0, end);
};

/** Says a row's looks in words that do not depend on the order in which a book came to know its styles. */
type Looks = (styles: readonly number[]) => string;

function looksOf(book: Book): Looks {
  const words = book.styles.map((style: CellStyle) =>
    JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  const known = new Map<string, string>();
  return (styles) => {
    const key = styles.join();
    let said = known.get(key);
    if (said === undefined) {
      said = trimmed(Array.from(styles, (style) => (style ? (words[style] ?? '') : ''))).join('|');
      known.set(key, said);
    }
    return said;
  };
}

/** Each row with how often it is repeated: blank rows that look alike are many. */
function rowsOf(sheet: Sheet, looks: Looks): readonly string[] {
  const unwritten = looks(sheet.columns.map((column) => column?.style ?? 0));
  const told: { row: string; times: number }[] = [];
  let above: Row | undefined;
  for (let at = 0; at < sheet.maxRows; at += 1) {
    const last = told[told.length - 1];
    const here = sheet.rows[at];
    if (last && here && above && areBlankAlike(here, above)) {
      last.times += 1;
      continue;
    }
    above = here;
    const row = rowPicture(here, looks, unwritten);
    if (last?.row === row) last.times += 1;
    else told.push({ row, times: 1 });
  }
  return told.map(({ row, times }) => `${times} × ${row}`);
}

/** A short cut past the many blank rows of a sheet: nothing in them, and looks in the same order. */
function areBlankAlike(a: Row, b: Row): boolean {
  if (a.values.length + b.values.length > 0 || a.formulas || b.formulas) return false;
  if (a.height !== b.height || a.hidden !== b.hidden) return false;
  if (a.styles === b.styles) return true;
  if (a.styles.length !== b.styles.length) return false;
  for (let at = 0; at < a.styles.length; at += 1) if (a.styles[at] !== b.styles[at]) return false;
  return true;
}

function rowPicture(row: Row | undefined, looks: Looks, unwritten: string): string {
  if (!row) return unwritten;
  let end = row.values.length;
  while (end > 0 && (row.values[end - 1] ?? '') === '') end -= 1;
  const cells = end === 0 ? '' : JSON.stringify(row.values.slice(0, end).map((value) => value ?? ''));
  const formulas = row.formulas?.size ? JSON.stringify([...row.formulas].sort(([a], [b]) => a - b)) : '';
  const shape = row.height === undefined && !row.hidden ? '' : `${row.height} ${row.hidden}`;
  return `${cells}${formulas}${shape}${looks(row.styles)}`;
}
