/** Submission rows as a large office would have them: seeded, so that every run sees the same. */
import { deserialize, serialize } from 'node:v8';

export const TASKS = 28;
export const DEPARTMENTS = 3_000;
export const MONTHS = 12;

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

const HEADINGS = ['月份', '部门', '任务', '报送内容', '数量', '人次', '佐证链接', '报送时间', '审核', '退回原因'];

/** A number that has no factor in common with the cells of the matrix, so that its multiples visit each cell once. */
const STRIDE = 36_137;

/**
 * The duties of an office of 3,000 departments and 28 tasks from which so many rows come in a year: one row a duty and
 * month, as 准备本月 makes them, so a million rows are (nearly) the full matrix and a hundred thousand a tenth of it.
 */
export function dutiesFor(count) {
  const cells = TASKS * DEPARTMENTS;
  const duties = Math.min(cells, Math.ceil(count / MONTHS));
  return Array.from({ length: duties }, (_, index) => (index * STRIDE) % cells)
    .sort((a, b) => a - b)
    .map((cell) => ({ task: Math.floor(cell / DEPARTMENTS), department: cell % DEPARTMENTS, role: 'responsible' }));
}

export const departmentName = (index) => `第${index + 1}部门`;
export const taskTitle = (index) => `任务事项${index + 1}`;
export const periodOf = (month) => `2023-${String(month).padStart(2, '0')}`;

/**
 * The headings row and so many rows of a year, month by month and within it by department, as they are prepared; 120
 * characters of text each. 8 % are not filled, 3 % are nil returns, 3 % were sent back, 30 % come late, 10 % write
 * the task's number. One in a thousand has something wrong in it (a month, a name or a number that cannot be read),
 * unless `faults` is off.
 */
export function submissionRows(count, { seed = 1, faults = true } = {}) {
  const dice = random(seed);
  const duties = dutiesFor(count).sort((a, b) => a.department - b.department || a.task - b.task);
  const rows = [HEADINGS];
  for (let index = 0; index < count; index += 1) {
    const { task, department } = duties[index % duties.length];
    const period = periodOf(1 + Math.floor(index / duties.length));
    const day = String(1 + Math.floor(dice() * 28)).padStart(2, '0');
    const filled = dice() > 0.08;
    const nil = dice() <= 0.03;
    const byNumber = faults && dice() <= 0.1;
    const fault = faults && dice() <= 0.001 ? Math.floor(dice() * 4) : -1;
    const review = dice();
    rows.push([
      fault === 0 ? '五月份前后' : period,
      fault === 1 ? `第${1 + (index % 9)}科室` : departmentName(department),
      fault === 2 ? '其他工作' : byNumber ? String(task + 1) : taskTitle(task),
      filled ? (nil ? '本月无' : sentence(dice, 120)) : '',
      filled ? (fault === 3 ? '约三十' : Math.floor(dice() * 30)) : '',
      filled ? Math.floor(dice() * 400) : '',
      filled && dice() > 0.5 ? `https://example.cn/${index}` : '',
      filled ? `${period}-${day} 09:${String(index % 60).padStart(2, '0')}` : '',
      filled ? (review > 0.97 ? '退回' : review > 0.5 ? '通过' : '') : '',
      filled && review > 0.97 ? '请补充数量' : '',
    ]);
  }
  return rows;
}

/** The matrix of the rows of `submissionRows(count)`. Every fifth task asks for at least 20 characters, if `evidence`. */
export function matrixFor(count, { evidence = true } = {}) {
  return {
    tasks: Array.from({ length: TASKS }, (_, index) => ({
      no: String(index + 1),
      title: taskTitle(index),
      content: '',
      fromMonth: 1,
      toMonth: 12,
      frequency: 'monthly',
      evidence: evidence && index % 5 === 0 ? '字数≥20' : '',
    })),
    departments: Array.from({ length: DEPARTMENTS }, (_, index) => ({
      name: departmentName(index),
      aliases: [],
      contact: '',
      mail: '',
      leader: '',
      leaderMail: '',
      archivist: '',
      active: true,
    })),
    duties: dutiesFor(count),
  };
}

/**
 * The same rows with every string made anew. Strings an engine has met flatter: it keeps their hashes, and reading JSON
 * shares the short ones; this way it has met none.
 */
export function afresh(rows) {
  // In pieces: one buffer of a million rows would be larger than the serialiser takes.
  const anew = [];
  for (let from = 0; from < rows.length; from += 50_000) {
    for (const row of deserialize(serialize(rows.slice(from, from + 50_000)))) anew.push(row);
  }
  return anew;
}
