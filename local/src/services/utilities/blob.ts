/** Blobs: bytes with a name and a type. */
import { fail } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';

type Blob = GoogleAppsScript.Base.Blob;

export interface BlobState {
  readonly execution: Execution;
  bytes: Uint8Array;
  contentType: string | null;
  name: string | null;
}

/** Bytes count from -128 to 127 on the platform. */
export const signed = (bytes: Uint8Array): number[] => Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
export const unsigned = (bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes, (byte) => byte & 255);

const self = (state: BlobState): Blob => state.execution.make(blobFace, state);

/** Media types by the endings of names. */
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
  zip: 'application/zip',
};

const blobFace: Face<Blob, BlobState> = emulate<Blob, BlobState>('Blob', {
  getBytes() {
    return signed(this.bytes);
  },
  setBytes(bytes) {
    this.bytes = unsigned(Array.from(bytes));
    return self(this);
  },
  getDataAsString(charset?: string) {
    return new TextDecoder(charset ?? 'utf-8').decode(this.bytes);
  },
  setDataFromString(text: string) {
    this.bytes = Buffer.from(text);
    return self(this);
  },
  getContentType() {
    return this.contentType;
  },
  setContentType(contentType: string | null) {
    this.contentType = contentType;
    return self(this);
  },
  setContentTypeFromExtension() {
    const ending = /\.(\w+)$/.exec(this.name ?? '')?.[1]?.toLowerCase() ?? '';
    this.contentType = TYPES[ending] ?? null;
    return self(this);
  },
  getName() {
    return this.name;
  },
  setName(name) {
    this.name = name;
    return self(this);
  },
  copyBlob() {
    return self({ ...this, bytes: this.bytes.slice() });
  },
  isGoogleType() {
    return false;
  },
  getAs(contentType) {
    if (contentType === this.contentType) return self({ ...this });
    return fail('conversion', this.contentType ?? '', contentType);
  },
  getBlob() {
    return self(this);
  },
});

export function newBlob(execution: Execution, data: unknown, contentType?: string, name?: string): Blob {
  const bytes = typeof data === 'string' ? Buffer.from(data) : unsigned(Array.from(data as number[]));
  return self({
    execution,
    bytes,
    contentType: contentType ?? (typeof data === 'string' ? 'text/plain' : null),
    name: name ?? null,
  });
}

export const blobOf = (execution: Execution, value: unknown): BlobState | undefined => execution.state(blobFace, value);
