/** A workbook opened for the browser: the host in its thread, and the server in front of it. */
import { openEntrance } from '../file/entrance.ts';
import { acquireLock, HeldError, type WorkbookLock } from '../file/lock.ts';
import { refuseWhereOpen } from '../file/other-programs.ts';
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

/**
 * @throws HeldError, OpenElsewhereError where it is in other hands; what reading the workbook or taking the port failed with
 */
export async function openBook({ grid, port, ...start }: OpenOptions): Promise<OpenedBook> {
  const lock = lockOf(start.path);
  const held = 'token' in lock ? lock : null;
  let desk: Desk | undefined;
  try {
    refuseWhereOpen(start.path);
    const opened = await openDesk({ ...start, lock: held ? { file: held.file, token: held.token } : (lock as WhyNot) });
    desk = opened;
    const files = { ...PAGE_FILES, ...(grid ? gridFiles(grid()) : {}) };
    const { address, port: taken, secret, close } = await serve(desk, files, port);
    const closeEntrance = held ? openEntrance(held.token, { port: taken, secret }) : () => undefined;
    return {
      desk,
      address,
      async close() {
        closeEntrance();
        close();
        await opened.end();
        held?.release();
      },
    };
  } catch (error) {
    await desk?.end();
    held?.release();
    throw error;
  }
}

interface WhyNot {
  readonly whyNot: string;
}

/** Where nothing can be written, as in a folder that may only be read, it can still be looked at. */
function lockOf(path: string): WorkbookLock | WhyNot {
  try {
    return acquireLock(path, { what: 'page', command: 'open' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof HeldError || code === undefined || code === 'ENOENT') throw error;
    return { whyNot: code };
  }
}
