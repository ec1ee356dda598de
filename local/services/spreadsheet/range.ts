/** SpreadsheetApp.Range */
import { areaText } from '../../book/a1.ts';
import { areaOf, bottomOf, intersection, rightOf, subtract } from '../../book/areas.ts';
import { type Area, type CellStyle, noteKey, type WrapStrategy } from '../../book/book.ts';
import { clearCells, formulaAt, putCell, restyle, styleAt, valueAt } from '../../book/cells.ts';
import { moveFormula } from '../../book/references.ts';
import { fail } from '../../runtime/errors.ts';
import { emulate, type Face, share } from '../../runtime/face.ts';
import { eachColumn, eachRow, readDisplay, readValues, writeValues } from './cell-values.ts';
import { requireEdit } from './edit-rights.ts';
import {
  backgroundOf,
  colorOf,
  fontColorOf,
  formatChange,
  getStyle,
  getStyles,
  horizontalChange,
  horizontalOf,
  numberFormatOf,
  setStyle,
  setStyles,
  verticalChange,
  verticalOf,
} from './formats.ts';
import { makeRange, makeSheet, validationStateOf } from './make.ts';
import { protectionOf } from './protection.ts';
import { dataValidationFace, type ValidationState } from './rules.ts';
import type { RangeState } from './state.ts';
import { validationAt } from './validation-check.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

const self = (state: RangeState): Range => makeRange(state, state.area);

function oneCell(state: RangeState): RangeState {
  return { ...state, area: { ...state.area, rows: 1, columns: 1 } };
}

const place = share<Range, RangeState>({
  getA1Notation() {
    return areaText(this.area);
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
    setNotes(this, (r, c) => String(notes[r]?.[c] ?? ''));
    return self(this);
  },
  clearNote() {
    setNotes(this, () => '');
    return self(this);
  },
  insertCheckboxes() {
    requireEdit(this, this.area);
    cutValidations(this);
    this.sheet.validations.push({
      areas: [this.area],
      criterion: 'CHECKBOX',
      values: [],
      allowInvalid: false,
      showDropdown: true,
    });
    eachRow(this.area, (row) =>
      eachColumn(this.area, (column) => {
        if (typeof valueAt(this.sheet, row, column) !== 'boolean') putCell(this.sheet, row, column, false);
      }),
    );
    return self(this);
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

const looks = share<Range, RangeState>({
  getBackground() {
    return getStyle(this, backgroundOf);
  },
  getBackgrounds() {
    return getStyles(this, backgroundOf);
  },
  setBackground(color: string | null) {
    setStyle(this, { background: colorOf(color) });
    return self(this);
  },
  setBackgrounds(colors) {
    setStyles(this, colors as (string | null)[][], (color) => ({ background: colorOf(color) }));
    return self(this);
  },
  setBackgroundRGB(red, green, blue) {
    const hex = [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
    setStyle(this, { background: `#${hex}` });
    return self(this);
  },
  getFontColor() {
    return getStyle(this, fontColorOf);
  },
  getFontColors() {
    return getStyles(this, fontColorOf);
  },
  setFontColor(color: string | null) {
    setStyle(this, { fontColor: colorOf(color) });
    return self(this);
  },
  setFontColors(colors: (string | null)[][]) {
    setStyles(this, colors, (color) => ({ fontColor: colorOf(color) }));
    return self(this);
  },
  getNumberFormat() {
    return getStyle(this, numberFormatOf);
  },
  getNumberFormats() {
    return getStyles(this, numberFormatOf);
  },
  setNumberFormat(format) {
    setStyle(this, formatChange(format));
    return self(this);
  },
  setNumberFormats(formats) {
    setStyles(this, formats, formatChange);
    return self(this);
  },
  getFontWeight() {
    return getStyle(this, ({ bold }) => (bold ? 'bold' : 'normal'));
  },
  getFontWeights() {
    return getStyles(this, ({ bold }) => (bold ? 'bold' : 'normal'));
  },
  setFontWeight(weight: string | null) {
    setStyle(this, { bold: weight === 'bold' ? true : undefined });
    return self(this);
  },
  setFontWeights(weights: (string | null)[][]) {
    setStyles(this, weights, (weight) => ({ bold: weight === 'bold' ? true : undefined }));
    return self(this);
  },
  getFontStyle() {
    return getStyle(this, ({ italic }) => (italic ? 'italic' : 'normal'));
  },
  setFontStyle(style: string | null) {
    setStyle(this, { italic: style === 'italic' ? true : undefined });
    return self(this);
  },
  getFontLine() {
    return getStyle(this, ({ underline, strikethrough }) =>
      underline ? 'underline' : strikethrough ? 'line-through' : 'none',
    );
  },
  setFontLine(line: string | null) {
    setStyle(this, {
      underline: line === 'underline' ? true : undefined,
      strikethrough: line === 'line-through' ? true : undefined,
    });
    return self(this);
  },
  getFontSize() {
    return getStyle(this, ({ fontSize }) => fontSize ?? 10);
  },
  getFontSizes() {
    return getStyles(this, ({ fontSize }) => fontSize ?? 10);
  },
  setFontSize(size) {
    setStyle(this, { fontSize: size });
    return self(this);
  },
  setFontSizes(sizes) {
    setStyles(this, sizes as number[][], (size) => ({ fontSize: size }));
    return self(this);
  },
  getFontFamily() {
    return getStyle(this, ({ fontFamily }) => fontFamily ?? 'Arial');
  },
  setFontFamily(family: string | null) {
    setStyle(this, { fontFamily: family ?? undefined });
    return self(this);
  },
  getHorizontalAlignment() {
    return getStyle(this, horizontalOf);
  },
  getHorizontalAlignments() {
    return getStyles(this, horizontalOf);
  },
  setHorizontalAlignment(alignment) {
    setStyle(this, horizontalChange(alignment));
    return self(this);
  },
  setHorizontalAlignments(alignments) {
    setStyles(this, alignments as (string | null)[][], horizontalChange);
    return self(this);
  },
  getVerticalAlignment() {
    return getStyle(this, verticalOf);
  },
  setVerticalAlignment(alignment) {
    setStyle(this, verticalChange(alignment));
    return self(this);
  },
  getWrap() {
    return getStyle(this, ({ wrap }) => wrap === 'wrap');
  },
  getWraps() {
    return getStyles(this, ({ wrap }) => wrap === 'wrap');
  },
  setWrap(wrap) {
    setStyle(this, { wrap: wrap ? 'wrap' : undefined });
    return self(this);
  },
  setWraps(wraps) {
    setStyles(this, wraps as boolean[][], (wrap) => ({ wrap: wrap ? 'wrap' : undefined }));
    return self(this);
  },
  getWrapStrategy() {
    const name = getStyle(this, ({ wrap }) => (wrap ?? 'overflow').toUpperCase());
    return this.execution.enumValue('WrapStrategy', name) as unknown as GoogleAppsScript.Spreadsheet.WrapStrategy;
  },
  setWrapStrategy(strategy) {
    const name = this.execution.enumName('WrapStrategy', strategy)?.toLowerCase() as WrapStrategy | undefined;
    setStyle(this, { wrap: name === 'overflow' ? undefined : name });
    return self(this);
  },
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: string | null,
    style?: unknown,
  ) {
    setBorders(
      this,
      { top, left, bottom, right, vertical, horizontal },
      colorOf(color ?? null) ?? '#000000',
      this.execution.enumName('BorderStyle', style),
    );
    return self(this);
  },
});

const LINES: Readonly<Record<string, NonNullable<CellStyle['top']>['style']>> = {
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOTTED: 'dotted',
  DASHED: 'dashed',
  DOUBLE: 'double',
};

type Sides = Readonly<Record<'top' | 'left' | 'bottom' | 'right' | 'vertical' | 'horizontal', boolean | null>>;

/** `true` draws, `false` removes, `null` leaves as it is (reference/spreadsheet/range#setborder). */
function setBorders(state: RangeState, sides: Sides, color: string, style: string | undefined): void {
  requireEdit(state, state.area);
  const { area, book, sheet } = state;
  const line = { style: LINES[style ?? 'SOLID'] ?? 'thin', color };
  const side = (wanted: boolean | null) => (wanted === null ? null : wanted ? line : undefined);
  eachRow(area, (row) =>
    eachColumn(area, (column) => {
      const change = {
        top: side(row === area.row ? sides.top : sides.horizontal),
        bottom: side(row === bottomOf(area) ? sides.bottom : sides.horizontal),
        left: side(column === area.column ? sides.left : sides.vertical),
        right: side(column === rightOf(area) ? sides.right : sides.vertical),
      };
      restyle(book, sheet, { row, column, rows: 1, columns: 1 }, (before) => {
        const next: Record<string, unknown> = { ...before };
        for (const [name, drawn] of Object.entries(change)) {
          if (drawn === undefined) delete next[name];
          else if (drawn !== null) next[name] = drawn;
        }
        return next;
      });
    }),
  );
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
    cutValidations(this);
    return self(this);
  },
  protect() {
    requireEdit(this, this.area);
    return protectionOf(this, this.area);
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
  cutValidations({ ...state, area });
  if (rule) state.sheet.validations.push({ ...structuredClone(rule.validation), areas: [area] });
  state.sheet.changed = true;
}

/** Takes the area out of every validation there is. */
function cutValidations({ sheet, area }: RangeState): void {
  sheet.validations = sheet.validations
    .map((rule) =>
      rule.areas.some((one) => intersection(one, area))
        ? { ...rule, areas: rule.areas.flatMap((one) => subtract(one, area)) }
        : rule,
    )
    .filter((rule) => rule.areas.length > 0);
  sheet.changed = true;
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
    if (only?.validationsOnly) cutValidations(this);
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

const moving = share<Range, RangeState>({
  copyTo(destination: Range, options?: unknown) {
    const target = rangeStateOf(this, destination);
    const type = this.execution.enumName('CopyPasteType', options);
    const plain = options as { contentsOnly?: boolean; formatOnly?: boolean } | undefined;
    const valuesOnly = type === 'PASTE_VALUES' || plain?.contentsOnly === true;
    const formatOnly = type === 'PASTE_FORMAT' || plain?.formatOnly === true;
    copyCells(this, target, { values: !formatOnly, formulas: !valuesOnly, formats: !valuesOnly });
  },
  moveTo(target) {
    const to = rangeStateOf(this, target);
    requireEdit(this, this.area);
    copyCells(this, to, { values: true, formulas: true, formats: true, stay: true });
    clearCells(this.sheet, this.area);
    clearLooks(this);
  },
  sort(spec: unknown) {
    sortRows(this, spec);
    return self(this);
  },
});

function rangeStateOf(state: RangeState, range: Range): RangeState {
  return state.execution.state(rangeFace, range) ?? fail('rangeNotFound');
}

/** Copies cells; a larger target is filled by repeating, formulas move along unless they stay what they are. */
function copyCells(
  from: RangeState,
  to: RangeState,
  what: { values: boolean; formulas: boolean; formats: boolean; stay?: boolean },
): void {
  const rows = Math.max(from.area.rows, Math.floor(to.area.rows / from.area.rows) * from.area.rows);
  const columns = Math.max(from.area.columns, Math.floor(to.area.columns / from.area.columns) * from.area.columns);
  const area = { row: to.area.row, column: to.area.column, rows, columns };
  if (bottomOf(area) > to.sheet.maxRows || rightOf(area) > to.sheet.maxColumns) fail('outsideSheet');
  requireEdit(to, area);
  const cells = eachRow(from.area, (row) =>
    eachColumn(from.area, (column) => ({
      value: valueAt(from.sheet, row, column),
      formula: formulaAt(from.sheet, row, column),
      style: styleAt(from.book, from.sheet, row, column),
      row,
      column,
    })),
  );
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const cell = cells[r % from.area.rows]?.[c % from.area.columns];
      if (!cell) continue;
      const row = area.row + r;
      const column = area.column + c;
      if (what.values) {
        const formula =
          what.formulas && cell.formula !== undefined
            ? what.stay
              ? cell.formula
              : moveFormula(cell.formula, row - cell.row, column - cell.column)
            : undefined;
        putCell(to.sheet, row, column, cell.value, formula);
      }
      if (what.formats) restyle(to.book, to.sheet, areaOf(row, column, row, column), () => cell.style);
    }
  }
}

/** Numbers before text before booleans, blanks last whatever the direction. */
function sortRows(state: RangeState, spec: unknown): void {
  requireEdit(state, state.area);
  const { sheet, area } = state;
  const keys = (Array.isArray(spec) ? spec : [spec]).map((one: unknown) => {
    if (typeof one === 'number') return { column: one, ascending: true };
    const { column, ascending = true } = one as { column: number; ascending?: boolean };
    return { column, ascending };
  });
  const rank = (value: unknown): number =>
    value === null ? 3 : typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
  const compare = (a: unknown, b: unknown, ascending: boolean): number => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    const order =
      rank(a) - rank(b) ||
      (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)));
    return ascending ? order : -order;
  };
  const lines = eachRow(area, (row) =>
    eachColumn(area, (column) => ({ value: valueAt(sheet, row, column), formula: formulaAt(sheet, row, column) })),
  );
  lines.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const at = column - area.column;
      const order = compare(a[at]?.value ?? null, b[at]?.value ?? null, ascending);
      if (order !== 0) return order;
    }
    return 0;
  });
  lines.forEach((line, r) => {
    line.forEach(({ value, formula }, c) => {
      putCell(sheet, area.row + r, area.column + c, value, formula);
    });
  });
}

export const rangeFace: Face<Range, RangeState> = emulate<Range, RangeState>('Range', {
  ...place,
  ...values,
  ...looks,
  ...rules,
  ...clearing,
  ...moving,
});
