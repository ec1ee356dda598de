/** `Utilities.formatString` and `Logger.log`: printf as Apps Script has it. */

export function formatString(template: string, values: readonly unknown[]): string {
  let next = 0;
  return template.replace(
    /%(-?)(0?)(\d*)(?:\.(\d+))?([sdifxX%])/g,
    (whole, left: string, zero: string, width: string, decimals: string | undefined, kind: string) => {
      if (kind === '%') return '%';
      if (next >= values.length) return whole;
      const value = values[next++];
      let text = String(value);
      if (kind === 'd' || kind === 'i') text = String(Math.trunc(Number(value)));
      else if (kind === 'f') text = Number(value).toFixed(decimals === undefined ? 6 : Number(decimals));
      else if (kind === 'x' || kind === 'X') {
        text = Math.trunc(Number(value)).toString(16);
        if (kind === 'X') text = text.toUpperCase();
      }
      const size = Number(width || 0);
      if (left) return text.padEnd(size);
      return text.padStart(size, zero && kind !== 's' ? '0' : ' ');
    },
  );
}
