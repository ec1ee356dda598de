/** 导入方案: paste the text, look at what was found and put it right, confirm. */
import { element, labelled, tick } from '../dom.ts';
import { bar, button, commonWords, main, pageData, say, showTold, voices, working } from '../page.ts';
import { call, closePage, outcomeShape } from '../script.ts';
import { planEditor, planShape, planWords } from './editor.ts';

const { year: proposedYear, language } = pageData<{ readonly year: number }>();
const words = planWords();
const common = commonWords();

/** The text is kept while the result is looked at: going back loses nothing. */
const text = element('textarea', { class: 'tall', placeholder: words.paste, 'aria-label': words.paste });
const year = element('input', { type: 'number', min: '1900', max: '9999' });
year.value = String(proposedYear);
const yearly = tick(words.yearly, false);

function showEntry(): void {
  say('');
  main().replaceChildren(
    text,
    ...voices(),
    bar(
      labelled(words.year, year),
      button(words.parse, () => working(showResult), { class: 'main' }),
      button(common.cancel, closePage),
    ),
  );
  text.focus();
}

async function showResult(): Promise<void> {
  const plan = await call('parsePlan', { text: text.value, year: Number(year.value), language }, planShape);
  const editor = planEditor(plan);
  const setUp = async () => {
    const { told } = await call(
      'setUp',
      {
        text: text.value,
        year: Number(year.value),
        yearlyReturns: yearly.box.checked,
        tasks: editor.tasks().map(({ use, ...task }) => task),
        language,
      },
      outcomeShape,
    );
    showTold(told, button(common.close, closePage, { class: 'main' }));
  };
  const confirm = button(words.confirm, () => working(setUp), { class: 'main' });
  if (plan.tasks.length === 0) confirm.disabled = true;
  main().replaceChildren(
    editor.node,
    ...voices(),
    bar(yearly.node, button(words.back, showEntry), confirm, button(common.cancel, closePage)),
  );
  confirm.focus();
  scrollTo(0, 0);
}

showEntry();
