/** SpreadsheetApp.TextFinder: finds and replaces text in a range, a sheet or a whole spreadsheet. */
import { bottomOf, rightOf } from '../../book/areas.ts';
import type { Area, Sheet } from '../../book/book.ts';
import { formulaAt, lastColumn, lastRow } from '../../book/cells.ts';
import { fail } from '../../runtime/errors.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { readDisplay, writeValues } from './cell-values.ts';
import { makeRange } from './make.ts';
import { rangeStates } from './rules.ts';
import type { BookState } from './state.ts';

type Finder = GoogleAppsScript.Spreadsheet.TextFinder;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A cell to look at. */
interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

interface FinderState extends BookState {
  readonly text: string;
  /** Where it looks: all of a sheet where no area is named. */
  readonly where: readonly { readonly sheet: Sheet; readonly area?: Area }[];
  matchCase: boolean;
  matchEntireCell: boolean;
  matchFormulaText: boolean;
  ignoreDiacritics: boolean;
  useRegularExpression: boolean;
  start: Place | undefined;
  current: Place | undefined;
}

export function textFinder(state: BookState, where: FinderState['where'], text: string): Finder {
  return state.execution.make(finderFace, {
    execution: state.execution,
    book: state.book,
    text,
    where,
    matchCase: false,
    matchEntireCell: false,
    matchFormulaText: false,
    ignoreDiacritics: false,
    useRegularExpression: false,
    start: undefined,
    current: undefined,
  });
}

const self = (state: FinderState): Finder => state.execution.make(finderFace, state);

/** The cells it looks at, row by row, sheet by sheet. */
function* places({ where }: FinderState): Generator<Place> {
  for (const { sheet, area } of where) {
    const bottom = Math.min(lastRow(sheet), area ? bottomOf(area) : Number.POSITIVE_INFINITY);
    const right = Math.min(lastColumn(sheet), area ? rightOf(area) : Number.POSITIVE_INFINITY);
    for (let row = area?.row ?? 1; row <= bottom; row += 1) {
      for (let column = area?.column ?? 1; column <= right; column += 1) yield { sheet, row, column };
    }
  }
}

const rangeAt = (state: FinderState, { sheet, row, column }: Place): Range =>
  makeRange({ execution: state.execution, book: state.book, sheet }, { row, column, rows: 1, columns: 1 });

/** What of a cell is searched: what it shows, or its formula where that was asked for. */
function textAt({ execution, book, matchFormulaText }: FinderState, { sheet, row, column }: Place): string {
  const formula = matchFormulaText ? formulaAt(sheet, row, column) : undefined;
  if (formula !== undefined) return formula;
  return readDisplay({ execution, book, sheet, area: { row, column, rows: 1, columns: 1 } })[0]?.[0] ?? '';
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');

function pattern({ text, useRegularExpression, matchCase, matchEntireCell, ignoreDiacritics }: FinderState): RegExp {
  const plain = ignoreDiacritics ? folded(text) : text;
  const source = useRegularExpression ? text : plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(matchEntireCell ? `^(?:${source})$` : source, `gu${matchCase ? '' : 'i'}`);
}

/** Where the matches of a cell begin and end. */
function matches(state: FinderState, place: Place): { from: number; to: number; groups: readonly string[] }[] {
  const text = textAt(state, place).normalize('NFC');
  // Without their accents letters stand where they stood.
  const searched = state.ignoreDiacritics ? Array.from(text, (letter) => folded(letter) || letter).join('') : text;
  return Array.from(searched.matchAll(pattern(state)), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    groups: Array.from(match),
  })).filter(({ from, to }) => to > from);
}

function isMatch(state: FinderState, place: Place): boolean {
  return matches(state, place).length > 0;
}

const same = (a: Place, b: Place): boolean => a.sheet === b.sheet && a.row === b.row && a.column === b.column;

function step(state: FinderState, way: 1 | -1): Range | null {
  const all = [...places(state)].filter((place) => isMatch(state, place) || isStanding(state, place));
  const standing = all.findIndex((place) => isStanding(state, place));
  const rest =
    standing < 0
      ? way === 1
        ? all
        : all.reverse()
      : way === 1
        ? all.slice(standing + 1)
        : all.slice(0, standing).reverse();
  state.current = rest.find((place) => isMatch(state, place));
  return state.current ? rangeAt(state, state.current) : null;
}

/** The cell the search goes on from. */
function isStanding({ current, start }: FinderState, place: Place): boolean {
  const standing = current ?? start;
  return standing !== undefined && same(standing, place);
}

/** Writes the replacement as if it were typed; a formula is changed only where its text was searched. */
function replaceAt(state: FinderState, place: Place, replacement: string): number {
  const { sheet, row, column } = place;
  if (!state.matchFormulaText && formulaAt(sheet, row, column) !== undefined) return 0;
  const found = matches(state, place);
  if (found.length === 0) return 0;
  const text = textAt(state, place).normalize('NFC');
  let next = '';
  let at = 0;
  for (const { from, to, groups } of found) {
    const words = state.useRegularExpression
      ? replacement.replace(/\$(\d)/g, (_, group: string) => groups[Number(group)] ?? '')
      : replacement;
    next += text.slice(at, from) + words;
    at = to;
  }
  const area = { row, column, rows: 1, columns: 1 };
  writeValues({ execution: state.execution, book: state.book, sheet, area }, [[next + text.slice(at)]]);
  return found.length;
}

const finderFace: Face<Finder, FinderState> = emulate<Finder, FinderState>('TextFinder', {
  findAll() {
    return [...places(this)].filter((place) => isMatch(this, place)).map((place) => rangeAt(this, place));
  },
  findNext() {
    return step(this, 1);
  },
  findPrevious() {
    return step(this, -1);
  },
  getCurrentMatch() {
    return this.current ? rangeAt(this, this.current) : null;
  },
  replaceAllWith(replacement) {
    return [...places(this)].reduce((count, place) => count + replaceAt(this, place, replacement), 0);
  },
  replaceWith(replacement) {
    return this.current ? replaceAt(this, this.current, replacement) : 0;
  },
  startFrom(range) {
    const state = rangeStates.get(this.execution)?.(range) ?? fail('rangeNotFound');
    this.start = { sheet: state.sheet, row: bottomOf(state.area), column: rightOf(state.area) };
    this.current = undefined;
    return self(this);
  },
  matchCase(matchCase) {
    return self(Object.assign(this, { matchCase }));
  },
  matchEntireCell(matchEntireCell) {
    return self(Object.assign(this, { matchEntireCell }));
  },
  matchFormulaText(matchFormulaText) {
    return self(Object.assign(this, { matchFormulaText }));
  },
  ignoreDiacritics(ignoreDiacritics) {
    return self(Object.assign(this, { ignoreDiacritics }));
  },
  useRegularExpression(useRegularExpression) {
    return self(Object.assign(this, { useRegularExpression }));
  },
});
