/** Every word a person reads, by language. The catalogues are data and small functions; they decide nothing. */
import type { Finding } from '../domain/finding.ts';
import type { Hint } from '../domain/intake/take-in.ts';
import type { Role } from '../domain/matrix.ts';
import type { PlanFinding } from '../domain/plan/plan.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Status } from '../domain/status.ts';
import type { OutboxTally, OutboxWords } from './outbox.ts';

/** The things the office can ask for, in the order of the month's work. */
export type CommandName =
  | 'prepare'
  | 'remind'
  | 'consolidate'
  | 'documents'
  | 'preview'
  | 'send'
  | 'resend'
  | 'cancel'
  | 'arrived'
  | 'notArrived'
  | 'everyHour'
  | 'importPlan'
  | 'setUp'
  | 'repair'
  | 'rights'
  | 'accept'
  | 'return';

/** A summary a person can read at the end of a command. */
export interface Told {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Where a finding stands, in the words of the sheets. */
export interface FindingPlace {
  readonly sheet: string;
  /** The heading of the column, or `null`. */
  readonly heading: string | null;
}

export interface Messages {
  readonly menuTitle: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly refusal: (refusal: Pick<Refusal, 'code' | 'details'>) => string;
  readonly finding: (finding: Finding, place: FindingPlace) => string;
  /** What a row says of itself. A draft's begins with 草稿 in every language: the state's formula looks for it. */
  readonly hint: (hint: Hint | null) => string;
  readonly planFinding: (finding: PlanFinding) => string;
  readonly dialogs: Dialogs;
  readonly told: Tellings;
  readonly outbox: OutboxWords;
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
  readonly remindTitle: string;
  readonly remind: RemindDialogWords;
  readonly unexpected: (message: string) => string;
  readonly planTitle: string;
  readonly previewTitle: string;
  readonly plan: PlanDialogWords;
  readonly preview: PreviewDialogWords;
  readonly documentsTitle: string;
  readonly documents: DocumentsDialogWords;
}

/** The words of the page that takes a plan's text. */
export interface PlanDialogWords {
  readonly paste: string;
  readonly year: string;
  readonly parse: string;
  readonly confirm: string;
  readonly back: string;
  readonly cancel: string;
  readonly tasks: string;
  readonly departments: string;
  readonly duties: string;
  readonly phases: string;
  readonly reports: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly no: string;
  readonly task: string;
  readonly line: string;
  readonly lead: string;
  readonly responsible: string;
  readonly joint: string;
  readonly due: string;
  readonly unit: string;
  readonly working: string;
  readonly yearly: string;
}

/** The words of the page that shows the mail before it is sent. */
export interface PreviewDialogWords {
  readonly recipients: string;
  readonly subject: string;
  readonly problems: string;
  readonly nothingSent: string;
  readonly send: string;
  readonly close: string;
  readonly sending: string;
}

/** The words of the page that offers the month's documents and takes an office's own templates. */
export interface DocumentsDialogWords {
  readonly documents: string;
  readonly flagged: string;
  readonly draft: string;
  readonly download: string;
  readonly making: string;
  readonly templates: string;
  readonly templatesHelp: string;
  readonly builtIn: string;
  readonly change: string;
  readonly reset: string;
  readonly done: string;
  readonly close: string;
}

/** The words of the page on which departments to remind are chosen. */
export interface RemindDialogWords {
  readonly choose: string;
  readonly nobody: string;
  readonly department: string;
  readonly recipient: string;
  readonly owed: string;
  readonly already: string;
  readonly unreachable: string;
  readonly look: string;
  readonly send: string;
  readonly close: string;
  readonly working: string;
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
  readonly prepare: (about: { month: string; written: number; standing: number; lastDay: string }) => Told;
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
    /** Its report has reached everybody upward. */
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
  readonly everyHour: (about: OutboxTally) => Told;
  readonly rights: (about: { blocks: number; findings: readonly string[] }) => Told;
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
