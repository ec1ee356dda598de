/**
 * The journal as it lies on the disk: a line for each thing that was done, each with a sum over itself and the line before. What
 * was torn off while it was written is found by its sum; it was never acknowledged.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { handTask } from '../open/task.ts';

const VERSION = 1;

const header = z.object({
  kind: z.literal('journal'),
  version: z.literal(VERSION),
  /** One journal: nobody else has it. */
  id: z.string(),
  /** The workbook's name, for whoever finds the journal alone. */
  book: z.string(),
  /** Content of the file that what follows was done to, by its digest. */
  basis: z.string(),
  /** What was given to a workbook without an owner as its owner. */
  owner: z.nullable(z.string()),
});

const done = z.object({
  kind: z.literal('done'),
  /** Counts up, without end. */
  number: z.int(),
  /** The time it was for the script: ISO, in the workbook's zone where it names none. */
  at: z.string(),
  account: z.string(),
  language: z.enum(['zh-CN', 'en']),
  /** The sheet's name then. */
  sheet: z.string(),
  task: handTask,
  /** Was it done, or refused? What is refused may have been done in part. */
  ok: z.boolean(),
  /** Digests of the rows it touches, before and after; `null` where it moves rows or columns. */
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});

/** The file is about to be replaced by one of this content, with everything up to this number in it. */
const written = z.object({ kind: z.literal('written'), upTo: z.int(), digest: z.string() });

export type Header = z.infer<typeof header>;
export type Done = z.infer<typeof done>;
export type Written = z.infer<typeof written>;
type Line = Header | Done | Written;

const line = z.discriminatedUnion('kind', [header, done, written]);

/** Where the next line goes on: the sum of the last one. */
export type Sum = string;

export const FIRST: Sum = '';

const sumOf = (before: Sum, json: string): Sum =>
  createHash('sha256').update(`${before}${json}`).digest('hex').slice(0, 16);

export function lineOf(before: Sum, what: Omit<Header, 'version'> | Done | Written): { text: string; sum: Sum } {
  const json = JSON.stringify(what.kind === 'journal' ? { ...what, version: VERSION } : what);
  const sum = sumOf(before, json);
  return { text: `${sum} ${json}\n`, sum };
}

export interface Lines {
  readonly header: Header;
  readonly done: readonly Done[];
  readonly written: readonly Written[];
  /** Sum of the last whole line. */
  readonly sum: Sum;
  /** Bytes up to its end. */
  readonly length: number;
  /** Lines that are there as a whole and cannot be read: the disk, or another program. `''` where there are none. */
  readonly unreadable: string;
}

/** `null` where not even its first line was written to its end. */
export function linesIn(bytes: Buffer): Lines | null {
  const read: Line[] = [];
  let sum = FIRST;
  let length = 0;
  for (;;) {
    const end = bytes.indexOf(10, length);
    if (end < 0) break;
    const one = lineIn(bytes.toString('utf8', length, end), sum);
    if (one === null || (one.what.kind === 'journal') !== (read.length === 0)) break;
    read.push(one.what);
    ({ sum } = one);
    length = end + 1;
  }
  const rest = bytes.toString('utf8', length);
  const unreadable = rest.includes('\n') ? rest : '';
  const [first, ...others] = read;
  if (first?.kind !== 'journal') {
    return unreadable === '' ? null : { ...NOTHING, unreadable };
  }
  return {
    header: first,
    done: others.filter((one): one is Done => one.kind === 'done'),
    written: others.filter((one): one is Written => one.kind === 'written'),
    sum,
    length,
    unreadable,
  };
}

const NOTHING: Omit<Lines, 'unreadable'> = {
  header: { kind: 'journal', version: VERSION, id: '', book: '', basis: '', owner: null },
  done: [],
  written: [],
  sum: FIRST,
  length: 0,
};

function lineIn(text: string, before: Sum): { what: Line; sum: Sum } | null {
  const [, sum = '', json = ''] = /^([0-9a-f]{16}) (.*)$/s.exec(text) ?? [];
  if (sum === '' || sum !== sumOf(before, json)) return null;
  try {
    return { what: line.parse(JSON.parse(json)), sum };
  } catch {
    // A later version's.
    return null;
  }
}
