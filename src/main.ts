/**
 * Every function Apps Script can see: what the platform runs by itself, what the menu runs, what pages and the command line call.
 * The build writes a top-level function for each of these names; nothing else of the project is global, and nothing happens when
 * this file is loaded.
 *
 * @OnlyCurrentDoc
 */
import { everyHourly } from './commands/hourly.ts';
import { whenTyped, whenTypedSimply } from './commands/typed.ts';
import { answered, type Endpoint } from './entry/answer.ts';
import { clicked, type Entry } from './entry/click.ts';
import { FUNCTIONS } from './entry/functions.ts';
import { MENU } from './entry/menu.ts';
import { openMenu, renewMenu } from './entry/show-menu.ts';

/** What the platform runs by itself. Installed triggers keep these names: they stay. */
const TRIGGERS = {
  /** Simple: the menu. May run before any right was given, so it asks for none it does not need. */
  onOpen: (event?: { authMode?: unknown }): void => openMenu(MENU, event?.authMode),
  /** Simple: as an add-on just installed. */
  onInstall: (event?: { authMode?: unknown }): void => openMenu(MENU, event?.authMode),
  /** Simple: somebody typed. Does what it may where the installable one is not there. */
  onEdit: (event?: unknown): void => whenTypedSimply(event),
  /** Installable: somebody typed; runs with the rights of the account that installed it. */
  whenEdited: (event?: unknown): void => whenTyped(event),
  /** Installable, every hour: what closes by the clock closes, mails that wait go on, reminders that are due go out. */
  everyHour: (): void => everyHourly(),
};

/** A function for each record, of the same name. */
const each = <Kind>(records: Readonly<Record<string, Kind>>, run: (record: Kind, input: unknown) => unknown) =>
  Object.fromEntries(
    Object.entries(records).map(([name, record]) => [name, (input: unknown): unknown => run(record, input)]),
  );

const again = (): void => renewMenu(MENU);

export const functions = {
  ...TRIGGERS,
  ...each<Entry>(MENU, (entry) => clicked(entry, again)),
  ...each<Endpoint>(FUNCTIONS, (endpoint, input) => answered(endpoint, input, again)),
};
