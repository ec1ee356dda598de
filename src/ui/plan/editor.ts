/** What a plan's text was understood as, to be looked at and put right: nothing of it is written yet. */
import * as z from 'zod/mini';
import { plan as byLanguage } from '../../messages/page-words.ts';
import type { PlanWords } from '../../messages/pages.ts';
import { element, freshId, list, table } from '../dom.ts';
import { say, wordsOf } from '../page.ts';
import { type DraftTask, departmentsOf, dutiesOf, namesIn, ROLES, renamed } from './corrections.ts';

export const planWords = (): PlanWords => wordsOf(byLanguage);

const names = () => z.array(z.string());

/** What of the script's reading of a plan the page needs. */
export const planShape = z.object({
  tasks: z.array(
    z.object({
      no: z.union([z.string(), z.number()]),
      title: z.string(),
      lead: names(),
      responsible: names(),
      joint: names(),
      due: z.nullable(z.string()),
    }),
  ),
  phases: z.array(z.object({ name: z.string(), time: z.string(), title: z.string() })),
  // biome-ignore lint/suspicious/noThenProperty: the plan's word for whom a return goes on to; nothing awaits it.
  reports: z.array(z.object({ what: z.string(), due: z.string(), to: names(), then: names() })),
  findings: z.array(z.object({ message: z.string() })),
  settings: z.array(z.object({ key: z.string(), value: z.string() })),
});

export interface PlanEditor {
  readonly node: HTMLElement;
  /** The tasks as they stand on the page now, without those left out. */
  readonly tasks: () => readonly DraftTask[];
}

export function planEditor(plan: z.output<typeof planShape>): PlanEditor {
  const words = planWords();
  const read = plan.tasks.map(({ no, due, ...about }) => ({ task: { ...about, no: String(no), use: true }, due }));
  let tasks: readonly DraftTask[] = read.map(({ task }) => task);
  const counts = element('p', { class: 'counts' });
  const departments = element('div', { class: 'names' });
  /** Show the names of each task as they are now. */
  const redraws: ((task: DraftTask) => void)[] = [];

  const change = (index: number, about: Partial<DraftTask>) => {
    tasks = tasks.map((task, at) => (at === index ? { ...task, ...about } : task));
    showDepartments();
  };

  function taskRow(task: DraftTask, index: number): Node[] {
    const use = element('input', { type: 'checkbox', 'aria-label': `${words.use} ${task.no} ${task.title}` });
    use.checked = true;
    use.addEventListener('change', () => change(index, { use: use.checked }));
    const title = area(`${words.task} ${task.no}`, task.title);
    title.addEventListener('input', () => change(index, { title: title.value.trim() }));
    const fields = ROLES.map((role) => {
      const field = area(`${words[role]} ${task.no}`, task[role].join('、'));
      field.addEventListener('input', () => change(index, { [role]: namesIn(field.value) }));
      return { role, field };
    });
    redraws.push((now) => {
      for (const { role, field } of fields) field.value = now[role].join('、');
    });
    return [use, document.createTextNode(task.no), title, ...fields.map(({ field }) => field)];
  }

  /** One field a department: its name is the plan's, and may be put right for all tasks at once. */
  function showDepartments(): void {
    const found = departmentsOf(tasks);
    counts.textContent = words.counts({
      tasks: tasks.filter(({ use }) => use).length,
      departments: found.size,
      duties: dutiesOf(tasks),
      phases: plan.phases.length,
      reports: plan.reports.length,
    });
    departments.replaceChildren(
      ...[...found].map(([name, count]) => {
        const field = element('input', { id: freshId(), size: '12', 'aria-label': `${words.unit} ${name}` });
        field.value = name;
        field.addEventListener('change', () => rename(name, field.value.trim()));
        return element('span', { class: 'line' }, [field, element('span', { class: 'quiet', text: `× ${count}` })]);
      }),
    );
  }

  function rename(from: string, to: string): void {
    if (to !== '' && to !== from) {
      tasks = renamed(tasks, from, to);
      for (const [index, task] of tasks.entries()) redraws[index]?.(task);
      say(words.renamed({ from, to }));
    }
    showDepartments();
  }

  const section = (title: string, rows: string[][]) =>
    rows.length === 0 ? [] : [element('h2', { text: title }), table([], rows)];

  const hasDue = plan.tasks.some(({ due }) => due !== null);
  const taskTable = table(
    [words.use, words.no, words.task, words.lead, words.responsible, words.joint, ...(hasDue ? [words.due] : [])],
    read.map(({ task, due }, index) => [...taskRow(task, index), ...(hasDue ? [due ?? ''] : [])]),
  );
  taskTable.className = 'editable';
  const node = element('div', {}, [
    counts,
    plan.findings.length === 0
      ? element('p', { class: 'quiet', text: words.noFindings })
      : element('div', { class: 'findings' }, [
          element('strong', { text: words.findings }),
          list(plan.findings.map(({ message }) => message)),
        ]),
    element('p', { class: 'quiet', text: words.correct }),
    element('h2', { text: words.tasks }),
    taskTable,
    element('h2', { text: words.unit }),
    departments,
    ...section(
      words.phases,
      plan.phases.map(({ name, time, title }) => [name, time, title]),
    ),
    ...section(
      words.reports,
      plan.reports.map(({ what, due, to, then }) => [what, due, [...to, ...then].join('、')]),
    ),
  ]);
  showDepartments();
  return { node, tasks: () => tasks.filter(({ use }) => use) };
}

/** Grows with its words, as the cell it will stand in does. */
function area(label: string, value: string): HTMLTextAreaElement {
  const made = element('textarea', { 'aria-label': label, rows: '1' });
  made.value = value;
  return made;
}
