/** A table as Word wants it: fixed widths, a heading repeated on every page, rows that do not break. */
import { at } from '../../../domain/at.ts';
import { attributeOf, childNamed, elementsNamed, parseXml, type XmlElement, type XmlNode } from '../xml.ts';
import type { Table, TableCell } from './block.ts';
import { element, wordNodes } from './words.ts';

/** How tables and captions look: by a style of the template where it has one of that name, so that Word changes it. */
export interface TableStyles {
  /** The style's identifier; `null` where the template has none. */
  readonly cell: string | null;
  readonly captionLook: readonly XmlElement[];
}

const CELL_STYLE = '汇总表格文字';
const FONT = '仿宋_GB2312';

/** `styles` is the text of the template's part of styles. A style keeps its name when Word gives it another identifier. */
export function tableStyles(styles: string): TableStyles {
  const root = parseXml(styles);
  const named =
    root &&
    elementsNamed(root, 'w:style').find((style) => {
      const name = childNamed(style, 'w:name');
      return name !== undefined && attributeOf(name, 'w:val') === CELL_STYLE;
    });
  return { cell: named ? attributeOf(named, 'w:styleId') : null, captionLook: [runLook(12, false, true)] };
}

function runLook(points: number, bold: boolean, named: boolean): XmlElement {
  return element('w:rPr', '', [
    ...(named ? [element('w:rFonts', `w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${FONT}"`)] : []),
    ...(bold ? [element('w:b')] : []),
    element('w:sz', `w:val="${Math.round(points * 2)}"`),
    element('w:szCs', `w:val="${Math.round(points * 2)}"`),
  ]);
}

export function tableNodes(table: Table, width: number, styles: TableStyles): XmlNode[] {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const columns = table.columns.map((column) => ({ ...column, width: Math.floor((column.width / total) * width) }));
  const row = (cells: readonly TableCell[], isHeading: boolean) =>
    element('w:tr', '', [
      element('w:trPr', '', [element('w:cantSplit'), ...(isHeading ? [element('w:tblHeader')] : [])]),
      ...cells.map((cell, index) => {
        const about = { ...at(columns, index), points: table.fontSize, styles };
        return isHeading ? cellNode({ ...cell, bold: true }, { ...about, align: 'center' }) : cellNode(cell, about);
      }),
    ]);
  const border = (side: string) => element(`w:${side}`, 'w:val="single" w:sz="4" w:space="0" w:color="000000"');
  return [
    element('w:tbl', '', [
      element('w:tblPr', '', [
        element('w:tblW', `w:w="${columns.reduce((sum, one) => sum + one.width, 0)}" w:type="dxa"`),
        element('w:jc', 'w:val="center"'),
        element('w:tblBorders', '', ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border)),
        element('w:tblLayout', 'w:type="fixed"'),
        element('w:tblCellMar', '', [
          element('w:left', 'w:w="45" w:type="dxa"'),
          element('w:right', 'w:w="45" w:type="dxa"'),
        ]),
      ]),
      element(
        'w:tblGrid',
        '',
        columns.map((one) => element('w:gridCol', `w:w="${one.width}"`)),
      ),
      row(
        table.heading.map((text) => ({ text })),
        true,
      ),
      ...table.rows.map((cells) => row(cells, false)),
    ]),
    // Two tables without a paragraph between would become one.
    line('', 6, styles, 'left'),
  ];
}

interface CellAbout {
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly points: number;
  readonly styles: TableStyles;
}

function cellNode({ text, fill, bold }: TableCell, { width, align, points, styles }: CellAbout): XmlElement {
  return element('w:tc', '', [
    element('w:tcPr', '', [
      element('w:tcW', `w:w="${width}" w:type="dxa"`),
      ...(fill === undefined
        ? []
        : [element('w:shd', `w:val="clear" w:color="auto" w:fill="${fill.replace('#', '')}"`)]),
      element('w:vAlign', 'w:val="center"'),
    ]),
    line(text, points, styles, align, bold),
  ]);
}

/**
 * The grid of lines is for the text of the document: in a table it would make every row a full line high. Lines are of a given
 * height here, so that a table takes the same room whatever font a machine has.
 */
function line(text: string, points: number, { cell }: TableStyles, align: string, bold = false): XmlElement {
  const spacing = element(
    'w:spacing',
    `w:before="30" w:after="30" w:line="${Math.round(points * 26)}" w:lineRule="exact"`,
  );
  const own = [element('w:snapToGrid', 'w:val="0"'), spacing, element('w:ind', 'w:firstLineChars="0" w:firstLine="0"')];
  const properties = cell === null ? own : [element('w:pStyle', `w:val="${cell}"`), spacing];
  return element('w:p', '', [
    element('w:pPr', '', [...properties, element('w:jc', `w:val="${align}"`)]),
    ...(text === '' ? [] : [element('w:r', '', [runLook(points, bold, cell === null), ...wordNodes(text)])]),
  ]);
}
