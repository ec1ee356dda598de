/** Who answers for a task, as a phrase of the plan says it: by labels, by verbs, or by a bare list. */
import { isUnitLike, splitUnits, type Unit } from './units.ts';

export interface Assignment {
  readonly lead: string[];
  readonly responsible: string[];
  readonly joint: string[];
  /** Deadlines behind labels such as 完成时限. */
  readonly due: string[];
  /** Words that may be no unit, taken all the same. */
  readonly doubtful: string[];
  /** People behind labels such as 责任人: not departments. */
  readonly people: string[];
  /** Labels with nothing behind them. */
  readonly empty: string[];
  /** Nothing said what the units do: taken as responsible. */
  unlabelled: boolean;
}

type Group = 'lead' | 'responsible' | 'joint' | 'person' | 'due';

const OF = '(?:责任)?(?:单位|部门|科室|处室|股室|机构|主体|局|处|科)';

const LABELS: readonly (readonly [Group, string])[] = [
  ['person', '(?:牵头|责任|分管|包保|主管)领导|(?:具体|主要|直接)?(?:责任|负责)人(?:员)?|联系人'],
  [
    'lead',
    `牵头(?:责任|负责)?(?:单位|部门|科室|处室|股室|机构|主体|局|处|科)?|主办(?:单位|部门|科室|处室)?|主责${OF}|第一责任${OF}`,
  ],
  ['joint', `(?:配合|协办|协同|协助|参与|参加|会同|支持|联办|会办)${OF}?`],
  [
    'responsible',
    `(?:责任|负责|落实|承办|实施|完成|执行|主管|承担|归口)(?:单位|部门|科室|处室|股室|机构|主体)|责任分工|分工|责任`,
  ],
  ['due', '完成时[限间]|完成期限|时间要求|时限要求|工作时限|时间节点|完成节点|时限|进度安排|完成日期'],
];

const LABEL = new RegExp(LABELS.map(([, words]) => `(${words})`).join('|'), 'y');

interface Labelled {
  readonly group: Group;
  readonly label: string;
  /** Where the label begins, and where its value does. */
  readonly from: number;
  readonly to: number;
}

/** Labels with a colon (or in brackets of their own) that stand at the beginning or behind a separator. */
export function findLabels(text: string): Labelled[] {
  const found: Labelled[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && !/[\s，,；;。、（(【[〔|：:]/.test(text[at - 1] ?? '')) continue;
    LABEL.lastIndex = at;
    const match = LABEL.exec(text);
    if (!match) continue;
    const group = LABELS.findIndex((_, index) => match[index + 1] !== undefined);
    const rest = /^\s*(?:[:：]|[】\]〕]\s*[:：]?)/.exec(text.slice(at + match[0].length, at + match[0].length + 6));
    if (!rest || group < 0) continue;
    const bracketed = /[】\]〕]/.test(rest[0]);
    const from = bracketed && /[【[〔]/.test(text[at - 1] ?? '') ? at - 1 : at;
    const to = at + match[0].length + rest[0].length;
    found.push({ group: LABELS[group]?.[0] ?? 'responsible', label: match[0], from, to });
    at = to - 1;
  }
  return found;
}

function blank(): Assignment {
  return { lead: [], responsible: [], joint: [], due: [], doubtful: [], people: [], empty: [], unlabelled: false };
}

/** Does it name anybody? */
export const namesSomebody = ({ lead, responsible, joint }: Assignment): boolean =>
  lead.length + responsible.length + joint.length > 0;

/** Reads `牵头单位：X，配合单位：Y、Z`; `null` where no label stands at the very beginning. */
export function labelledAssignment(text: string): Assignment | null {
  const labels = findLabels(text);
  if (labels.length === 0 || text.slice(0, labels[0]?.from).trim() !== '') return null;
  const made = blank();
  labels.forEach(({ group, label, to }, index) => {
    const value = text.slice(to, labels[index + 1]?.from ?? text.length).replace(/[，,；;。、\s（(【[]+$/, '');
    takeValue(made, group, label, value.trim());
  });
  return made;
}

/** Puts the value behind a label, or the cell of a table, where it belongs. */
export function takeValue(made: Assignment, group: Group, label: string, value: string): void {
  if (value === '') {
    if (group !== 'person' && group !== 'due') made.empty.push(label);
    return;
  }
  if (group === 'due') {
    made.due.push(value.replace(/[。；;]+$/, ''));
    return;
  }
  const sentence = group === 'responsible' ? sentenceAssignment(value) : null;
  if (sentence && !sentence.unlabelled) {
    merge(made, sentence);
    return;
  }
  for (const unit of splitUnits(value)) {
    if (group === 'person') {
      if (unit.sure) take(made, 'responsible', unit);
      else made.people.push(unit.name);
    } else take(made, unit.role ?? group, unit);
  }
}

/** What a heading of a table or a label means, or `null`. */
export function groupOf(heading: string): Group | null {
  const text = heading.replace(/[\s:：]/g, '');
  LABEL.lastIndex = 0;
  const match = LABEL.exec(text);
  if (!match || match[0].length < Math.min(text.length, 4)) return null;
  const group = LABELS.findIndex((_, index) => match[index + 1] !== undefined);
  return LABELS[group]?.[0] ?? null;
}

function take(made: Assignment, group: 'lead' | 'responsible' | 'joint', unit: Unit): void {
  if (!made[group].includes(unit.name)) made[group].push(unit.name);
  if (!unit.sure) made.doubtful.push(unit.name);
}

export function merge(into: Assignment, from: Assignment): void {
  for (const key of ['lead', 'responsible', 'joint', 'due', 'doubtful', 'people', 'empty'] as const) {
    for (const name of from[key]) if (!into[key].includes(name)) into[key].push(name);
  }
  if (from.unlabelled) into.unlabelled = true;
}

/** What units do, at the end of a clause. */
const VERBS: readonly (readonly ['lead' | 'share' | 'joint', RegExp])[] = [
  ['lead', /(?:负责牵头|牵头负责|牵头组织|牵头实施|牵头落实|牵头|主办)$/],
  ['joint', /(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:分工)?(?:配合|协办|协助|参与|参加|支持)(?:落实|实施|做好)?$/],
  [
    'share',
    /(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?|分工|分别|共同|具体)?(?:负责|承办|落实|组织实施|抓好落实)(?:落实|实施)?$/,
  ],
];

/**
 * Reads `X牵头，Y按职责分工负责`, `由X、Y负责`, `X会同Y`, or a bare list. Every word must look like a unit, otherwise it is
 * no assignment but a sentence: `null`.
 */
export function sentenceAssignment(text: string): Assignment | null {
  const made = blank();
  let pending: Unit[] = [];
  let labelled = false;
  const clauses = text
    .replace(/[。．\s]+$/, '')
    .replace(/(牵头|配合|协办|负责)[、]/g, '$1，')
    .replace(/[，,]?(?:并)?会同/g, '，会同')
    .split(/[，,；;]/)
    .filter((clause) => clause.trim() !== '');
  for (const raw of clauses) {
    const clause = raw.trim();
    const verb = VERBS.find(([, shape]) => shape.test(clause));
    const together = clause.startsWith('会同');
    const words = (verb ? clause.replace(verb[1], '') : clause).trim();
    const units = words === '' ? [] : splitUnits(words);
    if (together) {
      labelled = true;
      // X会同Y: who stands before leads.
      for (const unit of pending) take(made, 'lead', unit);
      pending = [];
      for (const unit of units) take(made, 'joint', unit);
      continue;
    }
    pending.push(...units);
    if (!verb) continue;
    labelled = true;
    const [what] = verb;
    // Who "shares the work" beside a lead is the second group: supporting.
    const group = what === 'share' ? (made.lead.length > 0 ? 'joint' : 'responsible') : what;
    for (const unit of pending) take(made, group, unit);
    pending = [];
  }
  const rest = made.lead.length > 0 ? 'joint' : 'responsible';
  for (const unit of pending) take(made, unit.role ?? rest, unit);
  if (!namesSomebody(made) || made.doubtful.length > 0) return null;
  made.unlabelled = !labelled && made.lead.length === 0;
  return made;
}

/** How much of a bare list looks like units: 0 to 1. */
export function unitShare(text: string): number {
  const units = splitUnits(text);
  return units.length === 0 ? 0 : units.filter(({ name }) => isUnitLike(name)).length / units.length;
}
