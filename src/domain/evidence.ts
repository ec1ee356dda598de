/** What a task's return must bring along, as the matrix says it in a few words: `链接≥2；字数≥100；数量；人次`. */

/** One demand. `least` is how many of them. */
export interface EvidenceDemand {
  readonly kind: 'links' | 'characters' | 'count' | 'people';
  readonly least: number;
}

export interface EvidenceRule {
  readonly demands: readonly EvidenceDemand[];
  /** Parts of the rule that could not be read: to be shown, never guessed. */
  readonly unread: readonly string[];
}

const KINDS: readonly (readonly [RegExp, EvidenceDemand['kind']])[] = [
  [/^(?:佐证|照片|图片|链接|附件|影像)/, 'links'],
  [/^(?:字数|文字)/, 'characters'],
  [/^(?:数量|次数|件数)/, 'count'],
  [/^(?:人次|人数)/, 'people'],
];

/** Reads a rule; `''`, `无` and `—` demand nothing. */
export function parseEvidence(typed: string): EvidenceRule {
  const demands: EvidenceDemand[] = [];
  const unread: string[] = [];
  for (const part of typed.normalize('NFKC').split(/[;；、,，\n]/)) {
    const text = part.replace(/\s+/g, '');
    if (text === '' || text === '无' || text === '—' || text === '-') continue;
    const kind = KINDS.find(([pattern]) => pattern.test(text))?.[1];
    const number = /(\d+)/.exec(text)?.[1];
    if (kind === undefined) unread.push(part.trim());
    else demands.push({ kind, least: number === undefined ? 1 : Number(number) });
  }
  return { demands, unread };
}

/** What of a return counts as evidence. */
export interface Evidence {
  readonly text: string;
  readonly links: string;
  /** `null` where nothing was entered. */
  readonly count: number | null;
  readonly people: number | null;
}

/** The demands a return does not meet; none where it is complete. */
export function unmetDemands(rule: EvidenceRule, evidence: Evidence): readonly EvidenceDemand[] {
  return rule.demands.filter((demand) => !isMet(demand, evidence));
}

/** As they are told: links first, each kind once; of two demands of a kind the later. */
export function demandsInOrder(demands: readonly EvidenceDemand[]): readonly EvidenceDemand[] {
  return KINDS.flatMap(([, kind]) => demands.filter((demand) => demand.kind === kind).slice(-1));
}

function isMet({ kind, least }: EvidenceDemand, evidence: Evidence): boolean {
  switch (kind) {
    case 'links':
      return countLinks(evidence.links) >= least;
    case 'characters':
      return hasCharacters(evidence.text, least);
    case 'count':
      return evidence.count !== null && evidence.count >= least;
    case 'people':
      return evidence.people !== null && evidence.people >= least;
  }
}

/** Has the text so many characters that are no blanks? Counting stops there: most texts have more than is asked. */
function hasCharacters(text: string, least: number): boolean {
  let count = 0;
  for (let index = 0; index < text.length && count < least; index += 1) {
    const unit = text.charCodeAt(index);
    // Chinese is told without asking the pattern: the last blank but one stands before it.
    if (unit > 0x3000 ? unit !== 0xfeff && !isSecondHalf(unit) : !/\s/.test(String.fromCharCode(unit))) count += 1;
  }
  return count >= least;
}

/** Of a character beyond the first 65,536, which has two units (Unicode 15, 3.8: low surrogates). */
const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Links stand apart by line breaks, spaces, semicolons or commas. */
export function countLinks(links: string): number {
  return links.split(/[\s;；，]+/).filter((link) => link !== '').length;
}
