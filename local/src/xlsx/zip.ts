/** A zip as it lies in the file: its folder read, entries inflated one at a time and no further than they say. */
import { crc32, deflateRawSync, constants as flate, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { NotAWorkbookError } from './not-a-workbook.ts';

/** An entry as it lies in a file. */
export interface Packed {
  readonly method: 'stored' | 'deflated';
  /** Its bytes in the file. */
  readonly raw: Uint8Array;
  /** What the folder says it unpacks to. */
  readonly size: number;
  readonly crc: number;
}

export interface Entry extends Packed {
  readonly name: string;
}

const END = 0x0605_4b50;
const END_64 = 0x0606_4b50;
const LOCATOR_64 = 0x0706_4b50;
const ENTRY = 0x0201_4b50;
const LOCAL = 0x0403_4b50;
/** The longest comment a zip may end with, and the record before it. */
const FURTHEST_END = 65_557;

/**
 * The entries a zip's folder lists, nothing unpacked (APPNOTE.TXT 6.3, 4.3).
 *
 * @throws NotAWorkbookError damaged
 */
export function* entriesOf(bytes: Uint8Array): Generator<Entry> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let { count, at } = folderOf(file);
  for (; count > 0; count -= 1) {
    if (within(file, at, 46).readUInt32LE(at) !== ENTRY) throw new NotAWorkbookError('damaged');
    const nameLength = file.readUInt16LE(at + 28);
    const extraLength = file.readUInt16LE(at + 30);
    const name = within(file, at + 46, nameLength).toString(
      (file.readUInt16LE(at + 8) & 0x800) === 0 ? 'latin1' : 'utf8',
      at + 46,
      at + 46 + nameLength,
    );
    const extra = within(file, at + 46 + nameLength, extraLength).subarray(
      at + 46 + nameLength,
      at + 46 + nameLength + extraLength,
    );
    const { size, packed, place } = sizesOf(file, at, extra);
    const method = file.readUInt16LE(at + 10);
    if ((method !== 0 && method !== 8) || within(file, place, 30).readUInt32LE(place) !== LOCAL)
      throw new NotAWorkbookError('damaged');
    const from = place + 30 + file.readUInt16LE(place + 26) + file.readUInt16LE(place + 28);
    within(file, from, packed);
    yield {
      name,
      method: method === 0 ? 'stored' : 'deflated',
      raw: file.subarray(from, from + packed),
      // What is stored as it is takes its size, whatever its entry says.
      size: method === 0 ? packed : size,
      crc: file.readUInt32LE(at + 16),
    };
    at += 46 + nameLength + extraLength + file.readUInt16LE(at + 32);
  }
}

function within(file: Buffer, at: number, length: number): Buffer {
  if (!Number.isSafeInteger(at) || at < 0 || at + length > file.length) throw new NotAWorkbookError('damaged');
  return file;
}

/** Where the folder stands and how many entries it lists. */
function folderOf(file: Buffer): { count: number; at: number } {
  let end = file.length - 22;
  while (end >= 0 && file.readUInt32LE(end) !== END) {
    end -= 1;
    if (file.length - end > FURTHEST_END) break;
  }
  if (end < 0 || file.length - end > FURTHEST_END) throw new NotAWorkbookError('damaged');
  // A large zip says it once more in wider fields, which then hold (4.3.14).
  if (end < 20 || file.readUInt32LE(end - 20) !== LOCATOR_64)
    return { count: file.readUInt16LE(end + 8), at: file.readUInt32LE(end + 16) };
  const large = Number(file.readBigUInt64LE(end - 12));
  if (within(file, large, 56).readUInt32LE(large) !== END_64) throw new NotAWorkbookError('damaged');
  return { count: Number(file.readBigUInt64LE(large + 32)), at: Number(file.readBigUInt64LE(large + 48)) };
}

/** Sizes and place of an entry; those too large for their field stand behind (4.5.3). */
function sizesOf(file: Buffer, at: number, extra: Buffer): { size: number; packed: number; place: number } {
  const said = {
    packed: file.readUInt32LE(at + 20),
    size: file.readUInt32LE(at + 24),
    place: file.readUInt32LE(at + 42),
  };
  let next = 0;
  while (next + 4 <= extra.length && extra.readUInt16LE(next) !== 1) next += 4 + extra.readUInt16LE(next + 2);
  if (next + 4 > extra.length) return said;
  next += 4;
  const large = (value: number): number => {
    if (value !== 0xffff_ffff || next + 8 > extra.length) return value;
    next += 8;
    return Number(extra.readBigUInt64LE(next - 8));
  };
  const size = large(said.size);
  const packed = large(said.packed);
  return { size, packed, place: large(said.place) };
}

/**
 * The bytes of an entry. One that unpacks to more than it says is cut off there.
 *
 * @throws NotAWorkbookError damaged
 */
export function inflated({ method, raw, size }: Packed): Uint8Array {
  if (method === 'stored') return raw;
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new NotAWorkbookError('damaged');
  }
}

/** Compressed bytes that are inflated at once: what they unfold to at most is a thousand times as much. */
const STEP = 8_192;

/**
 * The bytes of an entry piece by piece, so that they are never all there at once.
 *
 * @throws NotAWorkbookError damaged; also where there are more than the entry says
 */
export function* inflatedPieces({ method, raw, size }: Packed): Generator<Uint8Array> {
  if (method === 'stored') {
    yield raw;
    return;
  }
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  let seen = 0;
  for (let at = 0; at < raw.length; at += STEP) {
    try {
      inflate.push(raw.subarray(at, at + STEP), at + STEP >= raw.length);
    } catch {
      throw new NotAWorkbookError('damaged');
    }
    for (const piece of pieces.splice(0)) {
      seen += piece.length;
      if (seen > size) throw new NotAWorkbookError('damaged');
      yield piece;
    }
  }
}

/** Characters that are compressed at once. */
const CHUNK = 1 << 20;
const LEVEL = 3;

/** Text that comes in pieces as an entry: no more of it is there at once than a piece and a megabyte. */
export function packedText(pieces: Iterable<string>): Packed {
  const raw: Uint8Array[] = [];
  let crc = 0;
  let size = 0;
  let waiting: string[] = [];
  let length = 0;
  const deflate = (finishFlush: number) => {
    const bytes = Buffer.from(waiting.join(''));
    crc = crc32(bytes, crc);
    size += bytes.length;
    raw.push(deflateRawSync(bytes, { level: LEVEL, finishFlush }));
    waiting = [];
    length = 0;
  };
  for (const piece of pieces) {
    // Half a character must not end a piece.
    waiting.push(piece);
    length += piece.length;
    // Blocks flushed to a whole byte may stand one behind the other (RFC 1951, 3.2.4); only the last says that it is.
    if (length >= CHUNK) deflate(flate.Z_SYNC_FLUSH);
  }
  deflate(flate.Z_FINISH);
  return { method: 'deflated', raw: Buffer.concat(raw), size, crc };
}

export function packedBytes(bytes: Uint8Array): Packed {
  return { method: 'deflated', raw: deflateRawSync(bytes, { level: LEVEL }), size: bytes.length, crc: crc32(bytes) };
}
