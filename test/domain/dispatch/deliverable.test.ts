import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentFingerprint } from '../../../src/documents/mail.ts';
import { undeliverable, utf8Length } from '../../../src/domain/dispatch/deliverable.ts';
import { headerText } from '../../../src/google/header.ts';

const MAIL = { to: ['a@example.cn'], text: '', html: '', attachedBytes: 0 };

describe('a mail that cannot leave is known before it is tried', () => {
  it.each([
    ['nobody to go to', { to: [] }, 'noAddress'],
    ['a name instead of an address', { to: ['区文明办'] }, 'badAddress'],
    ['a header in the address', { to: ['a@example.cn\nBcc: b@example.cn'] }, 'badAddress'],
    ['51 recipients', { to: Array.from({ length: 51 }, (_, index) => `a${index}@example.cn`) }, 'tooManyRecipients'],
    ['70,000 ideographs, 210,000 bytes', { text: '汇'.repeat(70_000) }, 'bodyTooLarge'],
    ['30 MB attached', { attachedBytes: 30 * 1024 * 1024 }, 'attachmentsTooLarge'],
  ])('%s', (_, about, why) => {
    expect(undeliverable({ ...MAIL, ...about })).toBe(why);
  });

  it('and one at every limit can', () => {
    const to = Array.from({ length: 50 }, (_, index) => `a${index}@example.cn`);
    expect(undeliverable({ to, text: 'x'.repeat(204_800), html: '', attachedBytes: 26_214_400 })).toBeNull();
  });
});

it('bytes of a text are those of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Length(text)).toBe(Buffer.byteLength(text));
    }),
  );
});

describe('a header', () => {
  it('is one line whatever was typed', () => {
    expect(headerText('五月汇总\r\nBcc: b@example.cn')).toBe('五月汇总 Bcc: b@example.cn');
    expect(headerText('a\u2028b\u0085c\u0000d')).toBe('a b c d');
  });

  it('is cut between characters', () => {
    const cut = headerText('👍'.repeat(200));
    expect(cut.length).toBeLessThanOrEqual(240);
    expect(cut).toMatch(/^(?:👍)+…$/u);
  });
});

describe('a content', () => {
  const mail = { subject: '', text: '甲', html: '', attachments: [], documents: [] };
  const document = (byte: number) => ({ name: '报告.docx', mimeType: 'a/b', bytes: new Uint8Array([1, byte]) });

  it('is another when a byte of an attached document is, or a word of an attached text', () => {
    const contents = [
      mail,
      { ...mail, documents: [document(2)] },
      { ...mail, documents: [document(3)] },
      { ...mail, attachments: [{ name: 'a.txt', mimeType: 'text/plain', text: '乙' }] },
    ].map(contentFingerprint);
    expect(new Set(contents).size).toBe(4);
    expect(contentFingerprint({ ...mail, documents: [document(2)] })).toBe(contents[1]);
  });
});
