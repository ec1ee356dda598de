/** Submission rows as a large office would have them: seeded, so that every run sees the same. */

export const TASKS = 28;
export const DEPARTMENTS = 300;

/** Numbers between 0 and 1 that look random and repeat with the seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = '本月组织开展巡查整改登记台账培训演练清理养护更换公示走访帮扶宣传服务安全生产文明交通'.split('');

function sentence(dice, length) {
  let text = '';
  while (text.length < length) text += WORDS[Math.floor(dice() * WORDS.length)];
  return text;
}

export const COLUMNS = {
  period: 0,
  department: 1,
  task: 2,
  text: 3,
  count: 4,
  people: 5,
  links: 6,
  time: 7,
  review: 8,
  reason: 9,
};

/** The headings row and so many rows; 120 characters of text each. */
export function submissionRows(count, { departments = DEPARTMENTS, tasks = TASKS, seed = 1 } = {}) {
  const dice = random(seed);
  const rows = [['月份', '部门', '任务', '报送内容', '数量', '人次', '佐证链接', '报送时间', '审核', '退回原因']];
  for (let index = 0; index < count; index += 1) {
    const month = 1 + Math.floor(dice() * 12);
    const period = `2023-${String(month).padStart(2, '0')}`;
    const day = 1 + Math.floor(dice() * 28);
    const filled = dice() > 0.08;
    rows.push([
      period,
      `部门${1 + Math.floor(dice() * departments)}`,
      dice() > 0.1 ? `任务${1 + Math.floor(dice() * tasks)}` : String(1 + Math.floor(dice() * tasks)),
      filled ? (dice() > 0.03 ? sentence(dice, 120) : '本月无') : '',
      filled ? Math.floor(dice() * 30) : '',
      filled ? Math.floor(dice() * 400) : '',
      dice() > 0.5 ? `https://example.cn/${index}` : '',
      filled ? `${period}-${String(day).padStart(2, '0')} 09:${String(index % 60).padStart(2, '0')}` : '',
      dice() > 0.97 ? '退回' : dice() > 0.5 ? '通过' : '',
      '',
    ]);
  }
  return rows;
}

/** A matrix in which every department answers for every task. */
export function matrix({ departments = DEPARTMENTS, tasks = TASKS } = {}) {
  const names = Array.from({ length: departments }, (_, index) => `部门${index + 1}`);
  return {
    tasks: Array.from({ length: tasks }, (_, index) => ({
      no: String(index + 1),
      title: `任务${index + 1}`,
      content: '',
      fromMonth: 1,
      toMonth: 12,
      frequency: 'monthly',
      evidence: index % 5 === 0 ? '字数≥20' : '',
    })),
    departments: names.map((name) => ({
      name,
      aliases: [],
      contact: '',
      mail: '',
      leader: '',
      leaderMail: '',
      archivist: '',
      active: true,
    })),
    duties: Array.from({ length: tasks * departments }, (_, cell) => ({
      task: Math.floor(cell / departments),
      department: cell % departments,
      role: 'responsible',
    })),
  };
}

/** The same rows with every string made afresh: shared strings flatter, their hashes are remembered. */
export const afresh = (rows) => JSON.parse(JSON.stringify(rows));
