/** Where things stand in the sheets as they are: what repair needs to dress a sheet somebody has worked in. */
import { foldName } from '../domain/name.ts';
import type { CellRows } from '../spreadsheet/cell.ts';
import type { SheetDeclaration } from './declaration.ts';
import { type Located, locate } from './locate.ts';
import type { Standing } from './look.ts';
import { SETTINGS } from './settings.ts';

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
    settingRows: declaration.key === 'settings' ? settingRowsOf(located, rows) : new Map(),
  };
}

function settingRowsOf({ at, headingRow }: Located<string>, rows: CellRows): Map<string, number> {
  const found = new Map<string, number>();
  rows.forEach((row, index) => {
    if (index <= headingRow) return;
    const label = foldName(String(row[at['label'] ?? 0] ?? ''));
    const setting = SETTINGS.find((known) => [known.label, ...known.aliases].some((name) => foldName(name) === label));
    if (setting && !found.has(setting.key)) found.set(setting.key, index + 1);
  });
  return found;
}

/** Do the declared columns stand side by side in their order? */
export function standTogether(declaration: SheetDeclaration, { at }: Located<string>): boolean {
  const places = declaration.columns.map(({ key }) => at[key] ?? -1);
  return places.every((place, index) => place >= 0 && place === (places[0] ?? 0) + index);
}

/** Most of a sheet's headings gone: nobody can tell where they belonged. */
export function isUnrecognisable(declaration: SheetDeclaration, rows: CellRows): boolean {
  const { missing } = locate(declaration, rows);
  return (
    missing.length > declaration.columns.length / 2 &&
    rows.some((row) => row.some((cell) => String(cell).trim() !== ''))
  );
}
