import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IN } from '../support/columns.ts';
import { DIST, entryAt, type Host, setSetting, startHuizong, titlesOf, valuesOf } from '../support/host.ts';
import { fill, preparedWorkbook, rowFor, SMALL_PLAN, SUBMISSIONS, setUpWorkbook } from '../support/month.ts';

/** What stands on the menu, a line as `-`, what is in a submenu behind its name. */
const WHOLE = [
  '本月看板',
  '-',
  '准备本月',
  '催报',
  '审核',
  '汇总',
  '生成报告',
  '预览',
  '发送',
  '-',
  '撤销上一步',
  '-',
  '审核所选行 ▸ 通过所选行',
  '审核所选行 ▸ 退回所选行',
  '发送记录 ▸ 重发',
  '发送记录 ▸ 取消发送',
  '发送记录 ▸ 确认已收到',
  '发送记录 ▸ 确认未收到',
  '设置与维护 ▸ 设置',
  '设置与维护 ▸ 更新填报权限',
  '设置与维护 ▸ 检查并修复',
  '设置与维护 ▸ 初始化工作簿',
  '设置与维护 ▸ 导入方案',
];
/** Nothing that could not work yet. */
const FRESH = ['初始化工作簿', '导入方案'];

type Item = NonNullable<ReturnType<Host['ui']['menus']['get']>>;

const pathsOf = ({ label, items }: Item): string[] =>
  items.length === 0 ? [label] : items.flatMap((item) => pathsOf(item).map((path) => `${label} ▸ ${path}`));
const runsOf = ({ run, items }: Item): string[] => [...(run === null ? [] : [run]), ...items.flatMap(runsOf)];

/** What a menu offers. */
const offered = (host: Host, title = '汇总'): string[] => host.ui.menus.get(title)?.items.flatMap(pathsOf) ?? [];

/** Opens the file, answers what will be asked, clicks the entry wherever on the menu it stands. */
function click(host: Host, entry: string, ...answers: Parameters<Host['ui']['answer']>): void {
  host.fire.onOpen();
  choose(host, entry, ...answers);
}

function choose(host: Host, entry: string, ...answers: Parameters<Host['ui']['answer']>): void {
  const path = offered(host).find((one) => one.split(' ▸ ').pop() === entry);
  host.ui.answer(...answers);
  host.ui.click(`汇总 ▸ ${path}`);
}

const lastAlert = (host: Host): string => {
  const alert = host.ui.alerts[host.ui.alerts.length - 1];
  return `${alert?.title}\n${alert?.message}`;
};

describe('the menu 汇总', () => {
  it('has the month’s work in its order, one click away, and the rest in submenus', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    host.fire.onOpen();
    expect(offered(host)).toEqual(WHOLE);
  });

  it('offers set-up and nothing that could not work yet on a fresh spreadsheet', () => {
    const host = startHuizong();
    host.fire.onOpen();
    expect(offered(host)).toEqual(FRESH);
  });

  it('is there, whole, before the add-on was given any right: what is in the file it may not look at', () => {
    const host = startHuizong();
    host.fire.onOpen('NONE');
    expect(offered(host)).toEqual(WHOLE);
  });

  it('is there, whole, where the file cannot be read just now', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    const session = host.session({
      faults: ({ method }) => {
        if (method === 'getValues' || method === 'getDataRange') throw new Error('Service Spreadsheets timed out');
        return undefined;
      },
    });
    session.fire.onOpen();
    expect(offered(session)).toEqual(WHOLE);
  });

  it('speaks English where the office chose it', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    setSetting(host, '语言', 'English');
    const session = host.session({});
    session.fire.onOpen();
    expect([...session.ui.menus.keys()]).toEqual(['Huizong']);
    expect(offered(session, 'Huizong')).toContain('Settings and upkeep ▸ Check and repair');
    expect(() => host.call('consolidate', { month: 'May' })).toThrow(/month/i);
  });

  it('every entry runs a function of the script, and every click of the script is on it', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    host.fire.onOpen();
    const script = readFileSync(`${DIST}/huizong.js`, 'utf8');
    const clicks = [...script.matchAll(/^function (menu\w+)\(\) \{\n\treturn Huizong_/gm)].map(([, name]) => name);
    expect(clicks.length).toBeGreaterThan(10);
    expect((host.ui.menus.get('汇总')?.items ?? []).flatMap(runsOf).sort()).toEqual(clicks.sort());
  });
});

describe('the menu after a command that makes more possible', () => {
  const FRESH_SETUP = { year: 2023, text: SMALL_PLAN };

  it('is whole once the workbook is set up, without the file being opened again', () => {
    const host = startHuizong();
    host.fire.onOpen();
    host.callAsClient('setUp', FRESH_SETUP);
    expect(offered(host)).toEqual(WHOLE);
  });

  it('an English office has the English one then, and no other beside it', () => {
    const host = startHuizong();
    host.fire.onOpen();
    host.callAsClient('setUp', { ...FRESH_SETUP, settings: [{ key: 'language', value: 'English' }] });
    expect([...host.ui.menus.keys()]).toEqual(['Huizong']);
  });

  it('is whole once 检查并修复 has been clicked', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    host.fire.onOpen('NONE');
    host.ui.menus.delete('汇总');
    host.call('menuRepair');
    expect(offered(host)).toEqual(WHOLE);
  });

  it.each(['getUi', 'addToUi', 'removeMenu'])('does not hold the command up where %s fails', (failing) => {
    const host = startHuizong();
    const failed: string[] = [];
    const session = host.session({
      faults: ({ method }) => {
        if (method !== failing) return undefined;
        failed.push(method);
        throw new Error('We’re sorry, a server error occurred.');
      },
    });
    expect(session.call('setUp', FRESH_SETUP)).toMatchObject({ reply: { tasks: expect.any(Number) } });
    expect(failed).not.toEqual([]);
  });
});

describe('a click', () => {
  it('proposes the running month, says that it is at work, and ends with a summary', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    host.setNow('2023-05-01T09:00');
    click(host, '准备本月', { button: 'OK', text: '' });
    expect(host.ui.prompts[0]?.message).toContain('2023-05');
    expect(host.ui.toasts[0]?.message).toContain('准备本月');
    expect(lastAlert(host)).toContain('2023-05 已准备好');
    expect(valuesOf(host, SUBMISSIONS)).toHaveLength(5);
  });

  it('in the first days of a month consolidates the month before', () => {
    const host = preparedWorkbook();
    host.setNow('2023-06-02T09:00');
    click(host, '汇总', { button: 'OK', text: '' });
    expect(titlesOf(host)).toContain('汇总-2023-05');
    expect(lastAlert(host)).toContain('应报 4，已报 0');
  });

  it.each(['2023-05', '2023年5月', '2023/5', '5月'])('takes the month typed as %s', (text) => {
    const host = preparedWorkbook();
    click(host, '汇总', { button: 'OK', text });
    expect(titlesOf(host)).toContain('汇总-2023-05');
  });

  it('left with 取消 does nothing', () => {
    const host = preparedWorkbook();
    click(host, '汇总', 'CANCEL');
    expect(host.ui.alerts).toHaveLength(0);
    expect(titlesOf(host)).not.toContain('汇总-2023-05');
  });

  it('with a month nobody understands says how to write one', () => {
    const host = preparedWorkbook();
    click(host, '汇总', { button: 'OK', text: '上个月' });
    expect(lastAlert(host)).toContain('看不懂月份“上个月”');
  });

  it('never holds the lock while a question is open', () => {
    const host = preparedWorkbook();
    click(host, '汇总', { button: 'OK', text: '' });
    const order = host.calls.map(({ service, method }) => `${service}.${method}`);
    const held = order.slice(order.indexOf('Lock.tryLock'), order.indexOf('Lock.releaseLock'));
    expect(held.length).toBeGreaterThan(0);
    expect(held.filter((call) => call.startsWith('Ui.'))).toEqual([]);
  });

  it('that meets something unexpected says so in words, and leaves the trace in the log of the platform', () => {
    const host = preparedWorkbook();
    const session = host.session({
      faults: (call) => {
        if (call.method === 'setValues') throw new Error('Service Spreadsheets timed out');
        return undefined;
      },
    });
    session.fire.onOpen();
    session.ui.answer({ button: 'OK', text: '' }, 'OK');
    expect(() => session.ui.click('汇总 ▸ 汇总')).toThrow('Service Spreadsheets timed out');
    expect(lastAlert(session)).toContain('Service Spreadsheets timed out');
  });
});

describe('on a fresh spreadsheet, from the menu of before any right was given', () => {
  it.each(['本月看板', '准备本月', '审核', '汇总', '预览', '发送', '设置', '检查并修复'])(
    '%s leads to set-up rather than to an error',
    (entry) => {
      const host = startHuizong();
      host.fire.onOpen('NONE');
      choose(host, entry, 'YES');
      expect(host.ui.dialogs.map(({ title }) => title)).toEqual(['初始化工作簿']);
      expect(host.ui.dialogs[0]?.html).toContain('"year":2023');
      expect(titlesOf(host)).toHaveLength(1);
    },
  );

  it('a “no” leaves it as it was', () => {
    const host = startHuizong();
    host.fire.onOpen('NONE');
    choose(host, '汇总', 'NO');
    expect(titlesOf(host)).toHaveLength(1);
  });

  it('初始化工作簿 opens the three steps; nothing is written before they are gone through', () => {
    const host = startHuizong();
    click(host, '初始化工作簿');
    expect(host.ui.dialogs.map(({ title }) => title)).toEqual(['初始化工作簿']);
    expect(titlesOf(host)).toHaveLength(1);
  });
});

describe('初始化工作簿 in a workbook that lost sheets', () => {
  it.each(['2023', '2023年', '2023年度', '２０２３'])('puts them back for the year typed as %s', (text) => {
    const host = setUpWorkbook(SMALL_PLAN);
    const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
    for (const title of ['设置', '完成率']) {
      const sheet = book.getSheetByName(title);
      if (sheet) book.deleteSheet(sheet);
    }
    click(host, '初始化工作簿', { button: 'OK', text });
    expect(titlesOf(host)).toContain('完成率');
    expect(entryAt(host, IN.settings, 2)).toMatchObject({ label: '年度', value: '2023' });
  });
});

/** A workbook whose 完成率 was deleted, and the year with it. */
function withoutYear(): Host {
  const host = setUpWorkbook(SMALL_PLAN);
  const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
  for (const title of ['设置', '完成率']) {
    const sheet = book.getSheetByName(title);
    if (sheet) book.deleteSheet(sheet);
  }
  return host;
}

describe('the question for the year', () => {
  it('left with 取消 puts nothing back', () => {
    const host = withoutYear();
    click(host, '初始化工作簿', 'CANCEL');
    expect(titlesOf(host)).not.toContain('完成率');
    expect(host.ui.alerts).toHaveLength(0);
  });

  it('just confirmed takes the running year', () => {
    const host = withoutYear();
    host.setNow('2024-02-01T09:00');
    click(host, '初始化工作簿', { button: 'OK', text: '' });
    expect(entryAt(host, IN.settings, 2)).toMatchObject({ label: '年度', value: '2024' });
  });

  it('answered with what is no year says so', () => {
    const host = withoutYear();
    click(host, '初始化工作簿', { button: 'OK', text: '明年' });
    expect(lastAlert(host)).toContain('“明年”');
    expect(titlesOf(host)).not.toContain('完成率');
  });
});

describe('确认已收到', () => {
  it('answered with “no” leaves the mail as it was', () => {
    const host = preparedWorkbook();
    host.call('consolidate', { month: '2023-05' });
    host.call('send', { month: '2023-05' });
    host.services.SpreadsheetApp.getActiveSpreadsheet()
      .getSheetByName('发送记录')
      ?.getRange(IN.dispatches.cell('kind', 2))
      .activate();
    const before = valuesOf(host, '发送记录');
    click(host, '确认已收到', 'NO');
    expect(lastAlert(host)).toContain('wenmingban@example.cn');
    expect(valuesOf(host, '发送记录')).toEqual(before);
  });
});

describe('发送 by a click', () => {
  it('asks once more before a supplement leaves, and sends none where the answer is “no”', () => {
    const host = preparedWorkbook();
    host.call('consolidate', { month: '2023-05' });
    host.call('send', { month: '2023-05' });
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了三栋楼' });
    host.call('consolidate', { month: '2023-05' });
    click(host, '发送', { button: 'OK', text: '2023-05' }, 'YES', 'NO');
    expect(host.ui.alerts.map(({ message }) => message).join('\n')).toContain('补充报告第1号');
    expect(host.mail).toHaveLength(2);
    click(host, '发送', { button: 'OK', text: '2023-05' }, 'YES', 'YES');
    expect(host.mail).toHaveLength(4);
  });

  it('shows to whom, what and how much is missing before anything leaves', () => {
    const host = preparedWorkbook();
    host.call('consolidate', { month: '2023-05' });
    click(host, '发送', { button: 'OK', text: '2023-05' }, 'NO');
    expect(lastAlert(host)).toContain('wenmingban@example.cn');
    expect(host.mail).toHaveLength(0);
    click(host, '发送', { button: 'OK', text: '2023-05' }, 'YES');
    expect(host.mail).toHaveLength(2);
    expect(lastAlert(host)).toContain('发出 2 封');
  });
});

describe('预览 and 导入方案', () => {
  it('open pages with what they need in them', () => {
    const host = preparedWorkbook();
    host.call('consolidate', { month: '2023-05' });
    click(host, '预览', { button: 'OK', text: '2023-05' });
    click(host, '导入方案');
    expect(host.ui.dialogs.map(({ title }) => title)).toHaveLength(2);
    expect(host.ui.dialogs[0]?.html).toContain('wenmingban@example.cn');
    expect(host.ui.dialogs[0]?.html).not.toContain('"__DATA__"');
  });
});
