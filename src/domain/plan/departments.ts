/** The departments of a plan: every unit its tasks name, in the order in which they come. */
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

/** Collectives, and names that may mean the same department. */
export function departmentFindings(
  departments: readonly PlanDepartment[],
  tasks: readonly PlanTask[],
  lines: readonly Line[],
): PlanFinding[] {
  const lineOf = (name: string): number => {
    const task = tasks.find(({ lead, responsible, joint }) => [...lead, ...responsible, ...joint].includes(name));
    const from = task?.line ?? 1;
    return lines.find(({ number, text }) => number >= from && text.includes(name))?.number ?? from;
  };
  const findings: PlanFinding[] = [];
  departments.forEach(({ name, collective }, index) => {
    if (collective) {
      findings.push({ code: 'collective', line: lineOf(name), found: name, other: '' });
      return;
    }
    for (const other of departments.slice(index + 1, MOST_COMPARED)) {
      if (!other.collective && mayBeSame(name, other.name)) {
        findings.push({ code: 'similarNames', line: lineOf(other.name), found: other.name, other: name });
      }
    }
  });
  return findings;
}

/** 局办公室 and 办公室; 工信部 and 工业和信息化部: one with something in front, or one that abbreviates the other. */
function mayBeSame(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long) return true;
  if (long.endsWith(short) && long.length - short.length <= 2 && short.length >= 2) return true;
  if (short.length < 3 || long.length < short.length + 2) return false;
  if (short[0] !== long[0] || short[short.length - 1] !== long[long.length - 1]) return false;
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}
