/** The departments of a plan: every unit its tasks name, in the order in which they come. */
import { namesOf } from './assignment.ts';
import type { Line } from './lines.ts';
import type { PlanDepartment, PlanFinding, PlanTask } from './plan.ts';
import { isCollective } from './units.ts';

export function departmentsOf(tasks: readonly PlanTask[]): PlanDepartment[] {
  const found = new Map<string, { lead: number; responsible: number; support: number }>();
  for (const task of tasks) {
    for (const [role, names] of [
      ['lead', task.lead],
      ['responsible', task.responsible],
      ['support', task.joint],
    ] as const) {
      for (const name of names) {
        const counts = found.get(name) ?? { lead: 0, responsible: 0, support: 0 };
        counts[role] += 1;
        found.set(name, counts);
      }
    }
  }
  return [...found].map(([name, counts]) => ({ name, collective: isCollective(name), counts }));
}

/** Each is compared with each other: no plan names more, and a text that does is not worth the square of its length. */
const MOST_COMPARED = 1_000;

/** Collectives, and names that may mean the same department, each where it is first named. */
export function departmentFindings(tasks: readonly PlanTask[], lines: readonly Line[]): PlanFinding[] {
  const findings: PlanFinding[] = [];
  const seen = new Set<string>();
  const compared: string[] = [];
  for (const task of tasks) {
    for (const name of namesOf(task)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const firstLine = () =>
        lines.find(({ number, text }) => number >= task.line && text.includes(name))?.number ?? task.line;
      if (isCollective(name)) {
        findings.push({ code: 'collective', line: firstLine(), name });
        continue;
      }
      for (const other of compared)
        if (mayStandFor(name, other) || mayStandFor(other, name))
          findings.push({ code: 'similarNames', line: firstLine(), name, other });
      if (compared.length < MOST_COMPARED) compared.push(name);
    }
  }
  return findings;
}

/** 局办公室 and 办公室; 工信部 and 工业和信息化部: one with something in front, or one that abbreviates the other. */
function mayStandFor(short: string, long: string): boolean {
  if (long.endsWith(short) && long.length - short.length <= 2) return true;
  if (short.length < 3 || long.length < short.length + 2) return false;
  if (short[0] !== long[0] || !long.endsWith(short.slice(-1))) return false;
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}
