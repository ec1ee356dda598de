/** Which accounts may write a department's rows, as 部门 says it, and what is not in order about them. */
import type { Finding } from '../finding.ts';
import { isMailAddress } from '../mail-address.ts';
import type { Department } from '../matrix.ts';

export interface Accounts {
  /** Accounts of each department, by its index; none for one that has no usable account. */
  readonly byDepartment: readonly (readonly string[])[];
  readonly findings: readonly Finding[];
}

/**
 * A department's accounts are its mail addresses, separated by 、 ， ； or spaces. Rows without an owner are not open to everyone by default:
 * a department without an account is written by the office alone, and told of.
 *
 * @param editors who may edit the file at all, without the office
 */
export function accountsOf(departments: readonly Department[], editors: readonly string[]): Accounts {
  const findings: Finding[] = [];
  const about = (found: string) => ({ sheet: 'departments', rows: [], column: 'mail', found }) as const;
  const owners = new Map<string, string[]>();
  const byDepartment = departments.map(({ name, mail, active }) => {
    const typed = mail.split(/[、,，;；\s]+/).filter((part) => part !== '');
    for (const account of typed)
      if (!isMailAddress(account)) findings.push({ code: 'accountInvalid', ...about(account), department: name });
    const accounts = [...new Set(typed.filter(isMailAddress).map((account) => account.toLowerCase()))];
    if (accounts.length === 0 && active) findings.push({ code: 'accountMissing', ...about(name) });
    for (const account of accounts) owners.set(account, [...(owners.get(account) ?? []), name]);
    return accounts;
  });
  for (const [account, names] of owners) {
    if (names.length > 1) findings.push({ code: 'accountShared', ...about(account), departments: names });
  }
  for (const editor of editors)
    if (!owners.has(editor.toLowerCase())) findings.push({ code: 'accountUnknown', ...about(editor) });
  return { byDepartment, findings };
}
