/** Names the sheet and the column a finding is about as people see them. */
import type { Finding } from '../domain/finding.ts';
import { foldName } from '../domain/name.ts';
import type { CellRows } from '../spreadsheet/cell.ts';
import { locate } from './locate.ts';
import { declarationOf } from './sheets.ts';

/** The title of the sheet and the heading of the column; a department's own column goes by its name. */
export function placeOfFinding({ sheet, column }: Finding): { sheet: string; heading: string | null } {
  const declaration = declarationOf(sheet);
  const heading = declaration.columns.find(({ key }) => key === column)?.heading ?? column;
  return { sheet: declaration.title, heading };
}

/** The cell a finding is about: the title of its sheet, its first row, its column from 0; `null` where it is about the sheet. */
export function cellOfFinding(
  { sheet, rows: [row], column }: Finding,
  read: (title: string) => CellRows | null,
): { sheet: string; row: number; column: number } | null {
  const declaration = declarationOf(sheet);
  const standing = read(declaration.title);
  if (row === undefined || standing === null) return null;
  const { at, others } = locate(declaration, standing);
  const place = at[column ?? ''] ?? others.find(({ heading }) => foldName(heading) === foldName(column ?? ''))?.column;
  return { sheet: declaration.title, row, column: Math.max(place ?? 0, 0) };
}
