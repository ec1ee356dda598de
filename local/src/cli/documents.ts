/** The month's Word documents as files, with the photographs that lie beside the workbook. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { putFile } from '../file/put.ts';
import { printError } from './print.ts';
import type { DocumentFiles } from './replies.ts';
import type { Worked } from './workbook.ts';

/** An image the script may put into the report, by the link it stands for. */
export interface Picture {
  readonly link: string;
  readonly base64: string;
}

/** The photographs of the month's returns that lie beside the workbook. `book` is the workbook's own path. */
export async function picturesOf(worked: Worked, book: string, month: string): Promise<readonly Picture[]> {
  const links = await worked.call('evidence', { month });
  return [...new Set(links.map(({ link }) => link))].flatMap((link) => {
    const bytes = pictureBeside(book, link);
    return bytes ? [{ link, base64: bytes.toString('base64') }] : [];
  });
}

export async function documentsOf(worked: Worked, month: string, pictures: readonly Picture[]): Promise<DocumentFiles> {
  return (await worked.call('documents', { month, pictures })).files;
}

/** Writes them to a folder and tells their paths. */
export function writeDocuments(files: DocumentFiles, folder: string): readonly string[] {
  return files.map(({ name, base64 }) => putFile(folder, name, Buffer.from(base64, 'base64')));
}

/** A photograph is some megabytes; what is larger is not put into a document that is mailed. */
const LARGEST_PICTURE = 10_000_000;

/**
 * The file a link names, where it lies in the workbook's folder or below: a link is what a clerk typed, and must not bring
 * anything else of the machine into a document that leaves it.
 */
function pictureBeside(book: string, link: string): Buffer | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link) || isAbsolute(link) || !/\.(?:png|jpe?g)$/i.test(link)) return null;
  try {
    const folder = realpathSync(dirname(book));
    const file = realpathSync(join(folder, link.replace(/\\/g, '/')));
    const below = relative(folder, file);
    if (below.startsWith('..') || isAbsolute(below)) return null;
    const about = statSync(file);
    if (!about.isFile()) return null;
    if (about.size <= LARGEST_PICTURE) return readFileSync(file);
    const size = Math.ceil(about.size / 1024 / 1024);
    printError(`“${link}”有 ${size} MB，超过 10 MB，没有放进报告，只写了链接。请缩小后再执行。`);
    return null;
  } catch {
    // No such file: the link stays a link.
    return null;
  }
}
