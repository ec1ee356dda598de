/** 更新填报权限: each department may write its own rows and nothing else; what is accepted or closed, only the office. */
import type { Finding } from '../domain/finding.ts';
import { dateOf } from '../domain/local-date.ts';
import type { Period } from '../domain/period.ts';
import { accountsOf } from '../domain/rights/accounts.ts';
import { openTo } from '../domain/rights/closing.ts';
import { otherEditors } from '../google/account.ts';
import { apply } from '../google/apply.ts';
import type { CellRows } from '../spreadsheet/cell.ts';
import type { Change } from '../spreadsheet/change.ts';
import { readExceptions } from '../workbook/exceptions.ts';
import { rowGuards } from '../workbook/row-guards.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { worded } from './consolidate.ts';
import { frozenPeriods } from './frozen.ts';
import { locked } from './locked.ts';
import { logLine } from './log.ts';
import { type Office, type Outcome, readOffice, rowsOf } from './office.ts';

export interface RightsReply {
  /** Guarded blocks of cells. */
  readonly blocks: number;
  /** What is not in order about the accounts and the exceptions, worded. */
  readonly findings: readonly string[];
}

/** @throws Refusal whatever readOffice refuses */
export function refreshRights(): Outcome<RightsReply> {
  return locked((book) => {
    const office = readOffice(book);
    const { messages, now } = office;
    const frozen = new Set(frozenPeriods(office));
    const { changes, blocks, findings } = rightsOf(office, rowsOf(book, 'submissions'), frozen);
    const words = worded(findings, messages);
    const told = messages.told.rights({ blocks, findings: words });
    apply([...changes, ...logLine(book, now, messages.commands.rights, told)]);
    return { told, reply: { blocks, findings: words } };
  });
}

/**
 * The guards for rows as they stand, or as they will. Where no department has an account nobody could write anything: the
 * rows stay as open as they are, but for those of frozen months.
 */
export function rightsOf(
  office: Office,
  rows: CellRows,
  frozen: ReadonlySet<Period>,
): {
  readonly changes: readonly Change[];
  readonly blocks: number;
  readonly findings: readonly Finding[];
} {
  const { book, settings, departments, matrix, now } = office;
  const { year, officeAccounts, closeAfter, rules } = settings;
  const others = otherEditors().filter((account) => !officeAccounts.includes(account));
  const accounts = accountsOf(departments, others);
  const asked = book.read(declarationOf('exceptions').title);
  const { grants, findings } = asked === null ? NO_EXCEPTIONS : readExceptions(asked, departments, year);
  const nobody = accounts.byDepartment.every((own) => own.length === 0);
  const guards =
    nobody && frozen.size === 0
      ? []
      : rowGuards(rows, {
          year,
          matrix,
          accounts: accounts.byDepartment,
          unclaimed: nobody ? 'anybody' : 'office',
          isOpen: openTo(dateOf(now), rules.deadline, closeAfter, grants, frozen),
        });
  return {
    changes: [
      { kind: 'letIn', accounts: officeAccounts },
      { kind: 'guardRows', sheet: declarationOf('submissions').title, guards, office: officeAccounts },
    ],
    blocks: guards.length,
    findings: [...accounts.findings, ...findings],
  };
}

const NO_EXCEPTIONS = { grants: [], findings: [] };
