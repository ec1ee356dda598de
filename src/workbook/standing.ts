/** Where things stand in the sheets as they are: what repair needs to dress a sheet a person has worked in. */
import type { CellRows } from '../spreadsheet/cell.ts';
import type { SheetDeclaration } from './declaration.ts';
import { type Located, locate } from './locate.ts';
import type { Standing } from './look.ts';
import { standingSettings } from './settings.ts';

export function standingOf(
  declaration: SheetDeclaration,
  located: Located<string>,
  rows: CellRows,
  departmentColumns: readonly number[],
): Standing {
  return {
    at: (key) => located.at[key] ?? -1,
    headingRow: located.headingRow + 1,
    departmentColumns,
    settingRows: declaration.key === 'settings' ? settingRowsOf(rows) : new Map(),
  };
}

const settingRowsOf = (rows: CellRows): Map<string, number> =>
  new Map([...standingSettings(rows).values].map(([key, { row }]) => [key, row]));

/** Do the declared columns stand side by side in their order? */
export function standTogether<Key extends string>(declaration: SheetDeclaration<Key>, { at }: Located<Key>): boolean {
  const places = declaration.columns.map(({ key }) => at[key]);
  return places.every((place, index) => place >= 0 && place === Math.min(...places) + index);
}

/** Most of a sheet's headings gone: where they belonged cannot be told. */
export function isUnrecognisable(declaration: SheetDeclaration, rows: CellRows): boolean {
  const { missing } = locate(declaration, rows);
  return (
    missing.length > declaration.columns.length / 2 &&
    rows.some((row) => row.some((cell) => String(cell).trim() !== ''))
  );
}
