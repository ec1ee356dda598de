/** 检查并修复: puts back what a workbook has lost, and says what it cannot mend. No entry is ever changed. */

import { cellOf, isBlank } from '../../domain/cell.ts';
import type { LocalDateTime } from '../../domain/local-date.ts';
import { Refusal, type RefusalIssue } from '../../domain/refusal.ts';
import { apply } from '../../google/apply.ts';
import type { OpenBook } from '../../google/book.ts';
import { nowIn } from '../../google/clock.ts';
import { messagesIn } from '../../messages/catalogues.ts';
import type { Messages } from '../../messages/messages.ts';
import { worded } from '../../office/consolidated.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { createSheet, findNewColumn } from '../../office/new-sheet.ts';
import { isSetUp, languageOf, type Outcome, rowsOf } from '../../office/office.ts';
import { installTriggers } from '../../office/triggers.ts';
import type { CellRows } from '../../spreadsheet/cell.ts';
import type { Change } from '../../spreadsheet/change.ts';
import type { SheetColumn } from '../../spreadsheet/look.ts';
import type { SheetDeclaration, SheetKey } from '../../workbook/declaration.ts';
import { readDepartments } from '../../workbook/departments.ts';
import { endOfRows, type Located, locate } from '../../workbook/locate.ts';
import { lookOf } from '../../workbook/look.ts';
import { matrixDepartmentColumns, readMatrix } from '../../workbook/matrix.ts';
import { headingsRangeName } from '../../workbook/places.ts';
import { readSettings } from '../../workbook/settings.ts';
import { stateFormula, submissionsSheet } from '../../workbook/sheets/submissions.ts';
import { declarationOf, SHEETS } from '../../workbook/sheets.ts';
import { isUnrecognisable, standingOf, standTogether } from '../../workbook/standing.ts';

export interface RepairReply {
  /** Sheets that had to be made again. */
  readonly created: readonly string[];
  /** Headings put back, each with its sheet: `月度报送 “数量”`. */
  readonly headings: readonly string[];
  /** What a person must look at, worded. */
  readonly findings: readonly string[];
}

/** @throws Refusal notSetUp */
export function repairWorkbook(): Outcome<RepairReply> {
  return locked((book) => {
    if (!isSetUp(book)) throw new Refusal({ code: 'notSetUp' });
    const messages = messagesIn(languageOf(book));
    const year = Number(nowIn(book.timeZone).slice(0, 4));
    const content = {
      matrix: { tasks: [], departments: standingDepartments(book), duties: [] },
      settings: { year: String(year) },
      collectives: [],
    };
    const created = SHEETS.filter(({ title }) => !book.has(title));
    const headings: string[] = [];
    const lost: string[] = [];
    const located = new Map<SheetKey, Located<string>>();
    const changes: Change[] = created.map((declaration) =>
      createSheet(declaration, content, SHEETS.indexOf(declaration)),
    );
    for (const declaration of SHEETS) {
      const rows = book.read(declaration.title);
      if (rows === null) continue;
      if (isUnrecognisable(declaration, rows)) {
        lost.push(messages.refusal(columnsMissing(declaration, rows)));
        continue;
      }
      const { mended, added, changes: writes } = mendHeadings(declaration, rows);
      located.set(declaration.key, mended);
      headings.push(...added.map((heading) => `${declaration.title}“${heading}”`));
      changes.push(...writes);
    }
    changes.push(...dressed(book, located));
    const findings = [...lost, ...problems(book, located, messages)];
    const told = messages.told.repair({
      created: created.map(({ title }) => title),
      headings,
      dressed: located.size,
      findings,
    });
    apply(changes);
    apply(logLine(book, nowIn(book.timeZone) as LocalDateTime, messages.commands.repair, told));
    installTriggers();
    return { told, reply: { created: created.map(({ title }) => title), headings, findings } };
  });
}

/** Departments still named by their sheet, so that a lost matrix comes back with their columns. */
function standingDepartments(book: OpenBook) {
  const rows = book.read(declarationOf('departments').title);
  if (rows === null || isUnrecognisable(declarationOf('departments'), rows)) return [];
  return locate(declarationOf('departments'), rows).at['name'] === -1 ? [] : readDepartments(rows).departments;
}

function columnsMissing(declaration: SheetDeclaration, rows: CellRows): RefusalIssue {
  const { missing, headingRow } = locate(declaration, rows);
  const headings = declaration.columns.filter(({ key }) => missing.includes(key)).map(({ heading }) => heading);
  return { code: 'columnsMissing', sheet: declaration.title, row: headingRow + 1, headings };
}

/** Headings that are gone are put back to the right of everything: what stands there today keeps its place. */
function mendHeadings<Key extends string>(
  declaration: SheetDeclaration<Key>,
  rows: CellRows,
): { mended: Located<Key>; added: readonly string[]; changes: Change[] } {
  const located = locate(declaration, rows);
  const lacking = declaration.columns.filter(({ key }) => located.missing.includes(key));
  if (lacking.length === 0) return { mended: located, added: [], changes: [] };
  const first = Math.max(0, ...rows.map((row) => row.length));
  const at: Record<Key, number> = { ...located.at };
  lacking.forEach(({ key }, index) => {
    at[key] = first + index;
  });
  const added = lacking.map(({ heading }) => heading);
  return {
    mended: { ...located, at, missing: [] },
    added,
    changes: [
      {
        kind: 'write',
        sheet: declaration.title,
        row: located.headingRow + 1,
        places: lacking.map((_, index) => first + index),
        rows: [added],
      },
    ],
  };
}

function dressed(book: OpenBook, located: ReadonlyMap<SheetKey, Located<string>>): Change[] {
  const findColumn = (key: SheetKey, name: string): SheetColumn => {
    const { sheet, column } = findNewColumn(key, name);
    return { sheet, column: located.get(key)?.at[name] ?? column };
  };
  return [...located].flatMap(([key, where]): Change[] => {
    const declaration = declarationOf(key);
    const rows = rowsOf(book, key);
    const departmentColumns = key === 'matrix' ? matrixDepartmentColumns(rows, standingDepartments(book)) : [];
    const together = standTogether(declaration, where);
    const dress: Change = {
      kind: 'dress',
      sheet: declaration.title,
      look: lookOf(declaration, standingOf(declaration, where, rows, departmentColumns), findColumn),
      rangeName: together ? headingsRangeName(key) : null,
      rangeColumns: declaration.columns.length,
    };
    return key === 'submissions' ? [dress, ...stateFormulas(rows)] : [dress];
  });
}

/** The state a row shows is a formula of ours: people paste over it. */
function stateFormulas(rows: CellRows): Change[] {
  const { at, headingRow } = mendHeadings(submissionsSheet, rows).mended;
  const named = rows.slice(headingRow + 1, endOfRows(rows, headingRow, [at.department]));
  if (named.length === 0) return [];
  const formulas = named.map((row, index) => [
    isBlank(cellOf(row, at.department)) ? '' : { formula: stateFormula((key) => at[key], headingRow + 2 + index) },
  ]);
  return [
    {
      kind: 'write',
      sheet: submissionsSheet.title,
      row: headingRow + 2,
      places: [at.state],
      rows: formulas,
    },
  ];
}

/** What only a person can mend: settings that cannot be read, names that clash, roles that are no known word. */
function problems(book: OpenBook, located: ReadonlyMap<SheetKey, Located<string>>, messages: Messages): string[] {
  const found: string[] = [];
  const attempt = (key: SheetKey, look: (rows: CellRows) => void) => {
    const rows = book.read(declarationOf(key).title);
    if (rows === null || !located.has(key)) return;
    try {
      look(rows);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // A heading that is only now put back is told of already.
      if (error.issue.code !== 'columnsMissing') found.push(messages.refusal(error.issue));
    }
  };
  attempt('settings', (rows) => readSettings(rows));
  attempt('departments', (rows) => found.push(...worded(readDepartments(rows).findings, messages)));
  attempt('matrix', (rows) => found.push(...worded(readMatrix(rows, standingDepartments(book)).findings, messages)));
  return found;
}
