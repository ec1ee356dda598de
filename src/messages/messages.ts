/** Every word a person reads, by language. The catalogues are data and small functions; they decide nothing. */
import type { Finding } from '../domain/finding.ts';
import type { Hint } from '../domain/intake/intake.ts';
import type { Role } from '../domain/matrix.ts';
import type { PlanFinding } from '../domain/plan/plan.ts';
import type { RefusalIssue } from '../domain/refusal.ts';
import type { Status } from '../domain/status.ts';
import type { CommandName, SubmenuName } from './commands.ts';
import type { HourlyTally, OutboxTally, OutboxWords } from './outbox.ts';
import type { Told } from './told.ts';

export type { Told } from './told.ts';

/** Where a finding stands, in the words of the sheets. */
export interface FindingPlace {
  readonly sheet: string;
  /** The heading of the column, or `null`. */
  readonly heading: string | null;
}

export interface Messages {
  readonly menuTitle: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly submenus: Readonly<Record<SubmenuName, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly refusal: (issue: RefusalIssue) => string;
  readonly finding: (finding: Finding, place: FindingPlace) => string;
  /** What a row says of itself. A draft's begins with 草稿 in every language: the state's formula looks for it. */
  readonly hint: (hint: Hint | null) => string;
  readonly planFinding: (finding: PlanFinding) => string;
  readonly dialogs: Dialogs;
  readonly told: Tellings;
  readonly outbox: OutboxWords;
}

/** A command that is undone, or about to be. */
export interface UndoneStep {
  readonly command: string;
  /** The month or year it was for; `''` where it was for none. */
  readonly about: string;
  /** `2023-05-23T09:30:00` */
  readonly time: string;
  readonly who: string;
  readonly sheets: readonly string[];
  readonly rows: number;
}

export interface Dialogs {
  readonly working: (command: string) => string;
  readonly askMonth: (command: string, proposed: string) => string;
  readonly offerSetUp: string;
  readonly askReason: (rows: number) => string;
  readonly askYear: (proposed: string) => string;
  readonly confirmSend: (about: {
    subject: string;
    recipients: string;
    attachments: string;
    month: string;
    problems: number;
  }) => string;
  readonly confirmCorrection: (about: { recipients: string; month: string; supplement: number }) => string;
  readonly confirmSettle: (about: { command: string; recipients: string }) => string;
  readonly confirmUndo: (about: UndoneStep) => string;
  readonly unexpected: (message: string) => string;
}

export interface Tellings {
  readonly setUp: (about: {
    tasks: number;
    departments: number;
    duties: number;
    year: number;
    todo: readonly string[];
  }) => Told;
  readonly blankSetUp: Told;
  readonly prepare: (about: {
    month: string;
    written: number;
    standing: number;
    lastDay: string;
    unowed: readonly string[];
  }) => Told;
  readonly consolidate: (about: {
    month: string;
    due: number;
    handedIn: number;
    onTime: number;
    late: number;
    missing: number;
    findings: number;
    owed: number;
    sheet: string;
    /** Its report has reached every recipient. */
    frozen: boolean;
  }) => Told;
  readonly documents: (about: {
    month: string;
    added: number;
    edited: number;
    flagged: number;
    documents: number;
    sheet: string;
  }) => Told;
  /** `file` is `null` where the add-on's own template is in force again. */
  readonly template: (about: { kind: string; file: string | null }) => Told;
  readonly review: (about: {
    decision: 'accept' | 'return';
    rows: readonly string[];
    left: number;
    reason: string;
  }) => Told;
  readonly send: (about: OutboxTally & { month: string; frozen: boolean }) => Told;
  readonly remind: (about: OutboxTally & { month: string; unreachable: readonly string[] }) => Told;
  readonly everyHour: (about: HourlyTally) => Told;
  /** The hourly run could do nothing, and why. */
  readonly hourRefused: (why: string) => Told;
  /** `changed` are the labels of what has another value now. */
  readonly settings: (about: { changed: readonly string[]; faults: number }) => Told;
  readonly rights: (about: { blocks: number; findings: readonly string[] }) => Told;
  readonly undone: (about: UndoneStep) => Told;
  /** Nothing was undone, and why: nothing is kept, it was another day, a mail has left since. */
  readonly nothingUndone: (about: { kind: 'none' | 'tooLate' | 'mailLeft'; time: string }) => Told;
  readonly repair: (about: {
    created: readonly string[];
    headings: readonly string[];
    dressed: number;
    findings: readonly string[];
  }) => Told;
  readonly fillIn: {
    readonly unitName: string;
    readonly mails: string;
    readonly recipients: string;
    readonly collective: (name: string) => string;
  };
}
