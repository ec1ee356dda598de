/** How a declared sheet looks, given where its columns stand: what set-up gives a new sheet and repair gives back. */
import type { ColumnLook, Entry, SheetColumn, SheetLook } from '../spreadsheet/look.ts';
import type { ColumnDeclaration, SheetDeclaration, SheetKey } from './declaration.ts';
import { PALETTE } from './palette.ts';
import { SETTINGS } from './settings/table.ts';
import { ROLE_CHOICES, ROLE_COLUMN_WIDTH } from './sheets/matrix.ts';

/** Where a column of another sheet stands, for a dropdown that offers its entries; `null` where it is gone. */
export type FindColumn = (sheet: SheetKey, column: string) => SheetColumn | null;

/** Where things stand in the sheet that is to be dressed. */
export interface Standing {
  readonly at: (key: string) => number;
  /** Number of the row of headings, from 1. */
  readonly headingRow: number;
  /** The columns of the matrix that bear departments. */
  readonly departmentColumns: readonly number[];
  /** Which row holds which setting, from 1. */
  readonly settingRows: ReadonlyMap<string, number>;
}

/** Where things stand in a sheet as set-up makes it. */
export function newStanding(declaration: SheetDeclaration, departmentCount: number): Standing {
  const keys = declaration.columns.map(({ key }) => key);
  return {
    at: (key) => keys.indexOf(key),
    headingRow: 1,
    departmentColumns: Array.from({ length: departmentCount }, (_, index) => keys.length + index),
    settingRows: new Map(SETTINGS.map(({ key }, index) => [key, index + 2])),
  };
}

/** The look of a sheet. A column that is missing is left out. */
export function lookOf(declaration: SheetDeclaration, standing: Standing, findColumn: FindColumn): SheetLook {
  const columns = declaration.columns
    .filter(({ key }) => standing.at(key) >= 0)
    .map((column) => columnLook(column, standing.at(column.key), findColumn));
  const roles = declaration.key === 'matrix' ? standing.departmentColumns.map(roleColumn) : [];
  const guarded = declaration.columns
    .filter(({ author }) => author !== 'department')
    .map(({ key }) => standing.at(key));
  const complete = declaration.columns.every(({ key }) => standing.at(key) >= 0);
  return {
    columns: [...columns, ...roles],
    headingRow: standing.headingRow,
    frozenRows: standing.headingRow + declaration.frozenRows - 1,
    frozenColumns: declaration.frozenColumns,
    headingLook: {
      background: PALETTE.heading,
      color: PALETTE.onHeading,
      bold: true,
      align: 'center',
      vertical: 'middle',
      wrap: true,
    },
    rules: complete ? (declaration.rules?.(standing.at) ?? []) : [],
    cellEntries: declaration.key === 'settings' ? settingEntries(standing) : [],
    tabColor: declaration.tabColor,
    hidden: declaration.hidden === true,
    guard:
      declaration.guard === 'byColumn'
        ? { kind: 'columns', guarded: guarded.filter((column) => column >= 0) }
        : { kind: declaration.guard },
  };
}

function columnLook(column: ColumnDeclaration, at: number, findColumn: FindColumn): ColumnLook {
  const entry = entryOf(column, findColumn);
  return {
    at,
    width: column.width,
    format: column.format,
    look: {
      vertical: 'top',
      wrap: column.wrap ?? true,
      ...(column.align === undefined ? {} : { align: column.align }),
    },
    note: column.explain,
    ...(entry === null ? {} : { entry }),
  };
}

function entryOf({ choices, strict, explain }: ColumnDeclaration, findColumn: FindColumn): Entry | null {
  if (choices === undefined) return null;
  const common = { strict: strict === true, help: explain };
  if (choices.kind === 'list') return { kind: 'list', choices: choices.choices, ...common };
  const of = findColumn(choices.sheet, choices.column);
  return of && { kind: 'range', of, ...common };
}

function roleColumn(at: number): ColumnLook {
  return {
    at,
    width: ROLE_COLUMN_WIDTH,
    format: '@',
    look: { align: 'center', vertical: 'top', wrap: true },
    entry: { kind: 'list', choices: ROLE_CHOICES, strict: true, help: '牵头、责任、配合；不相关就留空。' },
  };
}

function settingEntries({ at, settingRows }: Standing): SheetLook['cellEntries'] {
  return SETTINGS.flatMap(({ key, kind: { choices }, explain }) => {
    const row = settingRows.get(key);
    if (choices === undefined || row === undefined || at('value') < 0) return [];
    return [{ row, column: at('value'), entry: { kind: 'list', choices, strict: true, help: explain } }];
  });
}
