/** Months whose report has reached everybody: their rows are closed, and nobody is reminded of them. */
import type { Period } from '../domain/period.ts';
import type { Office } from './office.ts';
export declare function frozenPeriods({ book }: Pick<Office, 'book'>): ReadonlySet<Period>;
