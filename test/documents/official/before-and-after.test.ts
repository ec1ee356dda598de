/** The documents of a month that is not over yet, and of one in which everybody has handed in. */
import { describe, expect, it } from 'vitest';
import { documentsOf, type MadeDocument } from '../../support/documents.ts';
import { type Host, setSetting, valuesOf } from '../../support/host.ts';
import { fill, preparedWorkbook, SUBMISSIONS } from '../../support/month.ts';

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
