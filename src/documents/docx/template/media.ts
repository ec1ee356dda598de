/** The pictures put into a document: each becomes a part of its own, with a name the text refers to. */
import type { Image } from '../image.ts';
import { type Parts, partBytes, partText } from '../package.ts';
import { PROLOGUE } from '../xml.ts';

export interface Media {
  /** Takes a picture in. */
  readonly add: (image: Image) => { readonly relation: string; readonly number: number };
  /** The parts with the pictures taken in. */
  readonly into: (parts: Parts) => Parts;
}

const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';

export function newMedia(): Media {
  const images: Image[] = [];
  const name = ({ extension }: Image, index: number) => `huizong${index + 1}.${extension}`;
  return {
    add: (image) => {
      const count = images.push(image);
      // Numbers of drawings must differ; those of a template's own are small.
      return { relation: `huizong${count}`, number: 9000 + count };
    },
    into: (parts) => {
      if (images.length === 0) return parts;
      const relations = images.map(
        (image, index) =>
          `<Relationship Id="huizong${index + 1}" Type="${IMAGE}" Target="media/${name(image, index)}"/>`,
      );
      const types = [...new Set(images.map(({ extension }) => extension))]
        .filter((extension) => !new RegExp(`Extension="${extension}"`, 'i').test(partText(parts, TYPES)))
        .map((extension) => `<Default Extension="${extension}" ContentType="image/${extension}"/>`);
      const standing =
        partText(parts, RELATIONS) ||
        `${PROLOGUE}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
      return {
        ...parts,
        ...Object.fromEntries(images.map((image, index) => [`word/media/${name(image, index)}`, image.bytes])),
        [RELATIONS]: partBytes(
          standing.replace(/<\/Relationships>|(?<=<Relationships[^>]*)\/>(?=\s*$)/, (end) =>
            end === '/>' ? `>${relations.join('')}</Relationships>` : `${relations.join('')}${end}`,
          ),
        ),
        [TYPES]: partBytes(partText(parts, TYPES).replace(/<Types[^>]*>/, (start) => start + types.join(''))),
      };
    },
  };
}
