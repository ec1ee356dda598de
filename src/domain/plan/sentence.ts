/** Who answers for a task, as verbs say it (X牵头，Y按职责分工负责) or a bare list of units does. */
import { type Assignment, blankAssignment, namesOf, take } from './assignment.ts';
import { splitUnits, type Unit } from './units.ts';

const HOW =
  '(?:按照?(?:各自)?(?:的)?(?:工作)?(?:职责|职能)(?:任务)?(?:分工)?|依职责|分工|分别|共同|具体|联合|各自|统筹)*';
const ON = '(?:负责|组织|实施|落实|推进|抓总|办理|完成|做好|工作)*';

/** What units do, at the end of a clause. */
const VERBS: readonly (readonly ['lead' | 'share' | 'joint', RegExp])[] = [
  ['lead', new RegExp(`(?:${HOW}(?:负责)?牵头${ON}|主办)$`)],
  ['joint', new RegExp(`${HOW}(?:负责)?(?:配合|协办|协助|协同|参与|参加|支持)${ON}$`)],
  ['share', new RegExp(`${HOW}(?:负责|承办|抓好落实|落实|组织实施)${ON}$`)],
];
/** A verb and what goes with it is never longer; only the end of a clause is looked at. */
const LONGEST_VERB = 40;

export interface SentenceAssignment extends Assignment {
  /** A verb said what the units do. */
  readonly byVerb: boolean;
  /** Nothing said what the units do: taken as responsible. */
  readonly unlabelled: boolean;
}

/**
 * Reads `X牵头，Y按职责分工负责`, `由X、Y负责`, `X会同Y`, or a bare list. Every word must look like a unit (or, where
 * verbs say what they do, all but the share that `mayDoubt` allows), otherwise it is no assignment but a sentence: `null`.
 */
export function sentenceAssignment(text: string, mayDoubt = 0): SentenceAssignment | null {
  const made = blankAssignment();
  let pending: Unit[] = [];
  let byVerb = false;
  for (const clause of clausesOf(text)) {
    const verb = verbOf(clause);
    const units = splitUnits(verb ? clause.slice(0, clause.length - verb.length) : clause);
    if (clause.startsWith('会同')) {
      byVerb = true;
      // X会同Y: who stands before leads.
      for (const unit of pending) take(made, 'lead', unit);
      pending = [];
      for (const unit of units) take(made, 'joint', unit);
      continue;
    }
    pending.push(...units);
    if (!verb) continue;
    byVerb = true;
    // Who "shares the work" beside a lead is the second group: supporting.
    const group = verb.what === 'share' ? (made.lead.length > 0 ? 'joint' : 'responsible') : verb.what;
    for (const unit of pending) take(made, unit.role ?? group, unit);
    pending = [];
  }
  const named = pending.some(({ role }) => role !== null);
  for (const unit of pending) take(made, unit.role ?? (made.lead.length > 0 && byVerb ? 'joint' : 'responsible'), unit);
  const names = namesOf(made).length;
  if (names === 0 || made.doubtful.length > (byVerb ? names * mayDoubt : 0)) return null;
  return { ...made, byVerb, unlabelled: !byVerb && !named };
}

const clausesOf = (text: string): string[] =>
  text
    .replace(/(牵头|配合|协办|负责)、/g, '$1，')
    .replace(/[，,]?(?:并|由)?会同/g, '，会同')
    .split(/[，,；;。．]/)
    .map((clause) => clause.trim());

function verbOf(clause: string): { what: 'lead' | 'share' | 'joint'; length: number } | null {
  const end = clause.slice(-LONGEST_VERB);
  for (const [what, shape] of VERBS) {
    const match = shape.exec(end);
    if (match) return { what, length: match[0].length };
  }
  return null;
}
