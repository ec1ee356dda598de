/** What a trigger's function is told (guides/triggers/events). */

import { bottomOf, rightOf } from '../../book/areas.ts';
import type { Area, Book, CellValue, Sheet } from '../../book/book.ts';
import type { Execution } from '../../runtime/execution.ts';
import { makeRange, makeSpreadsheet, makeUser } from '../spreadsheet/make.ts';

type Event = Record<string, unknown>;

/** The file was opened. */
export function openEvent(execution: Execution, book: Book): Event {
  return { source: makeSpreadsheet({ execution, book }), user: userOf(execution) };
}

export interface Edit {
  readonly sheet: Sheet;
  readonly area: Area;
  /** What the first cell held before and holds now. */
  readonly before: CellValue;
  readonly after: CellValue;
}

/** A person typed: what is told of values only where it was one cell. */
export function editEvent(execution: Execution, book: Book, { sheet, area, before, after }: Edit): Event {
  const range = makeRange({ execution, book, sheet }, area);
  // An event's range has its corners as plain numbers, too (seen at tanaikech.github.io, “Event Objects”).
  Object.assign(range, {
    columnStart: area.column,
    rowStart: area.row,
    rowEnd: bottomOf(area),
    columnEnd: rightOf(area),
  });
  const single = area.rows * area.columns === 1;
  return {
    ...openEvent(execution, book),
    range,
    ...(single && before !== null ? { oldValue: told(before) } : {}),
    ...(single && after !== null ? { value: told(after) } : {}),
  };
}

/** Values come as text: a date as its serial number, a checkbox as TRUE. */
function told(value: CellValue): string {
  if (typeof value === 'object') return value?.error ?? '';
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** A clock trigger ran: its fields are told in UTC. */
export function clockEvent(now: number): Event {
  const moment = new Date(now);
  const firstOfYear = Date.UTC(moment.getUTCFullYear(), 0, 1);
  return {
    'day-of-month': moment.getUTCDate(),
    'day-of-week': moment.getUTCDay() || 7,
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    month: moment.getUTCMonth() + 1,
    second: moment.getUTCSeconds(),
    timezone: 'UTC',
    'week-of-year': Math.ceil(((now - firstOfYear) / 86_400_000 + new Date(firstOfYear).getUTCDay() + 1) / 7),
    year: moment.getUTCFullYear(),
  };
}

/** Who did it; blank in a simple trigger, which was not given the right to know. */
function userOf(execution: Execution): GoogleAppsScript.Base.User {
  return makeUser(execution, execution.cause === 'simple trigger' ? '' : execution.session.user);
}
