/** SpreadsheetApp.Range */
import { areaText, columnName } from '../../book/a1.ts';
import { bottomOf, intersection, rightOf } from '../../book/areas.ts';
import { type Area, type CellValue, noteKey, type Validation } from '../../book/book.ts';
import { clearCells, formulaAt, putCell, restyle, valueAt } from '../../book/cells.ts';
import { moveFormula } from '../../book/references.ts';
import { fail } from '../../runtime/errors.ts';
import { emulate, type Face, share } from '../../runtime/face.ts';
import { eachColumn, eachRow, readDisplay, readValues, requireShape, writeValues } from './cell-values.ts';
import { mayEdit, requireEdit } from './edit-rights.ts';
import { looks } from './looks.ts';
import { makeRange, makeSheet, validationStateOf } from './make.ts';
import { moving } from './moving.ts';
import { protectionOf } from './protection.ts';
import { reaching } from './reaching.ts';
import { rearranging } from './rearranging.ts';
import { dataValidationFace, type ValidationState } from './rules.ts';
import type { RangeState } from './state.ts';
import { cutValidations, putValidation, validationAt } from './validation-check.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

const self = (state: RangeState): Range => makeRange(state, state.area, state.open);

function oneCell(state: RangeState): RangeState {
  return { ...state, area: { ...state.area, rows: 1, columns: 1 } };
}

/** Whole columns and rows keep their open ends; a protected sheet's range has no corner to name (observed). */
function notationOf({ area, open }: RangeState): string {
  if (open === 'all') return '';
  if (open === 'rows') return `${columnName(area.column)}:${columnName(rightOf(area))}`;
  if (open === 'columns') return `${area.row}:${bottomOf(area)}`;
  return areaText(area);
}

const place = share<Range, RangeState>({
  getA1Notation() {
    return notationOf(this);
  },
  getRow() {
    return this.area.row;
  },
  getRowIndex() {
    return this.area.row;
  },
  getColumn() {
    return this.area.column;
  },
  getLastRow() {
    return bottomOf(this.area);
  },
  getLastColumn() {
    return rightOf(this.area);
  },
  getNumRows() {
    return this.area.rows;
  },
  getNumColumns() {
    return this.area.columns;
  },
  getHeight() {
    return this.area.rows;
  },
  getWidth() {
    return this.area.columns;
  },
  isStartRowBounded() {
    return this.open !== 'rows' && this.open !== 'all';
  },
  isEndRowBounded() {
    return this.open !== 'rows' && this.open !== 'all';
  },
  isStartColumnBounded() {
    return this.open !== 'columns' && this.open !== 'all';
  },
  isEndColumnBounded() {
    return this.open !== 'columns' && this.open !== 'all';
  },
  getGridId() {
    return this.sheet.id;
  },
  getSheet() {
    return makeSheet(this, this.sheet);
  },
  getCell(row, column) {
    if (row < 1 || column < 1 || row > this.area.rows || column > this.area.columns) fail('outsideSheet');
    return makeRange(this, {
      row: this.area.row + row - 1,
      column: this.area.column + column - 1,
      rows: 1,
      columns: 1,
    });
  },
  offset(rowOffset: number, columnOffset: number, rows?: number, columns?: number) {
    return makeRange(this, {
      row: this.area.row + rowOffset,
      column: this.area.column + columnOffset,
      rows: rows ?? this.area.rows,
      columns: columns ?? this.area.columns,
    });
  },
  activate() {
    this.execution.session.activeSheetId = this.sheet.id;
    this.execution.session.selections.set(this.sheet.id, [this.area]);
    return self(this);
  },
  activateAsCurrentCell() {
    this.execution.session.activeSheetId = this.sheet.id;
    this.execution.session.selections.set(this.sheet.id, [this.area]);
    return self(this);
  },
});

const values = share<Range, RangeState>({
  getValue() {
    return readValues(oneCell(this))[0]?.[0];
  },
  getValues() {
    return readValues(this);
  },
  getDisplayValue() {
    return readDisplay(oneCell(this))[0]?.[0] ?? '';
  },
  getDisplayValues() {
    return readDisplay(this);
  },
  setValue(value) {
    const row = Array.from({ length: this.area.columns }, () => value as unknown);
    writeValues(
      this,
      Array.from({ length: this.area.rows }, () => row),
    );
    return self(this);
  },
  setValues(rows) {
    writeValues(this, rows as unknown[][]);
    return self(this);
  },
  getFormula() {
    return formulaAt(this.sheet, this.area.row, this.area.column) ?? '';
  },
  getFormulas() {
    return eachRow(this.area, (row) => eachColumn(this.area, (column) => formulaAt(this.sheet, row, column) ?? ''));
  },
  setFormula(formula) {
    const text = formula.startsWith('=') ? formula : `=${formula}`;
    const { row, column } = this.area;
    writeValues(
      this,
      eachRow(this.area, (r) => eachColumn(this.area, (c) => moveFormula(text, r - row, c - column))),
    );
    return self(this);
  },
  setFormulas(formulas) {
    writeValues(
      this,
      formulas.map((row) => row.map((text) => (text === '' || text.startsWith('=') ? text : `=${text}`))),
    );
    return self(this);
  },
  isBlank() {
    const { row, column } = this.area;
    return (
      eachRow(this.area, (r) =>
        eachColumn(this.area, (c) => valueAt(this.sheet, r, c) === null && formulaAt(this.sheet, r, c) === undefined),
      )
        .flat()
        .every(Boolean) &&
      row > 0 &&
      column > 0
    );
  },
  getNote() {
    return this.sheet.notes.get(noteKey(this.area.row, this.area.column)) ?? '';
  },
  getNotes() {
    return eachRow(this.area, (row) =>
      eachColumn(this.area, (column) => this.sheet.notes.get(noteKey(row, column)) ?? ''),
    );
  },
  setNote(note: string | null) {
    setNotes(this, () => note ?? '');
    return self(this);
  },
  setNotes(notes) {
    requireShape(this, notes);
    setNotes(this, (r, c) => String(notes[r]?.[c] ?? ''));
    return self(this);
  },
  clearNote() {
    setNotes(this, () => '');
    return self(this);
  },
  insertCheckboxes(checked?: unknown, unchecked?: unknown) {
    requireEdit(this, this.area);
    const values = [checked, unchecked].filter((value) => value !== undefined) as (string | number | boolean)[];
    cutValidations(this.sheet, this.area);
    putValidation(this.sheet, this.area, {
      criterion: 'CHECKBOX',
      values,
      allowInvalid: false,
      showDropdown: true,
    });
    // Cells that hold neither value become unchecked; without values of one's own that is FALSE.
    const off = values[1] ?? (values.length === 0 ? false : null);
    setBoxes(this, (value) => (value === (values[0] ?? true) || value === off ? value : off));
    return self(this);
  },
  removeCheckboxes() {
    requireEdit(this, this.area);
    setBoxes(this, (value, isBox) => (isBox ? null : value));
    cutValidations(this.sheet, this.area);
    return self(this);
  },
  check() {
    requireEdit(this, this.area);
    setBoxes(this, (value, isBox, [on]) => (isBox ? (on ?? true) : value));
    return self(this);
  },
  uncheck() {
    requireEdit(this, this.area);
    setBoxes(this, (value, isBox, [on, off]) => (isBox ? (off ?? (on === undefined ? false : null)) : value));
    return self(this);
  },
  isChecked() {
    const states = new Set(
      eachRow(this.area, (row) =>
        eachColumn(this.area, (column) => {
          const rule = validationAt(this.sheet, row, column);
          if (rule?.criterion !== 'CHECKBOX') return null;
          return valueAt(this.sheet, row, column) === (rule.values[0] ?? true);
        }),
      ).flat(),
    );
    // Null where some are and some are not, or some cell is no checkbox (reference/spreadsheet/range#ischecked).
    const [only] = states;
    return states.size === 1 ? (only ?? null) : null;
  },
  trimWhitespace() {
    requireEdit(this, this.area);
    eachRow(this.area, (row) =>
      eachColumn(this.area, (column) => {
        const value = valueAt(this.sheet, row, column);
        if (typeof value === 'string') putCell(this.sheet, row, column, value.trim().replace(/ {2,}/g, ' '));
      }),
    );
    return self(this);
  },
});

type Box = (value: CellValue, isBox: boolean, values: Validation['values']) => CellValue | Validation['values'][number];

function setBoxes({ sheet, area }: RangeState, change: Box): void {
  eachRow(area, (row) =>
    eachColumn(area, (column) => {
      const rule = validationAt(sheet, row, column);
      const next = change(valueAt(sheet, row, column), rule?.criterion === 'CHECKBOX', rule?.values ?? []);
      putCell(sheet, row, column, Array.isArray(next) ? null : next, formulaAt(sheet, row, column));
    }),
  );
}

function setNotes(state: RangeState, noteOf: (row: number, column: number) => string): void {
  requireEdit(state, state.area);
  const { sheet, area } = state;
  for (let r = 0; r < area.rows; r += 1) {
    for (let c = 0; c < area.columns; c += 1) {
      const note = noteOf(r, c);
      if (note === '') sheet.notes.delete(noteKey(area.row + r, area.column + c));
      else sheet.notes.set(noteKey(area.row + r, area.column + c), note);
    }
  }
  sheet.changed = true;
}

const rules = share<Range, RangeState>({
  getDataValidation() {
    return validationOf(this, this.area.row, this.area.column);
  },
  getDataValidations() {
    return eachRow(this.area, (row) => eachColumn(this.area, (column) => validationOf(this, row, column)));
  },
  setDataValidation(rule: GoogleAppsScript.Spreadsheet.DataValidation | null) {
    requireEdit(this, this.area);
    setValidation(this, this.area, rule === null ? null : this.execution.state(dataValidationFace, rule));
    return self(this);
  },
  setDataValidations(rows: (GoogleAppsScript.Spreadsheet.DataValidation | null)[][]) {
    requireShape(this, rows);
    requireEdit(this, this.area);
    rows.forEach((row, r) => {
      row.forEach((rule, c) => {
        const area = { row: this.area.row + r, column: this.area.column + c, rows: 1, columns: 1 };
        setValidation(this, area, rule === null ? null : this.execution.state(dataValidationFace, rule));
      });
    });
    return self(this);
  },
  clearDataValidations() {
    requireEdit(this, this.area);
    cutValidations(this.sheet, this.area);
    return self(this);
  },
  protect() {
    requireEdit(this, this.area);
    return protectionOf(this, this.area);
  },
  canEdit() {
    return mayEdit(this, this.area);
  },
});

function validationOf(
  state: RangeState,
  row: number,
  column: number,
): GoogleAppsScript.Spreadsheet.DataValidation | null {
  const rule = validationAt(state.sheet, row, column);
  return rule ? state.execution.make(dataValidationFace, validationStateOf(state, rule)) : null;
}

function setValidation(state: RangeState, area: Area, rule: ValidationState | null | undefined): void {
  cutValidations(state.sheet, area);
  if (rule) putValidation(state.sheet, area, rule.validation);
}

/** What `clear` may be told to take away only. */
interface ClearOptions {
  readonly contentsOnly?: boolean | undefined;
  readonly formatOnly?: boolean | undefined;
  readonly commentsOnly?: boolean | undefined;
  readonly validationsOnly?: boolean | undefined;
}

const clearing = share<Range, RangeState>({
  clear(options?: ClearOptions) {
    requireEdit(this, this.area);
    const only = options && Object.values(options).some(Boolean) ? options : null;
    if (!only || only.contentsOnly) clearCells(this.sheet, this.area);
    if (!only || only.formatOnly) clearLooks(this);
    if (only?.commentsOnly) setNotes(this, () => '');
    if (only?.validationsOnly) cutValidations(this.sheet, this.area);
    return self(this);
  },
  clearContent() {
    requireEdit(this, this.area);
    clearCells(this.sheet, this.area);
    return self(this);
  },
  clearFormat() {
    requireEdit(this, this.area);
    clearLooks(this);
    return self(this);
  },
  merge() {
    mergeAll(this, [this.area]);
    return self(this);
  },
  mergeAcross() {
    mergeAll(
      this,
      eachRow(this.area, (row) => ({ ...this.area, row, rows: 1 })),
    );
    return self(this);
  },
  mergeVertically() {
    mergeAll(
      this,
      eachColumn(this.area, (column) => ({ ...this.area, column, columns: 1 })),
    );
    return self(this);
  },
  breakApart() {
    requireEdit(this, this.area);
    this.sheet.merges = this.sheet.merges.filter((merged) => !intersection(merged, this.area));
    this.sheet.changed = true;
    return self(this);
  },
  isPartOfMerge() {
    return this.sheet.merges.some((merged) => intersection(merged, this.area));
  },
  getMergedRanges() {
    return this.sheet.merges
      .filter((merged) => intersection(merged, this.area))
      .map((merged) => makeRange(this, merged));
  },
});

function clearLooks({ book, sheet, area }: RangeState): void {
  restyle(book, sheet, area, () => ({}));
}

function mergeAll(state: RangeState, areas: readonly Area[]): void {
  requireEdit(state, state.area);
  for (const area of areas) {
    const cut = state.sheet.merges.filter((merged) => intersection(merged, area));
    for (const merged of cut) {
      const shared = intersection(merged, area);
      if (shared && (shared.rows !== merged.rows || shared.columns !== merged.columns)) fail('mergePart');
    }
    state.sheet.merges = state.sheet.merges.filter((merged) => !cut.includes(merged));
    if (area.rows * area.columns < 2) continue;
    state.sheet.merges.push(area);
    // Only the upper left value survives a merge.
    const kept = valueAt(state.sheet, area.row, area.column);
    const formula = formulaAt(state.sheet, area.row, area.column);
    clearCells(state.sheet, area);
    putCell(state.sheet, area.row, area.column, kept, formula);
  }
}

type AnyMethod = (...args: unknown[]) => unknown;

/** Names of before, which the documentation has left out and the platform has kept: older scripts still use them. */
const formerNames: Readonly<Record<string, keyof Range>> = {
  getBackgroundColor: 'getBackground',
  getBackgroundColors: 'getBackgrounds',
  getColumnIndex: 'getColumn',
  setBackgroundColor: 'setBackground',
  setBackgroundColors: 'setBackgrounds',
};

const renamed: Partial<Range> & ThisType<RangeState> = Object.fromEntries(
  Object.entries(formerNames).map(([former, name]) => [
    former,
    function (this: RangeState, ...args: unknown[]): unknown {
      return Reflect.apply(rangeFace.members[name] as AnyMethod, this, args);
    },
  ]),
);

export const rangeFace: Face<Range, RangeState> = emulate<Range, RangeState>('Range', {
  ...place,
  ...values,
  ...looks,
  ...rules,
  ...clearing,
  ...moving,
  ...reaching,
  ...rearranging,
  ...renamed,
});
