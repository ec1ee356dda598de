/** One command, stopped or failed at a call, and what a second run makes of what it left. */
import { expect, vi } from 'vitest';
import { copyBook, type Host, startHuizong, valuesOf } from '../support/host.ts';
import type { Command } from './commands.ts';
import { type Picture, pictureOf } from './picture.ts';

type Faults = NonNullable<Parameters<Host['session']>[0]['faults']>;

/** Runs it in a session with these faults; what was thrown, or `null`. */
export function attempt(host: Host, act: Command['act'], faults: Faults): Error | null {
  try {
    act(host.session({ faults }));
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The same workbook and mail on a host of its own. Looking at every moment of a run takes longer than a run may. */
export function hostWith({ book, mail }: Host, now: string): Host {
  const host = startHuizong({ workbook: copyBook(book), now, executionMinutes: 600 });
  host.mail.push(...mail);
  return host;
}

/** The command where nothing fails: what it leaves, and its calls in their order. */
export class Trial {
  readonly calls: readonly string[];
  /** The calls that are stopped. */
  readonly places: readonly number[];
  private readonly wanted: Picture;
  private readonly wantedTexts = new Map<boolean, string>();
  private readonly start: Host;
  /** What a second run makes of a state, by the state: the same state is run on from once. */
  private readonly verdicts = new Map<string, unknown>();

  constructor(readonly command: Command) {
    this.start = command.start();
    const host = this.fresh();
    const calls: string[] = [];
    const failed = attempt(host, command.act, (call) => {
      if (call.phase === 'before') calls.push(`${call.service}.${call.method}`);
    });
    if (failed) throw failed;
    this.calls = calls;
    const locked = [calls.indexOf('Lock.tryLock'), calls.indexOf('Lock.releaseLock')] as const;
    this.places = [...calls.keys()].filter(
      (at) => !command.outsideLock || at <= locked[0] || (locked[1] >= 0 && at >= locked[1]),
    );
    this.wanted = pictureOf(host);
  }

  /** Different states a second run began with. */
  get states(): number {
    return this.verdicts.size;
  }

  /** The workbook it starts with, on a host of its own. */
  fresh(): Host {
    return this.hostWith(this.start);
  }

  private hostWith(state: Host): Host {
    return hostWith(state, this.command.now);
  }

  /**
   * The state as it is now, were the run to end here: it must be one a second run makes good, and a sheet that was not there
   * before must be whole.
   */
  expectMendable(at: string, host: Host): void {
    const picture = pictureOf(host);
    const key = toldToTheMinute(picture);
    if (!this.verdicts.has(key)) {
      expect({ at, halfWritten: this.halfWritten(picture) }).toEqual({ at, halfWritten: [] });
      this.verdicts.set(key, this.runAgain(this.hostWith(host)));
    }
    const verdict = this.verdicts.get(key);
    if (verdict !== null) expect({ at, left: verdict }).toEqual({ at, left: this.wantedAfter(verdict) });
  }

  /**
   * A run that went through although a call failed must have left what one leaves where none fails; if the call was a mail’s, that
   * mail may be unknown, and once a person has settled it nothing is missing.
   */
  expectWhole(at: string, host: Host): void {
    if (this.command.mails && unknownMails(host).length > 0) {
      this.expectMendable(at, host);
      return;
    }
    const verdict = this.compared(pictureOf(host));
    if (verdict !== null) expect({ at, left: verdict }).toEqual({ at, left: this.wantedAfter(verdict) });
  }

  /** New sheets that bear their name before all of their cells are there. */
  private halfWritten({ sheets }: Picture): readonly string[] {
    const before = new Set(this.start.book.sheets.map(({ name }) => name));
    return sheets.flatMap(({ name, rows }) => {
      const whole = this.wanted.sheets.find((sheet) => sheet.name === name);
      return before.has(name) || name.startsWith('~') || String(whole?.rows) === String(rows) ? [] : [name];
    });
  }

  /** `null` where the second run leaves what an undisturbed one leaves; what it left, where it does not. */
  private runAgain(host: Host): unknown {
    const again = () => attempt(host, this.command.act, () => undefined);
    let failed = again();
    const settled = !failed && this.command.mails === true && settleUnknown(host);
    if (settled) failed = again();
    if (failed) return String(failed.stack);
    return this.compared(pictureOf(host), settled);
  }

  private compared({ log: _, ...picture }: Picture, settled = false): unknown {
    const left = settled ? withoutOutbox(picture) : picture;
    return toldToTheMinute(left) === this.wantedText(settled) ? null : left;
  }

  /** The same for each of thousands of runs. */
  private wantedText(settled: boolean): string {
    let text = this.wantedTexts.get(settled);
    if (text === undefined) {
      const { log: _, ...wanted } = this.wanted;
      text = toldToTheMinute(settled ? withoutOutbox(wanted) : wanted);
      this.wantedTexts.set(settled, text);
    }
    return text;
  }

  private wantedAfter(verdict: unknown): unknown {
    if (typeof verdict === 'string') return null;
    const { log: _, ...wanted } = this.wanted;
    return wanted;
  }
}

const OUTBOX = '发送记录';

/** Rows of the outbox whose mail may have left or not. */
const unknownMails = (host: Host) =>
  valuesOf(host, OUTBOX).filter((row) => ['发送中', '不明'].includes(String(row[4])));

/**
 * A mail that may have left or not is shown in the outbox, and running again has not sent it a second time. The
 * person looks whether it arrived, and says so. `false` where all is known.
 */
function settleUnknown(host: Host): boolean {
  const sent = host.mail.map(({ to, subject }) => `${to.join()} ${subject}`);
  expect(new Set(sent).size).toBe(sent.length);
  const unknown = unknownMails(host);
  for (const row of unknown) {
    const arrived = host.mail.some(({ to, subject }) => String(row[2]).includes(to[0] ?? '?') && subject === row[3]);
    host.call('settleDispatch', { key: row[7], action: arrived ? 'arrived' : 'notArrived' });
    if (!arrived) host.call('settleDispatch', { key: row[7], action: 'resend' });
  }
  return unknown.length > 0;
}

/** What a person settled stands in the outbox in other rows and words, and a mail sent anew leaves after the others. */
function withoutOutbox({ sheets, mail, ...others }: Omit<Picture, 'log'>): Omit<Picture, 'log'> {
  return {
    ...others,
    mail: [...mail].sort(),
    sheets: sheets.map((one) => (one.name === OUTBOX ? { name: OUTBOX } : one)),
  };
}

/** As text, quick to compare; times to the minute, since waiting takes seconds. */
export const toldToTheMinute = (picture: object): string => JSON.stringify(picture).replace(/(\d\d:\d\d):\d\d/g, '$1');

/** Lets a session's time run out when told. */
export function stopWatch(): { readonly runOut: () => void; readonly reset: () => void; readonly end: () => void } {
  const real = performance.now.bind(performance);
  let ahead = 0;
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => real() + ahead);
  return {
    runOut: () => {
      ahead = 601 * 60_000;
    },
    reset: () => {
      ahead = 0;
    },
    end: () => spy.mockRestore(),
  };
}
