/** What a template's `{@…}` tags are replaced by, as plain data. */
import type { Image } from '../image.ts';

export type Block = LinesBlock | TablesBlock | PicturesBlock;

/** Lines that look like the tag's own paragraph but begin at a place of their own: so many characters before the right edge. */
export interface LinesBlock {
  readonly kind: 'lines';
  readonly lines: readonly { readonly text: string; readonly begins: number }[];
}

/** Tables one below the other. A wide one turns its section on its side, where it has a section of its own. */
export interface TablesBlock {
  readonly kind: 'tables';
  readonly tables: readonly Table[];
  readonly wide: boolean;
}

export interface Table {
  /** Widths as shares of the page's. */
  readonly columns: readonly { readonly width: number; readonly align: 'left' | 'center' | 'right' }[];
  /** Repeated at the head of every page. */
  readonly heading: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  /** In points. */
  readonly fontSize: number;
}

export interface TableCell {
  readonly text: string;
  /** `#rrggbb` */
  readonly fill?: string;
  readonly bold?: boolean;
}

/** Photographs, each with its caption below; then lines of words. */
export interface PicturesBlock {
  readonly kind: 'pictures';
  readonly pictures: readonly { readonly image: Image; readonly caption: string }[];
  readonly lines: readonly string[];
}

export function isEmptyBlock(block: Block): boolean {
  if (block.kind === 'lines') return block.lines.length === 0;
  if (block.kind === 'tables') return block.tables.length === 0;
  return block.pictures.length === 0 && block.lines.length === 0;
}
