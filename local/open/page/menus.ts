/** The menus scripts have made, beside the file's name as on the platform. By mouse, or by arrow keys, Enter and Escape. */
import type { MenuItem } from '../../services/ui/state.ts';
import { button, element } from './element.ts';

export function drawMenus(bar: HTMLElement, menus: readonly MenuItem[], run: (name: string) => void): void {
  bar.replaceChildren(...menus.map((menu) => menuOf(menu, run)));
}

function menuOf({ label, items }: MenuItem, run: (name: string) => void): HTMLElement {
  const entries = element('div', { class: 'entries', attributes: { role: 'menu', 'aria-label': label } });
  const open = (shown: boolean): void => {
    entries.hidden = !shown;
    title.setAttribute('aria-expanded', String(shown));
    if (shown) buttons[0]?.focus();
  };
  const chosen = (name: string): void => {
    open(false);
    title.focus();
    run(name);
  };
  const title = button(label, () => open(entries.hidden !== false), {
    attributes: { role: 'menuitem', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
  });
  entries.append(...items.flatMap((item) => entriesOf(item, chosen)));
  entries.hidden = true;
  const buttons = [...entries.querySelectorAll('button')];
  const menu = element('div', { class: 'menu', attributes: { role: 'none' } }, [title, entries]);
  menu.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    if (event.key === 'Escape' && !entries.hidden) {
      open(false);
      title.focus();
    } else if (event.key in next) {
      if (entries.hidden) open(true);
      else buttons.at((next[event.key] ?? 0) % buttons.length)?.focus();
      event.preventDefault();
    } else if (event.key === 'Tab') open(false);
    // The spreadsheet below listens to keys of the whole page.
    event.stopPropagation();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!menu.contains(target as Node)) open(false);
  });
  return menu;
}

function entriesOf({ label, run, items }: MenuItem, chosen: (name: string) => void): HTMLElement[] {
  if (run !== null) return [button(label, () => chosen(run), { attributes: { role: 'menuitem', tabindex: '-1' } })];
  if (items.length > 0) return items.flatMap((item) => entriesOf(item, chosen));
  return [element('div', { attributes: { role: 'separator' } })];
}
