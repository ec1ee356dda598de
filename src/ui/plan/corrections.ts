/** What a person puts right in a plan before anything is written, as data. */

/** A task as it stands on the page: by the plan's number, taken or left out. */
export interface DraftTask {
  readonly no: string;
  readonly use: boolean;
  readonly title: string;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly joint: readonly string[];
}

export const ROLES = ['lead', 'responsible', 'joint'] as const;

/** The departments a person typed into one field, each once. */
export function namesIn(typed: string): readonly string[] {
  const names = typed.split(/[、,，;；\n]+/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** The departments of the tasks that are taken, in the order in which they come, with how many tasks each has. */
export function departmentsOf(tasks: readonly DraftTask[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const task of tasks.filter(({ use }) => use)) {
    for (const name of new Set(ROLES.flatMap((role) => task[role]))) found.set(name, (found.get(name) ?? 0) + 1);
  }
  return found;
}

export const dutiesOf = (tasks: readonly DraftTask[]): number =>
  [...departmentsOf(tasks).values()].reduce((sum, count) => sum + count, 0);

/** A department under another name in every task; where that is a department already, the two are one. */
export function renamed(tasks: readonly DraftTask[], from: string, to: string): readonly DraftTask[] {
  const swap = (names: readonly string[]) => [...new Set(names.map((name) => (name === from ? to : name)))];
  return tasks.map((task) => ({
    ...task,
    lead: swap(task.lead),
    responsible: swap(task.responsible),
    joint: swap(task.joint),
  }));
}
