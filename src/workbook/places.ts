/** Where the columns of a sheet stand, found without reading it wherever that is possible. */
import type { CellRows } from '../spreadsheet/cell.ts';
import type { SheetDeclaration, SheetKey } from './declaration.ts';
import { locate } from './locate.ts';
import { refuseMissing } from './missing.ts';

/** The name of the range that holds a sheet's headings. */
export const headingsRangeName = (key: SheetKey): string => `huizong_${key}`;

/** What must be known of the spreadsheet to find the columns. */
export interface ColumnFinder {
  readonly namedColumns: (rangeName: string) => { readonly first: number; readonly count: number } | null;
  readonly read: (title: string) => CellRows | null;
}

/**
 * Where each declared column stands. The named range of the headings moves along when columns are put in or taken out
 * beside it; when it is no longer as wide as it was made, a person worked inside it, and the headings are read.
 *
 * @throws Refusal columnsMissing
 */
export function placesOf<Key extends string>(
  finder: ColumnFinder,
  declaration: SheetDeclaration<Key>,
): readonly number[] {
  const named = finder.namedColumns(headingsRangeName(declaration.key));
  if (named && named.count === declaration.columns.length) {
    return declaration.columns.map((_, index) => named.first + index);
  }
  const located = locate(declaration, finder.read(declaration.title) ?? []);
  const keys = declaration.columns.map(({ key }) => key);
  refuseMissing(declaration, located, keys);
  return keys.map((key) => located.at[key]);
}
