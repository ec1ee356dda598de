/** What is on the screen: kept up from what the host tells, so that a page opened or reloaded in the midst sees all of it. */
import { randomBytes } from 'node:crypto';
import type { MenuItem } from '../host.ts';
import type { Appearance } from '../services/ui/state.ts';
import type { FromHost } from './from-host.ts';
import type {
  BookChange,
  DrawnSheet,
  Place,
  PlacedCell,
  Question,
  Saving,
  ScreenEvent,
  ScreenState,
  ShownPage,
} from './wire.ts';
import type { Language } from './words.ts';

/** `number` counts up: a page that has this one has all that was said before. */
type Listener = (event: ScreenEvent, number: number) => void;

export interface Screen {
  hear(told: FromHost): void;
  working(what: string | null): void;
  /** So many things done by hand have not been answered yet. */
  onTheirWay(count: number): void;
  close(page: number): void;
  state(): ScreenState;
  /** Number of the last event. */
  readonly said: () => number;
  readonly question: () => Question | null;
  readonly language: () => Language;
  /** The text of a page by the last part of its address. */
  html(key: string): string | undefined;
  /** Gets the state, then every event; answers how to stop it. */
  watch(listener: Listener): () => void;
}

export function createScreen(functions: readonly string[]): Screen {
  const listeners = new Set<Listener>();
  const book = createDrawing();
  const htmls = new Map<string, string>();
  let title = '';
  let account = '';
  let accounts: readonly string[] = [];
  let front: Place = { sheet: 0, areas: [] };
  let language: Language = 'zh-CN';
  let menus: readonly MenuItem[] = [];
  let pages: readonly ShownPage[] = [];
  let question: Question | null = null;
  let saving: Saving = { state: 'saved', message: '' };
  let restored: readonly string[] = [];
  let working: string | null = null;
  /** Things done by hand that the host has not answered. */
  let onTheirWay = 0;
  let numbered = 0;
  let said = 0;

  /** What is on its way to the host is not saved, whatever the host said before. */
  const shownSaving = (): Saving =>
    onTheirWay > 0 && saving.state === 'saved' ? { state: 'unsaved', message: '' } : saving;
  const saySaving = (): void => say({ kind: 'saving', saving: shownSaving() });

  const state = (): ScreenState => ({
    title,
    account,
    accounts,
    book: book.drawn(),
    front,
    language,
    menus,
    functions,
    pages,
    question,
    saving: shownSaving(),
    restored,
    working,
  });
  const say = (event: ScreenEvent): void => {
    said += 1;
    for (const listener of listeners) listener(event, said);
  };

  /** A dialog takes the place of the one before, and so does a sidebar. */
  const remove = (gone: (page: ShownPage) => boolean): void => {
    for (const page of pages.filter(gone)) {
      htmls.delete(keyOf(page));
      say({ kind: 'closed', page: page.id });
    }
    pages = pages.filter((page) => !gone(page));
  };

  const appear = (appearance: Appearance): void => {
    if (appearance.kind === 'toast') {
      say(appearance);
      return;
    }
    const { kind: where, page } = appearance;
    remove((one) => one.where === where);
    numbered += 1;
    // Not below the address of the screen: a page must not learn the token from its own address.
    const address = `/page/${randomBytes(16).toString('hex')}`;
    const { html, ...about } = page;
    const shown: ShownPage = { id: numbered, where, modal: where === 'dialog' && appearance.modal, ...about, address };
    htmls.set(keyOf(shown), html);
    pages = [...pages, shown];
    say({ kind: 'page', page: shown });
  };

  return {
    state,
    said: () => said,
    question: () => question,
    language: () => language,
    html: (key) => htmls.get(key),
    hear(told) {
      switch (told.kind) {
        case 'ready':
          ({ title, account, accounts, front, language, restored } = told);
          return;
        case 'seat':
          // Another account sees what it has opened itself.
          if (account !== told.account) remove(() => true);
          ({ account, accounts, front, language } = told);
          say(told);
          return;
        case 'book':
          book.apply(told.change);
          say(told);
          return;
        case 'front':
          ({ front } = told);
          say(told);
          return;
        case 'menus':
          ({ menus } = told);
          say(told);
          return;
        case 'question':
          numbered += 1;
          question = told.question && { id: numbered, ...told.question };
          say({ kind: 'question', question });
          return;
        case 'appearance':
          appear(told.appearance);
          return;
        case 'saving':
          ({ saving } = told);
          saySaving();
          return;
        case 'trouble':
          say(told);
          return;
        case 'done':
        case 'ended':
          return;
      }
    },
    onTheirWay(count) {
      const before = shownSaving().state;
      onTheirWay = count;
      if (shownSaving().state !== before) saySaving();
    },
    working(what) {
      working = what;
      say({ kind: 'working', what });
    },
    close: (id) => remove((page) => page.id === id),
    watch(listener) {
      listeners.add(listener);
      listener({ kind: 'state', state: state() }, said);
      return () => void listeners.delete(listener);
    },
  };
}

const keyOf = ({ address }: ShownPage): string => address.slice(address.lastIndexOf('/') + 1);

/** The book on the screen, put together from changes. */
function createDrawing(): { apply(change: BookChange): void; drawn(): ScreenState['book'] } {
  const styles: ScreenState['book']['styles'][number][] = [];
  let sheets = new Map<number, { frame: DrawnSheet; cells: Map<string, PlacedCell> }>();
  const put = (cells: Map<string, PlacedCell>, placed: readonly PlacedCell[]): void => {
    for (const one of placed) {
      const [row, column, cell] = one;
      if (cell === null) cells.delete(`${row},${column}`);
      else cells.set(`${row},${column}`, one);
    }
  };
  return {
    apply(change) {
      styles.push(...change.styles);
      for (const { cells: placed, ...frame } of change.whole) {
        const cells = new Map<string, PlacedCell>();
        put(cells, placed);
        sheets.set(frame.id, { frame: { ...frame, cells: [] }, cells });
      }
      for (const { sheet, cells } of change.cells) put(sheets.get(sheet)?.cells ?? new Map(), cells);
      sheets = new Map(change.order.flatMap((id) => [...sheets].filter(([one]) => one === id)));
    },
    drawn: () => ({
      styles,
      sheets: [...sheets.values()].map(({ frame, cells }) => ({ ...frame, cells: [...cells.values()] })),
    }),
  };
}
