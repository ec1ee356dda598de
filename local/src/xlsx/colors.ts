/** Colours as files name them: outright, by a number of the old palette, or by the theme with a tint. */
import { childNamed, type Node, parseXml } from './xml.ts';

/** The colour of an element such as `<color theme="4" tint="0.6"/>`, as `#rrggbb`; undefined where it is automatic. */
export type ColorOf = (node: Node | undefined) => string | undefined;

/** The palette of numbers 8 to 63 (ECMA-376 part 1, 18.8.27); 0 to 7 are its first eight. */
const PALETTE = (
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 ' +
  '9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff ' +
  '00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** The theme's colours in the order styles count them: the first two pairs are turned round (18.8.3). */
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];
const OFFICE_THEME = 'ffffff 000000 e7e6e6 44546a 4472c4 ed7d31 a5a5a5 ffc000 5b9bd5 70ad47 0563c1 954f72'.split(' ');

export function colorReader(themeXml: string | undefined): ColorOf {
  const theme = themeXml === undefined ? OFFICE_THEME : themeColors(themeXml);
  return (node) => {
    if (!node) return undefined;
    const { rgb, theme: number, indexed, tint } = node.attributes;
    const plain =
      rgb !== undefined
        ? rgb.slice(-6)
        : number !== undefined
          ? theme[Number(number)]
          : indexed === undefined
            ? undefined
            : PALETTE[Number(indexed) < 8 ? Number(indexed) : Number(indexed) - 8];
    if (plain === undefined || !/^[\da-f]{6}$/i.test(plain)) return undefined;
    return `#${tinted(plain.toLowerCase(), Number(tint ?? 0))}`;
  };
}

function themeColors(xml: string): string[] {
  const scheme = childNamed(childNamed(parseXml(xml), 'themeElements'), 'clrScheme');
  return [...THEME_ORDER, 'hlink', 'folHlink'].map((name, index) => {
    const [color] = childNamed(scheme, name)?.children ?? [];
    const value = color?.attributes['lastClr'] ?? color?.attributes['val'];
    return value ?? OFFICE_THEME[index] ?? '';
  });
}

/** A tint lightens towards white or darkens towards black: the luminance changes, not the hue (18.8.19). */
function tinted(color: string, tint: number): string {
  if (tint === 0 || Number.isNaN(tint)) return color;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const spread = most - least;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  const reach = (1 - Math.abs(2 * wanted - 1)) * saturation;
  const channel = (value: number) => {
    const part = spread === 0 ? 0 : ((value - least) / spread) * reach;
    return Math.round((wanted - reach / 2 + part) * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return channel(red) + channel(green) + channel(blue);
}
