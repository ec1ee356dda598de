/** The page of `huizong open`: draws what the host tells, and hands on what people do. */
import type { Task } from '../task.ts';
import type { Outcome, Saving, ScreenEvent, ScreenState } from '../wire.ts';
import type { Language } from '../words.ts';
import { button, byId, element } from './element.ts';
import { bridgePages, drawPage, drawPages, type FrameHands, removePage } from './frames.ts';
import type { CreateGrid, Grid } from './grid.ts';
import { ask, listen } from './link.ts';
import { drawMenus } from './menus.ts';
import { drawQuestion } from './questions.ts';
import { showToast } from './toasts.ts';
import { speak, words } from './words.ts';

const { createGrid } = (await import('./grid.js' as string)) as { createGrid: CreateGrid };

let grid: Grid | null = null;
let opened = false;
let spoken: Language | null = null;

async function asked(task: Task): Promise<Outcome> {
  const outcome = await ask(task);
  if (!outcome.ok) trouble(outcome.message);
  return outcome;
}

const frameHands: FrameHands = {
  // What a script refuses a page is for the page to tell.
  call: (name, args) => ask({ do: 'call', name, args }),
  close: (page) => void ask({ do: 'close', page }),
};

function drawState(state: ScreenState): void {
  spoken = state.language;
  speak(spoken);
  document.title = `${state.title} - ${words().productName}`;
  byId('title').textContent = state.title;
  drawAccounts(state.account, state.accounts);
  drawSaving(state.saving);
  if (!opened) drawRestored(state.restored);
  drawWorking(state.working);
  drawMenusOf(state.menus);
  if (!grid) {
    byId('grid').replaceChildren();
    grid = createGrid(byId('grid'), state.language, {
      wants: async (task) => {
        const outcome = await saving(() => ask(task));
        if (!outcome.ok) showToast(words().refused, outcome.message, 8, 'refused');
        return outcome;
      },
      selects: ({ sheet, areas }) => void ask({ do: 'select', sheet, areas: [...areas] }),
      cannot: () => showToast(words().cannotTitle, words().cannot, 6, 'refused'),
    });
  }
  grid.draw(state.book, state.front);
  drawPages(state.pages, frameHands);
  drawQuestion(state.question, (about) => void ask({ do: 'answer', ...about }));
}

function drawAccounts(account: string, accounts: readonly string[]): void {
  const select = byId('account') as HTMLSelectElement;
  select.replaceChildren(...accounts.map((one) => element('option', { text: one, attributes: { value: one } })));
  select.value = account;
  select.onchange = () => void asked({ do: 'account', account: select.value }).then(() => asked({ do: 'open' }));
}

function drawMenusOf(menus: ScreenState['menus']): void {
  drawMenus(byId('menus'), menus, (run) => {
    const { sheet, areas } = grid?.selection() ?? { sheet: 0, areas: [] };
    void asked({ do: 'click', run, at: { sheet, areas: [...areas] } });
  });
}

/** The trouble on show is that of saving: it goes when saving works again. */
let isSavingTrouble = false;

/** How many things done here have not been answered: until they are, they are not saved. */
let unanswered = 0;
let latest: Saving = { state: 'saved', message: '' };

async function saving(work: () => Promise<Outcome>): Promise<Outcome> {
  unanswered += 1;
  drawSavingWord();
  try {
    return await work();
  } finally {
    unanswered -= 1;
    drawSavingWord();
  }
}

function drawSavingWord(): void {
  const { saved, unsaved, keptShort, notSavedShort, elsewhereShort } = words();
  const state = latest.state === 'saved' && unanswered > 0 ? 'unsaved' : latest.state;
  const word = { saved, unsaved, kept: keptShort, failed: notSavedShort, elsewhere: elsewhereShort }[state];
  byId('saving').textContent = word;
  byId('saving').classList.toggle('bad', state === 'kept' || state === 'failed' || state === 'elsewhere');
}

function drawSaving(now: Saving): void {
  latest = now;
  drawSavingWord();
  const { state, message } = now;
  if (message !== '') trouble(message);
  else if (state === 'saved' && isSavingTrouble) byId('trouble').hidden = true;
  if (state !== 'unsaved') isSavingTrouble = message !== '';
}

/** What was put in from last time, until it is closed. */
function drawRestored(sentences: readonly string[]): void {
  const bar = byId('restored');
  const close = button('×', () => (bar.hidden = true), { class: 'close', attributes: { 'aria-label': words().close } });
  bar.replaceChildren(element('span', { text: sentences.join('') }), close);
  bar.hidden = sentences.length === 0;
}

function drawWorking(what: string | null): void {
  byId('working').textContent = what === null ? '' : words().working(what);
}

function trouble(message: string): void {
  isSavingTrouble = false;
  const bar = byId('trouble');
  const close = button('×', () => (bar.hidden = true), { class: 'close', attributes: { 'aria-label': words().close } });
  bar.replaceChildren(element('span', { text: message }), close);
  bar.hidden = false;
}

function hear(event: ScreenEvent): void {
  switch (event.kind) {
    case 'state':
      drawState(event.state);
      // Once for this page: connecting again is no opening.
      if (!opened) void asked({ do: 'open' });
      opened = true;
      return;
    case 'book':
      grid?.change(event.change);
      return;
    case 'seat':
      drawAccounts(event.account, event.accounts);
      // The spreadsheet learns its words when it is made.
      if (spoken !== event.language) location.reload();
      return;
    case 'front':
      grid?.bringToFront(event.front);
      return;
    case 'menus':
      drawMenusOf(event.menus);
      return;
    case 'question':
      drawQuestion(event.question, (about) => void ask({ do: 'answer', ...about }));
      return;
    case 'toast':
      showToast(event.title, event.message, event.seconds);
      return;
    case 'page':
      drawPage(event.page, frameHands);
      return;
    case 'closed':
      removePage(event.page);
      return;
    case 'working':
      drawWorking(event.what);
      return;
    case 'saving':
      drawSaving(event.saving);
      return;
    case 'trouble':
      trouble(event.message);
      return;
  }
}

bridgePages(frameHands);
listen(hear, () => trouble(words().disconnected));
