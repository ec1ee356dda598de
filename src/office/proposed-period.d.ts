/** The month somebody means who names none. */
import { type Period } from '../domain/period.ts';
/** The running one; on the first days of a month the one before. @param now `2023-05-18T09:30:00` */
export declare function proposedPeriod(now: string): Period;
