/** Pages used by the keyboard and by ticks. */

import { describe, expect, it } from 'vitest';
import { builtOnce } from '../support/built.ts';
import { IN } from '../support/columns.ts';
import { documentOf } from '../support/documents.ts';
import { docxOf, p } from '../support/docx.ts';
import { enter, entriesOf, type Host, startHuizong, valuesOf } from '../support/host.ts';
import { fill, preparedWorkbook, reachableWorkbook, rowFor, SUBMISSIONS } from '../support/month.ts';
import { lastDialog, type OpenPage, openPage } from '../support/page.ts';

const open = (host: Host, page: string): Promise<OpenPage> => {
  host.callAsClient('openPage', { page, month: '2023-05' });
  return openPage(host, lastDialog(host));
};

/** Every return of the month is handed in. */
const allIn = (): Host =>
  builtOnce('all in', '2023-05-23T12:00', {}, () => {
    const host = reachableWorkbook();
    for (let row = 2; row <= valuesOf(host, SUBMISSIONS).length; row += 1) fill(host, row, { text: '查了三栋楼' });
    return host;
  });

describe('the grid of the board by the keyboard', () => {
  async function board(host: Host): Promise<{ page: OpenPage; press: (key: string, ctrlKey?: boolean) => void }> {
    host.call('menuBoard');
    const page = await openPage(host, host.ui.sidebars[host.ui.sidebars.length - 1]?.html ?? '');
    const press = (key: string, ctrlKey = false) => {
      const { KeyboardEvent: Pressed } = page.document.defaultView as unknown as typeof globalThis;
      page.document.activeElement?.dispatchEvent(new Pressed('keydown', { key, ctrlKey, bubbles: true }));
    };
    page.document.querySelector<HTMLElement>('.grid [tabindex="0"]')?.focus();
    return { page, press };
  }
  const at = (page: OpenPage) => page.document.activeElement?.getAttribute('aria-label')?.split('，').slice(0, 2);

  it('is walked through by arrows, to the ends by Home and End, and never left', async () => {
    const { page, press } = await board(preparedWorkbook());
    expect(at(page)).toEqual(['保卫科', '1 开展消防检查']);
    const walk: readonly (readonly [string, boolean, readonly string[]])[] = [
      ['ArrowRight', false, ['保卫科', '2 组织安全培训']],
      ['ArrowRight', false, ['保卫科', '2 组织安全培训']],
      ['ArrowDown', false, ['没有职责']],
      ['ArrowLeft', false, ['后勤处', '1 开展消防检查']],
      ['ArrowUp', false, ['保卫科', '1 开展消防检查']],
      ['End', true, ['人事处', '2 组织安全培训']],
      ['Home', false, ['没有职责']],
      ['Home', true, ['保卫科', '1 开展消防检查']],
      ['End', false, ['保卫科', '2 组织安全培训']],
      ['x', false, ['保卫科', '2 组织安全培训']],
    ];
    for (const [key, ctrlKey, there] of walk) {
      press(key, ctrlKey);
      expect([key, at(page)]).toEqual([key, there]);
    }
  });

  it('shows how things stand when somebody comes back from another page', async () => {
    const host = reachableWorkbook();
    const { page } = await board(host);
    const comesBack = async () => {
      const window = page.document.defaultView as unknown as typeof globalThis;
      window.dispatchEvent(new window.Event('focus'));
      await page.settled();
    };
    const before = page.asked.length;
    await comesBack();
    expect(page.asked).toHaveLength(before);
    await page.click('打开 催报');
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了三栋楼' });
    await comesBack();
    expect(page.document.querySelector('.figures')?.textContent).toContain('已报1');
  });

  it('goes to the row with Enter, and not to one that was never prepared', async () => {
    const host = preparedWorkbook();
    const { page, press } = await board(host);
    press('Enter');
    await page.settled();
    expect(page.asked[page.asked.length - 1]).toEqual({
      name: 'goTo',
      request: { sheet: SUBMISSIONS, row: rowFor(host, '保卫科', '开展消防检查'), known: '2023-05/1/保卫科' },
    });
    page.type('月份', '2023-06');
    await page.settled();
    page.document.querySelector<HTMLElement>('.grid [tabindex="0"]')?.focus();
    press('Enter');
    await page.settled();
    expect(page.alert()).toContain('准备本月');
  });
});

describe('the table of departments', () => {
  async function table(): Promise<{ host: Host; page: OpenPage; paste: (label: string, text: string) => void }> {
    const host = startHuizong({ now: '2023-03-01T09:00' });
    host.call('menuSetUp');
    const page = await openPage(host, lastDialog(host));
    await page.click('没有方案，先跳过');
    const paste = (label: string, text: string) => {
      const { Event: Happened } = page.document.defaultView as unknown as typeof globalThis;
      const event = new Happened('paste', { bubbles: true, cancelable: true });
      page.field(label).dispatchEvent(Object.assign(event, { clipboardData: { getData: () => text } }));
    };
    return { host, page, paste };
  }
  const names = (page: OpenPage) =>
    [...page.document.querySelectorAll<HTMLInputElement>('input.name')].map(({ value }) => value);

  /** Goes on to the end; name, contact and address of each department that then stands in the workbook. */
  const setUp = async ({ host, page }: Pick<Awaited<ReturnType<typeof table>>, 'host' | 'page'>) => {
    await page.click('下一步');
    await page.click('建立工作簿');
    return entriesOf(host, IN.departments).map(({ name, contact, mail }) => [name, contact, mail]);
  };

  it('takes a block without headings from the cell on, and makes room for it', async () => {
    const { host, page, paste } = await table();
    paste('第 1 行 部门', '保卫科\t张三\n后勤处\t李四\n');
    expect(page.status()).toBe('粘贴了 2 行。');
    paste('第 2 行 联系人', '王五\twangwu@example.cn\n赵六\tzhaoliu@example.cn\n');
    page.type('第 3 行 部门', '工会');
    expect(await setUp({ host, page })).toEqual([
      ['保卫科', '张三', ''],
      ['后勤处', '王五', 'wangwu@example.cn'],
      ['工会', '赵六', 'zhaoliu@example.cn'],
    ]);
  });

  it('under headings fills in whom it knows, puts others into rows that are free, and leaves out columns nobody knows', async () => {
    const { host, page, paste } = await table();
    page.type('第 1 行 部门', '保卫科');
    await page.click('加一行');
    paste('第 1 行 部门', '部门\t楼层\t联系人\n后勤处\t3\t李四\n保卫科\t2\t张三\n工会\t5\t王五\n');
    expect(names(page)).toEqual(['保卫科', '后勤处', '工会']);
    paste('第 2 行 部门', '联系人\t邮箱\n赵六\tzhaoliu@example.cn\n');
    paste('第 3 行 档案员', '孙七\t没有这一列\n周八\t也没有\n');
    expect(await setUp({ host, page })).toEqual([
      ['保卫科', '张三', ''],
      ['后勤处', '赵六', 'zhaoliu@example.cn'],
      ['工会', '王五', ''],
    ]);
  });

  it('leaves a single word to the field it is pasted into', async () => {
    const { page, paste } = await table();
    paste('第 1 行 部门', '保卫科');
    expect(page.status()).toBe('');
    expect(names(page)).toEqual(['']);
  });

  it('loses a row at a click, and is never without one', async () => {
    const { page, paste } = await table();
    paste('第 1 行 部门', '保卫科\t张三\n后勤处\t李四\n');
    const removeFirst = () => page.document.querySelector<HTMLButtonElement>('button.remove')?.click();
    removeFirst();
    expect(names(page)).toEqual(['后勤处']);
    removeFirst();
    expect(names(page)).toEqual(['']);
  });
});

describe('催报 on a page', () => {
  it('sends to those ticked, and not again on the same day', async () => {
    const host = reachableWorkbook();
    const page = await open(host, 'remind');
    expect(page.field('后勤处').checked).toBe(true);
    page.field('后勤处').click();
    await page.click('发送');
    expect(page.document.querySelector('h1')?.textContent).toBe('2023-05 已催报');
    expect(host.mail.flatMap(({ to }) => to).sort()).toEqual(['baowei@example.cn', 'renshi@example.cn']);
    const again = await open(host, 'remind');
    expect(again.field('保卫科').disabled).toBe(true);
    expect(again.text()).toContain('今天已发过');
    expect(again.field('后勤处').checked).toBe(true);
  });

  it('with nobody ticked sends nothing', async () => {
    const host = reachableWorkbook();
    const page = await open(host, 'remind');
    for (const name of ['保卫科', '后勤处', '人事处']) page.field(name).click();
    await page.click('发送');
    expect(page.asked).toEqual([]);
    expect(host.mail).toHaveLength(0);
  });

  it('names those who owe something and cannot be written to', async () => {
    const page = await open(preparedWorkbook(), 'remind');
    expect(page.text()).toContain('欠报但没有可用邮箱：保卫科、后勤处、人事处');
    expect(page.document.querySelector('table')).toBe(null);
  });

  it('says where nobody owes anything', async () => {
    const page = await open(allIn(), 'remind');
    expect(page.text()).toContain('没有部门欠报。');
  });
});

describe('生成报告 on a page', () => {
  it('goes back to the template the add-on came with', async () => {
    const page = await open(reachableWorkbook(), 'documents');
    await page.click('恢复自带 月度报告');
    expect(page.asked).toEqual([{ name: 'resetTemplate', request: { kind: '月度报告' } }]);
    expect(page.status()).toBe('已完成');
  });

  it('brings in a template somebody picks, and nothing where nobody picks one', async () => {
    const host = reachableWorkbook();
    const page = await open(host, 'documents');
    const { File: Picked, Event: Happened } = page.document.defaultView as unknown as typeof globalThis;
    const picker = [...page.document.querySelectorAll<HTMLInputElement>('input[type="file"]')].find(
      (one) => one.getAttribute('aria-label') === '更换 通报',
    );
    const pick = async (...files: File[]) => {
      Object.defineProperty(picker, 'files', { value: files, configurable: true });
      picker?.dispatchEvent(new Happened('change'));
      await page.settled();
    };
    await pick();
    expect(page.asked).toEqual([]);
    await pick(new Picked([docxOf(p('{标题}')) as BlobPart], '我局通报.docx'));
    expect(page.alert()).toBe('');
    expect(page.status()).toBe('已完成');
    expect(page.text()).toContain('通报我局通报.docx');
    expect(documentOf(host, '通报-2023-05.docx').words.join('')).toMatch(/^示例区交通运输局.*关于2023年5月/s);
  });

  it('names the paragraphs whose words have changed since somebody edited them', async () => {
    const host = reachableWorkbook();
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了三栋楼' });
    await open(host, 'documents');
    const row = entriesOf(host, IN.draft).findIndex(({ source }) => source === '查了三栋楼') + 2;
    enter(host, IN.draft, row, { edited: '查了楼' });
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了四栋楼' });
    const page = await open(host, 'documents');
    expect(page.text()).toContain('发出前请先看一眼“报告草稿”');
    expect(page.text()).toContain('▲ 原文已变，请核对报告用文字');
  });
});
