/** 导入方案: paste the text, see what was found, confirm. */
import type { Outcome } from '../../commands/office.ts';
import type { PlanReply } from '../../commands/plan.ts';
import type { SetUpReply } from '../../commands/set-up.ts';
import type { PlanDialogWords } from '../../messages/messages.ts';
import { call, closePage, element, pageData, table } from '../dom.ts';

interface Data {
  readonly words: PlanDialogWords;
  readonly year: number;
  readonly language: string;
}

const { words, year: proposedYear, language } = pageData<Data>();
const page = document.getElementById('page') as HTMLElement;

const text = element('textarea');
text.placeholder = words.paste;
text.setAttribute('aria-label', words.paste);
const year = element('input');
year.type = 'number';
year.value = String(proposedYear);
const yearly = element('input');
yearly.type = 'checkbox';

/** The text is kept while the result is looked at: going back loses nothing. */
function showEntry(): void {
  const parse = button(words.parse, true, () => working(showResult));
  const bar = element('div', { class: 'bar' }, [
    labelled(words.year, year),
    parse,
    button(words.cancel, false, async () => closePage()),
  ]);
  page.replaceChildren(text, message, bar);
}

const message = element('div', { class: 'error' });
message.hidden = true;
message.setAttribute('role', 'alert');

async function showResult(): Promise<void> {
  const plan = await call<PlanReply>('parsePlan', { text: text.value, year: Number(year.value), language });
  const duties = plan.tasks.reduce(
    (sum, task) => sum + task.lead.length + task.responsible.length + task.joint.length,
    0,
  );
  const counts =
    `${words.tasks} ${plan.tasks.length}　${words.departments} ${plan.departments.length}　${words.duties} ${duties}　` +
    `${words.phases} ${plan.phases.length}　${words.reports} ${plan.reports.length}`;
  const confirm = button(words.confirm, true, () => working(setUp));
  confirm.disabled = plan.tasks.length === 0;
  page.replaceChildren(
    element('div', { class: 'counts', text: counts }),
    findings(plan),
    element('h2', { text: words.tasks }),
    table(
      [words.no, words.task, words.lead, words.responsible, words.joint, words.due],
      plan.tasks.map((task) => [
        String(task.no),
        task.title,
        task.lead.join('、'),
        task.responsible.join('、'),
        task.joint.join('、'),
        task.due ?? '',
      ]),
    ),
    element('h2', { text: words.departments }),
    table(
      [words.unit, words.lead, words.responsible, words.joint],
      plan.departments.map(({ name, counts: of }) => [
        name,
        String(of.lead),
        String(of.responsible),
        String(of.support),
      ]),
    ),
    ...section(
      words.phases,
      plan.phases.map((phase) => [phase.name, phase.time, phase.title]),
    ),
    ...section(
      words.reports,
      plan.reports.map((rule) => [rule.what, rule.due, [...rule.to, ...rule.then].join('、')]),
    ),
    message,
    element('div', { class: 'bar' }, [
      labelled(words.yearly, yearly),
      button(words.back, false, async () => showEntry()),
      confirm,
    ]),
  );
}

function section(title: string, rows: string[][]): HTMLElement[] {
  return rows.length === 0 ? [] : [element('h2', { text: title }), table([], rows)];
}

function findings(plan: PlanReply): HTMLElement {
  if (plan.findings.length === 0) return element('p', { class: 'quiet', text: words.noFindings });
  const items = plan.findings.map((finding) => element('li', { text: finding.message }));
  return element('div', { class: 'findings' }, [element('strong', { text: words.findings }), element('ul', {}, items)]);
}

async function setUp(): Promise<void> {
  const { told } = await call<Outcome<SetUpReply>>('setUp', {
    text: text.value,
    year: Number(year.value),
    yearlyReturns: yearly.checked,
    language,
  });
  page.replaceChildren(
    element('div', { class: 'counts', text: told.title }),
    ...told.lines.map((line) => element('p', { text: line })),
    element('div', { class: 'bar' }, [button('OK', true, async () => closePage())]),
  );
}

/** Buttons rest while something is under way, so that a second click does nothing twice. */
async function working(work: () => Promise<void>): Promise<void> {
  message.hidden = true;
  const buttons = [...page.querySelectorAll('button')];
  for (const one of buttons) one.disabled = true;
  try {
    await work();
  } catch (error) {
    message.textContent = error instanceof Error ? error.message : String(error);
    message.hidden = false;
    for (const one of buttons) one.disabled = false;
  }
}

function button(label: string, main: boolean, click: () => Promise<void>): HTMLButtonElement {
  const made = element('button', { class: main ? 'main' : '', text: label });
  made.type = 'button';
  made.addEventListener('click', () => void click());
  return made;
}

function labelled(label: string, input: HTMLInputElement): HTMLLabelElement {
  return element('label', { class: 'line' }, [input, document.createTextNode(label)]);
}

showEntry();
