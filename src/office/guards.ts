/** Who may write which rows of 月度报送 now: the guards that accounts, reviews, deadlines and exceptions ask for. */

import type { Finding } from '../domain/finding.ts';
import { fingerprint } from '../domain/fingerprint.ts';
import { dateOf } from '../domain/local-date.ts';
import { type Period, periodOf } from '../domain/period.ts';
import { accountsOf } from '../domain/rights/accounts.ts';
import { openTo } from '../domain/rights/closing.ts';
import { otherEditors } from '../google/account.ts';
import { apply } from '../google/apply.ts';
import { readProperties } from '../google/properties.ts';
import type { CellRows } from '../spreadsheet/cell.ts';
import type { Change } from '../spreadsheet/change.ts';
import { readExceptions } from '../workbook/exceptions.ts';
import { rowGuards } from '../workbook/row-guards.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { worded } from './consolidated.ts';

import { frozenPeriods } from './frozen.ts';
import { logLine } from './log.ts';
import { type Office, type Outcome, rowsOf } from './office.ts';

export interface RightsReply {
  /** Guarded blocks of cells. */
  readonly blocks: number;
  /** What is not in order about the accounts and the exceptions, worded. */
  readonly findings: readonly string[];
}

/** Puts the guards up as everything says now, and writes that down. */
export function putUpGuards(office: Office, frozen: ReadonlySet<Period>): Outcome<RightsReply> {
  const { book, messages, now } = office;
  const { changes, blocks, findings } = rightsOf(office, rowsOf(book, 'submissions'), frozen);
  const words = worded(findings, messages);
  const told = messages.told.rights({ blocks, findings: words });
  apply([...changes, ...logLine(book, now, messages.commands.rights, told)]);
  return { told, reply: { blocks, findings: words } };
}

/** Where the clock has closed or opened something since the guards were put up: the openness they were put up for. */
const OPENNESS = 'huizong.openness';

/**
 * Puts the guards right where a month's lock day has come, an exception has expired or one was granted since; asks little
 * where nothing has. Where guards were never asked for none are put up.
 */
export function closeByTheClock(office: Office): void {
  const standing = readProperties().get(OPENNESS);
  if (standing === null) return;
  const frozen = frozenPeriods(office);
  if (standing !== openNow(office, frozen).openness) putUpGuards(office, frozen);
}

/** Which months are open to which departments now. */
function openNow({ book, settings, departments, now }: Office, frozen: ReadonlySet<Period>) {
  const { year, closeAfter, rules } = settings;
  const asked = book.read(declarationOf('exceptions').title) ?? [];
  const { grants, findings } = readExceptions(asked, departments, year);
  const isOpen = openTo(dateOf(now), rules.deadline, closeAfter, grants, frozen);
  const months = Array.from({ length: 12 }, (_, month) => periodOf(year, month + 1));
  const openness = months.flatMap((month) => departments.map((_, index) => Number(isOpen(month, index)))).join('');
  return { isOpen, findings, openness: fingerprint(openness) };
}

/**
 * The guards for rows as they stand, or as they will. Where no department has an account none could write anything: the
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
  const { settings, departments, matrix } = office;
  const { year, officeAccounts } = settings;
  const others = otherEditors().filter((account) => !officeAccounts.includes(account));
  const accounts = accountsOf(departments, others);
  const { isOpen, findings, openness } = openNow(office, frozen);
  const nobody = accounts.byDepartment.every((own) => own.length === 0);
  const guards =
    nobody && frozen.size === 0
      ? []
      : rowGuards(rows, {
          year,
          matrix,
          accounts: accounts.byDepartment,
          unclaimed: nobody ? 'anybody' : 'office',
          isOpen,
        });
  return {
    changes: [
      { kind: 'letIn', accounts: officeAccounts },
      { kind: 'guardRows', sheet: declarationOf('submissions').title, guards, office: officeAccounts },
      { kind: 'setProperty', key: OPENNESS, text: openness },
    ],
    blocks: guards.length,
    findings: [...accounts.findings, ...findings],
  };
}
