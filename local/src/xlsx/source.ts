/** What a file had beyond the model: kept so that writing puts it back. */
import type { Book } from '../book/book.ts';
import type { Aside } from './aside.ts';
import type { FileFormats } from './conditional-formats.ts';
import type { Parts } from './parts.ts';
import type { ReadStyles } from './styles-read.ts';
import type { FileValidations } from './validations.ts';

export interface SheetSource {
  /** The part's path. */
  readonly path: string;
  /** The sheet's name and number in the file. */
  readonly name: string;
  readonly number: number;
  /** Hidden from the programs' own menus too. */
  readonly veryHidden: boolean;
  /** Was its tab the chosen one? */
  readonly selected: boolean;
  /** Attributes of the root element: namespaces the elements may need. */
  readonly root: string;
  /** Top-level elements as they stood, by name; the cells and the rules left out. */
  readonly elements: ReadonlyMap<string, string>;
  readonly conditionalFormats: FileFormats;
  readonly validations: FileValidations;
  readonly notes: ReadonlyMap<number, string>;
  /** Areas of array formulas that fill more than their own cell, by its place (`3,1`). */
  readonly arrays: ReadonlyMap<string, string>;
  /** What stands beyond the grid. */
  readonly aside: Aside;
  /** What areas of the grid that go on beyond it were in the file, by their text. */
  readonly reach: ReadonlyMap<string, string>;
}

/** A tab without cells, such as a chart sheet. */
export interface OtherTab {
  readonly raw: string;
  readonly number: number;
  /** The sheet before it; undefined in front of all. */
  readonly after: number | undefined;
}

/** A defined name the model has no word for: a formula, a print area. */
export interface OtherName {
  /** Attributes as they stand. */
  readonly about: string;
  readonly text: string;
  /** The sheet it belongs to; undefined where it belongs to the book. */
  readonly sheetId: number | undefined;
}

export interface Source {
  readonly parts: Parts;
  readonly sheets: ReadonlyMap<number, SheetSource>;
  readonly tabs: readonly OtherTab[];
  readonly names: readonly OtherName[];
  readonly workbookPath: string;
  readonly stylesPath: string;
  readonly stringsPath: string;
  /** The shared strings in their order, for sheets that are written as they were. */
  readonly strings: readonly string[];
  /** Entries of `sharedStrings.xml` as they stand. */
  readonly stringsXml: string;
  readonly styles: ReadStyles;
  /** Does the file count days from 1904? */
  readonly since1904: boolean;
}

export const sourceOf = (book: Book): Source | undefined => book.source as Source | undefined;
