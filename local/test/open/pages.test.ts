/** Pages on the screen: a dialog takes the place of a dialog, the sidebar that of the sidebar, and neither that of the other. */
import { expect, it } from 'vitest';
import { createScreen } from '../../src/open/screen.ts';
import type { ScreenEvent } from '../../src/open/wire.ts';

const page = (title: string, html: string) => ({ title, html, width: 300, height: null });

it('the sidebar stays beside a dialog until another takes its place', () => {
  const screen = createScreen([]);
  const heard: ScreenEvent[] = [];
  screen.watch((event) => heard.push(event));
  screen.hear({ kind: 'appearance', appearance: { kind: 'sidebar', page: page('本月看板', '<p>甲</p>') } });
  screen.hear({ kind: 'appearance', appearance: { kind: 'dialog', page: page('预览', '<p>乙</p>'), modal: true } });
  const shown = () => screen.state().pages.map(({ where, title, modal }) => [where, title, modal]);
  expect(shown()).toEqual([
    ['sidebar', '本月看板', false],
    ['dialog', '预览', true],
  ]);
  const [first] = screen.state().pages;
  const key = first?.address.split('/').at(-1) ?? '';
  expect(screen.html(key)).toBe('<p>甲</p>');
  screen.hear({ kind: 'appearance', appearance: { kind: 'sidebar', page: page('本月看板', '<p>丙</p>') } });
  expect(shown()).toEqual([
    ['dialog', '预览', true],
    ['sidebar', '本月看板', false],
  ]);
  expect(screen.html(key)).toBeUndefined();
  expect(heard.map(({ kind }) => kind)).toEqual(['state', 'page', 'page', 'closed', 'page']);
});

it('another account sees none of what the one before it had opened', () => {
  const screen = createScreen([]);
  screen.hear({ kind: 'appearance', appearance: { kind: 'sidebar', page: page('本月看板', '') } });
  screen.hear({
    kind: 'seat',
    account: 'houqin@example.cn',
    accounts: [],
    front: { sheet: 0, areas: [] },
    language: 'en',
  });
  expect(screen.state()).toMatchObject({ account: 'houqin@example.cn', pages: [], language: 'en' });
});
