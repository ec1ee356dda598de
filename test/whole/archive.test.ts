/** What was reported upward is kept and closed; what changes afterwards is a supplement, never silent. */
import { describe, expect, it } from 'vitest';
import { type Host, OFFICE, setSetting, type as typeIn, valuesOf } from '../support/host.ts';
import { DEPARTMENT_MAILS, fill, reachableWorkbook, rowFor, SUBMISSIONS } from '../support/month.ts';
import { snapshot } from '../support/snapshot.ts';

const MAY = { month: '2023-05' };
const records = (host: Host) => valuesOf(host, '档案').slice(1);
const types = (host: Host, user: string, row: number) => () =>
  host.session({ user, language: 'en' }).fire.edit({ sheet: SUBMISSIONS, a1: `F${row}`, values: [['补报']], user });

describe('a month that has reached everybody', () => {
  it('is kept: number, time, recipients, figures, the words as they left, their fingerprint', () => {
    const host = reachableWorkbook();
    setSetting(host, '发文字号', '示交〔{年}〕{号}号');
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: "'=1+1", count: 3, time: '2023-05-18 09:00' });
    host.call('consolidate', MAY);
    host.call('send', MAY);
    const [record, ...others] = records(host);
    expect(others).toEqual([]);
    expect(record?.slice(0, 12)).toEqual([
      '2023-05',
      '报告',
      '示交〔2023〕1号',
      '2023-05-23 12:00:00',
      '区文明办 <wenmingban@example.cn>；区直机关工委 <jiguangongwei@example.cn>',
      4,
      1,
      1,
      0,
      3,
      3,
      0,
    ]);
    const kept = String(record?.[12]);
    expect(kept.startsWith(`${host.mail[0]?.body}\n\n示交〔2023〕1号\n示例区交通运输局关于2023年5月`)).toBe(true);
    expect(kept).toContain('保卫科：=1+1\n');
    expect(String(valuesOf(host, '发送记录')[1]?.[7])).toBe(`上报/2023-05/wenmingban@example.cn/${record?.[13]}`);
  });

  it('sent again changes nothing', () => {
    const host = reachableWorkbook();
    host.call('send', MAY);
    const before = snapshot(host, ['操作日志']);
    host.call('send', MAY);
    expect(snapshot(host, ['操作日志'])).toEqual(before);
  });

  it('closes its rows to the departments, not to the office, and leaves other months open', () => {
    const host = reachableWorkbook({ language: 'en' });
    const file = host.services.SpreadsheetApp.getActiveSpreadsheet();
    for (const account of DEPARTMENT_MAILS) file.addEditor(account);
    host.call('prepare', { month: '2023-06' });
    host.call('rights');
    const row = rowFor(host, '后勤处', '开展消防检查');
    types(host, DEPARTMENT_MAILS[1], row)();
    host.call('consolidate', MAY);
    host.call('send', MAY);
    expect(types(host, DEPARTMENT_MAILS[1], row)).toThrow(/protected cell/);
    types(host, OFFICE, row)();
    const june = valuesOf(host, SUBMISSIONS).findIndex((cells) => cells[0] === '2023-06' && cells[1] === '后勤处');
    types(host, DEPARTMENT_MAILS[1], june + 1)();
    // Rights made anew keep it closed.
    host.call('rights');
    expect(types(host, DEPARTMENT_MAILS[1], row)).toThrow(/protected cell/);
  });

  it('closes them also where no department has an account', () => {
    const host = reachableWorkbook({ language: 'en' });
    const file = host.services.SpreadsheetApp.getActiveSpreadsheet();
    file.addEditor('clerk@example.cn');
    typeIn(host, '部门', 'D2:D4', [[''], [''], ['']]);
    const row = rowFor(host, '后勤处', '开展消防检查');
    types(host, 'clerk@example.cn', row)();
    host.call('consolidate', MAY);
    host.call('send', MAY);
    expect(types(host, 'clerk@example.cn', row)).toThrow(/protected cell/);
  });

  it('opens to a department the office grants it to', () => {
    const host = reachableWorkbook({ language: 'en' });
    const file = host.services.SpreadsheetApp.getActiveSpreadsheet();
    for (const account of DEPARTMENT_MAILS) file.addEditor(account);
    host.call('send', MAY);
    typeIn(host, '迟报申请', 'A2:F2', [['2023-05', '后勤处', '盘点未完', '李四', '同意', '2023-05-30']]);
    host.call('rights');
    const row = rowFor(host, '后勤处', '开展消防检查');
    types(host, DEPARTMENT_MAILS[1], row)();
    expect(types(host, DEPARTMENT_MAILS[0], rowFor(host, '保卫科', '开展消防检查'))).toThrow(/protected cell/);
  });

  it('is told of when it is consolidated again, and what is changed goes as a record of its own', () => {
    const host = reachableWorkbook();
    host.call('send', MAY);
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '清点灭火器' });
    const { told } = host.call('consolidate', MAY) as { told: { lines: string[] } };
    expect(told.lines.join('')).toContain('2023-05 已上报归档；此后的变动要作为补充报告发出。');
    host.call('send', MAY);
    expect(records(host)).toHaveLength(1);
    host.call('send', { ...MAY, correction: true });
    expect(records(host).map((row) => row.slice(0, 2))).toEqual([
      ['2023-05', '报告'],
      ['2023-05', '补充报告第1号'],
    ]);
  });

  it('of many words keeps them all, over several rows', () => {
    const host = reachableWorkbook();
    const long = '逐栋检查并登记。'.repeat(5_000);
    for (const department of ['保卫科', '后勤处']) fill(host, rowFor(host, department, '开展消防检查'), { text: long });
    host.call('consolidate', MAY);
    host.call('send', MAY);
    const text = records(host)
      .map((row) => row[12])
      .join('');
    // The words as they were mailed, and as the report says them.
    expect(text.split(long)).toHaveLength(5);
    expect(records(host).filter((row) => row[13] !== '')).toHaveLength(1);
    expect((host.call('pack', MAY) as { archived: { text: string }[] }).archived[0]?.text).toBe(text);
  });

  it('without the archive’s sheet nothing is sent, and repair puts it back', () => {
    const host = reachableWorkbook();
    const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
    const sheet = book.getSheetByName('档案');
    if (sheet) book.deleteSheet(sheet);
    expect(() => host.call('send', MAY)).toThrow(/找不到工作表“档案”/);
    expect(host.mail).toHaveLength(0);
    host.call('repair');
    host.call('send', MAY);
    expect(records(host)).toHaveLength(1);
  });
});
