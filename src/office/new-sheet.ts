/** A sheet of the workbook as it is when it is new: its first rows and its look. */
import type { NewRows } from '../spreadsheet/cell.ts';
import type { CreateSheet } from '../spreadsheet/change.ts';
import type { SheetColumn } from '../spreadsheet/look.ts';
import type { SheetDeclaration, SheetKey } from '../workbook/declaration.ts';
import { departmentRows } from '../workbook/departments.ts';
import type { WorkbookContent } from '../workbook/from-plan.ts';
import { guideRows } from '../workbook/guide.ts';
import { lookOf, newStanding } from '../workbook/look.ts';
import { matrixHeadings, matrixRows } from '../workbook/matrix.ts';
import { headingsRangeName } from '../workbook/places.ts';
import { settingRows } from '../workbook/settings.ts';
import { declarationOf } from '../workbook/sheets.ts';

/** A sheet as it is in a new workbook. */
export function createSheet(declaration: SheetDeclaration, content: WorkbookContent, index: number): CreateSheet {
  const standing = newStanding(declaration, content.matrix.departments.length);
  return {
    kind: 'create',
    sheet: declaration.title,
    index,
    rows: padded(initialRows(declaration, content)),
    look: lookOf(declaration, standing, findNewColumn),
    rangeName: headingsRangeName(declaration.key),
    rangeColumns: declaration.columns.length,
  };
}

export function initialRows(declaration: SheetDeclaration, { matrix, settings }: WorkbookContent): NewRows {
  const headings = declaration.columns.map(({ heading }) => heading);
  switch (declaration.key) {
    case 'guide':
      return guideRows();
    case 'settings':
      return [headings, ...settingRows(settings)];
    case 'departments':
      return [headings, ...departmentRows(matrix.departments)];
    case 'matrix':
      return [matrixHeadings(matrix.departments), ...matrixRows(matrix)];
    default:
      return [headings];
  }
}

/** Where a column stands in a sheet as set-up makes it. */
export function findNewColumn(sheet: SheetKey, column: string): SheetColumn {
  const declaration = declarationOf(sheet);
  return { sheet: declaration.title, column: declaration.columns.findIndex(({ key }) => key === column) };
}

function padded(rows: NewRows): NewRows {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}
