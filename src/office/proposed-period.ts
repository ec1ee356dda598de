/** The month a person means who names none. */
import { addMonths, type Period, periodOf } from '../domain/period.ts';

/** The running one; on the first days of a month the one before. @param now `2023-05-18T09:30:00` */
export function proposedPeriod(now: string): Period {
  const running = periodOf(Number(now.slice(0, 4)), Number(now.slice(5, 7)));
  return Number(now.slice(8, 10)) <= 5 ? addMonths(running, -1) : running;
}
