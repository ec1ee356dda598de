import { describe, expect, it } from 'vitest';
import { indexDepartments, indexTasks, taskLabel, taskName } from '../../src/domain/matrix.ts';
import { department, task } from '../support/matrix.ts';

const tasks = ['消防检查', '安全培训', '消防检查', ''].map(task);

describe('a task', () => {
  it.each(['2', '安全培训', '2 安全培训', '2.', '2、', '第2项', '任务2', '２', '2安全培训'])(
    'is found as “%s”',
    (typed) => {
      expect(indexTasks(tasks).find(typed)).toBe(1);
    },
  );

  it('is not found under what nobody calls it', () => {
    expect(indexTasks(tasks).find('9')).toBe(-1);
    expect(indexTasks(tasks).find('')).toBe(-1);
  });

  it('is shown with its number, and by the number alone where it has no title', () => {
    expect(tasks.map(taskLabel)).toEqual(['1 消防检查', '2 安全培训', '3 消防检查', '4']);
  });

  it('is known to a clerk by its title; with the number where two share it', () => {
    expect(tasks.map((_, index) => taskName(index, tasks))).toEqual(['1 消防检查', '安全培训', '3 消防检查', '4']);
    expect(taskName(9, tasks)).toBe('');
  });
});

describe('a department', () => {
  it('is found by its name and its aliases', () => {
    const index = indexDepartments([department('办公室', ['局办', '综合办']), department('保卫科')]);
    expect(['办公室', '局办', '综合办', '保卫科', '财务科'].map((name) => index.find(name))).toEqual([0, 0, 0, 1, -1]);
  });
});
