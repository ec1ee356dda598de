/** The month's Word documents as files. */
import { putFile } from '../file/put.ts';
import type { Picture } from './pictures.ts';
import type { DocumentFiles } from './replies.ts';
import type { Worked } from './workbook.ts';

export async function documentsOf(worked: Worked, month: string, pictures: readonly Picture[]): Promise<DocumentFiles> {
  return (await worked.call('documents', { month, pictures })).files;
}

/** Writes them to a folder and tells their paths. */
export function writeDocuments(files: DocumentFiles, folder: string): readonly string[] {
  return files.map(({ name, base64 }) => putFile(folder, name, Buffer.from(base64, 'base64')));
}
