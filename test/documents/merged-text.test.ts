import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitForCells } from '../../src/documents/merged-text.ts';
import { LONGEST_CELL } from '../../src/spreadsheet/pieces.ts';

const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('\n', '。', '；', '长'.repeat(2000), '👍'.repeat(900)),
    ),
  )
  .map((parts) => parts.join(''));

/** No half of a character: such a text cannot be encoded. */
function isWhole(text: string): boolean {
  try {
    return encodeURIComponent(text) !== '' || text === '';
  } catch {
    return false;
  }
}

describe('a text too long for one cell', () => {
  it('put together again is the text (property)', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(splitForCells(text).join('')).toBe(text);
      }),
    );
  });

  it('is in pieces a cell can hold, none of them blank, no character torn apart (property)', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = splitForCells(text);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(LONGEST_CELL);
          if (pieces.length > 1) expect(piece).not.toBe('');
          expect(isWhole(piece)).toBe(true);
        }
      }),
    );
  });

  it('breaks at the end of a line, else of a sentence', () => {
    const lines = Array.from({ length: 60 }, (_, line) => `第 ${line + 1} 处已整改`).join('\n');
    for (const piece of splitForCells(lines).slice(0, -1)) expect(piece).toMatch(/\n$/);
    const sentences = '逐栋检查，登记隐患，当场整改。'.repeat(200);
    for (const piece of splitForCells(sentences).slice(0, -1)) expect(piece).toMatch(/。$/);
  });

  it('a short one stays whole', () => {
    expect(splitForCells('查了三栋楼')).toEqual(['查了三栋楼']);
    expect(splitForCells('')).toEqual(['']);
  });
});
