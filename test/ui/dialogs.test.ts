/** The dialogs as a person uses them: the built pages, answered by the built add-on. */

import { describe, expect, it } from 'vitest';
import { builtOnce } from '../support/built.ts';
import { IN } from '../support/columns.ts';
import { entriesOf, entryAt, type Host, setSetting, startHuizong, titlesOf, valuesOf } from '../support/host.ts';
import { fill, preparedWorkbook, reachableWorkbook, rowFor, SMALL_PLAN, SUBMISSIONS } from '../support/month.ts';
import { lastDialog, type OpenPage, openPage } from '../support/page.ts';

const open = (host: Host, page: string): Promise<OpenPage> => {
  host.callAsClient('openPage', { page, month: '2023-05' });
  return openPage(host, lastDialog(host));
};

/** Pastes a block into a field, as from Excel. */
function paste(field: HTMLElement, text: string): void {
  const event = new (field.ownerDocument.defaultView as unknown as Window & { Event: typeof Event }).Event('paste', {
    bubbles: true,
    cancelable: true,
  });
  Object.assign(event, { clipboardData: { getData: () => text } });
  field.dispatchEvent(event);
}

const settingOf = (host: Host, label: string): unknown =>
  entriesOf(host, IN.settings).find((entry) => entry.label === label)?.value;

describe('设置 as a form', () => {
  it('has every setting with its explanation and its value', async () => {
    const host = preparedWorkbook();
    const page = await open(host, 'settings');
    const rows = entriesOf(host, IN.settings);
    expect(page.document.querySelectorAll('.setting')).toHaveLength(rows.length);
    for (const { label, value, explain } of rows) {
      expect(page.field(String(label)).value, String(label)).toBe(value);
      expect(page.text()).toContain(String(explain));
    }
  });

  it('saves what was changed, and nothing else', async () => {
    const host = preparedWorkbook();
    const page = await open(host, 'settings');
    page.type('每月截止日', '25');
    await page.click('保存');
    expect(page.asked).toEqual([{ name: 'saveSettings', request: { values: [{ key: 'deadlineDay', value: '25' }] } }]);
    expect(page.status()).toContain('设置已保存');
    expect(settingOf(host, '每月截止日')).toBe('25');
  });

  it('shows each fault next to its field, goes to the first, and saves nothing', async () => {
    const host = preparedWorkbook();
    const before = valuesOf(host, '设置');
    const page = await open(host, 'settings');
    page.type('每月截止日', '32');
    page.type('逾期锁定', '明天');
    await page.click('保存');
    const marked = [...page.document.querySelectorAll('[aria-invalid]')];
    expect(marked).toEqual([page.field('每月截止日'), page.field('逾期锁定')]);
    expect(page.document.activeElement).toBe(page.field('每月截止日'));
    const fault = page.document.getElementById(
      page.field('每月截止日').getAttribute('aria-describedby')?.split(' ')[0] ?? '',
    );
    expect(fault?.textContent).toBe('这个值不能用。');
    expect(page.alert()).toContain('有 2 项不能用');
    expect(valuesOf(host, '设置')).toEqual(before);
    page.type('每月截止日', '25');
    page.type('逾期锁定', '3');
    await page.click('保存');
    expect(page.document.querySelectorAll('[aria-invalid]')).toHaveLength(0);
    expect(page.status()).toContain('设置已保存');
  });
});

describe('a setting the form cannot offer', () => {
  it('is seen as it stands in the sheet, and is refused only once it is changed to no better', async () => {
    const host = preparedWorkbook();
    const row = entriesOf(host, IN.settings).findIndex(({ label }) => label === '遇节假日') + 2;
    const cell = host.services.SpreadsheetApp.getActiveSpreadsheet()
      .getSheetByName('设置')
      ?.getRange(IN.settings.cell('value', row));
    cell?.clearDataValidations().setValue('看情况');
    const page = await open(host, 'settings');
    expect(page.field('遇节假日').value).toBe('看情况');
    expect([...page.field('遇节假日').querySelectorAll('option')].map(({ text }) => text)).toContain('顺延');
    cell?.setValue('');
    expect((await open(host, 'settings')).field('遇节假日').querySelectorAll('option')).toHaveLength(3);
  });

  it('saved without a change says that nothing has changed', async () => {
    const page = await open(preparedWorkbook(), 'settings');
    await page.click('保存');
    expect(page.status()).toBe('设置没有变化');
  });
});

describe('设置 as a form in English', () => {
  const inEnglish = (): Host =>
    builtOnce('in English', '2023-05-23T12:00', {}, () => {
      const host = preparedWorkbook();
      setSetting(host, '语言', 'English');
      return host;
    });
  /** Words of sheets and documents, which keep their names; and the language’s own. */
  const KEPT = /报告草稿|更新填报权限|迟报申请|部门|档案|示交〔\{年\}〕\{号\}号|设置|中文/g;

  it('has no Chinese but names of sheets, in what is said and in what can be chosen', async () => {
    const page = await open(inEnglish(), 'settings');
    expect(
      page
        .text()
        .replace(KEPT, '')
        .match(/\p{Script=Han}+/gu),
    ).toBeNull();
    expect(page.field('Lock rows after the deadline').value).toBe('never');
    expect(page.field('Remind on the day').value).toBe('Yes');
    expect([...page.field('Deadline on a holiday').querySelectorAll('option')].map(({ text }) => text)).toEqual([
      'stays as it is',
      'next working day',
      'working day before',
    ]);
  });

  it('says each value to the sheet in the sheet’s words, and names what was changed in its own', async () => {
    const host = inEnglish();
    const page = await open(host, 'settings');
    page.type('Deadline on a holiday', 'next working day');
    page.type('Remind days after the deadline', 'Never');
    page.type('Remind on the day', 'No');
    page.type('Lock rows after the deadline', '3');
    await page.click('Save');
    const value = (label: string) => settingOf(host, label);
    expect(['遇节假日', '逾期几天催报', '截止当天催报', '逾期锁定'].map(value)).toEqual(['顺延', '不催', '否', '3']);
    expect(page.status()).toBe(
      'Settings saved　Changed: Deadline on a holiday, Lock rows after the deadline, Remind on the day, Remind days after the deadline.',
    );
    page.type('Lock rows after the deadline', 'NEVER');
    await page.click('Save');
    expect(value('逾期锁定')).toBe('不锁定');
  });

  it('complains in English', async () => {
    const host = inEnglish();
    const page = await open(host, 'settings');
    page.type('Lock rows after the deadline', 'tomorrow');
    await page.click('Save');
    expect(page.alert()).toBe('1 value(s) cannot be used and nothing was saved: see those marked.');
    expect(page.document.activeElement).toBe(page.field('Lock rows after the deadline'));
  });
});

describe('审核 of one return', () => {
  const withReturn = (): Host =>
    builtOnce('with returns', '2023-05-23T12:00', {}, () => {
      const host = preparedWorkbook();
      fill(host, rowFor(host, '保卫科', '开展消防检查'), {
        text: '查了三栋楼\n<b>整改</b>两处',
        links: 'https://example.cn/1\n见邮件\njavascript:alert(1)',
      });
      fill(host, rowFor(host, '人事处', '组织安全培训'), { text: '培训两场' });
      return host;
    });
  const reviewOf = (host: Host, department: string, task: string) => {
    const { review, reason } = entryAt(host, IN.submissions, rowFor(host, department, task));
    return [review, reason];
  };

  it('shows its words as they are, and opens nothing but web addresses', async () => {
    const page = await open(withReturn(), 'review');
    expect(page.document.querySelector('.text')?.textContent).toBe('查了三栋楼\n<b>整改</b>两处');
    expect([...page.document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://example.cn/1',
    ]);
    expect(page.text()).toContain('javascript:alert(1)');
  });

  it('accepts it and goes on to the next that waits', async () => {
    const host = withReturn();
    const page = await open(host, 'review');
    await page.click('通过');
    expect(reviewOf(host, '保卫科', '开展消防检查')).toEqual(['通过', '']);
    expect(page.document.querySelector('h1')?.textContent).toContain('人事处');
    expect(page.status()).toContain('通过 1 行');
    await page.click('通过');
    expect(page.document.querySelector('h1')?.textContent).toBe('没有待审核的报送。');
  });

  it('goes back and forth among those that wait, and says where there are no words', async () => {
    const host = withReturn();
    fill(host, rowFor(host, '人事处', '组织安全培训'), { text: '' });
    fill(host, rowFor(host, '人事处', '组织安全培训'), { count: 3 });
    const page = await open(host, 'review');
    const heading = () => page.document.querySelector('h1')?.textContent;
    expect(page.button('上一条').disabled).toBe(true);
    await page.click('下一条');
    expect(heading()).toBe('人事处　组织安全培训');
    expect(page.text()).toContain('没有文字。');
    expect(page.button('下一条').disabled).toBe(true);
    await page.click('上一条');
    expect(heading()).toBe('保卫科　开展消防检查');
  });

  it('sends it back with a reason, and not without one', async () => {
    const host = withReturn();
    const page = await open(host, 'review');
    await page.click('退回');
    expect(page.alert()).toBe('请先写明退回的原因。');
    expect(page.document.activeElement).toBe(page.field('退回原因'));
    expect(reviewOf(host, '保卫科', '开展消防检查')).toEqual(['', '']);
    page.type('退回原因', '请补数量');
    await page.click('退回');
    expect(reviewOf(host, '保卫科', '开展消防检查')).toEqual(['退回', '请补数量']);
  });

  it('does not decide on what was changed while it was looked at', async () => {
    const host = withReturn();
    const page = await open(host, 'review');
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了四栋楼' });
    await page.click('通过');
    expect(page.alert()).toContain('被改动或移动过');
    expect(reviewOf(host, '保卫科', '开展消防检查')).toEqual(['', '']);
  });
});

describe('预览', () => {
  it('sends nothing before somebody has ticked that it was looked at', async () => {
    const host = reachableWorkbook();
    const page = await open(host, 'preview');
    expect(page.button('发送').disabled).toBe(true);
    const tick = page.field('我已看过，发给上面 2 个收件人；发出后不能撤回。');
    tick.click();
    await page.click('发送');
    expect(host.mail).toHaveLength(2);
    expect(page.document.querySelector('h1')?.textContent).toBe('2023-05 已上报');
  });

  it('has nothing to look at first where all is in', async () => {
    const host = reachableWorkbook();
    for (let row = 2; row <= valuesOf(host, SUBMISSIONS).length; row += 1)
      fill(host, row, { text: '查了三栋楼', time: '2023-05-18 09:00' });
    host.call('consolidate', { month: '2023-05' });
    const page = await open(host, 'preview');
    expect(page.text()).not.toContain('发送前请先看一眼');
  });

  it('asks apart whether those who had another content get a supplement', async () => {
    const host = reachableWorkbook();
    host.call('send', { month: '2023-05' });
    fill(host, rowFor(host, '人事处', '组织安全培训'), { text: '培训两场' });
    const page = await open(host, 'preview');
    page.field('我已看过，发给上面 2 个收件人；发出后不能撤回。').click();
    const [, correction] = [...page.document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    expect(correction?.closest('label')?.textContent).toContain('补充报告第1号');
    correction?.click();
    await page.click('发送');
    expect(host.mail).toHaveLength(4);
  });
});

describe('导入方案', () => {
  async function read(text = SMALL_PLAN): Promise<{ host: Host; page: OpenPage }> {
    const host = startHuizong({ now: '2023-03-01T09:00' });
    host.call('menuImportPlan');
    const page = await openPage(host, lastDialog(host));
    page.type('把方案全文粘贴到这里；从 Word、Excel 复制的分工表也可以', text);
    await page.click('识别');
    return { host, page };
  }

  it('shows what was found before anything is written', async () => {
    const { host, page } = await read();
    expect(page.text()).toContain('任务 2 项　部门 3 个　职责 4 项');
    expect(titlesOf(host)).toHaveLength(1);
  });

  it('writes what was put right: a title, a role, a department’s name, a task that is none', async () => {
    const { host, page } = await read(
      `${SMALL_PLAN.replace('每月20日', '每月20日')}\n三、附则。附则由安全办负责。\n责任单位：安全办`,
    );
    page.type('任务 1', '消防检查');
    page.type('牵头 1', '安全科');
    page.type('责任 1', '后勤处、保卫科');
    page.type('部门（改名会同时改到各项任务） 人事处', '人力资源处');
    page.field('导入 3 附则').click();
    await page.click('确认，建立工作簿');
    expect(page.document.querySelector('h1')?.textContent).toBe('2023 年度工作簿已建好');
    expect(entriesOf(host, IN.departments).map(({ name }) => name)).toEqual([
      '安全科',
      '后勤处',
      '保卫科',
      '人力资源处',
    ]);
    const [headings = [], ...tasks] = valuesOf(host, '责任矩阵');
    const names = headings.slice(-4);
    expect(tasks.map((row) => [row[IN.matrix.place('no')], row[IN.matrix.place('title')], ...row.slice(-4)])).toEqual([
      ['1', '消防检查', '牵头', '责任', '责任', ''],
      ['2', '组织安全培训', '', '', '责任', '牵头'],
    ]);
    expect(names).toEqual(['安全科', '后勤处', '保卫科', '人力资源处']);
  });

  it('shows when a task is due where the plan says so, and what to look at', async () => {
    const { page } = await read(
      `${SMALL_PLAN}\n三、开展应急演练。\n责任单位：保卫科\n完成时限：6月底前\n五、编写总结。责任单位：保卫科`,
    );
    const headings = [...page.document.querySelectorAll('table.editable th')].map(({ textContent }) => textContent);
    expect(headings[headings.length - 1]).toBe('时限');
    const due = [...page.document.querySelectorAll('table.editable tbody tr')].map((row) => row.lastElementChild);
    expect(due.map((cell) => cell?.textContent)).toEqual(['', '', '6月底前', '']);
    expect(page.document.querySelector('.findings')?.textContent).toMatch(/^需要您看一眼的地方第 \d+ 行/);
  });

  it('keeps a department’s name where somebody empties it or types the same', async () => {
    const { page } = await read();
    const field = '部门（改名会同时改到各项任务） 人事处';
    page.type(field, '');
    expect(page.field(field).value).toBe('人事处');
    page.type(field, '人事处 ');
    expect(page.field(field).value).toBe('人事处');
    expect(page.status()).toBe('');
  });

  it('makes no workbook of a text in which there is no task', async () => {
    const { page } = await read('今天天气很好。');
    expect(page.button('确认，建立工作簿').disabled).toBe(true);
  });

  it('keeps the text when somebody goes back to it', async () => {
    const { page } = await read();
    await page.click('返回修改原文');
    expect(page.document.querySelector('textarea')?.value).toBe(SMALL_PLAN);
  });
});

describe('初始化工作簿 in three steps', () => {
  async function begun(): Promise<{ host: Host; page: OpenPage }> {
    const host = startHuizong({ now: '2023-03-01T09:00' });
    host.call('menuSetUp');
    return { host, page: await openPage(host, lastDialog(host)) };
  }

  it('makes the workbook of plan, pasted departments and settings, and asks only for what is still missing', async () => {
    const { host, page } = await begun();
    page.type('把方案全文粘贴到这里；从 Word、Excel 复制的分工表也可以', SMALL_PLAN);
    await page.click('识别');
    await page.click('下一步');
    expect(page.document.querySelector('h1')?.textContent).toBe('第 2 步，共 3 步：部门');
    paste(
      page.field('第 1 行 部门'),
      '邮箱\t科室\t联系人\nbaowei@example.cn\t保卫科\t张三\nrenshi@example.cn\t人事处\t"李\t四"\ngonghui@example.cn\t工会\t王五\n',
    );
    expect(page.status()).toBe('粘贴了 3 行。');
    await page.click('下一步');
    expect(page.field('年度').value).toBe('2023');
    expect(page.field('每月截止日').value).toBe('20');
    expect(titlesOf(host)).toHaveLength(1);
    page.type('单位名称', '示例局');
    page.type('上报收件人', '区应急局 <yingji@example.cn>');
    await page.click('建立工作簿');
    expect(page.document.querySelector('h1')?.textContent).toBe('2023 年度工作簿已建好');
    expect(page.text()).not.toContain('单位名称');
    expect(entriesOf(host, IN.departments).map(({ name, contact, mail }) => [name, contact, mail])).toEqual([
      ['保卫科', '张三', 'baowei@example.cn'],
      ['后勤处', '', ''],
      ['人事处', '李\t四', 'renshi@example.cn'],
      ['工会', '王五', 'gonghui@example.cn'],
    ]);
    expect(settingOf(host, '单位名称')).toBe('示例局');
  });

  it('goes without a plan, too', async () => {
    const { host, page } = await begun();
    await page.click('没有方案，先跳过');
    page.type('第 1 行 部门', '保卫科');
    await page.click('加一行');
    page.type('第 2 行 部门', '后勤处');
    await page.click('下一步');
    await page.click('建立工作簿');
    expect(page.document.querySelector('h1')?.textContent).toBe('工作簿已建好');
    expect(entriesOf(host, IN.departments).map(({ name }) => name)).toEqual(['保卫科', '后勤处']);
  });

  it('without a plan leads back to where one can be pasted', async () => {
    const { page } = await begun();
    await page.click('没有方案，先跳过');
    await page.click('上一步');
    expect(page.document.querySelector('h1')?.textContent).toBe('第 1 步，共 3 步：方案');
  });

  it('reads a plan again without undoing what somebody has typed into a setting', async () => {
    const { page } = await begun();
    const forward = async () => {
      await page.click('识别');
      await page.click('下一步');
      await page.click('下一步');
    };
    page.type('把方案全文粘贴到这里；从 Word、Excel 复制的分工表也可以', SMALL_PLAN);
    await forward();
    expect(page.field('每月截止日').value).toBe('20');
    page.type('每月截止日', '25');
    await page.click('上一步');
    await page.click('上一步');
    await page.click('返回修改原文');
    await forward();
    expect(page.field('每月截止日').value).toBe('25');
  });

  it('makes nothing where a setting cannot be used, and shows which', async () => {
    const { host, page } = await begun();
    await page.click('没有方案，先跳过');
    await page.click('下一步');
    page.type('每月截止日', '三十二');
    await page.click('建立工作簿');
    expect(page.document.activeElement).toBe(page.field('每月截止日'));
    expect(page.alert()).toContain('有 1 项不能用');
    expect(titlesOf(host)).toHaveLength(1);
  });

  it('keeps what was typed when somebody goes back and forth', async () => {
    const { page } = await begun();
    page.type('把方案全文粘贴到这里；从 Word、Excel 复制的分工表也可以', SMALL_PLAN);
    await page.click('识别');
    page.type('任务 1', '消防检查');
    await page.click('下一步');
    page.type('第 1 行 联系人', '张三');
    await page.click('上一步');
    expect(page.field('任务 1').value).toBe('消防检查');
    await page.click('下一步');
    expect(page.field('第 1 行 联系人').value).toBe('张三');
  });
});
