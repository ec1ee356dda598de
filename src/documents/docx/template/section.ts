/** A section of pages laid on its side. */
import { attributeOf, isElement, type XmlElement } from '../xml.ts';

/** The text block of the page goes with it: what was left of it is above, what was below is left. */
export function turned(section: XmlElement): XmlElement {
  return { ...section, children: section.children.filter(isElement).map(turnedPart) };
}

function turnedPart(part: XmlElement): XmlElement {
  const value = (name: string) => attributeOf(part, name) ?? '0';
  if (part.name === 'w:pgSz') {
    return { ...part, attributes: ` w:w="${value('w:h')}" w:h="${value('w:w')}" w:orient="landscape"` };
  }
  if (part.name !== 'w:pgMar') return part;
  // The page number keeps its distance from the text.
  const footer = Math.max(567, Number(value('w:footer')) - Number(value('w:bottom')) + Number(value('w:right')));
  return {
    ...part,
    attributes:
      ` w:top="${value('w:left')}" w:right="${value('w:top')}" w:bottom="${value('w:right')}" w:left="${value('w:bottom')}"` +
      ` w:header="${value('w:header')}" w:footer="${footer}" w:gutter="${value('w:gutter')}"`,
  };
}
