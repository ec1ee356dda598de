import { describe, expect, it } from 'vitest';
import { IN } from '../../support/columns.ts';
import { entriesOf, entryAt, type Host, setSetting, type as typeIn, valuesOf } from '../../support/host.ts';
import { fill, preparedWorkbook, rowFor } from '../../support/month.ts';

interface Saved {
  readonly told: { readonly title: string; readonly lines: readonly string[] };
  readonly reply: { readonly faults: readonly string[]; readonly changed: readonly string[] };
}

const save = (host: Host, values: Readonly<Record<string, string>>): Saved =>
  host.callAsClient('saveSettings', {
    values: Object.entries(values).map(([key, value]) => ({ key, value })),
  }) as Saved;

const setting = (host: Host, label: string): unknown =>
  entriesOf(host, IN.settings).find((entry) => entry.label === label)?.value;

describe('设置 saved from its page', () => {
  it('stands in the sheet, and in 操作日志', () => {
    const host = preparedWorkbook();
    const { told, reply } = save(host, { deadlineDay: '25', unitName: '示例局' });
    expect(reply).toEqual({ faults: [], changed: ['单位名称', '每月截止日'] });
    expect(told.title).toBe('设置已保存');
    expect([setting(host, '每月截止日'), setting(host, '单位名称')]).toEqual(['25', '示例局']);
    expect(entriesOf(host, IN.log).pop()).toMatchObject({
      command: '设置',
      result: '设置已保存 改动：单位名称、每月截止日。',
    });
  });

  it('is not written where one value cannot be used: all or none', () => {
    const host = preparedWorkbook();
    const before = valuesOf(host, '设置');
    const { told, reply } = save(host, { deadlineDay: '32', unitName: '示例局', months: '十三月' });
    expect(reply).toEqual({ faults: ['deadlineDay', 'months'], changed: [] });
    expect(told).toEqual({ title: '没有保存', lines: ['有 2 项不能用，请改正后再保存。'] });
    expect(valuesOf(host, '设置')).toEqual(before);
  });

  it.each(['20日', ' 20 ', '２０'])('takes a value as people write it: %s', (value) => {
    const host = preparedWorkbook();
    expect(save(host, { deadlineDay: value }).reply.faults).toEqual([]);
    expect(() => host.call('consolidate', { month: '2023-05' })).not.toThrow();
  });

  it('puts back a setting whose row somebody took out', () => {
    const host = preparedWorkbook();
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('设置');
    const row = entriesOf(host, IN.settings).findIndex(({ label }) => label === '逾期锁定') + 2;
    sheet?.deleteRow(row);
    expect(save(host, { closeAfter: '3' }).reply.changed).toEqual(['逾期锁定']);
    expect(setting(host, '逾期锁定')).toBe('3');
  });

  it('leaves what stands between the changed rows as it is, text that looks like a formula too', () => {
    const host = preparedWorkbook();
    setSetting(host, '报告引言', "'=HYPERLINK(1)");
    save(host, { unitName: '示例局', language: 'English' });
    expect(setting(host, '报告引言')).toBe('=HYPERLINK(1)');
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('设置');
    expect(sheet?.getDataRange().getFormulas().flat().join('')).toBe('');
  });

  it('takes a text that looks like a formula as text', () => {
    const host = preparedWorkbook();
    save(host, { contact: '=1+1' });
    expect(setting(host, '办公室联系人')).toBe('=1+1');
  });

  it('is what the next typed row is judged by', () => {
    const host = preparedWorkbook();
    const row = rowFor(host, '保卫科', '开展消防检查');
    fill(host, row, { text: '查了三栋楼' });
    save(host, { language: 'English' });
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { count: '约三十' });
    expect(String(entryAt(host, IN.submissions, rowFor(host, '后勤处', '开展消防检查')).hint)).toMatch(/[a-z]{3}/);
  });

  it('that nobody changed writes nothing', () => {
    const host = preparedWorkbook();
    host.resetCalls();
    expect(save(host, { deadlineDay: '20' }).told.title).toBe('设置没有变化');
    expect(host.tally().cellsWritten).toBe(0);
  });

  it('finds the columns where somebody put one before them', () => {
    const host = preparedWorkbook();
    host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('设置')?.insertColumnBefore(1);
    typeIn(host, '设置', 'A1', [['备注']]);
    save(host, { unitName: '示例局' });
    const rows = valuesOf(host, '设置').map(([, ...row]) => IN.settings.entry(row));
    expect(rows.find(({ label }) => label === '单位名称')?.value).toBe('示例局');
  });
});
