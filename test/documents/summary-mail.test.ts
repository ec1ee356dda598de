/** The mail upward of an office so large that its month does not fit into a mail's body. */
import { describe, expect, it } from 'vitest';
import { summaryMail } from '../../src/documents/summary-mail.ts';
import { consolidate } from '../../src/domain/consolidation/consolidate.ts';
import type { LocalDateTime } from '../../src/domain/local-date.ts';
import type { Duty } from '../../src/domain/matrix.ts';
import type { Period } from '../../src/domain/period.ts';
import { department, task } from '../support/matrix.ts';

const REPORT = { name: '月度报告-2023-05.docx', mimeType: 'application/octet-stream', bytes: Uint8Array.of(1) };
const ABOUT = { unitName: '示例局', introduction: '', contact: '', supplement: 0 };
/** So much a body may hold: 200 KB, of which a character takes three bytes at most. */
const BODY = 66_000;

/** One task that every department owes; those of the first so many have handed in these words. */
function mailOf(departments: number, handedIn: number, text: string) {
  const rows = Array.from({ length: handedIn }, (_, index) => [
    '2023-05',
    `部门${index}`,
    '1',
    text,
    '2023-05-18 09:00',
  ]);
  const duties = Array.from(
    { length: departments },
    (_, at): Duty => ({ task: 0, department: at, role: 'responsible' }),
  );
  const consolidation = consolidate({
    period: '2023-05' as Period,
    asOf: '2023-05-23T09:00:00' as LocalDateTime,
    matrix: {
      tasks: [task('开展消防检查', 0)],
      departments: duties.map((_, index) => department(`部门${index}`)),
      duties,
    },
    rules: {
      months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      leadsReport: 'all',
      deadline: { day: 20, inclusive: true, holidays: 'none' },
    },
    submissions: {
      rows,
      from: 0,
      columns: {
        ...{ period: 0, department: 1, task: 2, text: 3, time: 4 },
        ...{ count: -1, people: -1, links: -1, review: -1, reason: -1 },
      },
    },
  });
  return summaryMail(consolidation, ABOUT, REPORT);
}

describe('a mail upward', () => {
  it('says all of it where a body holds it', () => {
    const { text, html, attachments } = mailOf(3, 2, '查了三栋楼');
    expect(attachments).toEqual([]);
    for (const part of [text, html]) {
      expect(part).toContain('【部门1】\n查了三栋楼');
      expect(part).toContain('部门2：开展消防检查（缺报）');
    }
  });

  it('has the words of the tasks in a file where they alone are too long, or too long with all the rest', () => {
    for (const length of [40_000, 25_000]) {
      const { text, html, attachments } = mailOf(60, 2, '长'.repeat(length));
      expect(attachments.map(({ name }) => name)).toEqual(['2023年5月各任务工作情况.txt']);
      expect(attachments[0]?.text).toContain(`【部门1】\n${'长'.repeat(length)}`);
      for (const part of [text, html]) {
        expect(part.length).toBeLessThanOrEqual(BODY);
        expect(part).toContain('各任务的文字较多，全文见附件。');
        expect(part).toContain('部门59：开展消防检查（缺报）');
      }
    }
  });

  it('has only the totals where even who owes what is too long, and all of it in a file', () => {
    const { text, html, attachments } = mailOf(400, 10, '查了三栋楼');
    expect(attachments.map(({ name }) => name)).toEqual(['2023年5月工作报送汇总.txt']);
    expect(attachments[0]?.text).toContain('部门399：开展消防检查（缺报）');
    for (const part of [text, html]) {
      expect(part.length).toBeLessThanOrEqual(BODY);
      expect(part).toContain('应报400项，已报10项');
      expect(part).toContain('各部门、各任务的情况较多，全文见附件。');
      expect(part).not.toContain('部门399');
    }
  });
});
