/** A person decides of a mail: send it again, cancel it, it arrived, it did not arrive. By its key, whatever row it stands in. */

import { type Dispatch, type Settlement, settled } from '../../domain/dispatch/dispatch.ts';
import type { LocalDateTime } from '../../domain/local-date.ts';
import { apply } from '../../google/apply.ts';
import { openBook } from '../../google/book.ts';
import { nowIn, stopwatch } from '../../google/clock.ts';
import { continueOutbox } from '../../office/continue-outbox.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { type Outcome, readOffice, rowsOf } from '../../office/office.ts';
import { progressChange, tallyOf } from '../../office/outbox.ts';
import { readDispatches } from '../../workbook/dispatches.ts';

export interface SettleReply {
  /** Keys of the dispatches that were settled. */
  readonly settled: readonly string[];
  /** Keys whose dispatch stands otherwise, or that are not there. */
  readonly refused: readonly string[];
}

/** What is to be sent again goes at once, as far as today's quota lets it. */
export function settleDispatches(keys: readonly string[], settlement: Settlement): Outcome<SettleReply> {
  const elapsed = stopwatch();
  return locked((book) => {
    const office = readOffice(book);
    const { messages, now } = office;
    const outbox = readDispatches(rowsOf(book, 'dispatches'));
    const done: { key: string; recipient: string }[] = [];
    const refused: { key: string; recipient: string }[] = [];
    const changes = keys.flatMap((key) => {
      const dispatch = outbox.dispatches.find((one) => one.key === key);
      const state = dispatch && settled(dispatch.state, settlement);
      const about = { key, recipient: dispatch?.recipient ?? key };
      if (!dispatch || !state) {
        refused.push(about);
        return [];
      }
      done.push(about);
      const time = nowIn(book.timeZone) as LocalDateTime;
      return [progressChange(outbox, dispatch.row, state, time, messages.outbox.notes.byPerson)];
    });
    apply(changes);
    const names = (all: readonly { recipient: string }[]) => all.map(({ recipient }) => recipient);
    const told = messages.outbox.settled({ settlement, done: names(done), refused: names(refused) });
    // The rows have changed: they are read anew. Also where nothing was to settle: a run that broke off after settling goes on.
    const { run } = continueOutbox({ ...office, book: openBook() }, { elapsed, fresh: false });
    const whole = { ...told, lines: [...told.lines, ...messages.outbox.lines(tallyOf(run))] };
    if (done.length > 0) apply(logLine(book, now, messages.commands[settlement], whole));
    return {
      told: whole,
      reply: { settled: done.map(({ key }) => key), refused: refused.map(({ key }) => key) },
    };
  });
}

/** The dispatches in the outbox's rows of those numbers. */
export function dispatchesOfRows(rows: readonly number[]): readonly Dispatch[] {
  const { dispatches } = readDispatches(rowsOf(openBook(), 'dispatches'));
  return dispatches.filter(({ row }) => rows.includes(row));
}
