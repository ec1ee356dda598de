/** Who may edit what: protections, as the platform applies them to whoever runs the script. */
import { coveredBy, intersection } from '../../book/areas.ts';
import type { Area, Protection } from '../../book/book.ts';
import { fail } from '../../runtime/errors.ts';
import type { SheetState } from './state.ts';

/** May the one who runs the script edit what this protection guards? Warnings are shown to people only. */
export function mayPass(state: Pick<SheetState, 'execution' | 'book'>, protection: Protection): boolean {
  return protection.warningOnly || mayChange(state, protection);
}

/** May the one who runs the script say who passes this protection? Whoever may edit what it guards may. */
export function mayChange(
  { execution, book }: Pick<SheetState, 'execution' | 'book'>,
  protection: Protection,
): boolean {
  const { user } = execution;
  if (book.owner === '' || user === book.owner) return true;
  if (protection.mirrorsFile || protection.editors.includes(user)) return true;
  return protection.domainEdit && domainOf(user) === domainOf(book.owner);
}

const domainOf = (mail: string): string => mail.slice(mail.lastIndexOf('@') + 1).toLowerCase();

/** Fails with the platform's text where a protection bars the one who runs the script from an area. */
export function requireEdit(state: SheetState, area: Area): void {
  for (const protection of state.sheet.protections) {
    if (mayPass(state, protection)) continue;
    if (protection.area === null) {
      if (!coveredBy(area, protection.unprotected)) fail('protectedCell');
    } else if (intersection(protection.area, area)) fail('protectedCell');
  }
}

/** The whole of a sheet. */
export function wholeSheet({ sheet }: SheetState): Area {
  return { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
}
