/** Tells whether two texts are the same without keeping them. */

/**
 * Sixteen hexadecimal digits for a text: two 32-bit FNV-1a runs over its UTF-16 units with different starts
 * (G. Fowler, L. C. Noll, K.-P. Vo; RFC 9923). Guards against sending twice by mistake, not against forgery.
 */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x2f0b4a3d;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + (index & 0xff)), 0x01000193);
  }
  const digits = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
  return digits(a) + digits(b);
}
