/** What a page asks the host to do, as it comes over the wire. */
import * as z from 'zod/mini';

const number = z.int().check(z.gte(1), z.lte(10_000_000));
const area = z.object({ row: number, column: number, rows: number, columns: number });
const place = z.object({ sheet: z.int(), areas: z.array(area).check(z.maxLength(1000)) });
const part = z.object({ row: number, column: number, values: z.array(z.array(z.string())).check(z.minLength(1)) });
const axis = z.enum(['rows', 'columns']);

/** A person typed, pasted or emptied: rectangles of what was typed. */
const edit = z.object({
  do: z.literal('edit'),
  sheet: z.int(),
  /** Most characters of a cell are 50,000; what is longer is refused by the host in the platform's words. */
  parts: z.array(part).check(z.minLength(1)),
});
const insert = z.object({ do: z.literal('insert'), sheet: z.int(), axis, before: number, count: number });
const remove = z.object({ do: z.literal('remove'), sheet: z.int(), axis, from: number, count: number });
const resize = z.object({
  do: z.literal('resize'),
  sheet: z.int(),
  axis,
  from: number,
  count: number,
  size: z.int().check(z.gte(2), z.lte(2000)),
});

/** What people do to the sheet by hand: as it goes into the journal. What a script does is written into the file at once. */
export const handTask = z.discriminatedUnion('do', [edit, insert, remove, resize]);

export type HandTask = z.infer<typeof handTask>;

export const isByHand = (task: Task | AtOnce | CommandTask): task is HandTask =>
  task.do === 'edit' || task.do === 'insert' || task.do === 'remove' || task.do === 'resize';

const shape = z.discriminatedUnion('do', [
  /** The page was opened: `onOpen` runs. */
  z.object({ do: z.literal('open') }),
  edit,
  z.object({ do: z.literal('select'), ...place.shape }),
  insert,
  remove,
  resize,
  /** A menu entry, by the function it runs, with what is selected. */
  z.object({ do: z.literal('click'), run: z.string(), at: place }),
  /** `google.script.run` of a page. */
  z.object({ do: z.literal('call'), name: z.string(), args: z.array(z.unknown()) }),
  /** From now on another account sits here. */
  z.object({ do: z.literal('account'), account: z.string().check(z.maxLength(320)) }),
]);

export type Task = z.infer<typeof shape>;

/** What a command of the command line asks: as it would call the script itself. Never taken from a page. */
const command = z.object({
  do: z.literal('command'),
  name: z.string(),
  args: z.array(z.unknown()),
  /** The time it is for this one call. */
  asOf: z.optional(z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))))),
});

export type CommandTask = z.infer<typeof command>;

/** @throws z.ZodError, SyntaxError */
export const commandFrom = (json: string): CommandTask => command.parse(JSON.parse(json));

/** What does not wait for the host. */
const atOnce = z.discriminatedUnion('do', [
  z.object({ do: z.literal('answer'), question: z.int(), button: z.string(), text: z.optional(z.string()) }),
  z.object({ do: z.literal('close'), page: z.int() }),
]);

export type AtOnce = z.infer<typeof atOnce>;

const request = z.union([shape, atOnce]);

/** @throws z.ZodError */
export const requestFrom = (json: string): Task | AtOnce => request.parse(JSON.parse(json));

export const isAtOnce = (one: Task | AtOnce): one is AtOnce => one.do === 'answer' || one.do === 'close';
