/** SpreadsheetApp.NamedRange */
import type { NamedRange } from '../../book/book.ts';
import { fail } from '../../runtime/errors.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { makeRange } from './make.ts';
import { rangeStates } from './rules.ts';
import type { BookState } from './state.ts';

export interface NamedRangeState extends BookState {
  readonly named: NamedRange;
}

/** Letters, digits and underscores, no number in front, nothing that reads as a cell. */
export function requireRangeName(name: string): void {
  const reads = /^[A-Za-z]{1,3}\d+$/.test(name) || /^(?:true|false|r\d*c\d*)$/i.test(name);
  if (!/^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name) || reads) fail('invalidNamedRange', name);
}

export const namedRangeFace: Face<GoogleAppsScript.Spreadsheet.NamedRange, NamedRangeState> = emulate<
  GoogleAppsScript.Spreadsheet.NamedRange,
  NamedRangeState
>('NamedRange', {
  getName() {
    return this.named.name;
  },
  getRange() {
    const sheet = this.book.sheets.find(({ id }) => id === this.named.sheetId) ?? fail('rangeNotFound');
    return makeRange({ ...this, sheet }, this.named.area);
  },
  remove() {
    this.book.namedRanges = this.book.namedRanges.filter((one) => one !== this.named);
  },
  setName(name) {
    requireRangeName(name);
    this.named.name = name;
    return this.execution.make(namedRangeFace, this);
  },
  setRange(range) {
    const state = rangeStates.get(this.execution)?.(range) ?? fail('rangeNotFound');
    this.named.area = state.area;
    this.named.sheetId = state.sheet.id;
    return this.execution.make(namedRangeFace, this);
  },
});
