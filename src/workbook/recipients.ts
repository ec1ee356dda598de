/** Who receives mail: `名称 <邮箱>；名称 <邮箱>`, as it stands in the settings. */

export interface Recipient {
  readonly name: string;
  /** `''` where only a name is given. */
  readonly mail: string;
}

/** Reads a list of recipients. Every part is kept, also one that is no address: the sender refuses it by name. */
export function parseRecipients(typed: string): readonly Recipient[] {
  return typed
    .split(/[;；,，、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseRecipient);
}

/** By hand: a pattern would try every way of sharing out a long run of spaces among its parts. */
function parseRecipient(part: string): Recipient {
  const open = part.search(/[<＜]/);
  if (open >= 0 && /[>＞]$/.test(part)) {
    const mail = part.slice(open + 1, -1).trim();
    const name = part.slice(0, open).trim();
    if (!/[<>＜＞]/.test(mail)) return { name: name.replace(/^["“]|["”]$/g, '').trim(), mail };
  }
  return part.includes('@') ? { name: '', mail: part } : { name: part, mail: '' };
}

/** As it is shown: `区文明办 <wmb@example.cn>`. */
export const recipientLabel = ({ name, mail }: Recipient): string =>
  name === '' ? mail : mail === '' ? name : `${name} <${mail}>`;
