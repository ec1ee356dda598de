/** The menu on the screen: made when the file is opened, and anew when what it offers has changed. */

import { openBook } from '../google/book.ts';
import { type MenuItem, removeMenu, showMenu } from '../google/ui.ts';
import { messagesIn } from '../messages/catalogues.ts';
import { MENU_TITLE, type SubmenuName } from '../messages/commands.ts';
import type { Language } from '../messages/language.ts';
import type { Messages } from '../messages/messages.ts';
import { isSetUp, languageOf } from '../office/office.ts';
import type { Entry } from './click.ts';

type Entries = Readonly<Record<string, Entry>>;

interface Looked {
  readonly language: Language;
  readonly isFresh: boolean;
}

/** Before the add-on may read the file it has its Chinese menu with everything on it: what is set, it does not know. */
const UNKNOWN: Looked = { language: 'zh-CN', isFresh: false };

/** The menu as a file is opened. It comes up whatever the add-on may do by then. */
export function openMenu(entries: Entries, authMode: unknown): void {
  put(entries, String(authMode) === 'NONE' ? UNKNOWN : looked());
}

/**
 * The menu made anew, after a command that may have made another of it; a menu of the same name takes the place of the one
 * before. Without a screen there is no menu to be made.
 */
export function renewMenu(entries: Entries): void {
  try {
    const title = put(entries, looked());
    // A fresh spreadsheet has its menu in Chinese, whatever its language becomes.
    for (const other of Object.values(MENU_TITLE)) if (other !== title) removeMenu(other);
  } catch {
    // The command has done its work: the menu is right when the file is opened again.
  }
}

function looked(): Looked {
  try {
    const book = openBook();
    return isSetUp(book) ? { language: languageOf(book), isFresh: false } : { ...UNKNOWN, isFresh: true };
  } catch {
    return UNKNOWN;
  }
}

/** Its title. */
function put(entries: Entries, { language, isFresh }: Looked): string {
  const messages = messagesIn(language);
  showMenu(messages.menuTitle, isFresh ? freshItems(entries, messages) : allItems(entries, messages));
  return messages.menuTitle;
}

/** On a spreadsheet that is not set up nothing stands that could not work yet. */
function freshItems(entries: Entries, { commands }: Messages): readonly MenuItem[] {
  return Object.entries(entries)
    .filter(([, { fresh }]) => fresh)
    .map(([run, { words }]) => ({ label: commands[words], run }));
}

function allItems(entries: Entries, { commands, submenus }: Messages): readonly MenuItem[] {
  const items: MenuItem[] = [];
  const opened = new Map<SubmenuName, MenuItem[]>();
  for (const [run, { words, under, line }] of Object.entries(entries)) {
    if (line) items.push('line');
    let place = items;
    if (under !== undefined) {
      place = opened.get(under) ?? [];
      if (!opened.has(under)) items.push({ label: submenus[under], items: place });
      opened.set(under, place);
    }
    place.push({ label: commands[words], run });
  }
  return items;
}
