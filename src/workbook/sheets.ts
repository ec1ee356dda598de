/** All sheets of the workbook, in the order of their tabs. */
import { isPeriod, type Period } from '../domain/period.ts';
import type { SheetDeclaration, SheetKey } from './declaration.ts';
import { archiveSheet } from './sheets/archive.ts';
import { departmentsSheet } from './sheets/departments.ts';
import { dispatchesSheet } from './sheets/dispatches.ts';
import { draftSheet } from './sheets/draft.ts';
import { exceptionsSheet } from './sheets/exceptions.ts';
import { guideSheet } from './sheets/guide.ts';
import { logSheet } from './sheets/log.ts';
import { matrixSheet } from './sheets/matrix.ts';
import { owedSheet } from './sheets/owed.ts';
import { patternSheet } from './sheets/pattern.ts';
import { ratesSheet } from './sheets/rates.ts';
import { settingsSheet } from './sheets/settings.ts';
import { submissionsSheet } from './sheets/submissions.ts';
import { templatesSheet } from './sheets/templates.ts';
import { undoSheet } from './sheets/undo.ts';

const DECLARATIONS = {
  guide: guideSheet,
  settings: settingsSheet,
  departments: departmentsSheet,
  matrix: matrixSheet,
  submissions: submissionsSheet,
  exceptions: exceptionsSheet,
  owed: owedSheet,
  rates: ratesSheet,
  draft: draftSheet,
  dispatches: dispatchesSheet,
  archive: archiveSheet,
  log: logSheet,
  pattern: patternSheet,
  templates: templatesSheet,
  undo: undoSheet,
} satisfies Readonly<Record<SheetKey, { readonly key: SheetKey }>>;

export const SHEETS = Object.values(DECLARATIONS) as readonly SheetDeclaration[];

/** The declaration of a sheet. */
export const declarationOf = (key: SheetKey): SheetDeclaration => DECLARATIONS[key] as SheetDeclaration;

const REPORT_PREFIX = '汇总-';

/** The title of a period's consolidation: `汇总-2023-05`. */
export const reportTitle = (period: Period): string => `${REPORT_PREFIX}${period}`;

/** The period a sheet is the consolidation of, by its title. */
export function periodOfReport(title: string): Period | null {
  const rest = title.startsWith(REPORT_PREFIX) ? title.slice(REPORT_PREFIX.length) : '';
  return isPeriod(rest) ? rest : null;
}
