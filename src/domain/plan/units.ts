/** Lists of units: 办公室、综合科和客运科等. Splits them, and says what looks like a unit. */

export interface Unit {
  readonly name: string;
  /** Does it end as names of units do? */
  readonly sure: boolean;
  /** A role written behind it: 办公室（牵头）. */
  readonly role: 'lead' | 'joint' | 'responsible' | null;
}

/** What names of units end in, before a parenthesis. */
const ENDING =
  /(?:部|委|委员会|局|办|科|处|室|队|站|所|中心|院|公司|集团|厅|署|会|联|街道|镇|乡|村|区|县|市|州|省|旗|政府|组|社|厂|校|园|馆|库|企业|单位|部门|机构|机关|支部|总支|工会|银行|大学|学院|医院|分局|电台|台|团|段|港|所属|主体|协会|商会|平台|学校|基地|服务区|管委|党委|团委|纪委|妇联|班子|窗口|车间|班|股|方|协|协作组|专班|镇街|街镇|支行|分行|总行|人行|林场|农场|渔场|车站|法庭|工委|巡警|消防|办事处|指挥部|领导小组)(?:[（(][^（()）]*[）)])?$/;

/** Phrases that end like a unit and are none. */
const NOT_UNITS =
  /^(?:以下|以上|试行|暂行|草案|本|该|其(?![他它])|等|含|包括|不含|略|附件|见|详见|如|即|简称|同上|下同)/;

const LONGEST_NAME = 30;

export function isUnitLike(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME) return false;
  if (/[。！？：:“”"'‘’《》<>%]|\d(?!\d*(?:[大中支]?队|组|所|科|号|分))/.test(name)) return false;
  return ENDING.test(name) && !NOT_UNITS.test(name);
}

/** Is it a name for many: 各科室, 各区、县级市, 相关部门? */
export function isCollective(name: string): boolean {
  return /^(?:各|全体|所有|有关|相关|其他|其它)/.test(name);
}

/** What may follow 各区、 and still belong to the one collective. */
const COLLECTIVE_TAIL =
  /^(?:县级市|县|市|区|乡|镇|乡镇|街道|开发区|功能区|园区|县（市）|县\(市\)|市（县）|镇（街道）|(?:县级市|县|市|区)?(?:人民)?政府)$/;

const ROLES_BEHIND = [
  ['lead', /(?<=.)[（(](?:牵头(?:单位|部门)?|主办)[）)]$/],
  ['joint', /(?<=.)[（(](?:配合|协办)[）)]$/],
  ['responsible', /(?<=.)[（(]责任[）)]$/],
] as const;

/** Splits a list at 、 ， ； / and spaces, and at 和 及 与 where both sides are units: 人力资源和社会保障局 stays whole. */
export function splitUnits(text: string): Unit[] {
  const parts: string[] = [];
  for (const { word, before } of separated(text)) {
    const last = parts[parts.length - 1];
    if (last !== undefined && isOpenCollective(last) && COLLECTIVE_TAIL.test(word)) {
      parts[parts.length - 1] = `${last}${before}${word}`;
    } else parts.push(...splitAtAnd(word));
  }
  const seen = new Set<string>();
  const units: Unit[] = [];
  for (const part of parts) {
    const unit = unitOf(part);
    if (seen.has(unit.name)) continue;
    seen.add(unit.name);
    units.push(unit);
  }
  return units;
}

const isOpenCollective = (name: string): boolean => /各.*(?:区|市|县|乡|镇|街道)$/.test(name);

/** Words and the separator before each; separators inside parentheses do not count. */
function separated(text: string): { word: string; before: string }[] {
  const words: { word: string; before: string }[] = [];
  let depth = 0;
  let word = '';
  let before = '';
  const take = () => {
    const tidy = withoutEtCetera(word);
    if (tidy !== '') {
      words.push({ word: tidy, before });
      before = '';
    }
    word = '';
  };
  for (const character of text) {
    if (/[（(]/.test(character)) depth += 1;
    if (/[）)]/.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、，,；;/／\s|]/.test(character)) {
      take();
      // 、 says more of what stood between than the space after it.
      before = before || character;
    } else word += character;
  }
  take();
  return words;
}

/** `市财政局等。`, `保卫科等有关部门`: the full stop and the "and others" say nothing of who. */
function withoutEtCetera(text: string): string {
  return text.replace(/[。．.]$/, '').replace(/等(?:有关|相关)?(?:部门|单位|科室|处室)?$/, '');
}

/** Where every part between them is a unit; otherwise the word stays whole. */
function splitAtAnd(word: string): string[] {
  const units: string[] = [];
  let name = '';
  for (const part of word.split(/(以及|[和及与])/)) {
    // What stands behind a unit is the sign that parts it from the next; any other belongs to the name.
    if (isUnitLike(name)) {
      units.push(name);
      name = '';
    } else name += part;
  }
  return isUnitLike(name) ? [...units, name] : [word];
}

function unitOf(part: string): Unit {
  // 和平区, 和田市 begin so themselves.
  const whole = part.replace(/^(?:由|请|以及|以|会同|联合|其中|及|和(?![平顺田政县硕静龙林])|与)(?=.{2})/, '');
  const [role, behind] = ROLES_BEHIND.find(([, pattern]) => pattern.test(whole)) ?? [null, ''];
  const name = whole.replace(behind, '');
  return { name, sure: isUnitLike(name), role };
}
