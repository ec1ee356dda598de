/** What stands where a `{@…}` tag stood. */
import { childNamed, escapeXml, isElement, type XmlElement, type XmlNode } from '../xml.ts';
import type { Block, LinesBlock, PicturesBlock } from './block.ts';
import type { Media } from './media.ts';
import type { TaggedElement } from './paragraphs.ts';
import { type TableStyles, tableNodes } from './render-table.ts';
import { element, wordNodes } from './words.ts';

export interface Filling {
  readonly media: Media;
  readonly styles: TableStyles;
}

/** `width` of the page's text, in twentieths of a point. `paragraph` is the tag's own. */
export function blockNodes(
  block: Block,
  paragraph: TaggedElement,
  width: number,
  { media, styles }: Filling,
): XmlNode[] {
  const look = lookOf(paragraph);
  switch (block.kind) {
    case 'lines':
      return block.lines.map((line) => placedLine(line, look, width));
    case 'tables':
      return block.tables.flatMap((table) => tableNodes(table, width, styles));
    case 'pictures':
      return pictureNodes(block, look, width, media, styles);
  }
}

/** A paragraph's properties and its first run's: what is put in its place looks the same. */
interface Look {
  readonly paragraph: readonly XmlNode[];
  readonly run: readonly XmlElement[];
}

function lookOf(paragraph: TaggedElement): Look {
  const properties = childNamed(paragraph, 'w:pPr');
  const run = childNamed(childNamed(paragraph, 'w:r'), 'w:rPr');
  return {
    paragraph: ((properties?.children ?? []) as XmlNode[]).filter(
      (child) => !isElement(child) || child.name !== 'w:sectPr',
    ),
    run: run ? [run as XmlElement] : [],
  };
}

/** A character's width on the grid of 28 to a line of 156 mm, in twentieths of a point. */
const CHARACTER = 316;

/** What follows the indent and the alignment in a paragraph's properties (ECMA-376 part 1, 17.3.1.26). */
const AFTER_INDENT = new Set(
  [
    'contextualSpacing',
    'mirrorIndents',
    'suppressOverlap',
    'textDirection',
    'textAlignment',
    'textboxTightWrap',
    'outlineLvl',
    'divId',
    'cnfStyle',
    'rPr',
    'pPrChange',
  ].map((name) => `w:${name}`),
);

function placedLine(
  { text, begins }: LinesBlock['lines'][number],
  { paragraph, run }: Look,
  width: number,
): XmlElement {
  const own = paragraph.filter((child) => !isElement(child) || (child.name !== 'w:ind' && child.name !== 'w:jc'));
  const isAfter = (child: XmlNode) => isElement(child) && AFTER_INDENT.has(child.name);
  // Measured from the left, with room at the right: where it begins and that it is one line does not depend on a machine's fonts.
  const left = Math.max(0, Math.round(width - begins * CHARACTER));
  return element('w:p', '', [
    element('w:pPr', '', [
      ...own.filter((child) => !isAfter(child)),
      element(
        'w:ind',
        `w:leftChars="0" w:left="${left}" w:rightChars="-200" w:right="-${2 * CHARACTER}" w:firstLineChars="0" w:firstLine="0"`,
      ),
      element('w:jc', 'w:val="left"'),
      ...own.filter(isAfter),
    ]),
    element('w:r', '', [...run, ...wordNodes(text)]),
  ]);
}

/** English metric units to a pixel of a screen and to a twentieth of a point. */
const PER_PIXEL = 9525;
const PER_TWIP = 635;

/** No picture is higher: two and their captions stand on a page. */
const HIGHEST = 4600;

function pictureNodes(
  { pictures, lines }: PicturesBlock,
  look: Look,
  width: number,
  media: Media,
  styles: TableStyles,
): XmlNode[] {
  const centred = (children: readonly XmlNode[], keep: boolean) =>
    element('w:p', '', [
      element('w:pPr', '', [
        ...(keep ? [element('w:keepNext')] : []),
        element('w:snapToGrid', 'w:val="0"'),
        // The line must be as high as the picture in it.
        element('w:spacing', 'w:before="60" w:after="60" w:line="240" w:lineRule="auto"'),
        element('w:ind', 'w:firstLineChars="0" w:firstLine="0"'),
        element('w:jc', 'w:val="center"'),
      ]),
      ...children,
    ]);
  return [
    ...pictures.flatMap(({ image, caption }) => {
      const { relation, number } = media.add(image);
      const most = Math.min(
        1,
        (width * PER_TWIP) / (image.width * PER_PIXEL),
        (HIGHEST * PER_TWIP) / (image.height * PER_PIXEL),
      );
      const size = { cx: Math.round(image.width * PER_PIXEL * most), cy: Math.round(image.height * PER_PIXEL * most) };
      return [
        centred([element('w:r', '', [drawing(relation, number, size, caption)])], true),
        centred([element('w:r', '', [...styles.captionLook, ...wordNodes(caption)])], false),
      ];
    }),
    ...lines.map((line) =>
      element('w:p', '', [element('w:pPr', '', look.paragraph), element('w:r', '', [...look.run, ...wordNodes(line)])]),
    ),
  ];
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

function drawing(
  relation: string,
  number: number,
  { cx, cy }: { cx: number; cy: number },
  caption: string,
): XmlElement {
  const extent = `cx="${cx}" cy="${cy}"`;
  const named = `id="${number}" name="照片${number - 9000}" descr="${attribute(caption)}"`;
  return element('w:drawing', '', [
    element('wp:inline', `xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"`, [
      element('wp:extent', extent),
      element('wp:docPr', named),
      element('a:graphic', `xmlns:a="${DRAWING}/main"`, [
        element('a:graphicData', `uri="${DRAWING}/picture"`, [
          element('pic:pic', `xmlns:pic="${DRAWING}/picture"`, [
            element('pic:nvPicPr', '', [element('pic:cNvPr', named), element('pic:cNvPicPr')]),
            element('pic:blipFill', '', [
              element(
                'a:blip',
                `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${relation}"`,
              ),
              element('a:stretch', '', [element('a:fillRect')]),
            ]),
            element('pic:spPr', '', [
              element('a:xfrm', '', [element('a:off', 'x="0" y="0"'), element('a:ext', extent)]),
              element('a:prstGeom', 'prst="rect"', [element('a:avLst')]),
            ]),
          ]),
        ]),
      ]),
    ]),
  ]);
}

const attribute = (text: string): string => escapeXml(text).replace(/[\n\t]/g, ' ');
