/**
 * What a sheet of the workbook is: its title, its columns, who writes them, what may stand in them. Set-up, repair,
 * reading, writing, protection and the guide's tables all follow from the declarations in `sheets/`.
 */
import type { NewCell } from '../spreadsheet/cell.ts';
import type { BlockLook, LiveRule } from '../spreadsheet/look.ts';

export type SheetKey =
  | 'guide'
  | 'settings'
  | 'departments'
  | 'matrix'
  | 'submissions'
  | 'exceptions'
  | 'owed'
  | 'rates'
  | 'draft'
  | 'dispatches'
  | 'archive'
  | 'log'
  | 'pattern'
  | 'templates'
  | 'undo';

/** Who fills a column. What a script fills, or the office, is guarded from others. */
export type Author = 'office' | 'department' | 'script';

/** What a dropdown offers. */
export type Choices =
  | { readonly kind: 'list'; readonly choices: readonly string[] }
  /** The entries of another sheet's column. */
  | { readonly kind: 'column'; readonly sheet: SheetKey; readonly column: string };

export interface ColumnDeclaration<Key extends string = string> {
  readonly key: Key;
  readonly heading: string;
  /** Other headings people give the column, understood as well. */
  readonly aliases: readonly string[];
  /** In pixels. */
  readonly width: number;
  /** A number format; `@` keeps what is typed as text. */
  readonly format: string;
  readonly author: Author;
  readonly choices?: Choices;
  /** Refuse what is not among the choices; otherwise only warn. */
  readonly strict?: boolean;
  readonly align?: BlockLook['align'];
  /** Long contents are broken into lines unless this says not to. */
  readonly wrap?: boolean;
  /** One sentence for the person who points at the heading. */
  readonly explain: string;
}

export interface SheetDeclaration<Key extends string = string> {
  readonly key: SheetKey;
  readonly title: string;
  readonly columns: readonly ColumnDeclaration<Key>[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tabColor: string;
  /** Who may write: only the office, every editor, or every editor but in the guarded columns. */
  readonly guard: 'office' | 'open' | 'byColumn';
  /** Nothing in it is for people. */
  readonly hidden?: boolean;
  /** Live colours; given where each column stands. */
  readonly rules?: (columnAt: (key: Key) => number) => readonly LiveRule[];
}

/** A row as it is written, from its cells by their columns' keys: in the order of the declaration, blank where none is given. */
export const rowOf = <Key extends string>(
  { columns }: SheetDeclaration<Key>,
  cells: Readonly<Partial<Record<NoInfer<Key>, NewCell>>>,
): readonly NewCell[] => columns.map(({ key }) => cells[key] ?? '');

/** Keeps the column keys as literal types. */
export function declareSheet<const Key extends string>(declaration: SheetDeclaration<Key>): SheetDeclaration<Key> {
  return declaration;
}

/** A text column; the common case of a declaration. */
export function textColumn<const Key extends string>(
  key: Key,
  heading: string,
  about: Pick<ColumnDeclaration, 'width' | 'author' | 'explain'> & Partial<ColumnDeclaration<Key>>,
): ColumnDeclaration<Key> {
  return { aliases: [], format: '@', ...about, key, heading };
}
