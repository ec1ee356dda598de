/** Who may edit what: protections, as the platform applies them to the account that runs the script. */
import { coveredBy, intersection } from '../../book/areas.ts';
import type { Area, Protection } from '../../book/book.ts';
import { fail } from '../../runtime/errors.ts';
import type { SheetState } from './state.ts';

/** May the one who runs the script edit what this protection guards? Warnings are shown to people only. */
function mayPass(state: Pick<SheetState, 'execution' | 'book'>, protection: Protection): boolean {
  return protection.warningOnly || mayChange(state, protection);
}

/** May the one who runs the script say who passes this protection? An account that may edit what it guards may. */
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

/** May the one who runs the script edit all of an area? */
export function mayEdit(state: SheetState, area: Area): boolean {
  return state.sheet.protections.every((protection) => {
    if (mayPass(state, protection)) return true;
    if (protection.area === null) return coveredBy(area, protection.unprotected);
    return !intersection(protection.area, area);
  });
}

/** Fails with the platform's text where a protection bars the one who runs the script from an area. */
export function requireEdit(state: SheetState, area: Area): void {
  if (!mayEdit(state, area)) fail('protectedCell');
}

/** The whole of a sheet. */
export function wholeSheet({ sheet }: SheetState): Area {
  return { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
}
