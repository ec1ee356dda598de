/** Numbers, days and states as reports and mails word them. */
import { describe, expect, it } from 'vitest';
import { differenceInWords } from '../../src/documents/official/counts.ts';
import { daysLeftInWords, digestMail, reminderMail } from '../../src/documents/reminder-mail.ts';
import { percent, rateCell, statusMark } from '../../src/documents/words.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { Department, Matrix, Task } from '../../src/domain/matrix.ts';
import type { OwedItem } from '../../src/domain/reminder/chase.ts';

describe('where an obligation stands', () => {
  it.each([
    ['submitted', 0, '✓ 已报'],
    ['accepted', 0, '✓ 通过'],
    ['accepted', 2, '▲ 迟报2天（通过）'],
    ['late', 3, '▲ 迟报3天'],
    ['nil', 0, '✓ 零报告'],
    ['nil', 1, '▲ 迟报1天（零报告）'],
    ['draft', 0, '◐ 草稿'],
    ['returned', 0, '↩ 退回'],
    ['exempt', 0, '－ 免报'],
    ['missing', 0, '○ 待报'],
    ['missing', 1, '✗ 缺报'],
  ] as const)('%s, %i days late, is shown as %s', (status, daysLate, shown) => {
    expect(statusMark({ status, daysLate })).toBe(shown);
  });
});

describe('a rate', () => {
  it('is a dash where nothing was due', () => {
    expect([percent(0, 0), rateCell(0, 0)]).toEqual(['—', '—']);
    expect([percent(34, 35), rateCell(1, 4)]).toEqual(['97.1%', 0.25]);
  });

  it.each([
    [0.9, 0.85, '提高5.0个百分点'],
    [0.85, 0.9, '下降5.0个百分点'],
    [0.9, 0.9, '持平'],
    [null, 0.9, '—'],
    [0.9, null, '—'],
  ])('of %s after %s: %s', (now, before, words) => {
    expect(differenceInWords(now, before)).toBe(words);
  });
});

describe('a mail to who owes something', () => {
  const today = '2023-05-19' as LocalDate;
  const department = { name: '保卫科' } as Department;
  const matrix: Matrix = { tasks: [{ no: '1', title: '开展消防检查' } as Task], departments: [department], duties: [] };
  const about = { matrix, today, unitName: '', contact: '', url: 'https://example.cn/?a=1&b=2' };
  const item = (status: OwedItem['status'], lastDay: string, more: Partial<OwedItem> = {}): OwedItem =>
    ({ period: '2023-05', department: 0, task: 0, status, lastDay, ...more }) as OwedItem;

  it.each([
    ['2023-05-21', '还剩2天'],
    ['2023-05-19', '今天截止'],
    ['2023-05-16', '已逾期3天'],
  ])('says of the %s how far it is', (lastDay, words) => {
    expect(daysLeftInWords(today, lastDay as LocalDate)).toBe(words);
  });

  it('says of each return what it lacks, without a name or a contact where the office has entered none', () => {
    const items = [
      item('draft', '2023-05-20'),
      item('returned', '2023-05-20'),
      item('missing', '2023-05-20'),
      item('missing', '2023-05-18'),
    ];
    const { text, html } = reminderMail({ department: 0, period: '2023-05', items } as never, about);
    expect(text.split('\n').filter((line) => /^\d\./.test(line))).toEqual([
      expect.stringContaining('已填写，但佐证不全，按未报计，5月20日（还剩1天）'),
      expect.stringContaining('已退回，请按退回原因修改，5月20日（还剩1天）'),
      expect.stringContaining('待报，5月20日（还剩1天）'),
      expect.stringContaining('缺报，5月18日（已逾期1天）'),
    ]);
    expect(text).not.toContain('如有疑问');
    expect(html).toContain('<a href="https://example.cn/?a=1&amp;b=2">');
  });

  it('to whoever is in charge is ordered by department, then by month', () => {
    const two: Matrix = { ...matrix, departments: [department, { name: '后勤处' } as Department] };
    const items = [
      item('missing', '2023-04-20', { period: '2023-04' as never }),
      item('missing', '2023-05-18', { department: 1 }),
      item('missing', '2023-05-18', { period: '2023-05' as never }),
    ];
    const { subject, text } = digestMail({ level: 'leader', period: '2023-05', items } as never, {
      ...about,
      matrix: two,
      unitName: '示例区交通运输局',
      contact: '王五',
    });
    expect(subject).toBe('【督办】2023年5月工作报送：2个部门3项逾期未报');
    expect(
      text
        .split('\n')
        .filter((line) => /^\d\./.test(line))
        .map((line) => line.slice(0, 13)),
    ).toEqual(['1. 保卫科，2023年4', '2. 保卫科，2023年5', '3. 后勤处，2023年5']);
    expect(text).toContain('分管领导：');
    expect(text).toContain('如有疑问请联系：王五\n示例区交通运输局');
  });
});
