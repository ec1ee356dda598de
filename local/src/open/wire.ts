/** What passes between the host's thread, the server and the page: plain data, all of it. */
import type { Area, CellStyle, ConditionalFormat, Validation } from '../book/book.ts';
import type { Tally } from '../runtime/calls.ts';
import type { MenuItem } from '../services/ui/state.ts';
import type { Language } from './words.ts';

/** A cell as the page draws it. `null` in its place is an empty one that looks like nothing. */
export interface DrawnCell {
  readonly value?: string | number | boolean;
  /** With its leading `=`; the page computes it. */
  readonly formula?: string;
  /** Index into `DrawnBook.styles`; absent is the default. */
  readonly style?: number;
}

/** Row and column count from 1, as in A1 notation. */
export type PlacedCell = readonly [row: number, column: number, cell: DrawnCell | null];

/** A tab without its cells. */
export interface Frame {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor?: string;
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridlines: boolean;
  readonly rightToLeft: boolean;
  readonly merges: readonly Area[];
  /** Columns and rows that differ from the default, by number from 1. */
  readonly widths: readonly (readonly [column: number, about: Size])[];
  readonly heights: readonly (readonly [row: number, about: Size])[];
  readonly notes: readonly (readonly [row: number, column: number, text: string])[];
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly filter?: {
    readonly area: Area;
    readonly hidden: readonly (readonly [column: number, values: readonly string[]])[];
  };
}

/** In pixels. */
export interface Size {
  readonly size?: number;
  readonly hidden?: true;
}

export interface DrawnSheet extends Frame {
  readonly cells: readonly PlacedCell[];
}

export interface DrawnBook {
  readonly styles: readonly CellStyle[];
  readonly sheets: readonly DrawnSheet[];
}

/** What has become different. Sheets that are only in `order` are as they were. */
export interface BookChange {
  /** Added at the end of the styles there are. */
  readonly styles: readonly CellStyle[];
  /** Ids in the order of the tabs. */
  readonly order: readonly number[];
  /** Sheets that are new or differ in more than their cells. */
  readonly whole: readonly DrawnSheet[];
  readonly cells: readonly { readonly sheet: number; readonly cells: readonly PlacedCell[] }[];
}

export interface Place {
  readonly sheet: number;
  readonly areas: readonly Area[];
}

/** Who sits at the screen, who else might, what is in front of them, and what they are spoken to in. */
export interface Seat {
  readonly account: string;
  readonly accounts: readonly string[];
  readonly front: Place;
  readonly language: Language;
}

/** An alert or a prompt that waits for its answer. */
export interface Question {
  readonly id: number;
  readonly what: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: readonly string[];
}

/** A dialog or a sidebar; its text is got from `address`. */
export interface ShownPage {
  readonly id: number;
  readonly where: 'dialog' | 'sidebar';
  readonly modal: boolean;
  readonly title: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly address: string;
}

/**
 * How the disk stands to what is on the screen. `saved`: in the file, or in the journal beside it, which the next start puts in.
 * `kept`: in the journal, and the file cannot be written now. `failed`: in neither. `elsewhere`: another program wrote the file,
 * so ours goes to another one, and nothing may be sent.
 */
export interface Saving {
  readonly state: 'saved' | 'unsaved' | 'kept' | 'failed' | 'elsewhere';
  readonly message: string;
}

/** Everything a page that has just been opened needs. */
export interface ScreenState extends Seat {
  readonly title: string;
  readonly book: DrawnBook;
  readonly menus: readonly MenuItem[];
  /** Names of the script's functions that pages may call. */
  readonly functions: readonly string[];
  readonly pages: readonly ShownPage[];
  readonly question: Question | null;
  readonly saving: Saving;
  /** What became of what was not yet in the file when this workbook was open last: sentences, none where nothing was left. */
  readonly restored: readonly string[];
  /** What runs now; `null` where nothing does. */
  readonly working: string | null;
}

/** What happens, in the order in which it does. */
export type ScreenEvent =
  | { readonly kind: 'state'; readonly state: ScreenState }
  | { readonly kind: 'book'; readonly change: BookChange }
  | ({ readonly kind: 'seat' } & Seat)
  | { readonly kind: 'front'; readonly front: Place }
  | { readonly kind: 'menus'; readonly menus: readonly MenuItem[] }
  | { readonly kind: 'question'; readonly question: Question | null }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string; readonly seconds: number }
  | { readonly kind: 'page'; readonly page: ShownPage }
  | { readonly kind: 'closed'; readonly page: number }
  | { readonly kind: 'working'; readonly what: string | null }
  | { readonly kind: 'saving'; readonly saving: Saving }
  | { readonly kind: 'trouble'; readonly message: string };

/**
 * What a task came to: an answer, or what a person is told. What is done by hand is answered when it is on the disk; where it
 * could not be put there, the answer says so.
 */
export type Outcome =
  | { readonly ok: true; readonly answer?: unknown; readonly unsaved?: true }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** What a request is answered; events up to number `said` belong to it. */
export interface Reply {
  readonly outcome: Outcome;
  readonly said: number;
}

/** What a command that went through the page is answered. */
export interface CommandAnswer {
  readonly answer: unknown;
  /** Mails that left as files, in the page's own folder. */
  readonly files: readonly string[];
  readonly calls: Tally;
}
