/** Refuses to work on a sheet that lacks a column the work stands on. */
import { Refusal } from '../domain/refusal.ts';
import type { SheetDeclaration } from './declaration.ts';
import type { Located } from './locate.ts';

/**
 * @throws Refusal columnsMissing, naming the sheet and the headings; `检查并修复` puts them back.
 */
export function refuseMissing<Key extends string>(
  declaration: SheetDeclaration<Key>,
  located: Located<Key>,
  needed: readonly Key[],
): void {
  const missing = declaration.columns.filter(({ key }) => needed.includes(key) && located.at[key] < 0);
  if (missing.length === 0) return;
  const headings = missing.map(({ heading }) => heading);
  throw new Refusal({ code: 'columnsMissing', sheet: declaration.title, row: located.headingRow + 1, headings });
}
