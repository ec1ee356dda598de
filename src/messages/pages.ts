/**
 * The words of the pages. Each page carries its own, in both languages: the script that every click loads has none of them.
 */
import type { Role } from '../domain/matrix.ts';
import type { Status } from '../domain/status.ts';

/** What any page may have to say. */
export interface CommonWords {
  readonly working: string;
  readonly close: string;
  readonly cancel: string;
  readonly back: string;
  readonly next: string;
  /** The script answered what this page does not understand. */
  readonly mismatch: string;
}

/** 本月看板 */
export interface BoardWords {
  readonly month: string;
  readonly refresh: string;
  readonly loading: string;
  readonly lastDay: (about: { day: string; isOver: boolean }) => string;
  readonly counts: Readonly<Record<'due' | 'handedIn' | 'onTime' | 'late' | 'owed', string>>;
  readonly handedInOf: (about: { handedIn: number; due: number }) => string;
  readonly steps: string;
  readonly stepNames: Readonly<Record<StepName, string>>;
  readonly stepNotes: {
    readonly waiting: (rows: number) => string;
    readonly owed: (count: number, reminded: string | null) => string;
    readonly unreviewed: (count: number) => string;
    readonly sent: (count: number) => string;
  };
  readonly stepStates: Readonly<Record<'done' | 'next' | 'open', string>>;
  readonly run: string;
  readonly runAgain: string;
  readonly open: string;
  /** The report has left: no step is next. */
  readonly archived: string;
  /** Nothing to do before the departments have handed in. */
  readonly waitingForReturns: string;
  readonly running: (step: string) => string;
  readonly grid: string;
  readonly gridHelp: string;
  readonly department: string;
  readonly task: (no: string) => string;
  readonly legend: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly waiting: string;
  readonly daysLate: (days: number) => string;
  readonly daysOverdue: (days: number) => string;
  readonly noDuty: string;
  /** Between the parts of what is read aloud. */
  readonly comma: string;
  readonly toRow: string;
  readonly noRow: string;
  readonly owed: string;
  readonly nobodyOwes: string;
  readonly owedBy: (about: { department: string; count: number }) => string;
  readonly findings: string;
  readonly findingsCount: (count: number) => string;
  readonly moreFindings: string;
  readonly noFindings: string;
  readonly nothingDue: string;
  /** The hourly run, its heading. */
  readonly lastRun: string;
  readonly noRunYet: string;
  readonly runStates: Readonly<Record<'whole' | 'troubled', string>>;
  readonly runSilent: (hours: number) => string;
}

/** The steps of a month, in their order. */
export type StepName = 'prepare' | 'remind' | 'review' | 'consolidate' | 'documents' | 'send';

/** The page that takes a plan's text, and what a person puts right in it. */
export interface PlanWords {
  readonly paste: string;
  readonly year: string;
  readonly parse: string;
  readonly confirm: string;
  readonly back: string;
  readonly tasks: string;
  readonly counts: (about: {
    tasks: number;
    departments: number;
    duties: number;
    phases: number;
    reports: number;
  }) => string;
  readonly correct: string;
  readonly phases: string;
  readonly reports: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly use: string;
  readonly no: string;
  readonly task: string;
  readonly lead: string;
  readonly responsible: string;
  readonly joint: string;
  readonly due: string;
  readonly unit: string;
  readonly renamed: (about: { from: string; to: string }) => string;
  readonly yearly: string;
}

/** 初始化工作簿 */
export interface SetUpWords {
  readonly steps: readonly [plan: string, departments: string, settings: string];
  readonly step: (about: { step: number; of: number; name: string }) => string;
  readonly planHelp: string;
  readonly skipPlan: string;
  readonly departmentsHelp: string;
  readonly departments: Readonly<Record<DepartmentColumn, string>>;
  readonly addDepartment: string;
  readonly removeDepartment: (name: string) => string;
  readonly pasted: (rows: number) => string;
  readonly cell: (about: { row: number; column: string }) => string;
  readonly settingsHelp: string;
  readonly create: string;
}

export type DepartmentColumn =
  | 'name'
  | 'aliases'
  | 'contact'
  | 'mail'
  | 'head'
  | 'headMail'
  | 'leader'
  | 'leaderMail'
  | 'archivist';

/** Which settings stand together on the form. */
export type SettingGroup = 'unit' | 'deadline' | 'upward' | 'reminders' | 'others';

/** 设置 */
export interface SettingsWords {
  /** In their order on the form. */
  readonly groups: Readonly<Record<SettingGroup, string>>;
  readonly help: string;
  readonly save: string;
  readonly unusable: string;
  readonly faults: (count: number) => string;
  readonly changed: (labels: readonly string[]) => string;
}

/** 审核 */
export interface ReviewWords {
  readonly heading: (about: { department: string; task: string }) => string;
  readonly place: (about: { row: number; waiting: number }) => string;
  readonly nothing: string;
  readonly fields: Readonly<
    Record<'period' | 'deadline' | 'submitter' | 'time' | 'count' | 'people' | 'review' | 'hint', string>
  >;
  readonly text: string;
  readonly noText: string;
  readonly links: string;
  readonly noLinks: string;
  readonly opensNew: string;
  readonly reason: string;
  readonly reasonHelp: string;
  readonly reasonMissing: string;
  readonly accept: string;
  readonly return: string;
  readonly previous: string;
  readonly following: string;
  readonly toRow: string;
}

/** 预览 */
export interface PreviewWords {
  readonly recipients: string;
  readonly subject: string;
  readonly problems: string;
  readonly nothingSent: string;
  readonly confirm: (count: number) => string;
  readonly correction: (about: { recipients: string; supplement: number }) => string;
  readonly send: string;
  readonly sending: string;
}

/** 生成报告 */
export interface DocumentsWords {
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
}

/** 催报 */
export interface RemindWords {
  readonly choose: string;
  readonly nobody: string;
  readonly department: string;
  readonly recipient: string;
  readonly owed: string;
  readonly already: string;
  readonly unreachable: string;
  readonly look: string;
  readonly send: string;
  readonly working: string;
}
