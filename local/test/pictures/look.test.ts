import { describe, expect, it } from 'vitest';
import { lookAtPicture } from '../../src/pictures/look.ts';
import { gif, jpegHead, png, webp } from './made.ts';

describe('what a file says it is', () => {
  it('a JPEG and a PNG are taken, with their size', () => {
    expect(lookAtPicture(jpegHead(640, 480))).toEqual({ kind: 'jpeg', width: 640, height: 480 });
    expect(lookAtPicture(png(640, 480))).toEqual({ kind: 'png', width: 640, height: 480 });
  });

  it.each([
    ['PNG', png(60_000, 60_000)],
    ['JPEG', jpegHead(60_000, 60_000)],
  ])('a few bytes of %s that ask for 3,600 million pixels are refused with what they ask for', (_, bytes) => {
    expect(bytes.length).toBeLessThan(200);
    expect(lookAtPicture(bytes)).toEqual({
      kind: 'refused',
      why: { code: 'tooManyPixels', width: 60_000, height: 60_000 },
    });
  });

  it('a telephone’s largest usual photograph is taken', () => {
    expect(lookAtPicture(jpegHead(8_192, 6_144)).kind).toBe('jpeg');
  });

  it.each([
    ['GIF', gif(60_000, 60_000)],
    ['WebP', webp()],
    ['HEIC', Buffer.from('0000001866747970686569630000', 'hex')],
    ['BMP', Buffer.from('BM....')],
    ['TIFF', Buffer.from('II*\0....')],
    ['PDF', Buffer.from('%PDF-1.7')],
  ])('a %s, whatever its name, is refused with its type', (type, bytes) => {
    expect(lookAtPicture(bytes)).toEqual({ kind: 'refused', why: { code: 'otherType', type } });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', Buffer.from('这不是图片')],
  ])('%s is no picture', (_, bytes) => {
    expect(lookAtPicture(bytes)).toEqual({ kind: 'refused', why: { code: 'noPicture' } });
  });

  it.each([
    ['a PNG without its end', png(640, 480).subarray(0, -12)],
    ['a PNG cut within its pixels', png(640, 480).subarray(0, 50)],
    ['a PNG of no size', png(0, 480)],
    ['a JPEG cut before its size', jpegHead(640, 480).subarray(0, 8)],
    ['a JPEG whose segments lead beyond it', Buffer.from('ffd8ffe0ffff', 'hex')],
  ])('%s is cut off', (_, bytes) => {
    expect(lookAtPicture(bytes)).toEqual({ kind: 'refused', why: { code: 'cutOff' } });
  });

  it('a PNG that moves is refused', () => {
    expect(lookAtPicture(png(640, 480, true))).toEqual({ kind: 'refused', why: { code: 'moves' } });
  });

  it('a chunk that says it has four thousand million bytes ends the look', () => {
    const bytes = png(640, 480);
    bytes.writeUInt32BE(0xffff_ffff, 33);
    expect(lookAtPicture(bytes)).toEqual({ kind: 'refused', why: { code: 'cutOff' } });
  });
});
