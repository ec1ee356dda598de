/** What the bundle's functions answer, as far as the command line reads it. The bundle is a stranger here: no import. */

export interface Told {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface Outcome<Reply> {
  readonly told: Told;
  readonly reply: Reply;
}

export interface PlanReply {
  readonly tasks: readonly {
    no: number | string;
    title: string;
    lead: string[];
    responsible: string[];
    joint: string[];
    due: string | null;
  }[];
  readonly departments: readonly { name: string; counts: { lead: number; responsible: number; support: number } }[];
  readonly phases: readonly { name: string; title: string; time: string }[];
  readonly reports: readonly { what: string; due: string; to: string[]; then: string[] }[];
  readonly findings: readonly { line: number; message: string }[];
}

export interface ConsolidateReply {
  readonly period: string;
  readonly deadline: string;
  readonly due: number;
  readonly handedIn: number;
  readonly onTime: number;
  readonly departments: readonly { name: string; due: number; handedIn: number; onTime: number }[];
  readonly findings: readonly { message: string }[];
}

export interface ReportReply {
  readonly period: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly recipients: readonly string[];
  readonly corrected: readonly string[];
  readonly already: readonly string[];
  readonly problems: readonly string[];
  readonly attachments: readonly { name: string; mimeType: string; size: number }[];
  readonly open: readonly string[];
  readonly supplement: number;
}

export interface SendReply {
  readonly period: string;
  readonly sent: readonly string[];
  readonly already: readonly string[];
  readonly needsCorrection: readonly string[];
  readonly waiting: readonly string[];
  readonly putOff: readonly string[];
  readonly failed: readonly string[];
  readonly unknown: readonly string[];
  readonly frozen: boolean;
}

export interface PackReply {
  readonly period: string;
  readonly day: string;
  readonly unitName: string;
  readonly mails: readonly { to: readonly string[]; subject: string; text: string; html: string }[];
  readonly files: readonly { name: string; mimeType: string; content: string }[];
  readonly archived: readonly { title: string; number: string; text: string; isThis: boolean }[];
  readonly months: readonly { period: string; title: string; number: string }[];
  readonly dispatches: readonly { kind: string; recipient: string; subject: string; state: string }[];
}

export interface ReminderReply {
  readonly period: string;
  readonly mails: readonly {
    department: string;
    recipient: string;
    subject: string;
    text: string;
    owed: number;
    already: boolean;
  }[];
  readonly unreachable: readonly string[];
}

export interface RemindReply {
  readonly period: string;
  readonly sent: readonly string[];
  readonly putOff: readonly string[];
  readonly failed: readonly string[];
  readonly unknown: readonly string[];
}

export interface DraftReply {
  readonly period: string;
  readonly added: number;
  readonly edited: number;
  readonly flagged: readonly { task: string; subject: string; note: string }[];
  readonly documents: readonly string[];
}

export interface EvidenceLink {
  readonly department: string;
  readonly task: string;
  readonly link: string;
}

export interface DocumentsReply {
  readonly files: readonly { kind: string; name: string; base64: string }[];
}

export interface TemplateReply {
  readonly kind: string;
  readonly file: string | null;
}
