/** The month's Word documents as files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture } from './pictures.ts';
import type { DocumentsReply } from './replies.ts';
import type { Worked } from './workbook.ts';

export async function documentsOf(
  worked: Worked,
  month: string,
  pictures: readonly Picture[],
): Promise<DocumentsReply['files']> {
  return ((await worked.call('documents', { month, pictures })) as DocumentsReply).files;
}

/** Writes them to a folder and tells their paths. */
export function writeDocuments(files: DocumentsReply['files'], folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return files.map(({ name, base64 }) => {
    const path = join(folder, name);
    writeFileSync(path, Buffer.from(base64, 'base64'));
    return path;
  });
}
