/**
 * What may stand between braces in a template: `{单位名称}` is replaced by words; `{#任务}…{/任务}` stands as often as there are
 * entries (or once, where a text is not empty); `{^任务}…{/任务}` only where there are none; `{@状态表}` is replaced by a table,
 * pictures, or lines with indents of their own.
 */
import type { Block } from './block.ts';

/** The tags of one document: what each is, and for a list the tags of an entry. */
export type TagDeclarations = { readonly [name: string]: 'text' | 'block' | TagDeclarations };

/** What a document with such tags is filled with. */
export type DataOf<Tags> = {
  readonly [Name in keyof Tags]: Tags[Name] extends 'text'
    ? string
    : Tags[Name] extends 'block'
      ? Block
      : readonly DataOf<Tags[Name]>[];
};

/** The same without its shape, as the filling walks it. */
export interface Data {
  readonly [name: string]: string | Block | readonly Data[];
}

/** `''` is replaced by a text, `@` by a block; `#` and `^` begin a stretch that `/` ends. */
export type Sign = '' | '@' | '#' | '^' | '/';

export interface Tag {
  readonly kind: 'tag';
  readonly sign: Sign;
  readonly name: string;
}

/** A tag as it is written. */
export const tagText = ({ sign, name }: Pick<Tag, 'sign' | 'name'>): string => `{${sign}${name}}`;

/** Splits a text into words and tags; `broken` is the first brace that has no partner, with what stands behind it. */
export function readTags(text: string): { readonly pieces: readonly (string | Tag)[]; readonly broken: string | null } {
  const pieces: (string | Tag)[] = [];
  let from = 0;
  for (const match of text.matchAll(/\{[^{}]*\}/g)) {
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push(tagOf(match[0].slice(1, -1)));
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  const stray = pieces.find((piece): piece is string => typeof piece === 'string' && /[{}]/.test(piece));
  return { pieces, broken: stray === undefined ? null : stray.slice(stray.search(/[{}]/)) };
}

/** People write full-width signs, and spaces. */
function tagOf(inside: string): Tag {
  const text = inside.normalize('NFKC').replace(/\s+/g, '');
  const sign = /^[@#^/]/.test(text) ? (text.charAt(0) as Sign) : '';
  return { kind: 'tag', sign, name: text.slice(sign.length) };
}
