/** A plan turned into what the workbook holds: departments, matrix, settings. */
import type { Department, Duty, Matrix, Role, Task } from '../domain/matrix.ts';
import { foldName } from '../domain/name.ts';
import type { Plan, PlanTask, ReportRule } from '../domain/plan/plan.ts';

export interface WorkbookContent {
  readonly matrix: Matrix;
  /** Values of settings the plan decides, by key. */
  readonly settings: Readonly<Record<string, string>>;
  /** Names that stand for many units: a person must put the real ones in. */
  readonly collectives: readonly string[];
}

/** Returns due at most once a year become tasks of their own only where that is wanted. */
export interface FromPlanOptions {
  readonly year: number;
  readonly yearlyReturns: boolean;
}

export function workbookContent(plan: Plan, { year, yearlyReturns }: FromPlanOptions): WorkbookContent {
  const departments: Department[] = plan.departments.map(({ name }) => ({
    name,
    aliases: [],
    contact: '',
    mail: '',
    leader: '',
    leaderMail: '',
    archivist: '',
    head: '',
    headMail: '',
    active: true,
  }));
  const months = activeMonths(plan);
  const indexOf = new Map(departments.map(({ name }, index) => [name, index]));
  const tasks = plan.tasks.map(
    (task): Task => ({
      no: String(task.no),
      title: task.title,
      content: task.content,
      fromMonth: months.from,
      toMonth: months.to,
      frequency: 'monthly',
      evidence: '',
    }),
  );
  const duties = plan.tasks.flatMap((task, index) => dutiesOf(task, index, indexOf));
  if (yearlyReturns) {
    for (const rule of plan.reports.filter(isYearly)) {
      const task = tasks.length;
      tasks.push(yearlyTask(rule, task + 1));
      duties.push(...departments.map((_, department): Duty => ({ task, department, role: 'responsible' })));
    }
  }
  const monthly = plan.reports.find(({ frequency }) => frequency === 'monthly');
  const settings: Record<string, string> = { year: String(year), months: `${months.from}-${months.to}` };
  if (monthly?.day) settings['deadlineDay'] = String(monthly.day);
  const recipients = [...new Set(plan.reports.flatMap(({ then }) => then))];
  if (recipients.length > 0) settings['recipients'] = recipients.join('；');
  return {
    matrix: { tasks, departments, duties },
    settings,
    collectives: plan.departments.filter(({ collective }) => collective).map(({ name }) => name),
  };
}

/** A department as a person typed or pasted it: aliases separated by 、 ， ； or spaces. */
export type TypedDepartment = Readonly<Record<Exclude<keyof Department, 'aliases' | 'active'> | 'aliases', string>>;

/** The plan's departments with what is known of them; those the plan does not name come after. */
export function withDepartments(content: WorkbookContent, typed: readonly TypedDepartment[]): WorkbookContent {
  const known = new Map(typed.map((one) => [foldName(one.name), typedDepartment(one)]));
  const { departments } = content.matrix;
  const named = departments.map((department) => {
    const about = known.get(foldName(department.name));
    known.delete(foldName(department.name));
    return about ? { ...about, name: department.name } : department;
  });
  return { ...content, matrix: { ...content.matrix, departments: [...named, ...known.values()] } };
}

const typedDepartment = (typed: TypedDepartment): Department => ({
  ...typed,
  aliases: typed.aliases.split(/[、,，;；\s]+/).filter((alias) => alias !== ''),
  active: true,
});

type YearlyReport = ReportRule & { readonly month: number };

const isYearly = (report: ReportRule): report is YearlyReport =>
  report.month !== null && report.frequency !== 'monthly';

function yearlyTask({ what, month }: YearlyReport, no: number): Task {
  return {
    no: String(no),
    title: what,
    content: what,
    fromMonth: month,
    toMonth: month,
    frequency: 'once',
    evidence: '',
  };
}

/** From the first month of the first phase to the last of the last; the whole year where the plan names none. */
function activeMonths({ phases }: Plan): { from: number; to: number } {
  const months = phases
    .flatMap(({ from, to }) => [from, to])
    .flatMap((month) => (month === null ? [] : [Number(month.slice(-2))]));
  return months.length === 0 ? { from: 1, to: 12 } : { from: Math.min(...months), to: Math.max(...months) };
}

function dutiesOf(task: PlanTask, index: number, indexOf: ReadonlyMap<string, number>): Duty[] {
  const roles = new Map<number, Role>();
  const assign = (names: readonly string[], role: Role) => {
    for (const name of names) {
      const department = indexOf.get(name);
      if (department !== undefined && !roles.has(department)) roles.set(department, role);
    }
  };
  // Who is named twice for a task answers in the stronger role.
  assign(task.lead, 'lead');
  assign(task.responsible, 'responsible');
  assign(task.joint, 'support');
  return [...roles]
    .map(([department, role]) => ({ task: index, department, role }))
    .sort((a, b) => a.department - b.department);
}
