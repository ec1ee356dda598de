/** What a file is that is named as a picture, from its bytes, before anything is made of it: its name may say anything. */

export type Look = Picture | { readonly kind: 'refused'; readonly why: Why };

export interface Picture {
  readonly kind: 'jpeg' | 'png';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Why a file cannot be put into a document. */
export type Why =
  | { readonly code: 'noPicture' }
  | { readonly code: 'otherType'; readonly type: string }
  | { readonly code: 'tooManyPixels'; readonly width: number; readonly height: number }
  | { readonly code: 'cutOff' }
  | { readonly code: 'moves' }
  | { readonly code: 'tooLarge'; readonly megabytes: number; readonly most: number };

/**
 * Unfolded each pixel takes four bytes, twice while a picture is made smaller. A telephone's largest usual photographs have 50
 * million; a few bytes of a file can ask for 3,600 million.
 */
const MOST_PIXELS = 64_000_000;

const refused = (why: Why): Look => ({ kind: 'refused', why });

export function lookAtPicture(bytes: Uint8Array): Look {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.subarray(0, 8).equals(PNG)) return png(view);
  if (view[0] === 0xff && view[1] === 0xd8) return jpeg(view);
  const type = TYPES.find(([, from, mark]) => view.toString('latin1', from, from + mark.length) === mark)?.[0];
  return refused(type === undefined ? { code: 'noPicture' } : { code: 'otherType', type });
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Other pictures by their first bytes: where they begin, and with what. */
const TYPES: readonly (readonly [type: string, from: number, mark: string])[] = [
  ['GIF', 0, 'GIF8'],
  ['WebP', 8, 'WEBP'],
  ['HEIC', 4, 'ftyphe'],
  ['HEIC', 4, 'ftypmi'],
  ['AVIF', 4, 'ftypav'],
  ['TIFF', 0, 'II*\0'],
  ['TIFF', 0, 'MM\0*'],
  ['BMP', 0, 'BM'],
  ['PDF', 0, '%PDF'],
];

function sized(kind: Picture['kind'], width: number, height: number): Look {
  if (width === 0 || height === 0) return refused({ code: 'cutOff' });
  return width * height > MOST_PIXELS ? refused({ code: 'tooManyPixels', width, height }) : { kind, width, height };
}

/** Chunk by chunk to the one that ends it (PNG, third edition, 5.3). */
function png(view: Buffer): Look {
  let at = 8;
  let found: Look | undefined;
  while (at + 12 <= view.length) {
    const type = view.toString('latin1', at + 4, at + 8);
    if (type === 'IHDR' && at + 24 <= view.length)
      found = sized('png', view.readUInt32BE(at + 8), view.readUInt32BE(at + 12));
    if (type === 'acTL') return refused({ code: 'moves' });
    at += 12 + view.readUInt32BE(at);
    if (found?.kind === 'refused') return found;
    if (type === 'IEND') return found && at <= view.length ? found : refused({ code: 'cutOff' });
  }
  return refused({ code: 'cutOff' });
}

/** The first start-of-frame segment (ITU-T T.81, B.2.2). Whether it is whole shows when it is unfolded. */
function jpeg(view: Buffer): Look {
  let at = 2;
  while (at + 9 < view.length && view[at] === 0xff) {
    const marker = view.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return sized('jpeg', view.readUInt16BE(at + 7), view.readUInt16BE(at + 5));
    // Fill bytes stand alone; every other segment tells its length.
    at += marker === 0xff ? 1 : 2 + Math.max(2, view.readUInt16BE(at + 2));
  }
  return refused({ code: 'cutOff' });
}
