/** The plan as programs and the dialog take it: findings in words. */
import { parsePlan } from '../../domain/plan/parse-plan.ts';
import type { PlanDepartment, PlanTask } from '../../domain/plan/plan.ts';
import { type Language, messagesIn } from '../../messages/catalogues.ts';
import { workbookContent } from '../../workbook/from-plan.ts';

export interface PlanReply {
  readonly title: string | null;
  readonly year: number | null;
  readonly tasks: readonly Omit<PlanTask, 'line'>[];
  readonly departments: readonly PlanDepartment[];
  readonly phases: readonly {
    readonly name: string;
    readonly title: string;
    readonly time: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly reports: readonly {
    readonly what: string;
    readonly due: string;
    readonly to: readonly string[];
    readonly then: readonly string[];
  }[];
  /** What of 设置 the plan decides, as a workbook made from it holds it. */
  readonly settings: readonly { readonly key: string; readonly value: string }[];
  readonly findings: readonly { readonly line: number; readonly message: string }[];
}

export function readPlan(text: string, year: number | undefined, language: Language): PlanReply {
  const plan = parsePlan(text, year === undefined ? {} : { year });
  const words = messagesIn(language);
  return {
    title: plan.title,
    year: plan.year,
    tasks: plan.tasks.map(({ no, title, content, lead, responsible, joint, due }) => ({
      no,
      title,
      content,
      lead,
      responsible,
      joint,
      due,
    })),
    departments: plan.departments,
    phases: plan.phases.map(({ name, title, time, from, to }) => ({ name, title, time, from, to })),
    reports: plan.reports.map(({ what, due, to, then }) => ({ what, due, to, then })),
    settings: Object.entries(
      workbookContent(plan, { year: year ?? plan.year ?? 0, yearlyReturns: false }).settings,
    ).flatMap(([key, value]) => (key === 'year' ? [] : [{ key, value }])),
    findings: plan.findings.map((finding) => ({ line: finding.line, message: words.planFinding(finding) })),
  };
}
