/**
 * What a mail is known by: `kind/period/who[/occasion]/content`. The last part tells its content, the rest its slot. Only here is it
 * known how a key is written.
 */

export interface Slot {
  readonly kind: string;
  readonly period: string;
  /** The address, or the name with it where two may share one. */
  readonly who: string;
  /** The day a reminder is for, the number of a supplement; `''` where there is one mail only. */
  readonly occasion: string;
}

/** A slot is served by one mail, whatever becomes of the content meanwhile. */
export function slotText({ kind, period, who, occasion }: Slot): string {
  return [kind, period, who, ...(occasion === '' ? [] : [occasion])].join('/');
}

export const dispatchKey = (slot: Slot, content: string): string => `${slotText(slot)}/${content}`;

/** The day a reminder is for, or the number of a supplement: what else stands at the end of a slot belongs to who it is for. */
const OCCASION = /^(.*)\/(\d{4}-\d{2}-\d{2}|补充\d+)$/;

/** The parts of a slot's text; `null` for a text that is none. */
export function slotFrom(text: string): Slot | null {
  const [, kind, period, rest] = /^([^/]+)\/([^/]+)\/(.*)$/.exec(text) ?? [];
  if (kind === undefined || period === undefined || rest === undefined) return null;
  const [, who = rest, occasion = ''] = OCCASION.exec(rest) ?? [];
  return { kind, period, who, occasion };
}

/** How the nth supplement is written as an occasion; `''` for the report itself. */
export const supplementOccasion = (supplement: number): string => (supplement === 0 ? '' : `补充${supplement}`);

/** The number of the supplement an occasion is of; 0 where it is of none. */
export const supplementOf = (occasion: string): number => Number(/^补充(\d+)$/.exec(occasion)?.[1] ?? 0);

/** The slot a key is of. */
export const slotOfKey = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('/')));

export const contentOfKey = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/**
 * Slots a mail serves: its own, and that of each address where it went to several (`保卫科 <a@x.cn, b@x.cn>`, as reminders did
 * before each address had a mail of its own).
 */
export function slotsServed(key: string): readonly string[] {
  const slot = slotOfKey(key);
  const [, before, addresses, after] = /^(.*?<)([^<>]*, [^<>]*)(>.*)$/.exec(slot) ?? [];
  if (addresses === undefined) return [slot];
  return [slot, ...addresses.split(', ').map((address) => `${before}${address}${after}`)];
}
