/** A mail as a file in a folder. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beside } from '../disk/beside.ts';
import type { MailFailure } from '../services/mail/failure.ts';
import type { Mail } from '../services/mail/message.ts';
import { emlOf } from './eml.ts';

/** @returns why it was not written; `null` where it stands in the folder under its name */
export async function writeEml(mail: Mail, folder: string, file: string): Promise<MailFailure | null> {
  const bytes = await emlOf(mail);
  const path = join(folder, file);
  const part = beside(path, '.', `.${process.pid}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(part, bytes, { flush: true });
    renameSync(part, path);
    return null;
  } catch (error) {
    try {
      rmSync(part, { force: true });
    } catch {
      // What is in the way of the mail is in the way of this, too: it says nothing new.
    }
    const { code = '', message } = error as NodeJS.ErrnoException;
    // Room is made again, and then it goes by itself; a folder that cannot be one stays so.
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    const reply = code === '' ? message : `${code} ${folder}`;
    return { reason: isFull ? 'diskFull' : 'folder', certain: true, temporary: isFull, hung: false, reply };
  }
}
