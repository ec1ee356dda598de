/** The lines around cells. */
import { bottomOf, rightOf } from '../../book/areas.ts';
import type { CellStyle } from '../../book/book.ts';
import { restyle } from '../../book/cells.ts';
import { eachColumn, eachRow } from './cell-values.ts';
import { requireEdit } from './edit-rights.ts';
import type { RangeState } from './state.ts';

const LINES: Readonly<Record<string, NonNullable<CellStyle['top']>['style']>> = {
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOTTED: 'dotted',
  DASHED: 'dashed',
  DOUBLE: 'double',
};

export type Sides = Readonly<Record<'top' | 'left' | 'bottom' | 'right' | 'vertical' | 'horizontal', boolean | null>>;

/** `true` draws, `false` removes, `null` leaves as it is (reference/spreadsheet/range#setborder). */
export function setBorders(state: RangeState, sides: Sides, color: string, style: string | undefined): void {
  requireEdit(state, state.area);
  const { area, book, sheet } = state;
  const line = { style: LINES[style ?? 'SOLID'] ?? 'thin', color };
  const side = (wanted: boolean | null) => (wanted === null ? null : wanted ? line : undefined);
  eachRow(area, (row) =>
    eachColumn(area, (column) => {
      const change = {
        top: side(row === area.row ? sides.top : sides.horizontal),
        bottom: side(row === bottomOf(area) ? sides.bottom : sides.horizontal),
        left: side(column === area.column ? sides.left : sides.vertical),
        right: side(column === rightOf(area) ? sides.right : sides.vertical),
      };
      restyle(book, sheet, { row, column, rows: 1, columns: 1 }, (before) => {
        const next: Record<string, unknown> = { ...before };
        for (const [name, drawn] of Object.entries(change)) {
          if (drawn === undefined) delete next[name];
          else if (drawn !== null) next[name] = drawn;
        }
        return next;
      });
    }),
  );
}
