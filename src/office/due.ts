/** Why a month has nothing to be handed in. */
import { at } from '../domain/at.ts';
import { taskLabel } from '../domain/matrix.ts';
import { unowedTasks } from '../domain/obligations.ts';
import type { Period } from '../domain/period.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Office } from './office.ts';

/** Names of the tasks that are due in a month and that no active department owes. */
export const unowedIn = (
  { matrix, settings }: Pick<Office, 'matrix' | 'settings'>,
  period: Period,
): readonly string[] =>
  unowedTasks(matrix, period, settings.rules).map(({ task }) => taskLabel(at(matrix.tasks, task)));

/** That no task is due in a month, or that those that are no department owes. */
export function nothingToReport(office: Pick<Office, 'matrix' | 'settings'>, period: Period): Refusal {
  const tasks = unowedIn(office, period);
  return new Refusal(
    tasks.length === 0
      ? { code: 'nothingDue', month: period, months: office.settings.rules.months }
      : { code: 'nobodyOwesMonth', month: period, tasks },
  );
}
