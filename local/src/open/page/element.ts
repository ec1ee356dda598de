/** An element with its text and children; text goes in as text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  about: {
    readonly class?: string;
    readonly text?: string;
    readonly attributes?: Readonly<Record<string, string>>;
  } = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (about.class !== undefined) made.className = about.class;
  if (about.text !== undefined) made.textContent = about.text;
  for (const [name, value] of Object.entries(about.attributes ?? {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(
  text: string,
  pressed: () => void,
  about: Parameters<typeof element>[1] = {},
): HTMLButtonElement {
  const made = element('button', { ...about, text });
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
