/**
 * Photographs as large as a page shows them. A bundle of its own, loaded when the first photograph is met: the codec is MozJPEG,
 * compiled to WebAssembly, in two files beside it.
 */
import { readFileSync } from 'node:fs';
import * as decoding from '@jsquash/jpeg/decode.js';
import * as encoding from '@jsquash/jpeg/encode.js';

/** The codec's own types speak of a browser's; these are what of it is used here. */
interface Codec {
  init(module: unknown, options: object): Promise<void>;
}
type Decoder = Codec & {
  default(bytes: ArrayBuffer, options: { readonly preserveOrientation: boolean }): Promise<Pixels>;
};
type Encoder = Codec & { default(image: Pixels, options: { readonly quality: number }): Promise<ArrayBuffer> };
const decoder = decoding as unknown as Decoder;
const encoder = encoding as unknown as Encoder;
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: { readonly Module: new (bytes: Uint8Array) => unknown };
};

/** Printed a photograph is eleven centimetres wide: so many pixels are three hundred to the inch. */
const LONGEST_SIDE = 1280;
/** What is smaller stays as it is. */
const SMALL = 400_000;
const QUALITY = 80;

let troubles: string[] = [];
let ready: Promise<unknown> | undefined;

function codec(): Promise<unknown> {
  const module = (name: string) => new WebAssembly.Module(readFileSync(new URL(name, import.meta.url)));
  // What it has to say of a damaged photograph is said here in words; it must not end the process either.
  const options = {
    printErr: (line: string) => troubles.push(line),
    print: () => undefined,
    quit: (_: number, error: Error) => {
      throw error;
    },
  };
  ready ??= Promise.all([
    decoder.init(module('mozjpeg_dec.wasm'), options),
    encoder.init(module('mozjpeg_enc.wasm'), options),
  ]);
  return ready;
}

/** The photograph upright and no larger than it is printed; `null` where it is cut off or damaged. */
export async function smallerPhoto(bytes: Uint8Array): Promise<Uint8Array | null> {
  await codec();
  troubles = [];
  let image: Pixels;
  try {
    image = await decoder.default(bytes.slice().buffer as ArrayBuffer, { preserveOrientation: true });
  } catch {
    return null;
  }
  // Anything else it complains of (a wrong length of a comment, say) leaves the picture whole.
  if (troubles.some((line) => /premature end|corrupt/i.test(line))) return null;
  const most = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  if (most === 1 && bytes.length <= SMALL) return bytes;
  const made = new Uint8Array(await encoder.default(reduced(image, most), { quality: QUALITY }));
  return most === 1 && made.length >= bytes.length ? bytes : made;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each pixel. */
  readonly data: Uint8ClampedArray;
}

/** Each pixel is the mean of those it stands for. */
function reduced({ width, height, data }: Pixels, most: number): Pixels {
  const across = Math.max(1, Math.round(width * most));
  const down = Math.max(1, Math.round(height * most));
  const made = new Uint8ClampedArray(across * down * 4);
  for (let y = 0; y < down; y += 1) {
    const top = Math.floor((y * height) / down);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / down));
    for (let x = 0; x < across; x += 1) {
      const left = Math.floor((x * width) / across);
      const right = Math.max(left + 1, Math.floor(((x + 1) * width) / across));
      let [red, green, blue] = [0, 0, 0];
      for (let row = top; row < bottom; row += 1) {
        for (let at = (row * width + left) * 4; at < (row * width + right) * 4; at += 4) {
          red += data[at] ?? 0;
          green += data[at + 1] ?? 0;
          blue += data[at + 2] ?? 0;
        }
      }
      const count = (bottom - top) * (right - left);
      made.set([red / count, green / count, blue / count, 255], (y * across + x) * 4);
    }
  }
  return { width: across, height: down, data: made };
}
