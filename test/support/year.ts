/**
 * A leap year lived day by day: thirteen departments hand in early, late or never; the office prepares, sends and settles; the trigger
 * comes every morning, or not; once a week whatever is running is killed. Everything is decided by one seed.
 */

import chineseDays from 'chinese-days';
import { IN } from './columns.ts';
import { entriesOf, type Host, kill, paste, setSetting, startHuizong, valuesOf } from './host.ts';
import { PLAN, RECIPIENTS, SUBMISSIONS } from './month.ts';

export const YEAR = 2024;
const DAY = 86_400_000;
const DAYS = Array.from({ length: 366 }, (_, day) =>
  new Date(Date.UTC(YEAR, 0, 1) + day * DAY).toISOString().slice(0, 10),
);
const isWorkday = (day: string): boolean => chineseDays.isWorkday(day);

/** What a department owes in a month, and what became of it. */
export interface Owed {
  readonly month: string;
  readonly department: string;
  readonly task: string;
  readonly row: number;
  /** The day on which it is handed in; `null`: never. */
  readonly planned: string | null;
  handedIn: boolean;
}

/** Marsaglia's xorshift: the same year in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export interface Year {
  readonly host: Host;
  readonly obligations: readonly Owed[];
  readonly frozen: ReadonlySet<string>;
  readonly crashes: readonly string[];
  /** Mails that may have left or not. */
  readonly settled: number;
  readonly missedMornings: number;
  /** Mails that went to a department that owed nothing, or told of something else than what was owed. */
  readonly wrong: readonly string[];
  readonly names: readonly string[];
}

export const mailOf = (index: number): string => `bm${index + 1}@example.cn`;
const headOf = (index: number): string => `fz${index + 1}@example.cn`;
const LEADER = 'fenguan@example.cn';

function workbook(): { host: Host; names: string[] } {
  const host = startHuizong({ now: `${YEAR}-01-01T08:00` });
  host.call('setUp', { year: YEAR, text: PLAN });
  setSetting(host, '单位名称', '示例区交通运输局');
  setSetting(host, '上报收件人', RECIPIENTS);
  setSetting(host, '报送月份', '1-12');
  setSetting(host, '遇节假日', '顺延');
  setSetting(host, '催报天数按', '工作日');
  setSetting(host, '逾期几天告知分管领导', '6');
  const tasks = entriesOf(host, IN.matrix).filter(({ no }) => /^\d+$/.test(String(no))).length;
  paste(
    host,
    IN.matrix,
    2,
    Array.from({ length: tasks }, () => ({ fromMonth: '1' })),
  );
  const names = entriesOf(host, IN.departments)
    .map(({ name }) => String(name))
    .filter((name) => name !== '');
  names.forEach((_, index) => {
    paste(host, IN.departments, index + 2, [{ mail: mailOf(index), leader: '王局', leaderMail: LEADER }]);
    paste(host, IN.departments, index + 2, [{ head: '科长', headMail: headOf(index) }]);
  });
  return { host, names };
}

/** Some departments are never late. */
const PUNCTUAL: readonly number[] = [2, 3, 12];

function plannedDay(month: string, department: number, roll: () => number): string | null {
  const [luck, how] = [roll(), roll()];
  const day = (days: number) => new Date(Date.parse(`${month}-01`) + days * DAY).toISOString().slice(0, 10);
  if (PUNCTUAL.includes(department) || luck < 0.72) return day(3 + Math.floor(how * 16));
  return luck < 0.88 ? day(19 + Math.floor(how * 20)) : null;
}

export function lived(): Year {
  const { host, names } = workbook();
  const roll = dice(20_240_229);
  const obligations: Owed[] = [];
  const frozen = new Set<string>();
  const crashes: string[] = [];
  const wrong: string[] = [];
  let settled = 0;
  let missedMornings = 0;
  let looked = 0;
  let mayCrash = false;

  const owedNow = () => obligations.filter((one) => !one.handedIn && !frozen.has(one.month));

  /** Compares each new reminder with what was owed when it left. */
  const lookAtMails = () => {
    for (const { to, body, subject } of host.mail.slice(looked)) {
      if (!/^【(?:催报|督办)】/.test(subject)) continue;
      const department = names.find((_, index) => to.join() === mailOf(index));
      const told = [...body.matchAll(LINE)].map(([, name, month, task]) => `${name ?? department} ${month} ${task}`);
      const owed = owedNow().map((one) => `${one.department} ${inWords(one.month)} ${one.task}`);
      const all = owed.filter((line) => line.startsWith(`${department} `));
      // A department is told of everything, its head and its leader of what is overdue long enough.
      const isRight = department === undefined ? told.every((line) => owed.includes(line)) : sameLines(told, all);
      if (told.length === 0 || !isRight) wrong.push(`${to.join()} ${subject}: ${told.join('; ')} / ${all.join('; ')}`);
    }
    looked = host.mail.length;
  };

  /** Runs something; in the week's turn it is killed at one of its calls, and run again an hour later. */
  const run = (day: string, time: string, work: (on: Host) => void) => {
    host.setNow(`${day}T${time}`);
    if (!mayCrash) work(host);
    else {
      const last = new Date(`${day}T00:00Z`).getUTCDay() === 0;
      let seen = 0;
      const at = last ? 1 + Math.floor(roll() * 8) : 0;
      const session = host.session({
        faults: () => {
          seen += 1;
          const dies = last ? seen === at : roll() < 1 / 60;
          if (!dies) return undefined;
          mayCrash = false;
          crashes.push(`${day} ${time}`);
          return kill();
        },
      });
      try {
        work(session);
      } catch (error) {
        if (mayCrash) throw error;
        lookAtMails();
        host.setNow(`${day}T${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}:10`);
        work(host);
      }
    }
    lookAtMails();
  };

  /** The office asks after every mail that may have left or not. */
  const settleUnknown = () => {
    for (const { state, recipient, subject: told, key } of entriesOf(host, IN.dispatches)) {
      if (state !== '发送中' && state !== '不明') continue;
      settled += 1;
      const address = /<([^>]*)>/.exec(String(recipient))?.[1] ?? '';
      const arrived = host.mail.some(({ to, subject }) => to.join() === address && subject === told);
      host.call('settleDispatch', { key, action: arrived ? 'arrived' : 'notArrived' });
      if (!arrived) host.call('settleDispatch', { key, action: 'resend' });
    }
    lookAtMails();
  };

  for (const day of DAYS) {
    const month = day.slice(0, 7);
    if (new Date(`${day}T00:00Z`).getUTCDay() === 1) mayCrash = true;
    if (isWorkday(day) && !obligations.some((one) => one.month === month)) {
      run(day, '08:10', (on) => void on.call('prepare', { month }));
      valuesOf(host, SUBMISSIONS).forEach((row, index) => {
        const department = names.indexOf(String(row[1]));
        if (row[0] === month && department >= 0) {
          const planned = plannedDay(month, department, roll);
          obligations.push({
            month,
            department: String(row[1]),
            task: String(row[2]),
            row: index + 1,
            planned,
            handedIn: false,
          });
        }
      });
    }
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
    for (const one of obligations.filter(({ planned }) => planned === day)) {
      sheet?.getRange(one.row, 6).setValue(`${one.month} ${one.task}已开展`);
      sheet?.getRange(one.row, 11).setValue(`'${day} 08:30`);
      one.handedIn = true;
    }
    if (roll() < 0.05) missedMornings += 1;
    else run(day, '09:10', (on) => on.fire.clock());
    settleUnknown();
    // The office reports on the sixth working day after the deadline.
    const due = obligations.find((one) => !frozen.has(one.month))?.month;
    if (due !== undefined && day === reportDay(due)) {
      run(day, '14:10', (on) => void on.call('consolidate', { month: due }));
      run(day, '15:10', (on) => void on.call('send', { month: due }));
      settleUnknown();
      host.call('send', { month: due });
      lookAtMails();
      frozen.add(due);
    }
  }
  return { host, obligations, frozen, crashes, settled, missedMornings, wrong, names };
}

const inWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
const sameLines = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();

/** A line of a reminder: the department where it is not the one written to, the month, the task. */
const LINE = /^\d+\. (?:([^\d，]+)，)?(\d+年\d+月)，(.+)，(?:待报|缺报)，[^，]+$/gm;

/** The sixth working day after the 20th, itself moved off a holiday. */
export function reportDay(month: string): string {
  let day = Date.parse(`${month}-20`);
  const text = () => new Date(day).toISOString().slice(0, 10);
  while (!isWorkday(text())) day += DAY;
  for (let left = 6; left > 0; ) {
    day += DAY;
    if (isWorkday(text())) left -= 1;
  }
  return text();
}
