/**
 * A sheet's part as text, a few megabytes at a time: what stands before the cells, the rows, what stands behind. A sheet whose
 * million rows say nothing but how they look has hundreds of megabytes, of which nearly nothing is kept.
 */
import { isAscii } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { NotAWorkbookError } from './not-a-workbook.ts';
import { encodingOf, type Parts, textOf, xmlOf } from './parts.ts';
import { bareNames, prefixedRoot, rootEnd, withoutMarks } from './xml.ts';
import { inflatedPieces, type Packed, packedText } from './zip.ts';

export interface SheetText {
  /** Up to the cells, `<sheetData/>` and the root's end put behind: a tree of its own. */
  readonly head: string;
  /** Whole rows, in the order of the file. To be gone through once. */
  readonly rows: Iterable<string>;
  /** The sheet without its cells. To be asked when the rows are gone through. */
  frame(): string;
}

/** Up to here a part is read at once, which is quicker. */
const SMALL = 16 * 1024 * 1024;
/** Characters of rows that are looked at together. */
const WINDOW = 4 * 1024 * 1024;
/** What is no row, or one row, is never longer. */
const MOST_HELD = 200 * 1024 * 1024;

/** @throws NotAWorkbookError; also while the rows are gone through */
export function sheetText(parts: Parts, path: string): SheetText | undefined {
  const part = parts.get(path);
  if (part === undefined) return undefined;
  const text = part instanceof Uint8Array || part.size <= SMALL ? whole(parts, path) : evened(decoded(part));
  let head = '';
  let rest = '';
  // Gone through by hand: a loop that is left ends what it goes through.
  for (let next = text.next(); next.done !== true; next = text.next()) {
    rest += next.value;
    const opened = openingIn(rest);
    if (opened) {
      head = withoutMarks(rest.slice(0, opened.from));
      return {
        head: `${head}<sheetData/>${ending(head)}`,
        rows: rowsOf(rest.slice(opened.to), opened.isEmpty, text, (tail) => {
          rest = tail;
        }),
        frame: () => `${head}<sheetData/>${rest}`,
      };
    }
    if (rest.length > MOST_HELD) throw new NotAWorkbookError('tooLarge', { part: path });
  }
  return { head: rest, rows: [], frame: () => rest };
}

/** The root's end, whatever else is open. */
const ending = (head: string): string => (head.search(/<worksheet[\s>]/) < 0 ? '' : '</worksheet>');

function openingIn(text: string): { from: number; to: number; isEmpty: boolean } | null {
  const from = text.search(/<sheetData[\s/>]/);
  const close = from < 0 ? -1 : text.indexOf('>', from);
  return close < 0 ? null : { from, to: close + 1, isEmpty: text.charCodeAt(close - 1) === 47 };
}

const END = '</sheetData>';

function* rowsOf(
  first: string,
  isEmpty: boolean,
  text: Iterator<string>,
  tail: (text: string) => void,
): Generator<string> {
  let held = first;
  let isDone = false;
  /** Reads on until so much is held. By many at once: each time it is looked through, what was added becomes one text. */
  const read = (enough: number): void => {
    const pieces = [held];
    for (let length = held.length; length < enough && !isDone; ) {
      const next = text.next();
      isDone = next.done === true;
      if (next.done === true) break;
      pieces.push(next.value);
      length += next.value.length;
      if (length > MOST_HELD) throw new NotAWorkbookError('tooLarge');
    }
    held = pieces.join('');
  };
  if (!isEmpty) {
    for (let enough = WINDOW; ; ) {
      read(enough);
      const end = held.indexOf(END);
      const cut = end >= 0 ? end : wholeRows(held);
      if (end < 0 && isDone) throw new NotAWorkbookError('damaged');
      if (cut > 0) yield withoutMarks(held.slice(0, cut));
      if (end >= 0) {
        held = held.slice(end + END.length);
        break;
      }
      // One row longer than all that is held: twice as much is looked at.
      enough = cut > 0 ? WINDOW : held.length * 2;
      held = held.slice(Math.max(0, cut));
    }
  }
  read(Number.POSITIVE_INFINITY);
  tail(withoutMarks(held));
}

/** Where the last row begins that may not be whole yet; a comment that holds what looks like one is not cut. */
function wholeRows(text: string): number {
  const cut = text.lastIndexOf('<row');
  const mark = text.lastIndexOf('<!', cut);
  if (mark < 0) return cut;
  const end = text.indexOf(text.startsWith('<!--', mark) ? '-->' : ']]>', mark);
  return end >= 0 && end < cut ? cut : text.lastIndexOf('<row', mark);
}

/** Changes what stands before the cells. @throws NotAWorkbookError */
export function changeHead(parts: Parts, path: string, change: (head: string) => string): void {
  const part = parts.get(path);
  if (part === undefined) return;
  const pieces = part instanceof Uint8Array || part.size <= SMALL ? [textOf(parts, path) ?? ''] : decoded(part);
  parts.set(path, packedText(withHead(pieces, change)));
}

function* withHead(pieces: Iterable<string>, change: (head: string) => string): Generator<string> {
  let head: string | null = '';
  for (const piece of pieces) {
    if (head === null) {
      yield piece;
      continue;
    }
    head += piece;
    const cells = head.search(/<(?:\w+:)?sheetData\b/);
    if (cells < 0) continue;
    yield change(head.slice(0, cells));
    yield head.slice(cells);
    head = null;
  }
  if (head !== null) yield change(head);
}

function* whole(parts: Parts, path: string): Generator<string> {
  yield xmlOf(parts, path) ?? '';
}

/** Line ends and the prefix of the part's own elements evened out, piece by piece; a tag is never cut. */
function* evened(pieces: Iterable<string>): Generator<string> {
  let raw = '';
  let own: string | undefined;
  let isBegun = false;
  const plain = (text: string): string => {
    const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    return own === undefined ? lines : bareNames(lines, own);
  };
  for (const piece of pieces) {
    raw += piece;
    if (!isBegun) {
      const end = rootEnd(raw);
      if (end < 0 && raw.length > MOST_HELD) throw new NotAWorkbookError('tooLarge');
      if (end < 0) continue;
      const root = withoutMarks(raw.slice(0, end));
      const prefixed = prefixedRoot(root);
      own = prefixed?.own;
      raw = (prefixed ? root.replace(prefixed.opening, () => prefixed.bare) : root) + raw.slice(end);
      isBegun = true;
    }
    const cut = raw.lastIndexOf('<');
    if (cut > 0) {
      yield plain(raw.slice(0, cut));
      raw = raw.slice(cut);
    }
  }
  yield plain(raw);
}

/** The text of a large part. @throws NotAWorkbookError damaged, where its bytes are not those its entry tells of */
function* decoded(part: Packed): Generator<string> {
  let decoder: { readonly encoding: string; decode(bytes: Uint8Array, options: { stream: true }): string } | undefined;
  let crc = 0;
  let size = 0;
  let midway = false;
  for (const piece of inflatedPieces(part)) {
    if (piece.length === 0) continue;
    crc = crc32(piece, crc);
    size += piece.length;
    decoder ??= new TextDecoder(encodingOf(piece));
    const quick: boolean = decoder.encoding === 'utf-8' && !midway && isAscii(piece);
    midway = !quick && (piece[piece.length - 1] ?? 0) >= 0x80;
    yield quick
      ? Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1')
      : decoder.decode(piece, { stream: true });
  }
  if (crc !== part.crc || size !== part.size) throw new NotAWorkbookError('damaged');
}
