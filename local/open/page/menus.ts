/**
 * The menus scripts have made, beside the file's name as on the platform, with submenus. By mouse, or by keys as in any menu: up and
 * down along the entries, right into a submenu and left out of it, Enter to choose, Escape to go back.
 */
import type { MenuItem } from '../../services/ui/state.ts';
import { button, element } from './element.ts';

type Run = (name: string) => void;

/** Entries that open from a button. */
interface List {
  /** The button with its entries. */
  readonly whole: HTMLElement;
  readonly title: HTMLButtonElement;
  /** Shows the entries; the first is where the keys are. */
  enter(): void;
  show(): void;
  hide(): void;
}

/** Ends what the menus drawn before listen to. */
let forget = new AbortController();

export function drawMenus(bar: HTMLElement, menus: readonly MenuItem[], run: Run): void {
  forget.abort();
  forget = new AbortController();
  const lists = menus.map((menu) => topList(menu, run));
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      for (const list of lists) if (!list.whole.contains(target as Node)) list.hide();
    },
    { signal: forget.signal },
  );
  bar.replaceChildren(...lists.map(({ whole }) => whole));
}

function topList(menu: MenuItem, run: Run): List {
  const list = listOf(menu, ['ArrowDown', 'ArrowUp'], null, (name) => {
    list.hide();
    list.title.focus();
    run(name);
  });
  const { whole, title } = list;
  whole.className = 'menu';
  title.addEventListener('click', () => (title.ariaExpanded === 'true' ? list.hide() : list.enter()));
  whole.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !whole.contains(relatedTarget)) list.hide();
  });
  // The spreadsheet below listens to keys of the whole page.
  whole.addEventListener('keydown', (event) => event.stopPropagation());
  return list;
}

function subList(menu: MenuItem, chosen: Run): List {
  const list = listOf(menu, ['ArrowRight'], 'ArrowLeft', chosen);
  list.whole.className = 'submenu';
  list.title.addEventListener('click', () => list.enter());
  return list;
}

/** `inward` are the keys that lead from the button to its entries, `outward` is the one that leads back. */
function listOf({ label, items }: MenuItem, inward: readonly string[], outward: string | null, chosen: Run): List {
  const title = element('button', {
    text: label,
    attributes: { type: 'button', role: 'menuitem', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
  });
  const entries = element('div', { class: 'entries', attributes: { role: 'menu', 'aria-label': label } });
  const whole = element('div', { attributes: { role: 'none' } }, [title, entries]);
  const buttons: HTMLButtonElement[] = [];
  const sublists: List[] = [];
  const leaveOnly = (one: List | null): void => {
    for (const other of sublists) if (other !== one) other.hide();
  };
  const show = (): void => {
    entries.hidden = false;
    title.ariaExpanded = 'true';
  };
  const hide = (): void => {
    leaveOnly(null);
    entries.hidden = true;
    title.ariaExpanded = 'false';
  };
  const enter = (): void => {
    show();
    buttons[0]?.focus();
  };
  hide();

  for (const item of items) {
    const { run } = item;
    if (run === null && item.items.length === 0) {
      entries.append(element('div', { attributes: { role: 'separator' } }));
      continue;
    }
    const sublist = run === null ? subList(item, chosen) : null;
    const one = sublist?.title ?? button(item.label, () => run && chosen(run), { attributes: { role: 'menuitem' } });
    one.tabIndex = -1;
    // Under the mouse a submenu opens, and gives way to the next.
    one.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType !== 'mouse') return;
      leaveOnly(sublist);
      sublist?.show();
      one.focus();
    });
    if (sublist) sublists.push(sublist);
    buttons.push(one);
    entries.append(sublist?.whole ?? one);
  }

  /** Does the key mean something here? What means nothing to a submenu may mean something to the list it stands in. */
  const pressed = (key: string): boolean => {
    const isShown = !entries.hidden;
    if (document.activeElement === title) {
      if (inward.includes(key)) enter();
      else if (isShown && key === 'Escape') hide();
      else return false;
      return true;
    }
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
    if (to !== undefined) {
      leaveOnly(null);
      buttons.at(to % buttons.length)?.focus();
    } else if (key === 'Escape' || key === outward) {
      hide();
      title.focus();
    } else return false;
    return true;
  };
  whole.addEventListener('keydown', (event) => {
    if (!event.defaultPrevented && pressed(event.key)) event.preventDefault();
  });
  return { whole, title, enter, show, hide };
}
