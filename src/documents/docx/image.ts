/** What an image is and how large, from its first bytes. Only what every Word and WPS shows: PNG and JPEG. */

export interface Image {
  readonly bytes: Uint8Array;
  readonly extension: 'png' | 'jpeg';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** `null` where the bytes are no PNG or JPEG, or one no document can show. */
export function readImage(bytes: Uint8Array): Image | null {
  const size = pngSize(bytes);
  if (size) return { bytes, extension: 'png', ...size };
  const photo = jpegSize(bytes);
  return photo && { bytes, extension: 'jpeg', ...photo };
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

type Size = Pick<Image, 'width' | 'height'>;

/** A few bytes can ask for thousands of millions: whoever opens the document would run out of memory. */
const MOST_PIXELS = 64_000_000;

const sized = (width: number, height: number): Size | null =>
  width > 0 && height > 0 && width * height <= MOST_PIXELS ? { width, height } : null;

/** The header chunk comes first (PNG, third edition, 11.2.1). */
function pngSize(bytes: Uint8Array): Size | null {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 24 || signature.some((byte, at) => bytes[at] !== byte)) return null;
  const view = viewOf(bytes);
  return sized(view.getUint32(16), view.getUint32(20));
}

/** The first start-of-frame segment (ITU-T T.81, B.2.2). */
function jpegSize(bytes: Uint8Array): Size | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return sized(view.getUint16(at + 7), view.getUint16(at + 5));
    // Fill bytes stand alone; every other segment tells its length.
    at += marker === 0xff ? 1 : 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}
