/** 本月看板 as a person uses it: the built page, answered by the built add-on. */

import { describe, expect, it } from 'vitest';
import { builtOnce } from '../support/built.ts';
import { IN } from '../support/columns.ts';
import { enter, type Host, setSetting, type as typeIn, valuesOf } from '../support/host.ts';
import { fill, preparedWorkbook, reachableWorkbook, rowFor, SUBMISSIONS } from '../support/month.ts';
import { answerOf, type OpenPage, openPage } from '../support/page.ts';

async function openBoard(host: Host, answer = answerOf(host)): Promise<OpenPage> {
  host.call('menuBoard');
  return openPage(host, host.ui.sidebars[host.ui.sidebars.length - 1]?.html ?? '', answer);
}

/** May with one return in time, one late and two missing. */
const someReturns = (): Host =>
  builtOnce('some returns', '2023-05-23T12:00', {}, () => {
    const host = preparedWorkbook();
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了三栋楼', time: '2023-05-18 09:00' });
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '换了灭火器', time: '2023-05-22 09:00' });
    return host;
  });

const all = (page: OpenPage, selector: string) =>
  [...page.document.querySelectorAll(selector)].map(({ textContent }) => textContent);

describe('the board', () => {
  it('counts what is due, in, on time, late and missing', async () => {
    const page = await openBoard(someReturns());
    expect(all(page, '.figures div')).toEqual(['应报4', '已报2', '按时1', '迟报1', '缺报2']);
    expect(page.text()).toContain('2023-05-20 已截止');
    expect(page.document.querySelector('.share')?.getAttribute('aria-label')).toBe('应报 4 项，已报 2 项');
  });

  it('shows the grid in colour, symbol and words', async () => {
    const page = await openBoard(someReturns());
    const marks = [...page.document.querySelectorAll('.grid .mark')].map((cell) => [
      cell.textContent,
      cell.className,
      cell.getAttribute('aria-label'),
    ]);
    expect(marks).toEqual([
      ['✓', 'mark done', '保卫科，1 开展消防检查，责任，已报'],
      ['✗', 'mark missing', '保卫科，2 组织安全培训，责任，缺报，逾期 3 天'],
      ['▲', 'mark late', '后勤处，1 开展消防检查，责任，迟报 2 天'],
      ['✗', 'mark missing', '人事处，2 组织安全培训，牵头，缺报，逾期 3 天'],
    ]);
    expect(all(page, '.legend li')).toEqual(['✓已报', '▲迟报', '✗缺报']);
  });

  it('shows what the hourly run last came to, and when', async () => {
    const host = reachableWorkbook();
    const runs = (page: OpenPage) => [...all(page, '.run-time'), ...all(page, '.run li')];
    expect((await openBoard(host)).text()).toContain('还没有自动执行过');
    typeIn(host, '部门', 'D3', [['']]);
    host.setNow('2023-05-18T09:30');
    host.call('everyHour');
    const page = await openBoard(host);
    expect(runs(page)).toEqual([
      '！ 2023-05-18 09:30，有事情要处理',
      '发出 2 封，已记入“发送记录”。',
      '今天还可发给 98 个收件人。',
      '这些部门欠报，但“部门”表里没有可用的邮箱，没有催报，请补上或电话联系：后勤处。',
    ]);
    host.setNow('2023-05-19T11:30');
    expect((await openBoard(host)).text()).toContain('已经 26 小时没有自动执行，请检查触发器或定时任务。');
    host.setNow('2023-05-19T12:30');
    typeIn(host, '部门', 'D3', [['houqin@example.cn']]);
    host.call('everyHour');
    expect(runs(await openBoard(host))[0]).toBe('✓ 2023-05-19 12:30，正常');
  });

  it('lists who owes what, each one click from its row', async () => {
    const host = someReturns();
    const page = await openBoard(host);
    expect(all(page, 'summary')).toEqual(
      ['保卫科：1 项', '人事处：1 项', '1 个问题'].slice(0, all(page, 'summary').length),
    );
    const row = rowFor(host, '人事处', '组织安全培训');
    const buttons = [...page.document.querySelectorAll<HTMLButtonElement>('.owes button')];
    buttons[1]?.click();
    await page.settled();
    expect(page.asked[page.asked.length - 1]).toEqual({
      name: 'goTo',
      request: { sheet: SUBMISSIONS, row, known: '2023-05/2/人事处' },
    });
    expect(host.services.SpreadsheetApp.getActiveSheet().getActiveRange()?.getRow()).toBe(row);
  });

  it('goes to the row of who owes it when rows were put in above it meanwhile', async () => {
    const host = someReturns();
    const page = await openBoard(host);
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
    sheet?.insertRowsBefore(2, 2);
    [...page.document.querySelectorAll<HTMLButtonElement>('.owes button')][1]?.click();
    await page.settled();
    expect(sheet?.getActiveRange()?.getRow()).toBe(rowFor(host, '人事处', '组织安全培训'));
    sheet?.deleteRow(rowFor(host, '人事处', '组织安全培训'));
    [...page.document.querySelectorAll<HTMLButtonElement>('.owes button')][1]?.click();
    await page.settled();
    expect(page.alert()).toContain('被改动或移动过');
  });

  it('goes from a cell of the grid to its row', async () => {
    const host = someReturns();
    const page = await openBoard(host);
    page.document.querySelector<HTMLElement>('.grid .late')?.click();
    await page.settled();
    expect(host.services.SpreadsheetApp.getActiveSheet().getActiveRange()?.getRow()).toBe(
      rowFor(host, '后勤处', '开展消防检查'),
    );
  });

  it('goes from a finding to its cell', async () => {
    const host = someReturns();
    const row = rowFor(host, '后勤处', '开展消防检查');
    fill(host, row, { count: '约三十' });
    const page = await openBoard(host);
    const about = [...page.document.querySelectorAll<HTMLButtonElement>('.problems button')].find(({ textContent }) =>
      textContent?.includes('约三十'),
    );
    about?.click();
    await page.settled();
    expect(host.services.SpreadsheetApp.getActiveSheet().getActiveRange()?.getA1Notation()).toBe(
      IN.submissions.cell('count', row),
    );
  });

  it('runs a step, says what came of it, and shows the month as it is then', async () => {
    const host = someReturns();
    const page = await openBoard(host);
    await page.click('执行 汇总');
    expect(page.status()).toContain('2023-05 汇总完成');
    expect(page.status()).toContain('应报 4，已报 2（按时 1，迟报 1），缺报 2。');
    expect(page.button('再执行 汇总').textContent).toBe('再执行');
  });

  it('says which step is next, and marks it for those who listen', async () => {
    const page = await openBoard(reachableWorkbook());
    const next = page.document.querySelector('.steps [aria-current="step"]');
    expect(next?.textContent).toContain('催报');
    expect(next?.textContent).toContain('欠 4 项');
  });

  it('opens the page of a step over the sheets', async () => {
    const host = reachableWorkbook();
    const page = await openBoard(host);
    await page.click('打开 催报');
    await page.click('打开 预览、发送');
    expect(host.ui.dialogs.map(({ title }) => title)).toEqual(['催报', '预览']);
  });

  it('has nothing to do but wait, once all that owe were reminded before the day', async () => {
    const host = reachableWorkbook();
    host.setNow('2023-05-18T09:00');
    host.call('remind', { month: '2023-05' });
    const page = await openBoard(host);
    expect(page.text()).toContain('已经催过，等各部门报送。');
    expect(page.text()).toContain('欠 4 项，05-18 催过');
  });

  it('says of a month that has left that it has, to how many, and reminds nobody any more', async () => {
    const host = reachableWorkbook();
    host.call('send', { month: '2023-05' });
    const page = await openBoard(host);
    expect(page.text()).toContain('本月已上报归档。');
    expect(page.text()).toContain('已发给 2 个收件人');
    expect(all(page, '.steps button')).toHaveLength(5);
    expect(() => page.button('打开 催报')).toThrow();
  });

  it('says that nobody owes anything once all is in', async () => {
    const host = preparedWorkbook();
    for (let row = 2; row <= valuesOf(host, SUBMISSIONS).length; row += 1) fill(host, row, { text: '查了三栋楼' });
    const page = await openBoard(host);
    expect(page.text()).toContain('没有部门欠报。');
    expect(page.text()).not.toContain('欠 0 项');
  });

  it('says that nothing is due in a month before the tasks begin', async () => {
    const host = preparedWorkbook();
    const begins = valuesOf(host, '责任矩阵')[0]?.indexOf('起始月') ?? -1;
    typeIn(host, '责任矩阵', `${String.fromCharCode(65 + begins)}2`, [['6'], ['6']]);
    const page = await openBoard(host);
    expect(page.text()).toContain('这个月没有部门要报送。');
    expect(page.document.querySelector('.grid')).toBe(null);
  });

  it('keeps unfolded what somebody has unfolded when it is read again', async () => {
    const page = await openBoard(someReturns());
    const folded = () => [...page.document.querySelectorAll('details')].map(({ open }) => open);
    const [first] = page.document.querySelectorAll('details');
    first?.setAttribute('open', '');
    await page.click('刷新');
    expect(folded().slice(0, 2)).toEqual([true, false]);
  });

  it('can be read again where it could not be read at first', async () => {
    const host = someReturns();
    const answer = answerOf(host);
    let isDown = true;
    const page = await openBoard(host, (name, args) =>
      isDown ? { error: { name: 'Error', message: '网络断开' } } : answer(name, args),
    );
    expect(page.alert()).toBe('网络断开');
    isDown = false;
    await page.click('刷新');
    expect(page.asked.map(({ request }) => request)).toEqual([{ month: null }, { month: null }]);
    expect(all(page, '.figures div')).toHaveLength(5);
  });

  it('goes to a row once, however often somebody clicks meanwhile', async () => {
    const page = await openBoard(someReturns());
    const cell = page.document.querySelector<HTMLElement>('.grid .late');
    cell?.click();
    cell?.click();
    await page.settled();
    expect(page.asked.filter(({ name }) => name === 'goTo')).toHaveLength(1);
  });

  it('counts the seconds to those who wait for more than two', async () => {
    const host = someReturns();
    const answer = answerOf(host);
    const shown: (string | null | undefined)[] = [];
    let secondPasses: (() => void) | null = null;
    const page: OpenPage = await openBoard(host, (name, args) => {
      for (let second = 1; second <= 4 && secondPasses; second += 1) {
        secondPasses();
        shown.push(page.document.querySelector('.clock')?.textContent);
      }
      return answer(name, args);
    });
    Object.assign(page.document.defaultView as object, {
      setInterval: (act: () => void) => {
        secondPasses = act;
        return 0;
      },
    });
    await page.click('刷新');
    expect(shown).toEqual(['', '', '3 s', '4 s']);
    expect(page.document.querySelector('.clock')?.textContent).toBe('');
  });

  it('shows as late what came late, also once it is accepted', async () => {
    const host = someReturns();
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { review: '通过' });
    const page = await openBoard(host);
    expect(page.document.querySelector('.grid .late')?.getAttribute('aria-label')).toBe(
      '后勤处，1 开展消防检查，责任，通过，迟报 2 天',
    );
  });

  it('says where the rest of very many findings are, and leads nowhere from one that has no cell', async () => {
    const host = preparedWorkbook();
    host.services.SpreadsheetApp.getActiveSpreadsheet()
      .getSheetByName(SUBMISSIONS)
      ?.getRange(20, 1, 101, 3)
      .setValues(Array.from({ length: 101 }, () => ['2023-05', '保卫可', '1']));
    const page = await openBoard(host);
    expect(page.text()).toContain('101 个问题');
    expect(page.document.querySelectorAll('.problems li')).toHaveLength(100);
    expect(page.text()).toContain('其余的请看汇总表的末尾。');
    const other = preparedWorkbook();
    enter(other, IN.matrix, 2, { evidence: '尽量多' });
    const about = await openBoard(other);
    expect(all(about, '.problems li')).toEqual([expect.stringContaining('佐证要求“尽量多”看不懂')]);
    expect(about.document.querySelector('.problems button')).toBe(null);
  });

  it('is busy while a step runs: its buttons rest, and then are there again', async () => {
    const host = someReturns();
    let resting: boolean[] = [];
    const answer = answerOf(host);
    const page = await openBoard(host, (name, args) => {
      if (name === 'consolidate')
        resting = [...page.document.querySelectorAll('button')].map(({ disabled }) => disabled);
      return answer(name, args);
    });
    await page.click('执行 汇总');
    expect(resting.length).toBeGreaterThan(5);
    expect(new Set(resting)).toEqual(new Set([true]));
    expect([...page.document.querySelectorAll('button')].some(({ disabled }) => disabled)).toBe(false);
  });

  it('says at once what was refused, and stays as it was', async () => {
    const host = someReturns();
    const page = await openBoard(host);
    setSetting(host, '每月截止日', '三十二');
    await page.click('执行 汇总');
    expect(page.alert()).toContain('每月截止日');
    expect(all(page, '.figures div')).toHaveLength(5);
  });

  it('shows another month when it is picked', async () => {
    const page = await openBoard(someReturns());
    page.type('月份', '2023-04');
    await page.settled();
    expect(all(page, '.figures div')).toEqual(['应报4', '已报0', '按时0', '迟报0', '缺报4']);
    expect(page.document.querySelector('.steps [aria-current="step"]')?.textContent).toContain('准备本月');
    expect(page.document.querySelector('.steps [aria-current="step"]')?.textContent).toContain('4 项还没有建行');
  });

  it('says that page and script are of different versions rather than show half of it', async () => {
    const host = someReturns();
    const page = await openBoard(host, () => ({ value: { period: '2023-05', counts: {} } }));
    expect(page.alert()).toContain('版本不一致');
  });

  it('puts what departments wrote into the page as text', async () => {
    const host = preparedWorkbook(`一、<img src=x onerror=alert(1)>检查。
责任单位：保卫科、后勤处`);
    const page = await openBoard(host);
    expect(page.document.querySelector('img')).toBe(null);
    expect(page.text()).toContain('<img src=x onerror=alert(1)>');
  });

  it('speaks English where the office chose it', async () => {
    const host = someReturns();
    setSetting(host, '语言', 'English');
    const page = await openBoard(host);
    expect(page.document.documentElement.lang).toBe('en');
    expect(all(page, '.figures div')).toEqual(['Due4', 'In2', 'On time1', 'Late1', 'Missing2']);
    expect(page.document.querySelector('main')?.textContent).toContain('Steps of the month');
  });
});
