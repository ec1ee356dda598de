/** What the person at the screen has seen, and what they are going to answer. */

export interface MenuItem {
  readonly label: string;
  /** Name of the function; `null` for a separator or a submenu. */
  readonly run: string | null;
  readonly items: readonly MenuItem[];
}

export interface Shown {
  readonly title: string;
  readonly message: string;
  readonly buttons: string;
}

export interface Page {
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** What has come up on the screen. */
export type Appearance =
  | { readonly kind: 'toast'; readonly title: string; readonly message: string; readonly seconds: number }
  | { readonly kind: 'dialog'; readonly page: Page; readonly modal: boolean }
  | { readonly kind: 'sidebar'; readonly page: Page };

/** A person who really sits at the screen. */
export interface Person {
  /** Waits for the answer to an alert or a prompt that none was laid out for. */
  readonly answer: (shown: Shown, what: 'alert' | 'prompt') => { readonly button: string; readonly text?: string };
  readonly sees: (appearance: Appearance) => void;
}

/** What is answered to an alert or a prompt: a button's name, with the text typed where there is a field. */
export type Answer =
  | string
  | { readonly button: string; readonly text?: string }
  | ((shown: Shown) => string | { button: string; text?: string });

export interface UiState {
  /** Menus by title; a menu added again replaces the one before. */
  readonly menus: Map<string, MenuItem>;
  readonly alerts: Shown[];
  readonly prompts: Shown[];
  readonly toasts: { readonly title: string; readonly message: string; readonly seconds: number }[];
  readonly dialogs: Page[];
  readonly sidebars: Page[];
  /** Answers to come, in order. */
  readonly answers: Answer[];
}

export function newUiState(): UiState {
  return { menus: new Map(), alerts: [], prompts: [], toasts: [], dialogs: [], sidebars: [], answers: [] };
}
