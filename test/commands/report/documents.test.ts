/** 报告草稿: what the office shortens stays shortened, and is flagged when the words it was made from have changed. */

import { beforeEach, describe, expect, it } from 'vitest';
import { columnLetter } from '../../../src/spreadsheet/cell.ts';
import { IN } from '../../support/columns.ts';
import { documentOf, draftReport } from '../../support/documents.ts';
import {
  enter,
  entriesOf,
  entryAt,
  type Host,
  paste,
  setSetting,
  type as typeIn,
  valuesOf,
} from '../../support/host.ts';
import { fill, preparedWorkbook, rowFor } from '../../support/month.ts';
import { snapshot } from '../../support/snapshot.ts';

const SHEET = '报告草稿';
const CHANGED = '▲ 原文已变，请核对报告用文字';
type Column = Parameters<typeof IN.draft.place>[0];

let host: Host;

function draftRow(subject: string, task = ''): number {
  const index = entriesOf(host, IN.draft).findIndex(
    (row) => row.subject === subject && String(row.task).includes(task),
  );
  if (index < 0) throw new Error(`the draft has no row for ${subject}`);
  return index + 2;
}
const cell = (row: number, column: Column): unknown => entryAt(host, IN.draft, row)[column];
const write = (row: number, column: Column, text: string) => enter(host, IN.draft, row, { [column]: text });
const words = (): string => documentOf(host, '月度报告-2023-05.docx').words.join('\n');

const FIRE = '开展消防检查';
const LONG = '共查了三栋楼，发现隐患五处，其中两处当场整改，三处限期整改。';

beforeEach(() => {
  host = preparedWorkbook();
  fill(host, rowFor(host, '保卫科', FIRE), { text: LONG, count: 3, people: 12, time: '2023-05-18 09:00' });
  fill(host, rowFor(host, '后勤处', FIRE), { text: '本月无', time: '2023-05-18 09:00' });
  draftReport(host);
});

describe('the draft', () => {
  it('has the introduction, each department’s words exactly, the figures, the problems and what comes next', () => {
    const rows = entriesOf(host, IN.draft).map(({ section, task, subject, source }) => [
      section,
      task,
      subject,
      source,
    ]);
    expect(rows).toEqual([
      ['引言', '', '引言', '按照年度工作方案和责任分工，现将2023年5月工作开展情况报告如下。'],
      [
        '一、工作开展情况',
        '',
        '总体情况',
        '2023年5月应报4项，已报2项，其中按时2项、迟报0项，缺报2项。完成率50.0%，按时率50.0%。本月活动等数量合计3，参与12人次。',
      ],
      ['一、工作开展情况', '1 开展消防检查', '保卫科', LONG],
      ['一、工作开展情况', '1 开展消防检查', '数据', '以上数量合计3，参与12人次。'],
      ['二、存在问题', '', '缺报', '有2项未报送：保卫科“组织安全培训”；人事处“组织安全培训”。'],
      ['三、下步打算', '', '补报', '对尚未报送的2项逐项催办，督促责任部门尽快补报，补报情况在下月报告中说明。'],
      [
        '三、下步打算',
        '',
        '打算',
        '按照责任分工继续推进各项任务，加强审核和提醒，提高按时报送率和材料质量，每月20日前收齐当月情况。',
      ],
    ]);
  });

  it('is the same when it is made again', () => {
    const before = snapshot(host, ['操作日志']);
    expect(draftReport(host).reply).toMatchObject({ added: 0, edited: 0, flagged: [] });
    expect(snapshot(host, ['操作日志'])).toEqual(before);
  });

  it('says in the report what the office has made of the words, and the source where it made nothing', () => {
    write(draftRow('保卫科', FIRE), 'edited', '查三栋楼，隐患五处。');
    write(draftRow('数据', FIRE), 'use', '否');
    expect(words()).toContain('保卫科：查三栋楼，隐患五处。');
    expect(words()).not.toContain(LONG);
    expect(words()).not.toContain('以上数量合计');
    expect(words()).toContain('有2项未报送：保卫科“组织安全培训”；人事处“组织安全培训”。');
  });

  it('keeps a shortening when the month is consolidated again and the words are the same', () => {
    write(draftRow('保卫科', FIRE), 'edited', '查三栋楼。');
    host.call('consolidate', { month: '2023-05' });
    expect(draftReport(host).reply).toMatchObject({ edited: 1, flagged: [] });
    expect(cell(draftRow('保卫科', FIRE), 'edited')).toBe('查三栋楼。');
    expect(cell(draftRow('保卫科', FIRE), 'note')).toBe('');
  });

  it('flags a shortening whose source has changed, as often as it is made again, until the office deals with it', () => {
    const row = draftRow('保卫科', FIRE);
    write(row, 'edited', '查三栋楼。');
    draftReport(host);
    fill(host, rowFor(host, '保卫科', FIRE), { text: `${LONG}月底又查两栋。` });
    for (const _ of [1, 2]) {
      expect(draftReport(host).reply.flagged).toEqual([{ task: '1 开展消防检查', subject: '保卫科', note: CHANGED }]);
      expect(cell(row, 'note')).toBe(CHANGED);
      expect(cell(row, 'edited')).toBe('查三栋楼。');
      expect(cell(row, 'source')).toBe(`${LONG}月底又查两栋。`);
    }
    expect(words()).toContain('保卫科：查三栋楼。');
    write(row, 'edited', '查五栋楼。');
    expect(draftReport(host).reply.flagged).toEqual([]);
    expect(cell(row, 'note')).toBe('');
  });

  it('takes an emptied flag for "it is all right as it is"', () => {
    const row = draftRow('保卫科', FIRE);
    write(row, 'edited', '查三栋楼。');
    draftReport(host);
    fill(host, rowFor(host, '保卫科', FIRE), { text: `${LONG}月底又查两栋。` });
    draftReport(host);
    write(row, 'note', '');
    expect(draftReport(host).reply.flagged).toEqual([]);
    expect(draftReport(host).reply.flagged).toEqual([]);
  });

  it('flags what was shortened and changed before the draft was made again', () => {
    write(draftRow('保卫科', FIRE), 'edited', '查三栋楼。');
    fill(host, rowFor(host, '保卫科', FIRE), { text: '查了五栋楼。' });
    expect(draftReport(host).reply.flagged).toHaveLength(1);
  });

  it('follows the source where nothing was shortened, without a flag', () => {
    fill(host, rowFor(host, '保卫科', FIRE), { text: '查了五栋楼。' });
    expect(draftReport(host).reply.flagged).toEqual([]);
    expect(cell(draftRow('保卫科', FIRE), 'source')).toBe('查了五栋楼。');
    expect(words()).toContain('保卫科：查了五栋楼。');
  });

  it('keeps the row of words that were taken back, says so, and leaves them out of the report', () => {
    const row = draftRow('保卫科', FIRE);
    write(row, 'edited', '查三栋楼。');
    fill(host, rowFor(host, '保卫科', FIRE), { text: '', count: '', people: '' });
    expect(draftReport(host).reply.flagged.map(({ subject }) => subject)).toContain('保卫科');
    expect(cell(row, 'edited')).toBe('查三栋楼。');
    expect(words()).not.toContain('查三栋楼');
  });

  it('does not lose what somebody typed over the source: it becomes the edited text', () => {
    const row = draftRow('保卫科', FIRE);
    write(row, 'source', '我直接改在原文上了。');
    draftReport(host);
    expect(cell(row, 'edited')).toBe('我直接改在原文上了。');
    expect(cell(row, 'source')).toBe(LONG);
    expect(words()).toContain('保卫科：我直接改在原文上了。');
  });

  it('puts a row the office adds where it belongs, and leaves its other rows and columns alone', () => {
    const below = valuesOf(host, SHEET).length + 1;
    paste(host, IN.draft, below, [{ period: '5月', section: '二', subject: '领导要求', edited: '下月起实行日报告。' }]);
    const own = columnLetter(IN.draft.width);
    typeIn(host, SHEET, `${own}1`, [['批注']]);
    typeIn(host, SHEET, `${own}4`, [['已核']]);
    draftReport(host);
    fill(host, rowFor(host, '保卫科', '组织安全培训'), { text: '培训一次。', time: '2023-05-22 09:00' });
    draftReport(host);
    expect(valuesOf(host, SHEET)[3]?.[IN.draft.width]).toBe('已核');
    expect(entryAt(host, IN.draft, below)).toMatchObject({
      period: '5月',
      section: '二',
      task: '',
      subject: '领导要求',
      edited: '下月起实行日报告。',
    });
    expect(words()).toMatch(/二、存在问题[\s\S]*下月起实行日报告。[\s\S]*三、下步打算/);
  });

  it('takes the words of a row of one’s own from whichever column they were typed into', () => {
    const below = valuesOf(host, SHEET).length + 1;
    paste(host, IN.draft, below, [
      { period: '2023-05', section: '三', subject: '领导要求', source: '下月起实行日报告。' },
    ]);
    draftReport(host);
    expect(words()).toMatch(/三、下步打算[\s\S]*下月起实行日报告。/);
  });

  it('says nothing of rows of one’s own that have no words, or are not to be used; one without a part is told of', () => {
    const below = valuesOf(host, SHEET).length + 1;
    paste(host, IN.draft, below, [
      { period: '2023-05', section: '二', subject: '甲', use: '是' },
      { period: '2023-05', section: '二', subject: '乙', edited: '先不写。', use: '否' },
      { period: '2023-05', subject: '丙', edited: '写在哪？', use: '是' },
    ]);
    expect(draftReport(host).reply.flagged).toEqual([
      { task: '', subject: '丙', note: '▲ “部分”认不出，本行未写入报告' },
    ]);
    for (const text of ['先不写', '写在哪']) expect(words()).not.toContain(text);
  });

  it('keeps both where somebody typed over the source of words that were shortened', () => {
    const row = draftRow('保卫科', FIRE);
    write(row, 'edited', '查了三栋楼。');
    draftReport(host);
    write(row, 'source', '应当写隐患五处。');
    draftReport(host);
    expect([cell(row, 'edited'), cell(row, 'source')]).toEqual(['查了三栋楼。\n应当写隐患五处。', LONG]);
  });

  it('tells of a row whose part it cannot tell, and of one that stands twice', () => {
    const values = valuesOf(host, SHEET);
    const below = values.length + 1;
    paste(host, IN.draft, below, [{ period: '2023-05', section: '附录', subject: '甲', edited: '乙' }]);
    const copy = values[draftRow('保卫科', FIRE) - 1] ?? [];
    host.services.SpreadsheetApp.getActiveSpreadsheet()
      .getSheetByName(SHEET)
      ?.getRange(below + 1, 1, 1, copy.length)
      .setValues([copy]);
    const notes = draftReport(host).reply.flagged.map(({ note }) => note);
    expect(notes).toEqual(['▲ “部分”认不出，本行未写入报告', '▲ 与上面的行重复，本行未写入报告']);
    expect(words().split(LONG)).toHaveLength(2);
  });

  it('holds a text no cell holds in pieces that joined are the text', () => {
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('月度报送');
    const huge = '长'.repeat(45_000);
    sheet?.getRange(IN.submissions.cell('text', rowFor(host, '保卫科', FIRE))).setValue(huge);
    draftReport(host);
    const pieces = entriesOf(host, IN.draft)
      .filter(({ subject }) => subject === '保卫科')
      .map(({ source }) => String(source));
    expect(pieces.map(({ length }) => length)).toEqual([30_000, 15_000]);
    expect(words()).toContain(`保卫科：${huge}`);
  });

  it('takes introduction and next steps from 设置 exactly as they are typed', () => {
    setSetting(host, '报告引言', '根据方案，现将“情况”报告如下：（略）');
    setSetting(host, '下步打算', '一是抓整改；\n二是抓培训。');
    expect(words()).toContain('根据方案，现将“情况”报告如下：（略）');
    expect(words()).toContain('一是抓整改；');
    expect(words()).toContain('（三）二是抓培训。');
  });

  it('keeps the months apart', () => {
    host.setNow('2023-06-01T09:00');
    host.call('prepare', { month: '2023-06' });
    const before = valuesOf(host, SHEET);
    host.call('draftReport', { month: '2023-06' });
    expect(valuesOf(host, SHEET).slice(0, before.length)).toEqual(before);
    expect(valuesOf(host, SHEET).length).toBeGreaterThan(before.length);
  });

  it('keeps formulas and markup of a text as words', () => {
    fill(host, rowFor(host, '保卫科', FIRE), { text: '' });
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('月度报送');
    sheet?.getRange(IN.submissions.cell('text', rowFor(host, '保卫科', FIRE))).setValue("'=1+1 {标题} <w:p>");
    draftReport(host);
    expect(cell(draftRow('保卫科', FIRE), 'source')).toBe('=1+1 {标题} <w:p>');
    expect(words()).toContain('保卫科：=1+1 {标题} <w:p>');
    expect(draftReport(host).reply).toMatchObject({ added: 0, flagged: [] });
  });
});
