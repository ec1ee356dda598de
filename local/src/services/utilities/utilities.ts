/** Utilities */
import { createHash, createHmac, getHashes, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync, unzipSync, zipSync } from 'fflate';
import { fail, notSupported } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { utcOf } from '../../values/zone.ts';
import { blobOf, newBlob, signed, unsigned } from './blob.ts';
import { formatDate } from './format-date.ts';
import { formatString } from './format-string.ts';
import { parseCsv } from './parse-csv.ts';
import { epochIn } from './zone-name.ts';

type Utilities = GoogleAppsScript.Utilities.Utilities;

interface UtilitiesState {
  readonly execution: Execution;
}

const bytesOf = (value: unknown): Uint8Array =>
  typeof value === 'string' ? Buffer.from(value) : unsigned(Array.from(value as number[]));

function hashName(state: UtilitiesState, type: 'DigestAlgorithm' | 'MacAlgorithm', value: unknown): string {
  const name = state.execution.enumName(type, value) ?? fail('invalidArgument', 'algorithm');
  const hash = name.replace('HMAC_', '').replace('_', '').toLowerCase();
  return getHashes().includes(hash) ? hash : notSupported(`Utilities.${type}.${name}`);
}

/** Bytes of a base64 text; what is none fails, as on the platform. */
function decoded(text: string): number[] {
  const standard = text.replace(/-/g, '+').replace(/_/g, '/').replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(standard) || standard.replace(/=+$/, '').length % 4 === 1) fail('cannotDecode');
  return signed(Buffer.from(standard, 'base64'));
}

const face: Face<Utilities, UtilitiesState> = emulate<Utilities, UtilitiesState>(
  'Utilities',
  {
    formatDate(date, timeZone, format) {
      return formatDate(date.getTime(), timeZone, format);
    },
    formatString(template, ...values) {
      return formatString(template, values as unknown[]);
    },
    parseDate(text, timeZone, format) {
      const date = parsed(text, timeZone, format);
      return this.execution.realm.date(date) as Date;
    },
    sleep(milliseconds) {
      this.execution.spend(milliseconds);
    },
    getUuid() {
      return randomUUID();
    },
    base64Encode(data: unknown) {
      return Buffer.from(bytesOf(data)).toString('base64');
    },
    base64EncodeWebSafe(data: unknown) {
      return Buffer.from(bytesOf(data)).toString('base64').replace(/\+/g, '-').replace(/\//g, '_');
    },
    base64Decode(text: string) {
      return decoded(text);
    },
    base64DecodeWebSafe(text: string) {
      return decoded(text);
    },
    computeDigest(algorithm: unknown, value: unknown) {
      return signed(
        createHash(hashName(this, 'DigestAlgorithm', algorithm))
          .update(bytesOf(value))
          .digest(),
      );
    },
    computeHmacSignature(algorithm: unknown, value: unknown, key: unknown) {
      return signed(
        createHmac(hashName(this, 'MacAlgorithm', algorithm), bytesOf(key))
          .update(bytesOf(value))
          .digest(),
      );
    },
    computeHmacSha256Signature(value: unknown, key: unknown) {
      return signed(createHmac('sha256', bytesOf(key)).update(bytesOf(value)).digest());
    },
    newBlob(data: unknown, contentType?: string, name?: string) {
      return newBlob(this.execution, data, contentType, name);
    },
    parseCsv(text: string, delimiter?: unknown) {
      return parseCsv(text, typeof delimiter === 'string' ? delimiter : ',');
    },
    jsonParse(text) {
      return JSON.parse(text) as unknown;
    },
    jsonStringify(value) {
      return JSON.stringify(value);
    },
    gzip(source: unknown, name?: string) {
      const blob = blobOf(this.execution, source) ?? fail('invalidArgument', 'blob');
      return newBlob(
        this.execution,
        signed(gzipSync(blob.bytes)),
        'application/x-gzip',
        name ?? `${blob.name ?? 'archive'}.gz`,
      );
    },
    ungzip(source) {
      const blob = blobOf(this.execution, source) ?? fail('invalidArgument', 'blob');
      return newBlob(this.execution, signed(gunzipSync(blob.bytes)), undefined, (blob.name ?? '').replace(/\.gz$/, ''));
    },
    zip(sources: unknown[], name?: string) {
      const files: Record<string, Uint8Array> = {};
      for (const source of sources) {
        const blob = blobOf(this.execution, source) ?? fail('invalidArgument', 'blob');
        files[blob.name ?? 'Untitled'] = blob.bytes;
      }
      return newBlob(this.execution, signed(zipSync(files)), 'application/zip', name ?? 'archive.zip');
    },
    unzip(source) {
      const blob = blobOf(this.execution, source) ?? fail('invalidArgument', 'blob');
      return Object.entries(unzipSync(blob.bytes)).map(([name, bytes]) =>
        newBlob(this.execution, signed(bytes), undefined, name),
      );
    },
  },
  { Charset: 'Charset', DigestAlgorithm: 'DigestAlgorithm', MacAlgorithm: 'MacAlgorithm' },
);

/** Reads a date written in a pattern of numbers: `yyyy-MM-dd HH:mm:ss` and the like. */
function parsed(text: string, timeZone: string, format: string): number {
  const order: string[] = [];
  const shape = format.replace(
    /'([^']*)'|([yMdHmsS])\2*|[.*+?^${}()|[\]\\]/g,
    (whole, quoted: string | undefined, letter: string | undefined) => {
      if (quoted !== undefined) return quoted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      if (letter === undefined) return `\\${whole}`;
      order.push(letter);
      return letter === 'y' ? '(\\d{4})' : '(\\d{1,3})';
    },
  );
  const match = new RegExp(`^${shape}$`).exec(text);
  if (!match) return fail('invalidDate', text);
  const part = (letter: string, otherwise: number) => {
    const at = order.indexOf(letter);
    return at < 0 ? otherwise : Number(match[at + 1]);
  };
  return epochIn(
    timeZone,
    utcOf(part('y', 1970), part('M', 1), part('d', 1), part('H', 0), part('m', 0), part('s', 0)) + part('S', 0),
  );
}

export const utilities = (execution: Execution): Utilities => execution.make(face, { execution });
