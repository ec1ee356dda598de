/** The templates every workbook begins with: the Word files of this folder, put into the script by the build. */
import packed from 'templates:packed';
import { bytesOf } from '../docx/base64.ts';
import { type Parts, unpack } from '../docx/package.ts';
import type { DocumentKind } from '../official/tags.ts';

/** The parts of the template of a kind. They are packed together, twice, so that what all share takes its room once. */
export function builtInTemplate(kind: DocumentKind): Parts {
  const folder = `${kind}/`;
  return Object.fromEntries(
    Object.values(unpack(bytesOf(packed.replace(/=+$/, ''))))
      .flatMap((all) => Object.entries(unpack(all)))
      .flatMap(([name, bytes]) => (name.startsWith(folder) ? [[name.slice(folder.length), bytes]] : [])),
  );
}
