/** Pictures made by hand, sound and hostile. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** As large as it is said to be, but for its pixels: one row of them. */
export function png(width: number, height: number, moves = false): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...(moves ? [chunk('acTL', Buffer.alloc(8))] : []),
    chunk('IDAT', deflateSync(Buffer.alloc(10))),
    chunk('IEND'),
  ]);
}

/** The beginning of a JPEG of that size, without a single pixel. */
export function jpegHead(width: number, height: number): Buffer {
  const bytes = Buffer.from('ffd8ffe000040102ffc0000b0800000000010111', 'hex');
  bytes.writeUInt16BE(height, 13);
  bytes.writeUInt16BE(width, 15);
  return bytes;
}

export function gif(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write('GIF89a', 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
}

export const webp = (): Buffer => Buffer.from('RIFF\0\0\0\0WEBPVP8X', 'latin1');

interface Encoder {
  init(module: unknown): Promise<void>;
  default(
    image: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number },
    options: { readonly quality: number },
  ): Promise<ArrayBuffer>;
}

let encoder: Encoder | undefined;

/** A photograph: red in its upper half, blue in its lower. */
export async function photo(width: number, height: number): Promise<Buffer> {
  if (encoder === undefined) {
    const { Module } = (globalThis as unknown as { WebAssembly: { Module: new (bytes: Uint8Array) => unknown } })
      .WebAssembly;
    const folder = createRequire(import.meta.url)
      .resolve('@jsquash/jpeg')
      .replace(/[^/\\]*$/, '');
    encoder = (await import('@jsquash/jpeg/encode.js')) as unknown as Encoder;
    await encoder.init(new Module(readFileSync(`${folder}codec/enc/mozjpeg_enc.wasm`)));
  }
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) {
    const isUpper = at < data.length / 2;
    // Some grain, so that it does not shrink to nothing.
    data.set([isUpper ? 200 + ((at * 7919) % 50) : 20, 20, isUpper ? 20 : 200 + ((at * 7919) % 50), 255], at);
  }
  return Buffer.from(await encoder.default({ data, width, height }, { quality: 90 }));
}

/** As a telephone held on its side writes it: what is the left edge was up. */
export function turned(jpeg: Buffer): Buffer {
  const exif = Buffer.from(
    'ffe10022457869660000' + '4d4d002a00000008' + '0001' + '01120003000000010006' + '0000' + '00000000',
    'hex',
  );
  exif.writeUInt16BE(exif.length - 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}
