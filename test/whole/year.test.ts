/** Reminders, reports and the record over a whole year, with holidays, lateness and crashes. */

import { beforeAll, describe, expect, it } from 'vitest';
import { IN } from '../support/columns.ts';
import { paragraphsOf, partsOf } from '../support/docx.ts';
import { entriesOf } from '../support/host.ts';
import { lived, mailOf, reportDay, YEAR, type Year } from '../support/year.ts';

describe('a year of 366 days', () => {
  let year: Year;
  beforeAll(() => {
    year = lived();
    // biome-ignore lint/suspicious/noConsole: how much mail a year makes is for the reader of the run's output
    console.log(mailTable(year));
  }, 900_000);

  it('had twelve months of thirteen departments, a crash a week, and mornings on which nothing ran', () => {
    const { obligations, names, crashes, missedMornings, settled } = year;
    expect(names).toHaveLength(13);
    expect(obligations).toHaveLength(12 * 35);
    expect(crashes.length).toBeGreaterThanOrEqual(52);
    expect(missedMornings).toBeGreaterThan(10);
    expect(settled).toBeGreaterThan(0);
  });

  it('every obligation ends handed in, or named missing in the month’s report', () => {
    const reports = year.host.mail.filter(({ to }) => to.join() === 'wenmingban@example.cn');
    expect(reports.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 12 }, (_, month) => `示例区交通运输局${YEAR}年${month + 1}月工作报送汇总`),
    );
    const lost = year.obligations.filter(({ month, department, task, planned }) => {
      if (planned !== null && planned <= reportDay(month)) return false;
      const mail = reports[Number(month.slice(5)) - 1];
      const missing = /三、缺报情况\n([\s\S]*?)\n\n四、/.exec(mail?.body ?? '')?.[1]?.split('\n') ?? [];
      const words = paragraphsOf(partsOf(Buffer.from(mail?.attachments[0]?.bytes ?? []))['word/document.xml'] ?? '');
      const problems = words.find((text) => /有\d+项未报送/.test(text)) ?? '';
      const inMail = missing.some((line) => line.startsWith(`${department}：`) && line.includes(`${task}（`));
      return !inMail || !problems.includes(`${department}“`);
    });
    expect(lost).toEqual([]);
    // Some were never handed in, or late: the year is no fair-weather one.
    expect(year.obligations.filter(({ planned }) => planned === null).length).toBeGreaterThan(10);
  });

  it('who owed nothing was never written to, and who did was told exactly what', () => {
    expect(year.wrong).toEqual([]);
    const reminded = year.host.mail.filter(({ subject }) => /^【(?:催报|督办)】/.test(subject));
    expect(reminded.length).toBeGreaterThan(100);
    expect(reminded.filter(({ subject }) => subject.startsWith('【督办】')).length).toBeGreaterThan(12);
  });

  it('no mail left twice, and the record accounts for each', () => {
    const rows = entriesOf(year.host, IN.dispatches);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    const left = year.host.mail.map(({ to, subject }) => `${to.join()} ${subject}`);
    const sent = rows
      .filter(({ state }) => state === '已发送')
      .map(({ recipient, subject }) => `${/<([^>]*)>/.exec(String(recipient))?.[1]} ${subject}`);
    expect(sent.sort()).toEqual(left.sort());
    expect(rows.filter(({ state }) => !['已发送', '已取消'].includes(String(state)))).toEqual([]);
  });

  it('each month reached both recipients once and is in the archive once', () => {
    expect(year.frozen.size).toBe(12);
    const archive = entriesOf(year.host, IN.archive).filter(({ content }) => content !== '');
    expect(archive.map(({ period, issue }) => [period, issue])).toEqual(
      Array.from({ length: 12 }, (_, month) => [`${YEAR}-${String(month + 1).padStart(2, '0')}`, '报告']),
    );
  });
});

/** Reminders by department and by the month they are about. */
function mailTable({ host, names, crashes, settled, missedMornings }: Year): string {
  const counts = names.map(() => Array.from({ length: 12 }, () => 0));
  let others = 0;
  for (const { to, sentAt, subject } of host.mail) {
    const department = names.findIndex((_, index) => to.join() === mailOf(index));
    const row = counts[department];
    const month = new Date(sentAt.getTime() + 8 * 3_600_000).getUTCMonth();
    if (row && subject.startsWith('【催报】')) row[month] = (row[month] ?? 0) + 1;
    else others += 1;
  }
  const lines = names.map(
    (name, index) => `  ${(counts[index] ?? []).map((count) => String(count).padStart(3)).join('')}  ${name}`,
  );
  return [
    `\nA year of 366 days: ${crashes.length} crashes, ${missedMornings} mornings without the trigger, ${settled} mails settled by hand`,
    'Reminders by department, January to December:',
    ...lines,
    `  besides: ${others} to heads, the leader in charge and upward`,
  ].join('\n');
}
