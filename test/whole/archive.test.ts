/** What was reported upward is kept and closed; what changes afterwards is a supplement, never silent. */

import { describe, expect, it } from 'vitest';
import { IN } from '../support/columns.ts';
import { entriesOf, entryAt, type Host, OFFICE, paste, setSetting } from '../support/host.ts';
import { DEPARTMENT_MAILS, fill, reachableWorkbook, rowFor, SUBMISSIONS } from '../support/month.ts';
import { snapshot } from '../support/snapshot.ts';

const MAY = { month: '2023-05' };
const records = (host: Host) => entriesOf(host, IN.archive);
const types = (host: Host, user: string, row: number) => () =>
  host
    .session({ user, language: 'en' })
    .fire.edit({ sheet: SUBMISSIONS, a1: IN.submissions.cell('text', row), values: [['补报']], user });

describe('a month that has reached everybody', () => {
  it('is kept: number, time, recipients, figures, the words as they left, their fingerprint', () => {
    const host = reachableWorkbook();
    setSetting(host, '发文字号', '示交〔{年}〕{号}号');
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: "'=1+1", count: 3, time: '2023-05-18 09:00' });
    host.call('consolidate', MAY);
    host.call('send', MAY);
    const [record, ...others] = records(host);
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      period: '2023-05',
      issue: '报告',
      number: '示交〔2023〕1号',
      time: '2023-05-23 12:00:00',
      recipients: '区文明办 <wenmingban@example.cn>；区直机关工委 <jiguangongwei@example.cn>',
      due: 4,
      handedIn: 1,
      onTime: 1,
      late: 0,
      owed: 3,
      count: 3,
      people: 0,
    });
    const kept = String(record?.text);
    expect(kept.startsWith(`${host.mail[0]?.body}\n\n示交〔2023〕1号\n示例区交通运输局关于2023年5月`)).toBe(true);
    expect(kept).toContain('保卫科：=1+1\n');
    expect(String(entryAt(host, IN.dispatches, 2).key)).toBe(`上报/2023-05/wenmingban@example.cn/${record?.content}`);
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
    const june = entriesOf(host, IN.submissions).findIndex(
      ({ period, department }) => period === '2023-06' && department === '后勤处',
    );
    types(host, DEPARTMENT_MAILS[1], june + 2)();
    // Rights made anew keep it closed.
    host.call('rights');
    expect(types(host, DEPARTMENT_MAILS[1], row)).toThrow(/protected cell/);
  });

  it('closes them also where no department has an account', () => {
    const host = reachableWorkbook({ language: 'en' });
    const file = host.services.SpreadsheetApp.getActiveSpreadsheet();
    file.addEditor('clerk@example.cn');
    paste(host, IN.departments, 2, [{ mail: '' }, { mail: '' }, { mail: '' }]);
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
    paste(host, IN.exceptions, 2, [
      {
        period: '2023-05',
        department: '后勤处',
        why: '盘点未完',
        applicant: '李四',
        decision: '同意',
        until: '2023-05-30',
      },
    ]);
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
    expect(records(host).map(({ period, issue }) => [period, issue])).toEqual([
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
      .map((record) => record.text)
      .join('');
    // The words as they were mailed, and as the report says them.
    expect(text.split(long)).toHaveLength(5);
    expect(records(host).filter(({ content }) => content !== '')).toHaveLength(1);
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
