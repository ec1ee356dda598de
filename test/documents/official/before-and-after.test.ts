/** The documents of a month that is not over yet, and of one in which every department has handed in. */

import { describe, expect, it } from 'vitest';
import { IN } from '../../support/columns.ts';
import { documentOf, documentsOf, type MadeDocument } from '../../support/documents.ts';
import { enter, type Host, setSetting, valuesOf } from '../../support/host.ts';
import { consolidate, fill, preparedWorkbook, SUBMISSIONS } from '../../support/month.ts';

function madeOn(day: string, filled: boolean): Host {
  const host = preparedWorkbook();
  host.setNow(`${day}T10:00`);
  if (filled)
    for (let row = 2; row <= valuesOf(host, SUBMISSIONS).length; row += 1)
      fill(host, row, { text: '查了三栋楼', time: `${day} 09:00` });
  host.call('consolidate', { month: '2023-05' });
  return host;
}
const wordsOf = (documents: readonly MadeDocument[], kind: string): string =>
  documents.find((one) => one.kind === kind)?.words.join('\n') ?? '';

describe('before the deadline', () => {
  it.each([
    ['2023-05-18', '5月20日截止，还有2天'],
    ['2023-05-20', '今天（5月20日）截止'],
  ])('on %s a notice asks for what is not yet owed: %s', (day, left) => {
    const notice = wordsOf(documentsOf(madeOn(day, false)), '催报通知');
    expect(notice).toContain(`（2023年5月，${left}，`);
    expect(notice).toContain('请在截止日期前报送');
    expect(notice).not.toContain('逾期');
  });

  it('the list of what is owed counts no days', () => {
    const list = wordsOf(documentsOf(madeOn('2023-05-18', false)), '缺报清单');
    expect(list).toContain('3个部门欠报4项，其中逾期0项。');
    expect(list).toContain('—');
  });
});

describe('when the office has excused every return', () => {
  const host = preparedWorkbook();
  for (let row = 2; row <= valuesOf(host, SUBMISSIONS).length; row += 1) fill(host, row, { review: '免报' });
  consolidate(host);
  const documents = documentsOf(host);

  it('the report has its status table, without a colour, and no table of figures', () => {
    const xml = documents[0]?.parts['word/document.xml'] ?? '';
    expect(documents[0]?.words.filter((text) => text === '－ 免报')).toHaveLength(4);
    expect(xml).not.toContain('<w:shd ');
    for (const heading of ['比上月', '累计\n完成']) expect(documents[0]?.words).not.toContain(heading);
  });

  it('the bulletin ranks nobody, and the year has no rates', () => {
    expect(wordsOf(documents, '通报')).toContain('本月0个部门应报0项，已报0项，其中按时0项、迟报0项；缺报0项。');
    expect(wordsOf(documents, '通报')).not.toContain('排名');
    expect(
      new Set(
        valuesOf(host, '完成率')
          .slice(1)
          .flatMap(([, ...shares]) => shares),
      ),
    ).toEqual(new Set(['']));
  });
});

it('a department of which nothing was due in a month has a dash there in the year’s table', () => {
  const host = preparedWorkbook();
  host.call('prepare', { month: '2023-04' });
  const rows = valuesOf(host, SUBMISSIONS);
  rows.forEach(([month, department], index) => {
    if (month === '2023-04' && department === '后勤处') fill(host, index + 1, { review: '免报' });
  });
  consolidate(host);
  const { words } = documentOf(host, '月度报告-2023-05.docx');
  const at = words.lastIndexOf('后勤处');
  expect(words.slice(at, at + 5)).toEqual(['后勤处', '—', '0%', '0%', '0%']);
});

it('a task that has only a number is named by it wherever it is named', () => {
  const host = preparedWorkbook();
  enter(host, IN.matrix, 2, { title: '' });
  consolidate(host);
  expect(valuesOf(host, '汇总-2023-05').flat()).toContain('未报：1、组织安全培训。');
  const documents = documentsOf(host);
  expect(wordsOf(documents, '月度报告')).toContain('后勤处“1”');
  expect(wordsOf(documents, '通报')).toContain('未报：1、组织安全培训。');
  expect(wordsOf(documents, '催报通知')).toContain('1.1（2023年5月，');
});

describe('when everybody has handed in', () => {
  const host = madeOn('2023-05-18', true);
  const documents = documentsOf(host);

  it('the bulletin says so of all and of each, and asks nobody for more', () => {
    const words = wordsOf(documents, '通报');
    expect(words).toContain('各部门全部报齐。');
    expect(words.match(/全部按时报齐。/g)).toHaveLength(3);
    expect(words).not.toContain('未报送和材料不齐');
  });

  it('there is no notice, and the list says that nothing is owed', () => {
    expect(documents.map(({ kind }) => kind)).toEqual(['月度报告', '通报', '缺报清单']);
    expect(wordsOf(documents, '缺报清单')).toContain('各部门没有欠报。');
  });

  it('a unit that has entered no name signs with the date alone', () => {
    setSetting(host, '单位名称', '');
    const words = wordsOf(documentsOf(host), '通报');
    expect(words).not.toContain('示例区交通运输局');
    expect(words).not.toContain('办公室办公室');
    expect(words).toContain('2023年5月18日');
  });
});
