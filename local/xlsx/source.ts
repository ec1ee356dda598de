/** What a file had beyond the model: kept so that writing puts it back. */
import type { Book } from '../book/book.ts';
import type { Parts } from './parts.ts';

export interface SheetSource {
  /** The part's path. */
  readonly path: string;
  /** Top-level elements the model has no word for, as they stood, by name. */
  readonly extras: ReadonlyMap<string, string>;
  /** Attributes of the root element: namespaces the extras may need. */
  readonly root: string;
  /** Conditional formats of kinds the model does not know, as they stood. */
  readonly conditionalFormats: readonly string[];
}

export interface Source {
  readonly parts: Parts;
  readonly sheets: ReadonlyMap<number, SheetSource>;
  readonly workbookPath: string;
  readonly stylesPath: string;
  readonly stringsPath: string;
  /** The shared strings in their order, for sheets that are written as they were. */
  readonly strings: readonly string[];
  /** Entries of `sharedStrings.xml` as they stand. */
  readonly stringsXml: string;
  /** How many styles of the book come from the file: index `i` is its `cellXfs[i]`, by the style's `source`. */
  readonly definedNames: readonly string[];
  readonly styleKeys: readonly string[];
}

export const sourceOf = (book: Book): Source | undefined => book.source as Source | undefined;
