import { describe, expect, it } from 'vitest';
import type { Department } from '../../../src/domain/matrix.ts';
import { accountsOf } from '../../../src/domain/rights/accounts.ts';
import { saidBy } from '../../support/finding.ts';
import { department } from '../../support/matrix.ts';

const withMail = (name: string, mail: string, active = true): Department => ({ ...department(name), mail, active });
const told = (departments: Department[], editors: string[] = []) =>
  accountsOf(departments, editors).findings.map((finding) => [
    finding.code,
    finding.sheet,
    finding.column,
    finding.found,
    saidBy(finding),
  ]);

describe('the accounts of a department', () => {
  it('are its addresses, however they are parted, each once and in small letters', () => {
    const { byDepartment, findings } = accountsOf(
      [withMail('办公室', 'A@x.cn、b@x.cn,c@x.cn，d@x.cn;e@x.cn；f@x.cn\n a@X.cn '), withMail('保卫科', 'g@x.cn')],
      [],
    );
    expect(byDepartment).toEqual([['a@x.cn', 'b@x.cn', 'c@x.cn', 'd@x.cn', 'e@x.cn', 'f@x.cn'], ['g@x.cn']]);
    expect(findings).toEqual([]);
  });

  it('what is no address is told, and that there is none, unless the department is no longer active', () => {
    expect(told([withMail('办公室', '张三'), withMail('保卫科', '', false), withMail('后勤处', '')])).toEqual([
      ['accountInvalid', 'departments', 'mail', '张三', { department: '办公室' }],
      ['accountMissing', 'departments', 'mail', '办公室', {}],
      ['accountMissing', 'departments', 'mail', '后勤处', {}],
    ]);
  });

  it('one account of two departments is told with both', () => {
    expect(told([withMail('办公室', 'a@x.cn'), withMail('保卫科', 'A@x.cn b@x.cn')])).toEqual([
      ['accountShared', 'departments', 'mail', 'a@x.cn', { departments: ['办公室', '保卫科'] }],
    ]);
  });

  it('whoever may edit the file and belongs to nobody is told', () => {
    expect(told([withMail('办公室', 'a@x.cn')], ['A@x.cn', 'z@x.cn'])).toEqual([
      ['accountUnknown', 'departments', 'mail', 'z@x.cn', {}],
    ]);
  });
});
