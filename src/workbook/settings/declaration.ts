/** What a setting is declared by: one record, from which the sheet's row, the schema, the form and the manual follow. */
import type { SettingGroup } from '../../messages/pages.ts';
import type { Kind, Translated } from './kinds.ts';

export interface SettingRecord {
  readonly key: string;
  /** What stands under 设置项. */
  readonly label: string;
  /** What else may stand there. */
  readonly aliases: readonly string[];
  readonly kind: Kind<unknown>;
  /** What stands in a new workbook; `''` where the office must or may fill it in. */
  readonly initial: string;
  /** What stands under 说明. */
  readonly explain: string;
  /** Where it stands on the form. */
  readonly group: SettingGroup;
  /** Where its value goes in `Settings`, such as `rules.deadline.day`; under its key where this is left out. */
  readonly at?: string;
  /** Its label and explanation on the form in the other languages. */
  readonly words: Translated<{ readonly label: string; readonly explain: string }>;
}

type ValueOf<Declared> = Declared extends { readonly kind: Kind<infer Value> } ? Value : never;

type PlaceOf<Declared> = Declared extends { readonly at: infer At extends string }
  ? At
  : Declared extends { readonly key: infer Key extends string }
    ? Key
    : never;

type Placed<Path extends string, Value> = Path extends `${infer Head}.${infer Rest}`
  ? { readonly [Key in Head]: Placed<Rest, Value> }
  : { readonly [Key in Path]: Value };

/** Each union member of `Declared` as a function's argument: the arguments' intersection is what all of them make up. */
type AllOf<Declared> = (
  Declared extends unknown
    ? (made: Placed<PlaceOf<Declared>, ValueOf<Declared>>) => void
    : never
) extends (made: infer All) => void
  ? All
  : never;

type Joined<Type> = Type extends readonly unknown[]
  ? Type
  : Type extends object
    ? { readonly [Key in keyof Type]: Joined<Type[Key]> }
    : Type;

/** The settings as they are read: each declared value under its place. */
export type SettingsOf<Table extends readonly unknown[]> = Joined<AllOf<Table[number]>>;
