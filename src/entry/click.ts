/** A click in the menu: asks for the month where the entry is for one, does what it is for, and ends with words for a person. */

import { parsePeriod } from '../domain/period.ts';
import { Refusal } from '../domain/refusal.ts';
import { openBook } from '../google/book.ts';
import { nowIn } from '../google/clock.ts';
import { ask, confirm, tell, toast } from '../google/ui.ts';
import { messagesIn } from '../messages/catalogues.ts';
import type { CommandName, SubmenuName } from '../messages/commands.ts';
import type { Messages, Told } from '../messages/messages.ts';
import { officeLanguage, saidBy } from '../office/boundary.ts';
import { isSetUp } from '../office/office.ts';
import { proposedPeriod } from '../office/proposed-period.ts';
import { openSetUp } from './pages.ts';

/** What a click knows when its work begins. */
export interface Clicked {
  readonly messages: Messages;
  /** `2023-05-18T09:30:00` */
  readonly today: string;
  /** Says that it is at work. */
  readonly working: () => void;
}

export interface ClickedMonth extends Clicked {
  /** `2023-05` */
  readonly month: string;
}

/** One entry of the menu. */
export type Entry = {
  /** What it is called, on the menu and above all it says. */
  readonly words: CommandName;
  /** The submenu it stands in; at the top where there is none. */
  readonly under?: SubmenuName;
  /** A line stands above it. */
  readonly line?: true;
  /** Makes something of a spreadsheet that is not set up: every other entry leads to set-up there. */
  readonly fresh?: true;
  /** Done, it may leave the spreadsheet with more to offer: the menu is made anew. */
  readonly renewsMenu?: true;
} & (
  | { readonly month?: never; readonly does: (about: Clicked) => Told | null }
  | {
      /** Asks for a month first, and proposes the one that runs or the one that is reported on. */
      readonly month: 'running' | 'reported';
      readonly does: (about: ClickedMonth) => Told | null;
    }
);

/** One that asks nothing more: it says that it is at work, and what came of it. */
export const atOnce =
  <About extends Clicked>(work: (about: About) => { readonly told: Told }) =>
  (about: About): Told => {
    about.working();
    return work(about).told;
  };

/** A page opens, and there is nothing to be told. */
export const shown =
  <About extends Clicked>(open: (about: About) => void) =>
  (about: About): null => {
    open(about);
    return null;
  };

/** The same for a page that takes a moment to be put together. */
export const shownAfterWork = <About extends Clicked>(open: (about: About) => void) =>
  shown((about: About) => {
    about.working();
    open(about);
  });

/** The running year of an office. */
export const yearOfToday = ({ today }: Pick<Clicked, 'today'>): number => Number(today.slice(0, 4));

/** A click never ends in a stack trace: what is refused is said, and what is unexpected is said too before it is logged. */
export function clicked(entry: Entry, renewMenu: () => void): void {
  const messages = messagesIn(officeLanguage());
  const title = messages.commands[entry.words];
  try {
    const told = carriedOut(entry, {
      messages,
      today: nowIn(openBook().timeZone),
      working: () => toast(messages.menuTitle, messages.dialogs.working(title)),
    });
    if (told === null) return;
    if (entry.renewsMenu) renewMenu();
    tell(told.title, told.lines.join('\n'));
  } catch (error) {
    if (error instanceof Refusal) {
      tell(title, messages.refusal(error.issue));
      return;
    }
    tell(title, messages.dialogs.unexpected(saidBy(error)));
    throw error;
  }
}

function carriedOut(entry: Entry, about: Clicked): Told | null {
  if (!entry.fresh && !readyToWork(about)) return null;
  if (entry.month === undefined) return entry.does(about);
  const month = askedMonth(entry, about);
  return month === null ? null : entry.does({ ...about, month });
}

/** On a fresh spreadsheet a command leads to set-up rather than to an error. */
function readyToWork({ messages, today }: Clicked): boolean {
  if (isSetUp(openBook())) return true;
  if (confirm(messages.commands.setUp, messages.dialogs.offerSetUp)) openSetUp(yearOfToday({ today }));
  return false;
}

/** The month a person means; the proposed one where they just confirm. */
function askedMonth({ words, month }: Entry, { messages, today }: Clicked): string | null {
  const command = messages.commands[words];
  const proposed = month === 'running' ? today.slice(0, 7) : proposedPeriod(today);
  const typed = ask(command, messages.dialogs.askMonth(command, proposed));
  if (typed === null) return null;
  if (typed.trim() === '') return proposed;
  const period = parsePeriod(typed, Number(today.slice(0, 4)));
  if (period === null) throw new Refusal({ code: 'periodUnreadable', found: typed });
  return period;
}
