/** A workbook opened for the browser: the host in its thread, and the server in front of it. */
import { type Desk, openDesk } from './desk.ts';
import type { Grid } from './grid-package.ts';
import { gridFiles, PAGE_FILES, serve } from './server.ts';
import type { Language } from './words.ts';

export interface OpenOptions {
  readonly path: string;
  /** Whose rights hold; the file's owner by default. */
  readonly account?: string | undefined;
  /** Becomes the file's owner where it has none. */
  readonly owner?: string | undefined;
  /** The time it is: an ISO text; the real time by default. */
  readonly asOf?: string | undefined;
  /** What people are spoken to in; the workbook's own by default. */
  readonly language?: Language | undefined;
  /** Where mails go as files, unless the environment names a mail server. */
  readonly out: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Makes the spreadsheet ready, once the workbook could be read. Without it the page has none to show; all else works. */
  readonly grid?: () => Grid;
}

export interface OpenedBook {
  readonly desk: Desk;
  /** With the token in it. */
  readonly address: string;
  /** Lets what runs come to its end, saves, and closes. */
  close(): Promise<void>;
}

/** @throws what reading the workbook or taking the port failed with */
export async function openBook({ grid, port, ...start }: OpenOptions): Promise<OpenedBook> {
  const desk = await openDesk(start);
  try {
    const files = { ...PAGE_FILES, ...(grid ? gridFiles(grid()) : {}) };
    const { address, close } = await serve(desk, files, port);
    return {
      desk,
      address,
      async close() {
        close();
        await desk.end();
      },
    };
  } catch (error) {
    await desk.end();
    throw error;
  }
}
