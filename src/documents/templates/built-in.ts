/** The templates every workbook begins with: the Word files of this folder, put into the script by the build. */
import packed from 'templates:packed';
import { fromBase64 } from '../docx/base64.ts';
import { type Parts, unpack } from '../docx/package.ts';
import type { DocumentKind } from '../official/tags.ts';

/** The parts of the template of a kind. They are packed together, so that what all share takes its room once. */
export function builtInTemplate(kind: DocumentKind): Parts {
  const { templates } = unpack(fromBase64(packed) ?? new Uint8Array());
  const all = unpack(templates ?? new Uint8Array());
  const folder = `${kind}/`;
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, bytes]) =>
      name.startsWith(folder) ? [[name.slice(folder.length), bytes]] : [],
    ),
  );
}
