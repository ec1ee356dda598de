/** A workbook opened as `huizong open` does, driven by what a page sends and gets; no browser. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { openBook as OpenBook, OpenedBook, OpenOptions } from '../../local/open/open.ts';
import type { AtOnce, Task } from '../../local/open/task.ts';
import type { DrawnCell, Outcome, Reply, ScreenEvent, ScreenState } from '../../local/open/wire.ts';
import { type Host, saveBook } from './host.ts';
import { preparedWorkbook } from './month.ts';

const { openBook } = (await import('../../dist/open.js' as string)) as { openBook: typeof OpenBook };

// Where a page tells commands of the same account how to come in.
process.env['HOME'] = mkdtempSync(join(tmpdir(), 'huizong-home-'));

let prepared: Uint8Array | undefined;

/** The small plan's May, prepared, in a file of its own. */
export function preparedFile(): string {
  prepared ??= readFileSync(fileOf(preparedWorkbook()));
  const path = newPath();
  writeFileSync(path, prepared);
  return path;
}

const newPath = (): string => join(mkdtempSync(join(tmpdir(), 'huizong-open-')), '月报.xlsx');

/** The workbook of a host, in a file of its own. */
export function fileOf(host: Host): string {
  const path = newPath();
  saveBook(host.book, path);
  return path;
}

export interface Page extends OpenedBook {
  /** Sends what a page would; answers what it gets back. */
  ask(task: Task | AtOnce): Promise<Outcome>;
  state(): ScreenState;
  /** Waits until it holds; what was said of the screen so far is looked at, too. */
  until<T>(holds: (state: ScreenState) => T | null | undefined | false): Promise<T>;
  /** Everything that was said to the page since it was opened. */
  readonly heard: readonly ScreenEvent[];
}

/** As `openPage`; closed when the test is over. */
export async function opened(path: string, options: Partial<OpenOptions> = {}): Promise<Page> {
  const page = await openPage(path, options);
  onTestFinished(() => page.close());
  return page;
}

/** Opened at noon of 23 May 2023. */
export async function openPage(path: string, options: Partial<OpenOptions> = {}): Promise<Page> {
  const book = await openBook({ path, out: join(path, '..', 'out'), port: 0, asOf: '2023-05-23T12:00', ...options });
  const { screen } = book.desk;
  const heard: ScreenEvent[] = [];
  const stop = screen.watch((event) => heard.push(event));
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    stop();
    await book.close();
  };
  return {
    ...book,
    close,
    heard,
    state: screen.state,
    async ask(task) {
      const { status, text } = await send(`${book.address}do`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(task),
      });
      if (status !== 200) throw new Error(`HTTP ${status}`);
      return (JSON.parse(text) as Reply).outcome;
    },
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          const answer = holds(screen.state());
          if (answer === null || answer === undefined || answer === false) return;
          unwatch?.();
          resolve(answer);
        };
        let unwatch: (() => void) | undefined;
        unwatch = screen.watch(look);
        look();
      }),
  };
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request with whatever headers; `fetch` would not send a `Host` of one's own. */
export function send(
  address: string,
  options: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {},
): Promise<Answered> {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What a cell shows, by the sheet's name. */
export function drawnCell({ book }: ScreenState, sheet: string, row: number, column: number): DrawnCell | undefined {
  const cells = book.sheets.find(({ name }) => name === sheet)?.cells ?? [];
  return cells.find(([r, c]) => r === row && c === column)?.[2] ?? undefined;
}

export function sheetNumber({ book }: ScreenState, name: string): number {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return sheet.id;
}
