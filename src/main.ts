/**
 * Every function Apps Script can see: what the platform runs by itself, what the menu runs, what pages and the command line call.
 * The build writes a top-level function for each of these names; nothing else of the project is global, and nothing happens when
 * this file is loaded.
 *
 * @OnlyCurrentDoc
 */
import { everyHourly } from './commands/chase/hourly.ts';
import { intakeOnEdit, intakeOnSimpleEdit } from './commands/month/intake.ts';
import { answered, type Endpoint } from './entry/answer.ts';
import { clicked, type Entry } from './entry/click.ts';
import { FUNCTIONS } from './entry/functions.ts';
import { MENU } from './entry/menu.ts';
import { openMenu, renewMenu } from './entry/show-menu.ts';

type AuthEvent = { readonly authMode?: unknown } | undefined;
type Table<Kind> = Readonly<Record<string, Kind | undefined>>;

/** What the platform runs by itself. Installed triggers keep these names: they stay. */
const TRIGGERS = {
  /** Simple: the menu. May run before any right was given, so it asks for none it does not need. */
  onOpen: (event: AuthEvent): void => openMenu(MENU, event?.authMode),
  /** Simple: as an add-on just installed. */
  onInstall: (event: AuthEvent): void => openMenu(MENU, event?.authMode),
  /** Simple: a person typed. Does what it may where the installable one is not there. */
  onEdit: intakeOnSimpleEdit,
  /** Installable: a person typed; runs with the rights of the account that installed it. */
  whenEdited: intakeOnEdit,
  /**
   * Installable, every hour: what closes by the clock closes, mails that wait go on, reminders that are due go out. Answers what
   * came of it, for a program that calls it in the trigger's place.
   */
  everyHour: everyHourly,
};

const again = (): void => renewMenu(MENU);

/** The names of the functions that Apps Script is to see. */
export const names = (): string[] => [TRIGGERS, MENU, FUNCTIONS].flatMap((table) => Object.keys(table));

/** What the function of that name does: each is one line that calls this. */
export function run(name: string, { 0: input }: ArrayLike<unknown>): unknown {
  const { [name]: trigger } = TRIGGERS as Table<(event: unknown) => unknown>;
  const { [name]: entry } = MENU as Table<Entry>;
  const { [name]: endpoint } = FUNCTIONS as Table<Endpoint>;
  if (trigger) return trigger(input);
  if (entry) return clicked(entry, again);
  return endpoint && answered(endpoint, input, again);
}
