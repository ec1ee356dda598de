/** Putting rows and columns in and taking them out: everything that speaks of a place moves along. */

import { type Axis, areaAfterDelete, areaAfterInsert } from './areas.ts';
import type { Area, Book, Column, Row, Sheet } from './book.ts';
import { noteKey } from './book.ts';
import { type Shift, shiftFormula } from './references.ts';

/** Inserts blank rows or columns before position `at`; they look like their neighbour `like`. */
export function insertPositions(book: Book, sheet: Sheet, axis: Axis, at: number, count: number, like: number): void {
  if (axis === 'rows') {
    const model = sheet.rows[like - 1];
    const blank = (): Row | undefined => (model ? { values: [], styles: model.styles } : undefined);
    // Below the last row there is nothing to move, but the new rows still look like it.
    if (at - 1 < sheet.rows.length || model) {
      sheet.rows = [
        ...sheet.rows.slice(0, at - 1),
        ...Array.from({ length: count }, blank),
        ...sheet.rows.slice(at - 1),
      ];
    }
    sheet.maxRows += count;
    if (at <= sheet.frozenRows) sheet.frozenRows += count;
  } else {
    for (const row of sheet.rows) {
      if (!row) continue;
      if (row.values.length >= at) {
        row.values.splice(at - 1, 0, ...Array.from({ length: count }, () => null));
      }
      const style = row.styles[like - 1] ?? 0;
      if (row.styles.length >= at || style !== 0) {
        const styles = [...row.styles];
        while (styles.length < at - 1) styles.push(0);
        styles.splice(at - 1, 0, ...Array.from({ length: count }, () => style));
        row.styles = styles;
      }
      takeFormulas(
        row,
        movedFormulas(row, (column) => (column + 1 >= at ? column + count : column)),
      );
    }
    const model = sheet.columns[like - 1];
    const blank = (): Column | undefined => {
      if (!model) return undefined;
      return {
        ...(model.width === undefined ? {} : { width: model.width }),
        ...(model.style === undefined ? {} : { style: model.style }),
      };
    };
    if (at - 1 < sheet.columns.length || model) {
      while (sheet.columns.length < at - 1) sheet.columns.push(undefined);
      sheet.columns.splice(at - 1, 0, ...Array.from({ length: count }, blank));
    }
    sheet.maxColumns += count;
    if (at <= sheet.frozenColumns) sheet.frozenColumns += count;
  }
  const shift: Shift = { sheet: sheet.name, axis, at, count, kind: 'insert' };
  moveAll(
    book,
    sheet,
    (area) => areaAfterInsert(area, axis, at, count),
    (formula, home) => shiftFormula(formula, home, shift),
  );
}

/** Takes rows or columns out. */
export function deletePositions(book: Book, sheet: Sheet, axis: Axis, at: number, count: number): void {
  if (axis === 'rows') {
    if (at - 1 < sheet.rows.length) sheet.rows = [...sheet.rows.slice(0, at - 1), ...sheet.rows.slice(at - 1 + count)];
    sheet.maxRows -= count;
    sheet.frozenRows -= Math.max(0, Math.min(sheet.frozenRows, at + count - 1) - at + 1);
  } else {
    for (const row of sheet.rows) {
      if (!row) continue;
      row.values.splice(at - 1, count);
      row.styles = [...row.styles.slice(0, at - 1), ...row.styles.slice(at - 1 + count)];
      const moved = movedFormulas(row, (column) => {
        if (column + 1 < at) return column;
        return column + 1 < at + count ? undefined : column - count;
      });
      takeFormulas(row, moved);
    }
    sheet.columns.splice(at - 1, count);
    sheet.maxColumns -= count;
    sheet.frozenColumns -= Math.max(0, Math.min(sheet.frozenColumns, at + count - 1) - at + 1);
  }
  const shift: Shift = { sheet: sheet.name, axis, at, count, kind: 'delete' };
  moveAll(
    book,
    sheet,
    (area) => areaAfterDelete(area, axis, at, count),
    (formula, home) => shiftFormula(formula, home, shift),
  );
}

function takeFormulas(row: Row, formulas: Map<number, string> | undefined): void {
  if (formulas) row.formulas = formulas;
  else delete row.formulas;
}

function movedFormulas(row: Row, to: (column: number) => number | undefined): Map<number, string> | undefined {
  if (!row.formulas || row.formulas.size === 0) return undefined;
  const moved = new Map<number, string>();
  for (const [column, formula] of row.formulas) {
    const next = to(column);
    if (next !== undefined) moved.set(next, formula);
  }
  return moved;
}

/** Moves merges, notes, validations, rules, protections, the filter, named ranges and every formula of the book. */
export function moveAll(
  book: Book,
  sheet: Sheet,
  move: (area: Area) => Area | undefined,
  rewrite: (formula: string, home: string) => string,
): void {
  const moveEach = (areas: readonly Area[]): Area[] => areas.flatMap((area) => move(area) ?? []);

  sheet.merges = moveEach(sheet.merges).filter((area) => area.rows > 1 || area.columns > 1);
  sheet.notes = new Map(
    [...sheet.notes].flatMap(([key, note]): [number, string][] => {
      const place = move({ row: Math.floor(key / 32768), column: key % 32768, rows: 1, columns: 1 });
      return place ? [[noteKey(place.row, place.column), note]] : [];
    }),
  );
  sheet.validations = sheet.validations
    .map((rule) => ({ ...rule, areas: moveEach(rule.areas) }))
    .filter((rule) => rule.areas.length > 0);
  sheet.conditionalFormats = sheet.conditionalFormats
    .map((rule) => ({ ...rule, areas: moveEach(rule.areas) }))
    .filter((rule) => rule.areas.length > 0);
  sheet.protections = sheet.protections.flatMap((protection) => {
    const area = protection.area === null ? null : move(protection.area);
    return area === undefined ? [] : [{ ...protection, area, unprotected: moveEach(protection.unprotected) }];
  });
  if (sheet.filter) {
    const standing = sheet.filter.area;
    const area = move(standing);
    if (!area) delete sheet.filter;
    else {
      const criteria = new Map(
        [...sheet.filter.criteria].flatMap(([column, criterion]): [number, typeof criterion][] => {
          const place = move({ ...standing, column, columns: 1 });
          return place ? [[place.column, criterion]] : [];
        }),
      );
      sheet.filter = { area, criteria };
    }
  }
  book.namedRanges = book.namedRanges.flatMap((named) => {
    if (named.sheetId !== sheet.id) return [named];
    const area = move(named.area);
    return area ? [{ ...named, area }] : [];
  });
  rewriteFormulas(book, rewrite);
  sheet.changed = true;
}

/** Rewrites every formula of the book: in cells, rules and validations. `home` is the sheet it stands on. */
export function rewriteFormulas(book: Book, rewrite: (formula: string, home: string) => string): void {
  for (const sheet of book.sheets) {
    const here = (formula: string): string => {
      const next = rewrite(formula, sheet.name);
      if (next !== formula) sheet.changed = true;
      return next;
    };
    for (const row of sheet.rows) {
      if (row?.formulas) for (const [column, formula] of row.formulas) row.formulas.set(column, here(formula));
    }
    const hereToo = <T>(value: T): T | string =>
      typeof value === 'string' && value.startsWith('=') ? here(value) : value;
    for (const format of sheet.conditionalFormats) {
      if (format.rule.kind === 'boolean') format.rule.values = format.rule.values.map(hereToo);
    }
    for (const rule of sheet.validations) {
      if (rule.criterion === 'VALUE_IN_RANGE') {
        rule.values = rule.values.map((value) => (typeof value === 'string' ? here(value) : value));
      } else rule.values = rule.values.map(hereToo);
    }
  }
}
