/** Builds a page from data. Text goes in as text: nothing a plan or a department wrote can become markup. */

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  about: { readonly class?: string; readonly text?: string } = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (about.class !== undefined) made.className = about.class;
  if (about.text !== undefined) made.textContent = about.text;
  made.append(...children);
  return made;
}

export function table(headings: readonly string[], rows: readonly (readonly string[])[]): HTMLTableElement {
  const head = element(
    'tr',
    {},
    headings.map((text) => element('th', { text })),
  );
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      row.map((text) => element('td', { text })),
    ),
  );
  return element('table', {}, [element('thead', {}, [head]), element('tbody', {}, body)]);
}

/** What the script handed to the page. */
export function pageData<Data>(): Data {
  return (window as unknown as { HUIZONG_DATA: Data }).HUIZONG_DATA;
}

interface Runner {
  withSuccessHandler(handler: (result: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  readonly [name: string]: unknown;
}

declare const google: { readonly script: { readonly run: Runner; readonly host: { close(): void } } };

/** Calls a function of the script; what it refuses arrives as an error with its sentence. */
export function call<Result>(name: string, input: unknown): Promise<Result> {
  return new Promise((resolve, reject) => {
    const run = google.script.run
      .withSuccessHandler((result) => resolve(result as Result))
      .withFailureHandler((error) => reject(new Error(error.message.replace(/^(?:Refusal|Error|Exception): /, ''))));
    (run[name] as (input: unknown) => void)(input);
  });
}

export const closePage = (): void => google.script.host.close();
