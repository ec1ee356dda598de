/** A plan as a person has put it right before anything was written. */
import { departmentsOf } from './departments.ts';
import type { Plan, PlanTask } from './plan.ts';

/** A task by the number the parser gave it, and what it is to say. */
export interface CorrectedTask extends Pick<PlanTask, 'title' | 'lead' | 'responsible' | 'joint'> {
  readonly no: string;
}

/** Tasks that are left out are none; the departments follow from those that stay. */
export function correctedPlan(plan: Plan, corrected: readonly CorrectedTask[]): Plan {
  const tasks = plan.tasks.flatMap((task) => {
    const said = corrected.find(({ no }) => no === String(task.no));
    return said ? [{ ...task, ...said, no: task.no }] : [];
  });
  return { ...plan, tasks, departments: departmentsOf(tasks) };
}
