/** Dialogs and the sidebar: pages of the script, each in a frame that reaches the host by messages only. */
import type { Outcome, ShownPage } from '../wire.ts';
import { button, byId, element } from './element.ts';
import { words } from './words.ts';

export interface FrameHands {
  readonly call: (name: string, args: unknown[]) => Promise<Outcome>;
  readonly close: (page: number) => void;
}

interface Shown {
  readonly page: ShownPage;
  readonly frame: HTMLIFrameElement;
  readonly remove: () => void;
}

const open = new Map<number, Shown>();

export function drawPage(page: ShownPage, hands: FrameHands): void {
  if (open.has(page.id)) return;
  const frame = element('iframe', {
    class: 'frame',
    attributes: { title: page.title || words().untitled, src: page.address },
  });
  const remove = page.where === 'sidebar' ? inSidebar(page, frame, hands) : inDialog(page, frame, hands);
  open.set(page.id, { page, frame, remove });
}

export function removePage(id: number): void {
  open.get(id)?.remove();
  open.delete(id);
}

/** Shows exactly these. */
export function drawPages(pages: readonly ShownPage[], hands: FrameHands): void {
  for (const id of [...open.keys()]) if (!pages.some((page) => page.id === id)) removePage(id);
  for (const page of pages) drawPage(page, hands);
}

function inSidebar(page: ShownPage, frame: HTMLIFrameElement, { close }: FrameHands): () => void {
  const sidebar = byId('sidebar');
  sidebar.replaceChildren(
    caption(page.title, () => close(page.id)),
    frame,
  );
  sidebar.hidden = false;
  return () => {
    if (!sidebar.contains(frame)) return;
    sidebar.replaceChildren();
    sidebar.hidden = true;
  };
}

function inDialog(page: ShownPage, frame: HTMLIFrameElement, { close }: FrameHands): () => void {
  const box = element('dialog', { class: 'page', attributes: { 'aria-label': page.title } }, [
    caption(page.title, () => close(page.id)),
    frame,
  ]);
  // The sizes are the page's own, as on the platform; 600 × 500 where the script says none.
  frame.style.width = `${page.width ?? 600}px`;
  frame.style.height = `${page.height ?? 500}px`;
  box.addEventListener('cancel', () => close(page.id));
  box.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(box);
  if (page.modal) box.showModal();
  else box.show();
  return () => box.remove();
}

function caption(title: string, close: () => void): HTMLElement {
  return element('div', { class: 'caption' }, [
    element('h2', { text: title }),
    button('×', close, { class: 'close', attributes: { 'aria-label': words().close, title: words().close } }),
  ]);
}

/** What a page says through its bridge. Only frames of ours are listened to. */
export function bridgePages(hands: FrameHands): void {
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const shown = [...open.values()].find(({ frame }) => frame.contentWindow === source);
    if (!shown || typeof data !== 'object' || data === null || !('huizong' in data)) return;
    const { frame, page } = shown;
    const said = data as {
      call?: number;
      name?: string;
      args?: unknown[];
      close?: true;
      width?: number;
      height?: number;
    };
    if (said.close) hands.close(page.id);
    if (page.where === 'dialog' && said.width !== undefined) frame.style.width = `${Number(said.width)}px`;
    if (page.where === 'dialog' && said.height !== undefined) frame.style.height = `${Number(said.height)}px`;
    const { call } = said;
    if (call === undefined) return;
    void hands
      .call(String(said.name), said.args ?? [])
      .then((outcome) => frame.contentWindow?.postMessage({ call, ...outcome }, '*'));
  });
}
