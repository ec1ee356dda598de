/** Names the sheet and the column a finding is about as people see them. */
import type { Finding } from '../domain/finding.ts';
import { declarationOf } from './sheets.ts';

/** The title of the sheet and the heading of the column; a department's own column goes by its name. */
export function placeOfFinding({ sheet, column }: Finding): { sheet: string; heading: string | null } {
  const declaration = declarationOf(sheet);
  const heading = declaration.columns.find(({ key }) => key === column)?.heading ?? column;
  return { sheet: declaration.title, heading };
}
