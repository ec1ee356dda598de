/** What is wrong with one thing among several that are refused together. */
import type { Coded } from './coded.ts';

export interface SettingFaultFields {
  unset: SettingPlace;
  /** `found` is its beginning. */
  unusable: SettingPlace & { found: string };
}

interface SettingPlace {
  /** Such as `B3`; `null` where the sheet has no row for it. */
  readonly cell: string | null;
  readonly label: string;
  /** What it may be, as the sheet says it. */
  readonly explain: string;
}

export type SettingFault = Coded<SettingFaultFields>;

/** A tag is told with its braces. */
export interface TemplateFaultFields {
  /** From the brace on. */
  braceAlone: { tag: string };
  /** `nearest` is the tag that may have been meant. */
  unknownTag: { tag: string; nearest: string | null };
  notClosed: { tag: string };
  notOpened: { tag: string };
  blockNotAlone: { tag: string };
  wrongSign: { tag: string; right: string };
  /** A part of the file: `word/header1.xml`. */
  notXml: { name: string };
}

export interface TemplatePlace {
  readonly part: 'body' | 'header' | 'footer';
  /** The words around it; `''` where there are none. */
  readonly paragraph: string;
}

export type TemplateFault = Coded<TemplateFaultFields> & TemplatePlace;

/** Why a file is not taken as a Word document. */
export type NotDocxReason = 'notZip' | 'oldFormat' | 'notWord' | 'damaged' | 'macros' | 'outside' | 'tooLarge';

export interface RequestFaultFields {
  /** `expected` is a kind of value, as zod names it. */
  type: { expected: string };
  tooLong: { most: number };
  tooLarge: { most: number };
  tooSmall: { least: number };
  value: { choices: readonly string[] };
  /** Breaks another rule, named as zod names it. */
  other: { rule: string };
}

/** `entry` is what of the request it is about; `''` for the request itself. */
export type RequestFault = Coded<RequestFaultFields> & { readonly entry: string };
