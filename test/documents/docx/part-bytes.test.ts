/** Words on their way into a part: characters beyond U+FFFF, rare surnames among them, stay what they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partBytes, partText } from '../../../src/documents/docx/package.ts';

describe('a part’s bytes', () => {
  it.each(['𠮷', '👍🏽', '示例区', 'é', 'a', ''])('of “%s” are its UTF-8', (text) => {
    expect([...partBytes(text)]).toEqual([...Buffer.from(text)]);
    expect(partText({ part: partBytes(text) }, 'part')).toBe(text);
  });

  it('of any text are its UTF-8', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(fc.property(text, (words) => Buffer.from(partBytes(words)).equals(Buffer.from(words))));
  });
});
