/** What the script remembers with the document, for its next run. */
import { piecesOf } from '../spreadsheet/pieces.ts';

/** A value takes 9 KB (guides/services/quotas); a character of Chinese is three bytes. */
const CHARACTERS_A_VALUE = 3_000;

/** All that is remembered, read in one call. */
export interface Properties {
  readonly get: (key: string) => string | null;
}

export function readProperties(): Properties {
  const values = PropertiesService.getDocumentProperties().getProperties();
  return {
    get: (key) => {
      const parts = Number(values[key] ?? Number.NaN);
      if (Number.isNaN(parts)) return null;
      return Array.from({ length: parts }, (_, part) => values[`${key}.${part}`]).join('');
    },
  };
}

/** Remembers a text under a name, in as many values as it needs; one call. */
export function writeProperty(key: string, text: string): void {
  const pieces = piecesOf(text, CHARACTERS_A_VALUE);
  const values = Object.fromEntries(pieces.map((piece, part) => [`${key}.${part}`, piece]));
  PropertiesService.getDocumentProperties().setProperties({ ...values, [key]: String(pieces.length) });
}
