/** SpreadsheetApp.Ui: menus, alerts, prompts, dialogs, as the person at the screen would see them. */
import { fail, NotSupportedError } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { htmlText, sizeOf, titleOf } from '../html/html.ts';
import type { MenuItem, Page, Shown } from './state.ts';

type Ui = GoogleAppsScript.Base.Ui;

interface UiFaceState {
  readonly execution: Execution;
}

/** Does a person sit at the screen of this run? */
export function hasScreen({ cause, session }: Execution): boolean {
  return cause !== 'installable trigger' && cause !== 'editor' && session.container;
}

/** @throws the platform's error where there is no screen */
export function uiOf(execution: Execution): Ui {
  if (!hasScreen(execution)) fail('noUi', 'SpreadsheetApp');
  return execution.make(uiFace, { execution });
}

/** An open question lets go of every lock the script holds (reference/base/ui). */
function dropLocks({ execution }: UiFaceState): void {
  const { locks } = execution.session.cloud;
  for (const [name, holder] of locks) if (holder === execution) locks.delete(name);
}

/** Shows a question and gives the answer that was laid out for it. */
export function ask(state: UiFaceState, shown: Shown, what: 'alert' | 'prompt'): { button: string; text: string } {
  const { ui, person } = state.execution.session;
  (what === 'alert' ? ui.alerts : ui.prompts).push(shown);
  dropLocks(state);
  const next = ui.answers.shift();
  if (next === undefined) {
    if (person) return { text: '', ...person.answer(shown, what) };
    // An alert with one button says something and waits for nothing.
    if (what === 'alert' && shown.buttons === 'OK') return { button: 'OK', text: '' };
    throw new NotSupportedError(`an unanswered ${what} “${shown.title || shown.message}”: queue one with ui.answer(…)`);
  }
  const given = typeof next === 'function' ? next(shown) : next;
  return typeof given === 'string' ? { button: given, text: '' } : { button: given.button, text: given.text ?? '' };
}

export function shownOf(state: UiFaceState, args: readonly unknown[]): Shown {
  const texts = args.filter((one): one is string => typeof one === 'string');
  const buttons =
    args.map((one) => state.execution.enumName('ButtonSet', one)).find((name) => name !== undefined) ?? 'OK';
  const [first = '', second] = texts;
  return second === undefined ? { title: '', message: first, buttons } : { title: first, message: second, buttons };
}

const responseFace: Face<GoogleAppsScript.Base.PromptResponse, { execution: Execution; button: string; text: string }> =
  emulate<GoogleAppsScript.Base.PromptResponse, { execution: Execution; button: string; text: string }>(
    'PromptResponse',
    {
      getSelectedButton() {
        return this.execution.enumValue('Button', this.button) as unknown as GoogleAppsScript.Base.Button;
      },
      getResponseText() {
        return this.text;
      },
    },
  );

interface MenuState {
  readonly execution: Execution;
  readonly title: string;
  readonly items: MenuItem[];
}

const menuFace: Face<GoogleAppsScript.Base.Menu, MenuState> = emulate<GoogleAppsScript.Base.Menu, MenuState>('Menu', {
  addItem(label, run) {
    this.items.push({ label, run, items: [] });
    return this.execution.make(menuFace, this);
  },
  addSeparator() {
    this.items.push({ label: '-', run: null, items: [] });
    return this.execution.make(menuFace, this);
  },
  addSubMenu(menu) {
    const state = this.execution.state(menuFace, menu);
    if (state) this.items.push({ label: state.title, run: null, items: state.items });
    return this.execution.make(menuFace, this);
  },
  addToUi() {
    this.execution.session.ui.menus.set(this.title, { label: this.title, run: null, items: this.items });
  },
});

function pageOf({ execution }: UiFaceState, page: unknown, title: string): Page {
  return { title, html: htmlText(execution, page), ...sizeOf(execution, page) };
}

function showDialog(state: UiFaceState, page: Page, modal: boolean): void {
  const { ui, person } = state.execution.session;
  ui.dialogs.push(page);
  person?.sees({ kind: 'dialog', page, modal });
}

const uiFace: Face<Ui, UiFaceState> = emulate<Ui, UiFaceState>(
  'Ui',
  {
    createMenu(title) {
      return this.execution.make(menuFace, { execution: this.execution, title, items: [] });
    },
    createAddonMenu() {
      return this.execution.make(menuFace, { execution: this.execution, title: 'Add-on', items: [] });
    },
    alert(...args: unknown[]) {
      const { button } = ask(this, shownOf(this, args), 'alert');
      return this.execution.enumValue('Button', button) as unknown as GoogleAppsScript.Base.Button;
    },
    prompt(...args: unknown[]) {
      const shown = shownOf(this, args);
      const { button, text } = ask(this, shown, 'prompt');
      return this.execution.make(responseFace, { execution: this.execution, button, text });
    },
    showModalDialog(page: unknown, title: string) {
      showDialog(this, pageOf(this, page, title), true);
    },
    showDialog(page: unknown) {
      showDialog(this, pageOf(this, page, titleOf(this.execution, page)), true);
    },
    showModelessDialog(page: unknown, title: string) {
      showDialog(this, pageOf(this, page, title), false);
    },
    showSidebar(page: unknown) {
      const { ui, person } = this.execution.session;
      const shown = pageOf(this, page, titleOf(this.execution, page));
      ui.sidebars.push(shown);
      person?.sees({ kind: 'sidebar', page: shown });
    },
  },
  { Button: 'Button', ButtonSet: 'ButtonSet' },
);
