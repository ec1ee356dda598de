/** Departments and tasks of matrices made up for tests. */
import type { Department, Task } from '../../src/domain/matrix.ts';

/** One without any name or address. */
export const department = (name: string, aliases: readonly string[] = []): Department => ({
  name,
  aliases,
  contact: '',
  mail: '',
  leader: '',
  leaderMail: '',
  archivist: '',
  head: '',
  headMail: '',
  active: true,
});

/** Due every month of the year; the third of them asks for evidence. */
export const task = (title: string, index: number): Task => ({
  no: String(index + 1),
  title,
  content: '',
  fromMonth: 1,
  toMonth: 12,
  frequency: 'monthly',
  evidence: index === 2 ? '链接' : '',
});
