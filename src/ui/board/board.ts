/** 本月看板: the sidebar. Where the month stands, what is next, who owes what; everything is one click from its row. */
import type { BoardDuty } from '../../commands/month/board.ts';
import type { Place } from '../../commands/month/go-to.ts';
import { board as byLanguage } from '../../messages/page-words.ts';
import type { StepName } from '../../messages/pages.ts';
import { element, freshId } from '../dom.ts';
import { button, complain, main, pageData, say, voices, wordsOf, working } from '../page.ts';
import { anything, call, outcomeShape } from '../script.ts';
import { figures } from './figures.ts';
import { dutyGrid } from './grid.ts';
import { lastRun } from './last-run.ts';
import { findingList, owedList } from './lists.ts';
import { type Board, boardShape } from './shape.ts';
import { runsAtOnce, stepList } from './step-list.ts';

pageData();
const words = wordsOf(byLanguage);

const months = element('select', { id: freshId() });
/** The month picked; before any is known, the one the script thinks of. */
const picked = () => load(months.value || null);
months.addEventListener('change', () => void picked());
const content = element('div');

main().replaceChildren(
  element('div', { class: 'top' }, [
    element('label', { for: months.id, text: words.month }),
    months,
    button(words.refresh, picked, { class: 'small' }),
  ]),
  content,
  element('div', { class: 'said-last' }, voices()),
);

async function load(month: string | null): Promise<void> {
  await working(async () => {
    draw(await call('board', { month }, boardShape));
  }, words.loading);
}

function draw(board: Board): void {
  months.replaceChildren(...board.months.map((month) => element('option', { text: month, value: month })));
  months.value = board.period;
  const findings = section(words.findings, findingList(board, words, goTo));
  const hourly = section(words.lastRun, lastRun(board, words));
  if (board.duties.length === 0) {
    content.replaceChildren(element('p', { text: words.nothingDue }), findings, hourly);
    return;
  }
  const keep = new Set([...content.querySelectorAll('details[open]')].map(({ id }) => id));
  const chosen = (duty: BoardDuty) => choose(board, duty);
  content.replaceChildren(
    ...figures(board, words),
    section(
      words.steps,
      stepList(board, words, (name) => carryOut(name, board)),
    ),
    section(words.grid, dutyGrid(board, words, chosen)),
    section(words.owed, owedList(board, words, chosen)),
    findings,
    hourly,
  );
  for (const details of content.querySelectorAll('details')) if (keep.has(details.id)) details.open = true;
}

function section(title: string, inside: readonly Node[]): HTMLElement {
  const id = freshId();
  return element('section', { 'aria-labelledby': id }, [element('h2', { id, text: title }), ...inside]);
}

/** What opens another page over the sheets leaves the board as it is until a person comes back to it. */
let isStale = false;

async function carryOut(name: StepName, { period }: Board): Promise<void> {
  const month = { month: period };
  if (!runsAtOnce(name)) {
    const page = name === 'send' ? 'preview' : name;
    await open({ page, ...month });
    return;
  }
  await working(async () => {
    const { told } = await call(name, month, outcomeShape);
    draw(await call('board', month, boardShape));
    say([told.title, ...told.lines].join('\n'));
  }, words.running(words.stepNames[name]));
}

async function open(asked: { page: 'remind' | 'documents' | 'preview' | 'review'; month: string }): Promise<void> {
  await working(async () => {
    await call('openPage', asked, anything);
    isStale = true;
  });
}

addEventListener('focus', () => {
  if (!isStale) return;
  isStale = false;
  void picked();
});

async function goTo(place: Place): Promise<void> {
  await working(async () => {
    await call('goTo', place, anything);
  });
}

async function choose({ sheet }: Pick<Board, 'sheet'>, { row, known }: BoardDuty): Promise<void> {
  if (row === null) complain(words.noRow);
  else await goTo({ sheet, row, known });
}

void load(null);
