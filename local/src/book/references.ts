/** The references inside a formula: finding them, moving them, renaming the sheets they name. */
import { columnName, columnNumber, quoteSheetName } from './a1.ts';
import { type Axis, spanAfterDelete, spanAfterInsert } from './areas.ts';

/** One end of a reference; an absent bound is open. `fixed`: has a `$`. */
export interface Corner {
  readonly row?: number;
  readonly rowFixed: boolean;
  readonly column?: number;
  readonly columnFixed: boolean;
}

/** A reference as it stands in a formula. */
export interface FormulaReference {
  readonly sheet?: string;
  readonly from: Corner;
  readonly to?: Corner;
}

const token =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?(?:[A-Za-z]{1,3}\$?\d*|\d+))?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}\$?\d*|\$?\d+:\$?\d+)(?![\p{L}\p{N}_(.!])|'(?:[^']|'')+'!|[\p{L}_\\][\p{L}\p{N}_.]*!?/gu;

/** Rewrites a formula, reference by reference: the answer stands in its place; undefined leaves it, null is `#REF!`. */
export function mapReferences(
  formula: string,
  change: (reference: FormulaReference) => FormulaReference | null | undefined,
): string {
  return formula.replace(token, (whole: string, prefix: string | undefined, cells: string | undefined) => {
    if (cells === undefined) return whole;
    const [first = '', second] = cells.split(':');
    const from = cornerOf(first);
    const sheet = prefix === undefined ? undefined : unquoted(prefix);
    const reference: FormulaReference = {
      ...(sheet === undefined ? {} : { sheet }),
      from,
      ...(second === undefined ? {} : { to: cornerOf(second) }),
    };
    const next = change(reference);
    if (next === undefined) return whole;
    return next === null ? '#REF!' : referenceText(next);
  });
}

function unquoted(prefix: string): string {
  return prefix.startsWith("'") ? prefix.slice(1, -1).replaceAll("''", "'") : prefix;
}

function cornerOf(text: string): Corner {
  const [, columnMark = '', letters = '', rowMark = '', digits = ''] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  // In `$3` the mark belongs to the row.
  const rowFixed = letters === '' ? columnMark === '$' || rowMark === '$' : rowMark === '$';
  return {
    ...(digits === '' ? {} : { row: Number(digits) }),
    rowFixed,
    ...(letters === '' ? {} : { column: columnNumber(letters) }),
    columnFixed: letters !== '' && columnMark === '$',
  };
}

function cornerText({ row, rowFixed, column, columnFixed }: Corner): string {
  const letters = column === undefined ? '' : `${columnFixed ? '$' : ''}${columnName(column)}`;
  return row === undefined ? letters : `${letters}${rowFixed ? '$' : ''}${row}`;
}

/** A reference as formulas write it. */
export function referenceText({ sheet, from, to }: FormulaReference): string {
  const cells = to === undefined ? cornerText(from) : `${cornerText(from)}:${cornerText(to)}`;
  return sheet === undefined ? cells : `${quoteSheetName(sheet)}!${cells}`;
}

/** A formula copied from one cell to another: what has no `$` moves along; what falls off the sheet is `#REF!`. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (reference) => {
    const from = movedCorner(reference.from, rows, columns);
    const to = reference.to === undefined ? undefined : movedCorner(reference.to, rows, columns);
    if (from === null || to === null) return null;
    return { ...reference, from, ...(to === undefined ? {} : { to }) };
  });
}

function movedCorner(corner: Corner, rows: number, columns: number): Corner | null {
  const row = corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows;
  const column = corner.column === undefined || corner.columnFixed ? corner.column : corner.column + columns;
  if ((row !== undefined && row < 1) || (column !== undefined && column < 1)) return null;
  return { ...corner, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
}

/** Rows or columns put in or taken out of a sheet. */
export interface Shift {
  /** The sheet it happens in. */
  readonly sheet: string;
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
  readonly kind: 'insert' | 'delete';
}

/** A formula that stands on sheet `home`, after rows or columns were put in or taken out. */
export function shiftFormula(formula: string, home: string, shift: Shift): string {
  return mapReferences(formula, (reference) => {
    if ((reference.sheet ?? home) !== shift.sheet) return undefined;
    const key = shift.axis === 'rows' ? 'row' : 'column';
    const first = reference.from[key];
    if (first === undefined) return undefined;
    const last = reference.to === undefined ? first : reference.to[key];
    // An open end reaches to the bottom: only its start can move.
    const length = last === undefined ? Number.MAX_SAFE_INTEGER : last - first + 1;
    const span =
      shift.kind === 'insert'
        ? spanAfterInsert(first, length, shift.at, shift.count)
        : spanAfterDelete(first, length, shift.at, shift.count);
    if (span === undefined) return null;
    const from = { ...reference.from, [key]: span[0] };
    if (reference.to === undefined) return { ...reference, from };
    const to = last === undefined ? reference.to : { ...reference.to, [key]: span[0] + span[1] - 1 };
    return { ...reference, from, to };
  });
}

/** A formula after a sheet got another name. */
export function renameInFormula(formula: string, from: string, to: string): string {
  return mapReferences(formula, (reference) => (reference.sheet === from ? { ...reference, sheet: to } : undefined));
}
