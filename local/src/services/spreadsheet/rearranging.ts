/** Range's methods that rearrange what its cells hold. */
import { areaOf, bottomOf, rightOf } from '../../book/areas.ts';
import { formulaAt, putCell, valueAt } from '../../book/cells.ts';
import { fail } from '../../runtime/errors.ts';
import { share } from '../../runtime/face.ts';
import { eachColumn, eachRow, readDisplay, readValues, writeValues } from './cell-values.ts';
import { requireEdit } from './edit-rights.ts';
import { makeRange } from './make.ts';
import { fromR1C1, toR1C1 } from './r1c1.ts';
import type { RangeState } from './state.ts';
import { textFinder } from './text-finder.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

const DELIMITERS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

export const rearranging = share<Range, RangeState>({
  createTextFinder(text) {
    return textFinder(this, [{ sheet: this.sheet, area: this.area }], text);
  },
  removeDuplicates(columns?: number[]) {
    requireEdit(this, this.area);
    const { area } = this;
    const compared = Array.from(columns ?? eachColumn(area, (column) => column), (column) => {
      if (column < area.column || column > rightOf(area)) fail('invalidArgument', column);
      return column - area.column;
    });
    // Letter case, format and formula make no difference (reference/spreadsheet/range#removeduplicates).
    const values = readValues(this);
    const seen = new Set<string>();
    const lines = contents(this).filter((_, index) => {
      const key = JSON.stringify(compared.map((at) => foldedCase(values[index]?.[at])));
      return !seen.has(key) && seen.add(key);
    });
    putContents(this, lines);
    return makeRange(this, { ...area, rows: lines.length });
  },
  splitTextToColumns(delimiter?: unknown) {
    if (this.area.columns > 1) fail('invalidArgument', 'range');
    const texts = readDisplay(this).map(([text = '']) => text);
    const named = this.execution.enumName('TextToColumnsDelimiter', delimiter);
    const cut = named !== undefined ? DELIMITERS[named] : ((delimiter as string | undefined) ?? likelyDelimiter(texts));
    if (cut === undefined || cut === '') return;
    const pieces = texts.map((text) => text.split(cut));
    const columns = Math.max(...pieces.map(({ length }) => length));
    for (const [index, row] of pieces.entries()) {
      if (row.length < 2) continue;
      const line = this.area.row + index;
      const area = areaOf(line, this.area.column, line, this.area.column + columns - 1);
      if (rightOf(area) > this.sheet.maxColumns) fail('outsideSheet');
      const cells = Array.from({ length: columns }, (_, at) => row[at] ?? '');
      writeValues({ ...this, area }, [cells]);
    }
  },
  randomize() {
    requireEdit(this, this.area);
    const lines = contents(this);
    for (let last = lines.length - 1; last > 0; last -= 1) {
      const other = Math.floor(Math.random() * (last + 1));
      [lines[last], lines[other]] = [lines[other] ?? [], lines[last] ?? []];
    }
    putContents(this, lines);
    return makeRange(this, this.area);
  },
  getFormulaR1C1() {
    return r1c1At(this, this.area.row, this.area.column);
  },
  getFormulasR1C1() {
    return eachRow(this.area, (row) => eachColumn(this.area, (column) => r1c1At(this, row, column)));
  },
  setFormulaR1C1(formula) {
    const text = formula.startsWith('=') ? formula : `=${formula}`;
    writeValues(
      this,
      eachRow(this.area, (row) => eachColumn(this.area, (column) => fromR1C1(text, row, column))),
    );
    return makeRange(this, this.area);
  },
  setFormulasR1C1(formulas) {
    const { row, column } = this.area;
    writeValues(
      this,
      formulas.map((line, r) => line.map((text, c) => fromR1C1(text, row + r, column + c))),
    );
    return makeRange(this, this.area);
  },
});

/** The types say text; a cell without a formula has none. */
function r1c1At({ sheet }: RangeState, row: number, column: number): string {
  const formula = formulaAt(sheet, row, column);
  return formula === undefined ? '' : toR1C1(formula, row, column);
}

const foldedCase = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

function contents({ sheet, area }: RangeState) {
  return eachRow(area, (row) =>
    eachColumn(area, (column) => ({ value: valueAt(sheet, row, column), formula: formulaAt(sheet, row, column) })),
  );
}

/** Puts rows in from the top; those below that are left over are emptied. */
function putContents({ sheet, area }: RangeState, lines: ReturnType<typeof contents>): void {
  for (let row = area.row; row <= bottomOf(area); row += 1) {
    const line = lines[row - area.row];
    for (let column = area.column; column <= rightOf(area); column += 1) {
      const cell = line?.[column - area.column];
      putCell(sheet, row, column, cell?.value ?? null, cell?.formula);
    }
  }
}

/** The delimiter most of the cells have. */
function likelyDelimiter(texts: readonly string[]): string | undefined {
  const counted = Object.values(DELIMITERS).map((sign) => ({
    sign,
    count: texts.filter((text) => text.includes(sign)).length,
  }));
  return counted.sort((a, b) => b.count - a.count).find(({ count }) => count > 0)?.sign;
}
