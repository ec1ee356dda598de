/** The shared strings of a file: those it had keep their places, new ones come behind. */

import { XML_HEAD } from './parts.ts';
import { escapeText } from './xml.ts';

export interface StringTable {
  indexOf(text: string): number;
  text(): string;
}

export function stringTable(standing: readonly string[], standingXml: string): StringTable {
  const known = new Map<string, number>();
  standing.forEach((text, index) => {
    if (!known.has(text)) known.set(text, index);
  });
  let next = standing.length;
  const added: string[] = [];
  return {
    indexOf(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      known.set(text, next);
      const space =
        text.length > 0 && (text.trim() !== text || /[\n\t]| {2}/.test(text)) ? ' xml:space="preserve"' : '';
      added.push(`<si><t${space}>${escapeText(text)}</t></si>`);
      next += 1;
      return next - 1;
    },
    text: () =>
      `${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${next}">${standingXml}${added.join('')}</sst>`,
  };
}
