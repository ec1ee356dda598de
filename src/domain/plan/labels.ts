/** Words that announce who answers or when: 责任单位： 牵头部门： 完成时限： */

export type Group = 'lead' | 'responsible' | 'joint' | 'person' | 'due' | 'other';

const BODY =
  '(?:单位|部门|科室|处室|股室|站所|机构|主体|班组|企业|学校|乡镇|街道|镇街|县区|区县|县市区|地区|院系|局|处|科|股)';
const OF = `(?:责任|负责)?${BODY}`;

/** Groups with the words that stand for them; longer words first where one begins another. */
const WORDS: readonly (readonly [Group, string])[] = [
  [
    'person',
    '(?:牵头|责任|分管|包保|包联|主管|联系|督导)领导|(?:具体|主要|直接|第一|分管)?(?:责任|负责|牵头)人(?:员)?|联[系络]人(?:员)?|责任岗位',
  ],
  ['lead', `牵头(?:负责|责任)?${BODY}|牵头|主办${BODY}|主办|主责${BODY}?|第一责任${OF}`],
  ['joint', `(?:主要)?(?:配合|协办|协同|协助|协作|参与|参加|会同|支持|联办|会办)(?:${OF})?`],
  [
    'responsible',
    `(?:主要|直接|具体|共同)?(?:责任|负责|落实|承办|实施|完成|执行|主管|承担|归口|归口管理)${BODY}|责任分工|分工|责任|承办`,
  ],
  [
    'due',
    '(?:计划|拟)?完成时[限间]|(?:办结|整改|办理|工作|实施|落实)(?:时[限间]|期限)|完成期限|时间要求|时限要求|时间节点|时间安排|时间进度|完成节点|时限|进度安排|进度要求|完成日期',
  ],
  // Labels of other things end the value before them.
  ['other', '(?!各|有关|相关)[\\u4e00-\\u9fff]{2,6}(?:单位|部门|科室|处室|领导|形式|标准|目标|指标|措施|电话|方式)'],
];

const LABELS = WORDS.map(([group, words]) => [group, new RegExp(words, 'y')] as const);
/** Labels stand at the beginning or behind one of these. */
const PLACE = /^|(?<=[\s，,；;。、.（(【[〔［）)】\]〕］|：:])/g;
/** Behind the word: 责任单位（部门）： 责任单位和责任人： 【责任单位】 */
const BEHIND =
  /^\s*(?:[（(][^（()）：:]{1,6}[）)])?(?:[及和与、/](?:责任人|负责人|责任领导|联系人))?\s*(?:[:：]|[】\]〕］]\s*[:：]?)/;
const LONGEST_BEHIND = 24;

export interface Labelled {
  readonly group: Group;
  readonly label: string;
  /** Where the label begins, and where its value does. */
  readonly from: number;
  readonly to: number;
}

/** The label's word at a place, whatever follows it. */
function wordAt(text: string, at: number): { group: Group; word: string } | null {
  for (const [group, label] of LABELS) {
    label.lastIndex = at;
    const match = label.exec(text);
    if (match) return { group, word: match[0] };
  }
  return null;
}

/** Labels with a colon (or in brackets of their own) that stand at the beginning or behind a separator. */
export function findLabels(text: string): Labelled[] {
  const found: Labelled[] = [];
  let to = 0;
  for (const { index: at } of text.matchAll(PLACE)) {
    const read = at < to ? null : wordAt(text, at);
    if (!read) continue;
    const behind = at + read.word.length;
    const rest = BEHIND.exec(text.slice(behind, behind + LONGEST_BEHIND));
    if (!rest) continue;
    const bracketed = /[】\]〕］]/.test(rest[0]);
    const from = bracketed && /[【[〔［]/.test(text.charAt(at - 1)) ? at - 1 : at;
    to = behind + rest[0].length;
    found.push({ group: read.group, label: read.word, from, to });
  }
  return found;
}

/** The label that is the whole text, with or without a colon, and says who answers. */
export function loneLabel(text: string): string | null {
  const bare = text.replace(/[【】[\]〔〕［］:：\s]/g, '');
  const read = wordAt(bare, 0);
  return read && read.word.length === bare.length && bare.length > 3 && namesWho(read.group) ? bare : null;
}

/** `责任部门 后勤科`: a label that a space, not a colon, parts from its value. */
export function spacedLabel(text: string): { label: string; value: string } | null {
  const read = wordAt(text, 0);
  if (!read || read.word.length < 4 || !namesWho(read.group)) return null;
  const value = text.slice(read.word.length);
  return /^\s+\S/.test(value) ? { label: read.word, value: value.trim() } : null;
}

export const namesWho = (group: Group): boolean => group === 'lead' || group === 'responsible' || group === 'joint';

/** What a heading of a table means, or `null`. */
export function groupOf(heading: string): Exclude<Group, 'other'> | null {
  const text = heading.replace(/[\s:：]/g, '');
  const read = wordAt(text, 0);
  if (read && read.group !== 'other' && read.word.length >= Math.min(text.length, 4)) return read.group;
  return /(?:时间|时限|期限|日期|节点)$/.test(text) && text.length <= 8 ? 'due' : null;
}
