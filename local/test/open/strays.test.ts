/** The page of a book with a cell far from all else. */
import { describe, expect, it } from 'vitest';
import { STRAYS } from '../host/xlsx/stray-cases.ts';
import { opened } from '../support/open.ts';
import { strayBook } from '../support/stray-book.ts';

const stray = STRAYS[0];

describe('a cell in the last corner of a sheet', () => {
  it.each([
    ['zh-CN', '工作表“月度报送”的 XFD1048576 里有内容'],
    ['en', '“月度报送” XFD1048576, with thousands of blank cells'],
  ] as const)('is told on the page in %s, which draws the sheet as large as it was', async (language, words) => {
    const page = await opened(strayBook(stray?.spoil ?? String), { language });
    await page.ask({ do: 'open' });
    await page.until(() => page.heard.some((event) => event.kind === 'trouble' && event.message.includes(words)));
    const sheet = page.state().book.sheets.find(({ name }) => name === '月度报送');
    expect([sheet?.rows, sheet?.columns]).toEqual([1000, 26]);
  });
});
