/** Cell styles: `styles.xml` into the model. */
import type { BorderLine, BorderStyle, CellStyle } from '../book/book.ts';
import { type ColorOf, colorReader } from './colors.ts';
import { BUILT_IN } from './number-formats.ts';
import { childNamed, childrenNamed, isOn, type Node, parseXml } from './xml.ts';

/** The styles of a file without any. */
export const EMPTY_STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="10"/><color rgb="FF000000"/><name val="Arial"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>';

export interface ReadStyles {
  /** By index of `cellXfs`. */
  readonly styles: readonly CellStyle[];
  /** By index of `dxfs`. */
  readonly differential: readonly CellStyle[];
  readonly colorOf: ColorOf;
}

/** `theme`: the theme's part, where the file has one. */
export function readStyles(text: string, theme?: string): ReadStyles {
  const colorOf = colorReader(theme);
  const root = parseXml(text);
  const formats = new Map<number, string>(Object.entries(BUILT_IN).map(([id, code]) => [Number(id), code]));
  for (const { attributes } of childrenNamed(childNamed(root, 'numFmts'), 'numFmt')) {
    formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
  }
  const list = (name: string, item: string) => childrenNamed(childNamed(root, name), item);
  const fonts = list('fonts', 'font').map((font) => fontOf(font, colorOf));
  const plain = fonts[0] ?? {};
  const fills = list('fills', 'fill').map((fill) => fillOf(fill, 'fgColor', colorOf));
  const borders = list('borders', 'border').map((border) => borderOf(border, colorOf));
  const styles = list('cellXfs', 'xf').map((xf, index): CellStyle => {
    const { attributes } = xf;
    const id = Number(attributes['numFmtId'] ?? 0);
    const format = id === 0 ? undefined : formats.get(id);
    return {
      ...(format === undefined || format === 'General' ? {} : { numberFormat: format }),
      ...differing(fonts[Number(attributes['fontId'] ?? 0)] ?? {}, plain),
      ...(fills[Number(attributes['fillId'] ?? 0)] ?? {}),
      ...(borders[Number(attributes['borderId'] ?? 0)] ?? {}),
      ...alignmentOf(childNamed(xf, 'alignment')),
      source: index,
    };
  });
  const differential = list('dxfs', 'dxf').map((dxf, index) => ({ ...differentialOf(dxf, colorOf), source: index }));
  return { styles, differential, colorOf };
}

/** A font's difference to the file's own default, so that a plain cell has a plain style. */
function differing(font: CellStyle, plain: CellStyle): CellStyle {
  const entries = Object.entries(font).filter(([key, value]) => (plain as Record<string, unknown>)[key] !== value);
  return Object.fromEntries(entries);
}

export function fontOf(font: Node, colorOf: ColorOf): CellStyle {
  const value = (name: string) => childNamed(font, name)?.attributes['val'];
  const color = colorOf(childNamed(font, 'color'));
  const on = (name: string) => {
    const node = childNamed(font, name);
    return node !== undefined && isOn(node.attributes['val'] ?? '1');
  };
  const name = value('name') ?? value('rFont');
  const size = value('sz');
  return {
    ...(name === undefined ? {} : { fontFamily: name }),
    ...(size === undefined ? {} : { fontSize: Number(size) }),
    ...(on('b') ? { bold: true } : {}),
    ...(on('i') ? { italic: true } : {}),
    ...(isUnderlined(font) ? { underline: true } : {}),
    ...(on('strike') ? { strikethrough: true } : {}),
    ...(color === undefined ? {} : { fontColor: color }),
  };
}

/** `<u/>`, or `<u val="double"/>` and the like. */
function isUnderlined(font: Node): boolean {
  const line = childNamed(font, 'u');
  return line !== undefined && line.attributes['val'] !== 'none';
}

function fillOf(fill: Node, which: 'fgColor' | 'bgColor', colorOf: ColorOf): CellStyle {
  const pattern = childNamed(fill, 'patternFill');
  if (!pattern || pattern.attributes['patternType'] === 'none') return {};
  const color = colorOf(childNamed(pattern, which)) ?? colorOf(childNamed(pattern, 'fgColor'));
  return color === undefined ? {} : { background: color };
}

const LINE_OF: Readonly<Record<string, BorderStyle>> = {
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  dotted: 'dotted',
  dashed: 'dashed',
  double: 'double',
  hair: 'dotted',
};

function borderOf(border: Node, colorOf: ColorOf): CellStyle {
  const found: Record<string, BorderLine> = {};
  for (const name of ['top', 'right', 'bottom', 'left']) {
    const node = childNamed(border, name);
    const style = LINE_OF[node?.attributes['style'] ?? ''];
    if (style) found[name] = { style, color: colorOf(childNamed(node, 'color')) ?? '#000000' };
  }
  return found;
}

function alignmentOf(node: Node | undefined): CellStyle {
  if (!node) return {};
  const { horizontal, vertical, wrapText, shrinkToFit, textRotation } = node.attributes;
  const rotation = rotationOf(Number(textRotation ?? 0));
  return {
    ...(horizontal === 'left' || horizontal === 'center' || horizontal === 'right' ? { horizontal } : {}),
    ...(vertical === 'top' ? { vertical } : vertical === 'center' ? { vertical: 'middle' as const } : {}),
    ...(isOn(wrapText) ? { wrap: 'wrap' as const } : {}),
    // No program clips in a file: the platform's own export says so by naming what is off.
    ...(isOff(wrapText) && isOff(shrinkToFit) ? { wrap: 'clip' as const } : {}),
    ...(rotation === 0 ? {} : { rotation }),
  };
}

const isOff = (value: string | undefined): boolean => value === '0';

/** Degrees counter-clockwise; the file counts those the other way from 90 on. 255 is stacked letters: no angle. */
function rotationOf(written: number): number {
  if (written > 180) return 0;
  return written > 90 ? 90 - written : written;
}

/** What a conditional format changes; here `bold` may also be taken away. */
function differentialOf(dxf: Node, colorOf: ColorOf): CellStyle {
  const font = childNamed(dxf, 'font');
  const fill = childNamed(dxf, 'fill');
  const off = (name: 'b' | 'i') => isOff(childNamed(font, name)?.attributes['val']);
  return {
    ...(font ? fontOf(font, colorOf) : {}),
    ...(off('b') ? { bold: false } : {}),
    ...(off('i') ? { italic: false } : {}),
    ...(fill ? fillOf(fill, 'bgColor', colorOf) : {}),
  };
}

/** How a style is told from another in the file: its own look, without where it came from. */
export function styleKey({ source: _, ...style }: CellStyle): string {
  return JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1)));
}
