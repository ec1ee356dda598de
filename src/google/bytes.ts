/** Bytes as the platform takes them. */

/** The platform's bytes are signed. */
export const signedBytes = (bytes: Uint8Array): number[] => Array.from(new Int8Array(bytes));

/** Bytes as text, for receivers of plain data. */
export const base64 = (content: Uint8Array | string): string =>
  typeof content === 'string'
    ? Utilities.base64Encode(content, Utilities.Charset.UTF_8)
    : Utilities.base64Encode(signedBytes(content));
