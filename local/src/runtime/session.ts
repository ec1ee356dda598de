/** One user at one open spreadsheet, with one script project: what `createHost` makes. */
import type { Script } from 'node:vm';
import type { Mail } from '../services/mail/message.ts';
import type { Person, UiState } from '../services/ui/state.ts';
import type { ServiceCall } from './calls.ts';
import type { Cloud } from './cloud.ts';
import type { Kill } from './kill.ts';

/** The manifest, as far as the host minds it. */
export interface Manifest {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
}

/** A script project: its sources in the order they were loaded, its pages, its manifest. */
export interface Project {
  readonly id: string;
  readonly sources: Script[];
  readonly html: Map<string, string>;
  manifest: Manifest;
}

/** A line of `console` or `Logger`. */
export interface LogLine {
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug' | 'logger';
  readonly text: string;
}

/** Looks at each service call before and after it is carried out; may throw, or kill the script. */
export type Faults = (
  call: ServiceCall,
) => // biome-ignore lint/suspicious/noConfusingVoidType: most hooks only look and return nothing
Kill | undefined | void;

/** Everything one session has of its own. */
export interface Session {
  readonly cloud: Cloud;
  /** Mail address of who sits at the screen. */
  readonly user: string;
  /** The language the platform's texts come in. */
  readonly language: string;
  readonly calls: ServiceCall[];
  readonly log: LogLine[];
  readonly project: Project;
  readonly ui: UiState;
  readonly person: Person | undefined;
  faults: Faults | undefined;
  readonly deliver: ((mail: Mail) => void) | undefined;
  readonly onFlush: (() => void) | undefined;
  /** Milliseconds one execution may take. */
  readonly executionLimit: number;
  /** May scripts make code from strings? */
  readonly codeFromStrings: boolean;
  /** Is the script bound to the spreadsheet? */
  readonly container: boolean;
  /** Sheet id of the tab the user looks at, and what is selected there. */
  activeSheetId: number | undefined;
  readonly selections: Map<number, readonly { row: number; column: number; rows: number; columns: number }[]>;
}
