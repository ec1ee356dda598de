/** A page of the bundle as a person at the screen has it, without a browser: the scripts of the file run, the local host answers. */
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import type { Host } from './host.ts';

const bridge = readFileSync('test/browser/bridge.js', 'utf8');

export interface OpenPage {
  readonly document: Document;
  /** Functions of the script the page has called, in order, with what it asked. */
  readonly asked: readonly { readonly name: string; readonly request: unknown }[];
  readonly isClosed: () => boolean;
  /** The words a person reads. */
  readonly text: () => string;
  /** A button, by its words or its label. */
  readonly button: (name: string) => HTMLButtonElement;
  /** A field, by its label. */
  readonly field: (label: string) => HTMLInputElement;
  /** Clicks, and waits until the page has rest. */
  readonly click: (name: string) => Promise<void>;
  readonly type: (label: string, value: string) => void;
  readonly settled: () => Promise<void>;
  /** What it says politely, and what it says at once. */
  readonly status: () => string;
  readonly alert: () => string;
}

/** @param html as the script showed it: `host.ui.dialogs.at(-1).html` */
export async function openPage(host: Host, html: string, answer = answerOf(host)): Promise<OpenPage> {
  const window = new Window({
    url: 'https://page.test/',
    settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true } as never,
  });
  const asked: { name: string; request: unknown }[] = [];
  Object.assign(window, {
    huizongCall: async (name: string, args: unknown[]) => {
      // What passes between a page and a script is copied on the way, as JSON is.
      const sent = JSON.parse(JSON.stringify(args)) as unknown[];
      asked.push({ name, request: sent[0] });
      return JSON.parse(JSON.stringify(answer(name, sent))) as unknown;
    },
    scrollTo: () => undefined,
  });
  window.document.write(html.replace('<body>', () => `<body><script>${bridge}</script>`));
  const document = window.document as unknown as Document;
  const settled = async () => {
    do await window.happyDOM.waitUntilComplete();
    while (document.querySelector('[aria-busy]'));
  };
  const named = <Element extends HTMLElement>(selector: string, name: string): Element => {
    const all = [...document.querySelectorAll<Element>(selector)];
    const found = all.find((one) => nameOf(document, one) === name);
    if (!found)
      throw new Error(`no ${selector} named “${name}”: ${all.map((one) => nameOf(document, one)).join(' | ')}`);
    return found;
  };
  const page: OpenPage = {
    document,
    asked,
    isClosed: () => (window as unknown as { huizongClosed?: boolean }).huizongClosed === true,
    text: () => document.body.querySelector('main')?.textContent ?? '',
    button: (name) => named('button', name),
    field: (label) => named('input, select, textarea', label),
    click: async (name) => {
      const button = page.button(name);
      if (button.disabled) throw new Error(`“${name}” rests`);
      button.click();
      await settled();
    },
    type: (label, value) => {
      const field = page.field(label);
      field.value = value;
      for (const event of ['input', 'change']) field.dispatchEvent(new window.Event(event) as unknown as Event);
    },
    settled,
    status: () => document.querySelector('[role="status"]')?.textContent ?? '',
    alert: () => document.querySelector('[role="alert"]')?.textContent ?? '',
  };
  await settled();
  return page;
}

/** What a reader calls an element: its label, or its words. */
function nameOf(document: Document, element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  const own = [...document.querySelectorAll('label')].find(
    (one) => one.getAttribute('for') === element.id && element.id !== '',
  );
  return label ?? (own ?? element.closest('label') ?? element).textContent ?? '';
}

/** The script's answer as the platform hands it over. */
export const answerOf =
  (host: Host) =>
  (name: string, args: readonly unknown[]): unknown => {
    try {
      return { value: host.callAsClient(name, ...args) };
    } catch (error) {
      return { error: { name: (error as Error).name, message: (error as Error).message } };
    }
  };

/** The last dialog the script has shown. */
export function lastDialog(host: Host): string {
  const dialog = host.ui.dialogs[host.ui.dialogs.length - 1];
  if (!dialog) throw new Error('no dialog is open');
  return dialog.html;
}
