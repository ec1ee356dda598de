/** Months whose report has reached every recipient: their rows are closed, and no reminders go out for them. */
import type { Period } from '../domain/period.ts';
import { readArchive } from '../workbook/archive.ts';
import { declarationOf } from '../workbook/sheets.ts';
import type { Office } from './office.ts';

export function frozenPeriods({ book }: Pick<Office, 'book'>): ReadonlySet<Period> {
  const rows = book.read(declarationOf('archive').title);
  return new Set(rows === null ? [] : readArchive(rows).records.map(({ period }) => period));
}
