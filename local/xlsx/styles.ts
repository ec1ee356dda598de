/** Cell styles: `styles.xml` into the model and back. What the file had stays; new styles are added behind it. */
import type { BorderLine, BorderStyle, CellStyle } from '../book/book.ts';
import { childNamed, childrenNamed, escapeXml, isOn, type Node, parseXml } from './xml.ts';

/** Number formats that have a number only (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const NUMBER_OF = new Map(Object.entries(BUILT_IN).map(([id, code]) => [code, Number(id)]));

export const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="10"/><color rgb="FF000000"/><name val="Arial"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>';

export interface ReadStyles {
  /** By index of `cellXfs`. */
  readonly styles: CellStyle[];
  /** By index of `dxfs`. */
  readonly differential: CellStyle[];
}

export function readStyles(text: string): ReadStyles {
  const root = parseXml(text);
  const formats = new Map<number, string>(Object.entries(BUILT_IN).map(([id, code]) => [Number(id), code]));
  for (const { attributes } of childrenNamed(childNamed(root, 'numFmts'), 'numFmt')) {
    formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
  }
  const list = (name: string, item: string) => childrenNamed(childNamed(root, name), item);
  const fonts = list('fonts', 'font').map(fontOf);
  const plain = fonts[0] ?? {};
  const fills = list('fills', 'fill').map((fill) => fillOf(fill, 'fgColor'));
  const borders = list('borders', 'border').map(borderOf);
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
  return { styles, differential: list('dxfs', 'dxf').map(differentialOf) };
}

/** A font's difference to the file's own default, so that a plain cell has a plain style. */
function differing(font: CellStyle, plain: CellStyle): CellStyle {
  const entries = Object.entries(font).filter(([key, value]) => (plain as Record<string, unknown>)[key] !== value);
  return Object.fromEntries(entries);
}

function fontOf(font: Node): CellStyle {
  const value = (name: string) => childNamed(font, name)?.attributes['val'];
  const color = colorOf(childNamed(font, 'color'));
  const on = (name: string) => childNamed(font, name) !== undefined && value(name) !== '0' && value(name) !== 'none';
  const name = value('name') ?? value('rFont');
  const size = value('sz');
  return {
    ...(name === undefined ? {} : { fontFamily: name }),
    ...(size === undefined ? {} : { fontSize: Number(size) }),
    ...(on('b') ? { bold: true } : {}),
    ...(on('i') ? { italic: true } : {}),
    ...(on('u') ? { underline: true } : {}),
    ...(on('strike') ? { strikethrough: true } : {}),
    ...(color === undefined ? {} : { fontColor: color }),
  };
}

function colorOf(color: Node | undefined): string | undefined {
  const rgb = color?.attributes['rgb'];
  return rgb === undefined ? undefined : `#${rgb.slice(-6).toLowerCase()}`;
}

function fillOf(fill: Node, which: 'fgColor' | 'bgColor'): CellStyle {
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

function borderOf(border: Node): CellStyle {
  const side = (name: string): BorderLine | undefined => {
    const node = childNamed(border, name);
    const style = LINE_OF[node?.attributes['style'] ?? ''];
    return style && { style, color: colorOf(childNamed(node, 'color')) ?? '#000000' };
  };
  const found: Record<string, BorderLine> = {};
  for (const name of ['top', 'right', 'bottom', 'left']) {
    const line = side(name);
    if (line) found[name] = line;
  }
  return found;
}

function alignmentOf(node: Node | undefined): CellStyle {
  if (!node) return {};
  const { horizontal, vertical, wrapText, textRotation } = node.attributes;
  return {
    ...(horizontal === 'left' || horizontal === 'center' || horizontal === 'right' ? { horizontal } : {}),
    ...(vertical === 'top' ? { vertical } : vertical === 'center' ? { vertical: 'middle' as const } : {}),
    ...(isOn(wrapText) ? { wrap: 'wrap' as const } : {}),
    ...(textRotation && textRotation !== '0' ? { rotation: Number(textRotation) } : {}),
  };
}

function differentialOf(dxf: Node): CellStyle {
  const font = childNamed(dxf, 'font');
  const fill = childNamed(dxf, 'fill');
  return { ...(font ? fontOf(font) : {}), ...(fill ? fillOf(fill, 'bgColor') : {}) };
}

/** How a style is told from another in the file: its own look, without where it came from. */
export function styleKey({ source: _, ...style }: CellStyle): string {
  return JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Adds styles to a file's `styles.xml`. */
export class StyleWriter {
  readonly #known = new Map<string, number>();
  readonly #lists = new Map<string, { items: string[]; index: Map<string, number> }>();
  readonly #text: string;
  readonly #styleKeys: readonly string[];
  #nextFormat = 164;
  readonly #formats = new Map<string, number>();

  /** `styleKeys`: the keys of the styles as they were read, by index of `cellXfs`. */
  constructor(text: string, styleKeys: readonly string[]) {
    this.#text = text;
    this.#styleKeys = styleKeys;
    const root = parseXml(text);
    for (const name of ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs']) {
      const items = childNamed(root, name)?.children.map(({ raw }) => raw) ?? [];
      this.#lists.set(name, { items, index: new Map(items.map((raw, index) => [raw, index])) });
    }
    for (const { attributes } of childrenNamed(childNamed(root, 'numFmts'), 'numFmt')) {
      const id = Number(attributes['numFmtId']);
      this.#formats.set(attributes['formatCode'] ?? '', id);
      this.#nextFormat = Math.max(this.#nextFormat, id + 1);
    }
  }

  /** The index in `cellXfs` of a style, with its cells open or locked in a protected sheet. */
  indexOf(style: CellStyle, locked: boolean): number {
    const { source } = style;
    const key = styleKey(style);
    if (locked && source !== undefined && this.#styleKeys[source] === key) return source;
    const full = `${locked ? '' : 'open '}${key}`;
    const known = this.#known.get(full);
    if (known !== undefined) return known;
    const index = locked && key === '[]' ? 0 : this.#add('cellXfs', this.#xf(style, locked));
    this.#known.set(full, index);
    return index;
  }

  /** The index in `dxfs` of a conditional look. */
  differential({ bold, italic, underline, strikethrough, fontColor, background }: CellStyle): number {
    const font = [
      bold === undefined ? '' : `<b val="${bold ? 1 : 0}"/>`,
      italic === undefined ? '' : `<i val="${italic ? 1 : 0}"/>`,
      strikethrough ? '<strike/>' : '',
      underline ? '<u/>' : '',
      fontColor === undefined ? '' : `<color rgb="${argb(fontColor)}"/>`,
    ].join('');
    const fill =
      background === undefined
        ? ''
        : `<fill><patternFill patternType="solid"><fgColor rgb="${argb(background)}"/><bgColor rgb="${argb(background)}"/></patternFill></fill>`;
    return this.#add('dxfs', `<dxf>${font === '' ? '' : `<font>${font}</font>`}${fill}</dxf>`);
  }

  #add(list: string, raw: string): number {
    const known = this.#lists.get(list);
    if (!known) throw new Error(`no list ${list}`);
    const before = known.index.get(raw);
    if (before !== undefined) return before;
    known.items.push(raw);
    known.index.set(raw, known.items.length - 1);
    return known.items.length - 1;
  }

  #xf(style: CellStyle, locked: boolean): string {
    const font = this.#font(style);
    const fill =
      style.background === undefined
        ? 0
        : this.#add(
            'fills',
            `<fill><patternFill patternType="solid"><fgColor rgb="${argb(style.background)}"/><bgColor indexed="64"/></patternFill></fill>`,
          );
    const border = this.#border(style);
    const format = this.#format(style.numberFormat);
    const alignment = [
      style.horizontal === undefined ? '' : ` horizontal="${style.horizontal}"`,
      style.vertical === undefined ? '' : ` vertical="${style.vertical === 'middle' ? 'center' : style.vertical}"`,
      style.wrap === 'wrap' ? ' wrapText="1"' : '',
      style.rotation === undefined ? '' : ` textRotation="${style.rotation}"`,
    ].join('');
    const inside = `${alignment === '' ? '' : `<alignment${alignment}/>`}${locked ? '' : '<protection locked="0"/>'}`;
    const applied =
      `${format === 0 ? '' : ' applyNumberFormat="1"'}${font === 0 ? '' : ' applyFont="1"'}${fill === 0 ? '' : ' applyFill="1"'}` +
      `${border === 0 ? '' : ' applyBorder="1"'}${alignment === '' ? '' : ' applyAlignment="1"'}${locked ? '' : ' applyProtection="1"'}`;
    const head = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}`;
    return inside === '' ? `${head}/>` : `${head}>${inside}</xf>`;
  }

  #font({ bold, italic, underline, strikethrough, fontColor, fontSize, fontFamily }: CellStyle): number {
    if (
      !bold &&
      !italic &&
      !underline &&
      !strikethrough &&
      fontColor === undefined &&
      fontSize === undefined &&
      fontFamily === undefined
    )
      return 0;
    const plain = fontOf(parseXml(this.#lists.get('fonts')?.items[0] ?? '<font/>'));
    return this.#add(
      'fonts',
      `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${strikethrough ? '<strike/>' : ''}${underline ? '<u/>' : ''}` +
        `<sz val="${fontSize ?? plain.fontSize ?? 10}"/><color rgb="${argb(fontColor ?? plain.fontColor ?? '#000000')}"/>` +
        `<name val="${escapeXml(fontFamily ?? plain.fontFamily ?? 'Arial')}"/></font>`,
    );
  }

  #border({ top, right, bottom, left }: CellStyle): number {
    if (!top && !right && !bottom && !left) return 0;
    const side = (name: string, line: BorderLine | undefined) =>
      line ? `<${name} style="${line.style}"><color rgb="${argb(line.color)}"/></${name}>` : `<${name}/>`;
    return this.#add(
      'borders',
      `<border>${side('left', left)}${side('right', right)}${side('top', top)}${side('bottom', bottom)}<diagonal/></border>`,
    );
  }

  #format(code: string | undefined): number {
    if (code === undefined) return 0;
    const known = this.#formats.get(code) ?? NUMBER_OF.get(code);
    if (known !== undefined) return known;
    this.#formats.set(code, this.#nextFormat);
    this.#nextFormat += 1;
    return this.#nextFormat - 1;
  }

  /** The whole part with what was added. */
  text(): string {
    let text = this.#text;
    for (const [name, { items }] of this.#lists) {
      const made = `<${name} count="${items.length}">${items.join('')}</${name}>`;
      const shape = new RegExp(`<${name}(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</${name}>)`);
      text = shape.test(text)
        ? text.replace(shape, () => made)
        : text.replace('</styleSheet>', () => `${made}</styleSheet>`);
    }
    const formats = [...this.#formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`,
    );
    if (formats.length === 0) return text;
    const made = `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`;
    return /<numFmts/.test(text)
      ? text.replace(/<numFmts[\s\S]*?<\/numFmts>/, () => made)
      : text.replace(/<fonts/, () => `${made}<fonts`);
  }
}

const argb = (color: string): string => `FF${/^#[0-9a-f]{6}$/i.test(color) ? color.slice(1).toUpperCase() : '000000'}`;
