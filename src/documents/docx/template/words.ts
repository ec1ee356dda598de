/** Words as Word wants them inside a run, whatever they hold. */
import type { XmlElement, XmlNode } from '../xml.ts';

export function element(name: string, attributes = '', children: readonly XmlNode[] = []): XmlElement {
  return { kind: 'element', name, attributes: attributes === '' ? '' : ` ${attributes}`, children };
}

/** The content of a run: a line's end becomes a break, a tab a tab. */
export function wordNodes(text: string): XmlElement[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/([\n\t])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\n') return element('w:br');
      return piece === '\t'
        ? element('w:tab')
        : element('w:t', 'xml:space="preserve"', [{ kind: 'text', text: piece }]);
    });
}
