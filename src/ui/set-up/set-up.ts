/** 初始化工作簿: a workbook from nothing in three steps. Nothing is written before the last. */
import * as z from 'zod/mini';
import { setUp as byLanguage } from '../../messages/page-words.ts';
import type { SettingField } from '../../workbook/settings-form.ts';
import { element, labelled, tick } from '../dom.ts';
import {
  bar,
  button,
  commonWords,
  complain,
  main,
  pageData,
  say,
  showTold,
  voices,
  wordsOf,
  working,
} from '../page.ts';
import { departmentsOf } from '../plan/corrections.ts';
import { type PlanEditor, planEditor, planShape, planWords } from '../plan/editor.ts';
import { call, closePage, outcomeShape } from '../script.ts';
import { settingsFields, settingsWords } from '../settings/fields.ts';
import { departmentsTable } from './departments.ts';

const data = pageData<{ readonly year: number; readonly fields: readonly SettingField[] }>();
const words = wordsOf(byLanguage);
const plans = planWords();
const common = commonWords();

const text = element('textarea', { class: 'tall', placeholder: plans.paste, 'aria-label': plans.paste });
const year = element('input', { type: 'number', min: '1900', max: '9999' });
year.value = String(data.year);
const yearly = tick(plans.yearly, false);
const departments = departmentsTable(words);
const settings = settingsFields(data.fields);
/** The plan as it was read and put right; `null` where there is none. */
let plan: PlanEditor | null = null;

/** Shows a step: where one is, what to do, how to go on. The heading takes the focus, so that it is read. */
function show(step: 0 | 1 | 2, content: readonly Node[], ...buttons: readonly Node[]): void {
  const heading = element('h1', {
    text: words.step({ step: step + 1, of: words.steps.length, name: words.steps[step] }),
    tabindex: '-1',
  });
  say('');
  main().replaceChildren(
    element(
      'ol',
      { class: 'steps', 'aria-hidden': 'true' },
      words.steps.map((name, at) => element('li', { text: name, class: at === step ? 'here' : '' })),
    ),
    heading,
    ...content,
    ...voices(),
    bar(...buttons, button(common.cancel, closePage)),
  );
  heading.focus();
  scrollTo(0, 0);
}

const help = (said: string) => element('p', { class: 'quiet', text: said });
const forward = (said: string, act: () => void | Promise<void>) => button(said, act, { class: 'main' });

function showPlanText(): void {
  const skip = () => {
    plan = null;
    showDepartments();
  };
  show(
    0,
    [help(words.planHelp), text],
    labelled(plans.year, year),
    forward(plans.parse, () => working(readPlan)),
    button(words.skipPlan, skip),
  );
}

async function readPlan(): Promise<void> {
  const asked = { text: text.value, year: Number(year.value), language: data.language };
  const read = await call('parsePlan', asked, planShape);
  const editor = planEditor(read);
  for (const { key, value } of read.settings) settings.propose(key, value);
  const next = forward(common.next, () => {
    plan = editor;
    departments.take([...departmentsOf(editor.tasks()).keys()]);
    showDepartments();
  });
  next.disabled = read.tasks.length === 0;
  showPlan = () => show(0, [editor.node], yearly.node, button(plans.back, showPlanText), next);
  showPlan();
}

/** The plan as it was read last. */
let showPlan = showPlanText;

function showDepartments(): void {
  const back = () => (plan ? showPlan() : showPlanText());
  show(
    1,
    [help(words.departmentsHelp), departments.node],
    button(common.back, back),
    forward(common.next, showSettings),
  );
}

function showSettings(): void {
  settings.propose('year', year.value);
  show(
    2,
    [help(words.settingsHelp), settings.node],
    button(common.back, showDepartments),
    forward(words.create, createWorkbook),
  );
}

async function createWorkbook(): Promise<void> {
  let faults: readonly string[] = [];
  await working(async () => {
    const values = settings.values();
    faults = (await call('checkSettings', { values }, z.object({ faults: z.array(z.string()) }))).faults;
    if (faults.length > 0) {
      complain(settingsWords().faults(faults.length));
      return;
    }
    const chosen = values.find(({ key }) => key === 'year')?.value ?? year.value;
    const { told } = await call(
      'setUp',
      {
        year: Number.parseInt(chosen, 10),
        ...(plan === null
          ? {}
          : {
              text: text.value,
              tasks: plan.tasks().map(({ use, ...task }) => task),
              yearlyReturns: yearly.box.checked,
            }),
        departments: departments.departments(),
        settings: values,
        language: data.language,
      },
      outcomeShape,
    );
    showTold(told, button(common.close, closePage, { class: 'main' }));
  });
  settings.mark(faults);
}

showPlanText();
