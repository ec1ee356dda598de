/** Builds a page from data. Text goes in as text: nothing a plan or a department wrote can become markup. */

/** `class` and `text`; any other name is an attribute. */
export type About = Readonly<Record<string, string>>;

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  about: About = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (name === 'text') made.textContent = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A table of texts; rows go on where it is wider than the page. */
export function table(headings: readonly string[], rows: readonly (readonly (string | Node)[])[]): HTMLElement {
  const cell = (content: string | Node) =>
    typeof content === 'string' ? element('td', { text: content }) : element('td', {}, [content]);
  const head = headings.map((text) => element('th', { text, scope: 'col' }));
  return element('table', {}, [
    ...(headings.length === 0 ? [] : [element('thead', {}, [element('tr', {}, head)])]),
    element(
      'tbody',
      {},
      rows.map((row) => element('tr', {}, row.map(cell))),
    ),
  ]);
}

export const list = (texts: readonly string[]): HTMLUListElement =>
  element(
    'ul',
    {},
    texts.map((text) => element('li', { text })),
  );

let lastId = 0;

/** An id no other element of the page has. */
export function freshId(): string {
  lastId += 1;
  return `id-${lastId}`;
}

/** A field with its label before it. */
export function labelled(label: string, field: HTMLElement): HTMLElement {
  field.id ||= freshId();
  return element('span', { class: 'line' }, [element('label', { text: label, for: field.id }), field]);
}

/** A tick with its label behind it. */
export function tick(label: string, checked: boolean): { readonly node: HTMLElement; readonly box: HTMLInputElement } {
  const box = element('input', { type: 'checkbox' });
  box.checked = checked;
  return { node: element('label', { class: 'line' }, [box, document.createTextNode(label)]), box };
}

/** A mail as it would be read. No script, no form, no link out of it: it is there to be looked at. */
export function mailFrame(html: string, title: string): HTMLIFrameElement {
  const frame = element('iframe', { class: 'mail', sandbox: '', title });
  frame.srcdoc = html;
  return frame;
}
