import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../src/domain/plan/parse-plan.ts';

/** Pieces plans are made of, put together in ways no person writes. */
const piece = fc.constantFrom(
  '一、',
  '（二）',
  '3.',
  '④',
  '五是',
  '第六条 ',
  '任务七：',
  '开展检查。',
  '责任单位：',
  '牵头部门：',
  '配合单位:',
  '办公室',
  '综合科、',
  '各区、县级市',
  '（',
  '）',
  '【责任单位】',
  '牵头，',
  '按职责分工负责',
  '每月20日前报送办公室',
  '第一阶段（3月）：',
  '\t',
  '| ',
  '\n',
  '。',
  '等',
  '会同',
  '__proto__',
  '😀',
  '\ud800',
);
const text = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

describe('whatever the text', () => {
  it('every unit stands in it, every line number is one of its lines, every task has a number of its own', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const plan = parsePlan(typed, { year: 2023 });
        const lines = typed.split('\n').length;
        for (const { name } of plan.departments)
          expect(typed.replace(/__|\*\*/g, '')).toContain(name.replace(/__/g, ''));
        for (const { line } of [...plan.tasks, ...plan.findings, ...plan.reports]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
        }
        expect(new Set(plan.tasks.map(({ no }) => String(no))).size).toBe(plan.tasks.length);
      }),
      { numRuns: 500 },
    );
  });

  it('how its lines end makes no difference', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(parsePlan(typed.replace(/\n/g, '\r\n'))).toEqual(parsePlan(typed));
      }),
    );
  });

  it('a blank line on top only shifts the lines', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const shifted = parsePlan(`\n${typed}`);
        const plain = parsePlan(typed);
        expect(shifted.tasks.map(({ line, ...task }) => ({ ...task, line: line - 1 }))).toEqual(plain.tasks);
      }),
    );
  });
});
