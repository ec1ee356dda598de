/** “已保存” is a promise: whatever a page answered as saved is in the workbook after the next start, whenever it was killed. */
import { copyFileSync, mkdtempSync, readdirSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { saveBook } from '../../../test/support/host.ts';
import { preparedWorkbook, SUBMISSIONS } from '../../../test/support/month.ts';
import { afterThings, type Looks, looksOf, nextCommand, type Typed, typeUntilKilled } from '../support/killed-page.ts';

process.env['HOME'] = mkdtempSync(join(tmpdir(), 'huizong-home-'));

const original = join(mkdtempSync(join(tmpdir(), 'huizong-')), '月报.xlsx');
// Processes start slowly on a machine that has other things to do.
vi.setConfig({ testTimeout: 900_000 });

let submissions = 0;
let first: Looks = { texts: [], rows: 0 };
const total = { kills: 0, acknowledged: 0, lost: 0, withJournal: 0 };

beforeAll(() => {
  const { book } = preparedWorkbook();
  submissions = book.sheets.find(({ name }) => name === SUBMISSIONS)?.id ?? 0;
  saveBook(book, original);
  first = looksOf(original);
}, 120_000);

afterAll(() => {
  process.stdout.write(
    `killed pages: ${total.kills} kills, ${total.acknowledged} things answered as saved, ${total.withJournal} times with a journal left, ${total.lost} lost\n`,
  );
});

function freshBook(): string {
  const book = join(mkdtempSync(join(tmpdir(), 'huizong-kill-')), '月报.xlsx');
  copyFileSync(original, book);
  return book;
}

const hidden = (book: string): string[] => readdirSync(dirname(book)).filter((name) => name.startsWith('.'));

/** Nothing lost, nothing twice: it is as after all that was answered, or with what was on its way. */
function judge(book: string, { acknowledged, sent }: Typed, earlier: Looks): void {
  const looks = looksOf(book);
  const allowed = [afterThings(acknowledged, earlier), afterThings(sent, earlier)];
  const isRight = allowed.some((one) => JSON.stringify(one) === JSON.stringify(looks));
  total.kills += 1;
  total.acknowledged += acknowledged;
  if (!isRight) total.lost += 1;
  expect(allowed).toContainEqual(looks);
  expect(hidden(book)).toEqual([]);
}

const noteJournal = (book: string): void => {
  if (hidden(book).some((name) => name.includes('journal'))) total.withJournal += 1;
};

// Most of the time a process is starting, or waits: several at a time.
describe.concurrent('a page that is killed while somebody types', () => {
  it.each(Array.from({ length: 40 }, (_, index) => index))('at a random moment, number %i', async (index) => {
    const book = freshBook();
    const typed = await typeUntilKilled(book, submissions, {
      after: Math.random() * 2500,
      rest: index % 2 === 0 ? 500 : 0,
    });
    noteJournal(book);
    expect((await nextCommand(book)).ended).toBe(true);
    judge(book, typed, first);
  });

  it('again and again, on one workbook: page after page puts in what the last one left', async () => {
    const book = freshBook();
    let earlier = first;
    for (let turn = 0; turn < 12; turn += 1) {
      const typed = await typeUntilKilled(book, submissions, { after: 300 + Math.random() * 900 });
      noteJournal(book);
      const looks = [afterThings(typed.acknowledged, earlier), afterThings(typed.sent, earlier)];
      // A page puts it in, not a command, and is killed as soon as it is open.
      await typeUntilKilled(book, submissions, { atMost: 0 });
      await nextCommand(book);
      expect(looks).toContainEqual(looksOf(book));
      judge(book, typed, earlier);
      earlier = looksOf(book);
    }
  });
});

describe.concurrent('a page that is killed at every step of the life of the journal', () => {
  /** Eight things, a rest in which the file is written, and four more: beyond the last call nothing is killed. */
  const STEPS = Array.from({ length: 76 }, (_, index) => index + 1);

  it.each(STEPS)('at call %i', async (at) => {
    const book = freshBook();
    const typed = await typeUntilKilled(book, submissions, { at, atMost: 12, rest: 2500 });
    noteJournal(book);
    expect((await nextCommand(book)).ended).toBe(true);
    judge(book, typed, first);
  });
});

describe.concurrent('what is left of it is put in once, also where the one that puts it in is killed', () => {
  const left = freshOnce();
  /** Beyond the last of its calls it comes to its end. */
  const STEPS = Array.from({ length: 42 }, (_, index) => index + 1);
  const ended = new Set<number>();

  it.each(STEPS)('at call %i', async (at) => {
    const { folder, typed } = await left();
    const book = join(mkdtempSync(join(tmpdir(), 'huizong-kill-')), '月报.xlsx');
    for (const name of readdirSync(folder))
      if (name !== 'out') copyFileSync(join(folder, name), join(dirname(book), name));
    if ((await nextCommand(book, at)).ended) ended.add(at);
    else await patientlyNext(book);
    judge(book, typed, first);
  });

  afterAll(() => {
    expect(ended.has(STEPS.at(-1) ?? 0)).toBe(true);
    expect(ended.size).toBeLessThan(STEPS.length / 2);
  });
});

/** A lock that was left when it was there and nothing in it yet is followed after five minutes: until then people are told so. */
async function patientlyNext(book: string): Promise<void> {
  const { ended, stderr } = await nextCommand(book);
  if (ended) return;
  expect(stderr).toContain('看不出是谁');
  const longAgo = new Date(Date.now() - 600_000);
  for (const name of hidden(book)) if (name.includes('lock')) utimesSync(join(dirname(book), name), longAgo, longAgo);
  expect((await nextCommand(book)).ended).toBe(true);
}

/** A workbook with a journal beside it, made when it is first asked for. */
function freshOnce(): () => Promise<{ readonly folder: string; readonly typed: Typed }> {
  let made: Promise<{ folder: string; typed: Typed }> | undefined;
  return () => {
    made ??= (async () => {
      const book = freshBook();
      const typed = await typeUntilKilled(book, submissions, { atMost: 7 });
      expect(hidden(book).some((name) => name.includes('journal'))).toBe(true);
      return { folder: dirname(book), typed };
    })();
    return made;
  };
}
