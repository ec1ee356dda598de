/** Tells whether two texts or files are the same without keeping them. */
import { at } from './at.ts';

/**
 * Sixteen hexadecimal digits for a text or the bytes of a file: two 32-bit FNV-1a runs over its units with different
 * starts (G. Fowler, L. C. Noll, K.-P. Vo; RFC 9923). Guards against sending twice by mistake, not against forgery.
 */
export function fingerprint(content: string | Uint8Array): string {
  const unitAt =
    typeof content === 'string' ? (index: number) => content.charCodeAt(index) : (index: number) => at(content, index);
  let a = 0x811c9dc5;
  let b = 0x2f0b4a3d;
  for (let index = 0; index < content.length; index += 1) {
    const unit = unitAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + (index & 0xff)), 0x01000193);
  }
  const digits = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
  return digits(a) + digits(b);
}
