/** Base64 without a service: the platform's own takes arrays of signed numbers, a byte an entry. */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const byte = (at: number) => bytes[at] ?? 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const three = (byte(at) << 16) | (byte(at + 1) << 8) | byte(at + 2);
    const digit = (shift: number) => DIGITS.charAt((three >> shift) & 63);
    const left = bytes.length - at;
    pieces.push(digit(18) + digit(12) + (left > 1 ? digit(6) : '=') + (left > 2 ? digit(0) : '='));
  }
  return pieces.join('');
}

/** `null` where the text is no base64. */
export function fromBase64(text: string): Uint8Array | null {
  const digits = text.replace(/\s+/g, '').replace(/={1,2}$/, '');
  return digits.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(digits) ? null : bytesOf(digits);
}

/** The bytes of base64 that is known to be some, without its `=`. */
export function bytesOf(digits: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < digits.length; index += 1) {
    bits = ((bits << 6) | sextet(digits.charCodeAt(index))) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at] = (bits >> held) & 255;
      at += 1;
    }
  }
  return bytes;
}

function sextet(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  return code === 43 ? 62 : 63;
}
