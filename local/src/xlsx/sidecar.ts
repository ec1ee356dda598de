/**
 * What a spreadsheet on the platform has and a file has no place for: zone, editors, grid sizes, who may edit what.
 * Kept as custom document properties, which Excel, WPS and LibreOffice carry along when they save.
 */
import type { Book, Protection, Validation } from '../book/book.ts';
import { XML_HEAD } from './parts.ts';
import { isWritable, promptOf } from './validations.ts';
import { childrenNamed, escapeText, parseXml, plainText } from './xml.ts';

export interface Sidecar {
  readonly timeZone?: string;
  readonly locale?: string;
  readonly owner?: string;
  readonly editors?: readonly string[];
  readonly entries?: Readonly<Record<string, string>>;
  /** By the sheet's name. */
  readonly sheets?: Readonly<Record<string, SheetSidecar>>;
}

export interface SheetSidecar {
  readonly id: number;
  /** Its place among the tabs with cells, from 0. */
  readonly place?: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly protections: readonly Protection[];
  /** Validations a file cannot say. */
  readonly validations: readonly Validation[];
  /** Help texts longer than the file takes, by as much as it took. */
  readonly helpTexts?: Readonly<Record<string, string>>;
}

const NAME = 'spreadsheet.host.';
/** Excel shows no more of a property. */
const LONGEST = 240;

export function sidecarOf(book: Book): Sidecar {
  return {
    timeZone: book.timeZone,
    locale: book.locale,
    owner: book.owner,
    editors: book.editors,
    entries: book.sidecar,
    sheets: Object.fromEntries(
      book.sheets.map(({ id, name, maxRows, maxColumns, protections, validations }, place): [string, SheetSidecar] => [
        name,
        {
          id,
          place,
          maxRows,
          maxColumns,
          protections,
          validations: validations.filter((rule) => !isWritable(rule)),
          ...longHelpTexts(validations),
        },
      ]),
    ),
  };
}

function longHelpTexts(validations: readonly Validation[]): Pick<SheetSidecar, 'helpTexts'> {
  const long = validations.flatMap(({ helpText = '' }): [string, string][] => {
    const short = promptOf(helpText);
    return short === helpText ? [] : [[short, helpText]];
  });
  return long.length === 0 ? {} : { helpTexts: Object.fromEntries(long) };
}

/** The custom properties part: the file's own properties, then ours in pieces. */
export function customPropertiesXml(standing: string | undefined, sidecar: Sidecar): string {
  const others =
    standing === undefined
      ? []
      : childrenNamed(parseXml(standing), 'property').filter(({ attributes }) => !attributes['name']?.startsWith(NAME));
  const json = JSON.stringify(sidecar);
  const pieces: string[] = [];
  for (let at = 0; at < json.length; at += LONGEST) pieces.push(json.slice(at, at + LONGEST));
  const own = pieces.map(
    (piece, index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${others.length + index + 2}" name="${NAME}${index}"><vt:lpwstr>${escapeText(piece)}</vt:lpwstr></property>`,
  );
  const kept = others.map(({ raw }, index) => raw.replace(/pid="\d+"/, `pid="${index + 2}"`));
  return (
    `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">` +
    `${kept.join('')}${own.join('')}</Properties>`
  );
}

export function readSidecar(xml: string | undefined): Sidecar {
  if (xml === undefined) return {};
  const pieces = childrenNamed(parseXml(xml), 'property')
    .filter(({ attributes }) => attributes['name']?.startsWith(NAME))
    .map(
      ({ attributes, children }) => [Number(attributes['name']?.slice(NAME.length)), children[0]?.text ?? ''] as const,
    )
    .sort(([a], [b]) => a - b)
    .map(([, text]) => plainText(text));
  try {
    const read: unknown = JSON.parse(pieces.join('') || '{}');
    return isSidecar(read) ? read : {};
  } catch {
    // A person edited the properties: the cells are worth more than what stood beside them.
    return {};
  }
}

/** As far as anything later relies on it. */
function isSidecar(read: unknown): read is Sidecar {
  if (!isRecord(read)) return false;
  const { editors = [], entries = {}, sheets = {} } = read;
  const texts = [read['timeZone'], read['locale'], read['owner']];
  return (
    texts.every((text) => text === undefined || typeof text === 'string') &&
    Array.isArray(editors) &&
    isRecord(entries) &&
    isRecord(sheets) &&
    Object.values(sheets).every(isSheetSidecar)
  );
}

function isSheetSidecar(read: unknown): boolean {
  if (!isRecord(read)) return false;
  const { id, maxRows, maxColumns, protections, validations } = read;
  return (
    Number.isSafeInteger(id) &&
    isWithin(maxRows, MOST_ROWS) &&
    isWithin(maxColumns, MOST_COLUMNS) &&
    Array.isArray(protections) &&
    Array.isArray(validations)
  );
}

/** A sheet of the platform has at most ten million cells and 18,278 columns (support.google.com/drive/answer/37603). */
const MOST_ROWS = 10_000_000;
const MOST_COLUMNS = 18_278;

const isWithin = (read: unknown, most: number): boolean =>
  Number.isSafeInteger(read) && Number(read) >= 1 && Number(read) <= most;

const isRecord = (read: unknown): read is Record<string, unknown> =>
  typeof read === 'object' && read !== null && !Array.isArray(read);

/**
 * What stood beside each sheet of a file. A tab renamed in another program is known by its place, where the sheet that
 * was there is gone.
 */
export function besideSheets(names: readonly string[], { sheets = {} }: Sidecar): (SheetSidecar | undefined)[] {
  const lost = Object.entries(sheets).flatMap(([title, entry]) => (names.includes(title) ? [] : [entry]));
  return names.map((name, index) =>
    Object.hasOwn(sheets, name) ? sheets[name] : lost.find(({ place }) => place === index),
  );
}
