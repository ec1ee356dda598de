/** Cell styles into a file's `styles.xml`: what it had stays in its place, new styles are added behind it. */
import type { BorderLine, CellStyle } from '../book/book.ts';
import { NUMBER_OF } from './number-formats.ts';
import { XML_HEAD } from './parts.ts';
import { EMPTY_STYLES, fontOf, type ReadStyles, styleKey } from './styles-read.ts';
import {
  childNamed,
  childrenNamed,
  escapeAttribute,
  isOn,
  type Node,
  openingOf,
  parseXml,
  withAttributes,
} from './xml.ts';

/** The parts of `styles.xml` in the schema's order (CT_Stylesheet). */
const ORDER = [
  ...['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles'],
  ...['colors', 'extLst'],
];

/** What of a style stands in which list. */
const FONT = ['fontFamily', 'fontSize', 'bold', 'italic', 'underline', 'strikethrough', 'fontColor'] as const;
const FILL = ['background'] as const;
const BORDER = ['top', 'right', 'bottom', 'left'] as const;
const FORMAT = ['numberFormat'] as const;
const ALIGNMENT = ['horizontal', 'vertical', 'wrap', 'rotation'] as const;

interface List {
  readonly items: string[];
  readonly index: Map<string, number>;
}

export class StyleWriter {
  readonly #root: Node;
  readonly #read: ReadStyles;
  readonly #lists = new Map<string, List>();
  readonly #xfs: readonly Node[];
  readonly #formats = new Map<string, number>();
  readonly #known = new Map<string, number>();
  #nextFormat = 164;

  /** `text`: the part as it stands; `read`: what was read from it. */
  constructor(text: string, read: ReadStyles) {
    this.#root = parseXml(text);
    this.#read = read;
    const empty = parseXml(EMPTY_STYLES);
    for (const name of ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'dxfs']) {
      const standing = childNamed(this.#root, name)?.children ?? [];
      // The first of each list are taken for defaults: a file without any gets ours.
      const usual = childNamed(empty, name)?.children.slice(standing.length) ?? [];
      const items = [...standing, ...usual].map(({ raw }) => raw);
      this.#lists.set(name, { items, index: new Map(items.map((raw, index) => [raw, index])) });
    }
    this.#xfs = childNamed(this.#root, 'cellXfs')?.children ?? [];
    for (const { attributes } of childrenNamed(childNamed(this.#root, 'numFmts'), 'numFmt')) {
      const id = Number(attributes['numFmtId']);
      this.#formats.set(attributes['formatCode'] ?? '', id);
      this.#nextFormat = Math.max(this.#nextFormat, id + 1);
    }
  }

  /** The index in `cellXfs` of a style, its cells locked or open in a protected sheet; undefined: as they were. */
  indexOf(style: CellStyle, locked: boolean | undefined): number {
    const key = styleKey(style);
    const source = style.source ?? (key === '[]' ? 0 : undefined);
    if (source !== undefined && this.#isUnchanged(style, source, key)) {
      if (locked === undefined || locked === this.#isLocked(source)) return source;
    }
    const full = `${locked} ${source} ${key}`;
    const known = this.#known.get(full);
    if (known !== undefined) return known;
    const index = this.#add('cellXfs', this.#xf(style, source, locked));
    this.#known.set(full, index);
    return index;
  }

  #isUnchanged({ source }: CellStyle, from: number, key: string): boolean {
    // The plain style is the file's first, whatever that looks like.
    return source === undefined || styleKey(this.#read.styles[from] ?? {}) === key;
  }

  #isLocked(source: number): boolean {
    return isOn(childNamed(this.#xfs[source], 'protection')?.attributes['locked'], true);
  }

  /** The index in `dxfs` of a conditional look. */
  differential(style: CellStyle): number {
    const { source, bold, italic, underline, strikethrough, fontColor, background } = style;
    const standing = source === undefined ? undefined : this.#read.differential[source];
    if (standing && source !== undefined && styleKey(standing) === styleKey(style)) return source;
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

  /** A style made from the one it came from: what the model has no word for (indents, patterns, …) stays. */
  #xf(style: CellStyle, source: number | undefined, locked: boolean | undefined): string {
    const xf = source === undefined ? undefined : this.#xfs[source];
    const before = (source === undefined ? undefined : this.#read.styles[source]) ?? {};
    const given = style.source === undefined && xf ? before : style;
    const kept = (names: readonly (keyof CellStyle)[], attribute: string): number | undefined =>
      xf && alike(given, before, names) ? Number(xf.attributes[attribute] ?? 0) : undefined;
    const ids = {
      numFmtId: kept(FORMAT, 'numFmtId') ?? this.#format(given.numberFormat),
      fontId: kept(FONT, 'fontId') ?? this.#font(given),
      fillId: kept(FILL, 'fillId') ?? this.#fill(given),
      borderId: kept(BORDER, 'borderId') ?? this.#border(given),
    };
    const alignment = alike(given, before, ALIGNMENT)
      ? (childNamed(xf, 'alignment')?.raw ?? '')
      : alignmentXml(given, childNamed(xf, 'alignment'));
    const protection = childNamed(xf, 'protection');
    const lock =
      locked === undefined
        ? (protection?.raw ?? '')
        : lockXml(withAttributes(protection ? openingOf(protection) : '', { locked: locked ? undefined : '0' }));
    const head = withAttributes(xf ? openingOf(xf) : ' xfId="0"', {
      numFmtId: String(ids.numFmtId),
      fontId: String(ids.fontId),
      fillId: String(ids.fillId),
      borderId: String(ids.borderId),
      ...(ids.numFmtId === 0 ? {} : { applyNumberFormat: '1' }),
      ...(ids.fontId === 0 ? {} : { applyFont: '1' }),
      ...(ids.fillId === 0 ? {} : { applyFill: '1' }),
      ...(ids.borderId === 0 ? {} : { applyBorder: '1' }),
      ...(alignment === '' ? {} : { applyAlignment: '1' }),
      ...(lock === '' ? {} : { applyProtection: '1' }),
    });
    const inside = `${alignment}${lock}`;
    return inside === '' ? `<xf${head}/>` : `<xf${head}>${inside}</xf>`;
  }

  #font(style: CellStyle): number {
    if (FONT.every((name) => !style[name])) return 0;
    const plain = fontOf(parseXml(this.#lists.get('fonts')?.items[0] ?? '<font/>'), this.#read.colorOf);
    const { bold, italic, underline, strikethrough, fontColor, fontSize, fontFamily } = style;
    return this.#add(
      'fonts',
      `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${strikethrough ? '<strike/>' : ''}${underline ? '<u/>' : ''}` +
        `<sz val="${fontSize ?? plain.fontSize ?? 10}"/><color rgb="${argb(fontColor ?? plain.fontColor ?? '#000000')}"/>` +
        `<name val="${escapeAttribute(fontFamily ?? plain.fontFamily ?? 'Arial')}"/></font>`,
    );
  }

  #fill({ background }: CellStyle): number {
    if (background === undefined) return 0;
    return this.#add(
      'fills',
      `<fill><patternFill patternType="solid"><fgColor rgb="${argb(background)}"/><bgColor indexed="64"/></patternFill></fill>`,
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
    const id = this.#nextFormat;
    this.#nextFormat += 1;
    this.#formats.set(code, id);
    this.#add('numFmts', `<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    return id;
  }

  /** The whole part with what was added. */
  text(): string {
    const made = (name: string): string => {
      const list = this.#lists.get(name);
      if (!list) return childNamed(this.#root, name)?.raw ?? '';
      if (list.items.length === 0) return name === 'numFmts' ? '' : `<${name} count="0"/>`;
      return `<${name} count="${list.items.length}">${list.items.join('')}</${name}>`;
    };
    const others = this.#root.children.filter(({ name }) => !ORDER.includes(name)).map(({ raw }) => raw);
    return `${XML_HEAD}<styleSheet${openingOf(this.#root)}>${ORDER.map(made).join('')}${others.join('')}</styleSheet>`;
  }
}

const alike = (a: CellStyle, b: CellStyle, names: readonly (keyof CellStyle)[]): boolean =>
  names.every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));

const lockXml = (attributes: string): string => (attributes === '' ? '' : `<protection${attributes}/>`);

function alignmentXml({ horizontal, vertical, wrap, rotation }: CellStyle, standing: Node | undefined): string {
  const attributes = withAttributes(standing ? openingOf(standing) : '', {
    horizontal,
    vertical: vertical === 'middle' ? 'center' : vertical,
    wrapText: wrap === 'wrap' ? '1' : wrap === 'clip' ? '0' : undefined,
    shrinkToFit: wrap === 'clip' ? '0' : standing?.attributes['shrinkToFit'],
    textRotation: rotation === undefined ? undefined : String(rotation < 0 ? 90 - rotation : rotation),
  });
  return attributes === '' ? '' : `<alignment${attributes}/>`;
}

const argb = (color: string): string => `FF${/^#[0-9a-f]{6}$/i.test(color) ? color.slice(1).toUpperCase() : '000000'}`;
