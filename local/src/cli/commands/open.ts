/** `huizong open BOOK`: the workbook, the menu and the pages in a browser, without Google. */
import { showInBrowser } from '../../open/browser.ts';
import { readyGrid } from '../../open/grid-package.ts';
import { openBook } from '../../open/open.ts';
import type { Language } from '../../open/words.ts';
import { print, printError, printJson } from '../print.ts';
import { requireThere } from '../workbook.ts';

export async function openCommand(
  book: string,
  options: {
    readonly port: number;
    readonly as?: string;
    readonly owner?: string;
    readonly asOf?: string;
    readonly lang?: Language;
    readonly out: string;
    readonly browser: boolean;
    readonly json?: true;
  },
): Promise<void> {
  requireThere(book);
  const grid = () =>
    readyGrid((text) => {
      if (!options.json) print(text);
    });
  const { as: account, owner, asOf, lang: language, out, port } = options;
  const { desk, address, close } = await openBook({ path: book, account, owner, asOf, language, out, port, grid });
  const present = desk.screen.state().account;
  for (const sentence of desk.screen.state().restored) printError(sentence);
  if (options.json) printJson({ address, account: present });
  else
    print(
      `“${book}”已打开（账号 ${present}）：\n  ${address}\n按 Ctrl+C 保存并关闭。只有这台电脑能打开这个地址，请不要转给别人。`,
    );
  if (options.browser) showInBrowser(address);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    // The terminal was closed.
    process.once('SIGHUP', resolve);
  });
  await close();
  const { state, message } = desk.screen.state().saving;
  if (state === 'saved') return;
  printError(message);
  process.exitCode = 1;
}
