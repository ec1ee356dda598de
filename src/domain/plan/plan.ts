/** What a plan's text says: its tasks and who answers for them, its phases, its returns, and what is not certain. */
import type { Coded, NoFields } from '../coded.ts';
import type { Role } from '../matrix.ts';

export interface Plan {
  /** The first line that looks like a title, or `null`. */
  readonly title: string | null;
  /** A year the text names in its title or dates, or `null`. */
  readonly year: number | null;
  readonly tasks: readonly PlanTask[];
  readonly departments: readonly PlanDepartment[];
  readonly phases: readonly Phase[];
  readonly reports: readonly ReportRule[];
  readonly findings: readonly PlanFinding[];
}

export interface PlanTask {
  /** As the plan counts: 3 for 三是, (三), 3. or ③; a text such as `二-1` where chapters count anew. */
  readonly no: number | string;
  readonly title: string;
  /** The words of the task without its number and without who answers; paragraphs separated by line breaks. */
  readonly content: string;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly joint: readonly string[];
  /** The deadlines its text names, as it names them, separated by `；`; `null` for none. */
  readonly due: string | null;
  /** Line of the text on which it begins, from 1. */
  readonly line: number;
}

export interface PlanDepartment {
  readonly name: string;
  /** A collective such as 各科室: no single unit. */
  readonly collective: boolean;
  /** How many tasks it has in each role. */
  readonly counts: Readonly<Record<Role, number>>;
}

export interface Phase {
  /** `第一阶段` */
  readonly name: string;
  /** What happens in it, its first clause. */
  readonly title: string;
  /** As the plan writes it: `20XX年4-10月`. */
  readonly time: string;
  /** `2023-04` where the year is known, otherwise `04`; `null` where no month can be read. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Something to be handed in: what, when, to whom, and to whom it goes from there. */
export interface ReportRule {
  readonly what: string;
  /** As the plan writes it: `每月20日前`. */
  readonly due: string;
  readonly to: readonly string[];
  readonly then: readonly string[];
  readonly frequency: 'monthly' | 'quarterly' | 'yearly' | 'once';
  readonly month: number | null;
  readonly day: number | null;
  readonly line: number;
}

/** What the sentence of each doubt needs, as the plan says it. */
export interface PlanFindingFields {
  emptyText: NoFields;
  noUnits: NoFields;
  taskWithoutUnits: { title: string };
  numberJump: { from: number; to: number };
  numberRepeated: { number: string; became: string };
  unlabelledUnits: { words: string };
  proseUnits: { units: readonly string[] };
  doubtfulParenthesis: { words: string };
  doubtfulUnit: { unit: string };
  emptyUnits: { label: string };
  orphanUnits: { units: readonly string[] };
  similarNames: { name: string; other: string };
  collective: { name: string };
  personNamed: { name: string };
  columnsUnknown: { headings: string };
  labelUnknown: { words: string };
}

/** What a person should look at; worded by the catalogues. `line` is one of the text, from 1. */
export type PlanFinding = Coded<PlanFindingFields> & { readonly line: number };
