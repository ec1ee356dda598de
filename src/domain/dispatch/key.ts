/** What a mail is known by: `kind/period/who[/occasion]/content`. The last part tells its content, the rest its slot. */

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
