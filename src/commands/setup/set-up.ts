/** 初始化工作簿 and 导入方案: the sheets a workbook needs, filled from a plan where there is one. */

import { at } from '../../domain/at.ts';
import type { LocalDateTime } from '../../domain/local-date.ts';
import type { Matrix } from '../../domain/matrix.ts';
import { foldName } from '../../domain/name.ts';
import { type CorrectedTask, correctedPlan } from '../../domain/plan/corrected.ts';
import { parsePlan } from '../../domain/plan/parse-plan.ts';
import { Refusal } from '../../domain/refusal.ts';
import { apply } from '../../google/apply.ts';
import type { OpenBook } from '../../google/book.ts';
import { nowIn } from '../../google/clock.ts';
import { type Language, messagesIn } from '../../messages/catalogues.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { createSheet, findNewColumn, initialRows } from '../../office/new-sheet.ts';
import type { Outcome } from '../../office/office.ts';
import { installTriggers } from '../../office/triggers.ts';
import { stepOf, undoable } from '../../office/undoable.ts';
import type { CellRows } from '../../spreadsheet/cell.ts';
import type { Change } from '../../spreadsheet/change.ts';
import { LONGEST_CELL } from '../../spreadsheet/pieces.ts';
import { editedSince, isBrokenOff, type ReplacedBlock, replacedBlocks } from '../../spreadsheet/replaced.ts';
import { departmentRows, readDepartments } from '../../workbook/departments.ts';
import {
  type FromPlanOptions,
  type TypedDepartment,
  type WorkbookContent,
  withDepartments,
  workbookContent,
} from '../../workbook/from-plan.ts';
import { locate } from '../../workbook/locate.ts';
import { lookOf } from '../../workbook/look.ts';
import { matrixHeadings, matrixRows, readMatrix } from '../../workbook/matrix.ts';
import { SETTINGS } from '../../workbook/settings/table.ts';
import { readSettings, settingRows, standingSettings } from '../../workbook/settings.ts';
import { departmentsSheet } from '../../workbook/sheets/departments.ts';
import { matrixSheet } from '../../workbook/sheets/matrix.ts';
import { settingsSheet } from '../../workbook/sheets/settings.ts';
import { undoSheet } from '../../workbook/sheets/undo.ts';
import { SHEETS } from '../../workbook/sheets.ts';
import { standingOf } from '../../workbook/standing.ts';
import { stepRows } from '../../workbook/undo.ts';
import { byKey, type TypedSetting } from './settings.ts';

export interface SetUpReply {
  readonly created: readonly string[];
  readonly tasks: number;
  readonly departments: number;
  readonly duties: number;
}

const EMPTY: Matrix = { tasks: [], departments: [], duties: [] };

/** What a workbook is to be set up from. */
export interface SetUpAsked extends FromPlanOptions {
  /** The plan's text; without one the sheets wait to be filled in. */
  readonly text?: string | undefined;
  /** The plan's tasks as a person put them right; `undefined` where the plan is taken as it was read. */
  readonly tasks?: readonly CorrectedTask[] | undefined;
  readonly departments: readonly TypedDepartment[];
  readonly settings: readonly TypedSetting[];
}

/** Sets up the sheets that are missing, without a plan. */
export function setUpBlank(year: number, language: Language): Outcome<SetUpReply> {
  return setUpWorkbook({ year, yearlyReturns: false, departments: [], settings: [] }, language);
}

/**
 * Sets up the workbook. Run again after a stop it goes on where it was.
 *
 * @throws Refusal planEmpty, planUnfit, settingsInvalid, alreadySetUp
 */
export function setUpWorkbook(asked: SetUpAsked, language: Language): Outcome<SetUpReply> {
  const { year, departments, settings } = asked;
  const planned = withDepartments(plannedContent(asked), departments);
  const content = { ...planned, settings: { ...planned.settings, ...Object.fromEntries(byKey(settings)) } };
  refuseUnfit(content);
  // What stands in 设置 is read before the first sheet is made: a workbook with unusable settings is no workbook.
  readSettings([settingsSheet.columns.map(({ heading }) => heading), ...settingRows(content.settings)] as CellRows);
  return setUp(content, year, language);
}

function plannedContent({ text, tasks, ...options }: SetUpAsked): WorkbookContent {
  if (text === undefined) return { matrix: EMPTY, settings: { year: String(options.year) }, collectives: [] };
  const read = parsePlan(text, { year: options.year });
  const plan = tasks ? correctedPlan(read, tasks) : read;
  if (plan.tasks.length === 0) throw new Refusal({ code: 'planEmpty' });
  return workbookContent(plan, options);
}

/** What fits no cell is told before the first sheet is made. */
function refuseUnfit({ matrix: { tasks, departments } }: WorkbookContent): void {
  const texts = [...tasks.flatMap(({ title, content }) => [title, content]), ...departments.map(({ name }) => name)];
  const unfit = texts.find((text) => text.length > LONGEST_CELL);
  if (unfit !== undefined) throw new Refusal({ code: 'planUnfit', found: unfit.slice(0, 20), most: LONGEST_CELL });
}

function setUp(content: WorkbookContent, year: number, language: Language): Outcome<SetUpReply> {
  return locked((book) => {
    const { matrix } = content;
    refuseOtherContent(book, content.matrix);
    const created = SHEETS.filter(({ title }) => !book.has(title));
    const now = nowIn(book.timeZone) as LocalDateTime;
    const fill = fillStanding(book, content);
    const inNew = filledInNew(book, content, year);
    const replaced = [...inNew, ...replacedBlocks(fill, book.read)];
    const step = { book, now, command: 'importPlan', about: String(year) } as const;
    const changes = [
      ...created.map((declaration) => ({
        ...createSheet(declaration, content, SHEETS.indexOf(declaration)),
        // Made last of all, with the step in it: a run stopped before that has still to make it.
        ...(declaration.key === 'undo' && replaced.length > 0 ? { rows: stepRows(stepOf(step, replaced)) } : {}),
      })),
      ...undoable(step, fill, inNew),
    ];
    const messages = messagesIn(language);
    const { tasks, departments, duties } = matrix;
    const told =
      tasks.length === 0
        ? messages.told.blankSetUp
        : messages.told.setUp({
            tasks: tasks.length,
            departments: departments.length,
            duties: duties.length,
            year,
            todo: [
              ...(content.settings['unitName'] ? [] : [messages.told.fillIn.unitName]),
              ...(content.settings['recipients']?.includes('@') ? [] : [messages.told.fillIn.recipients]),
              ...(departments.every(({ mail }) => mail !== '') ? [] : [messages.told.fillIn.mails]),
              ...content.collectives.map(messages.told.fillIn.collective),
            ],
          });
    apply(changes);
    if (changes.length > 0) apply(logLine(book, now, messages.commands.setUp, told));
    installTriggers();
    return {
      told,
      reply: {
        created: created.map(({ title }) => title),
        tasks: tasks.length,
        departments: departments.length,
        duties: duties.length,
      },
    };
  });
}

/** A workbook that holds another plan's entries is not written into; one that holds this plan's is gone on with. */
function refuseOtherContent(book: OpenBook, wanted: Matrix): void {
  if (wanted.tasks.length === 0) return;
  const standing = book.read(departmentsSheet.title);
  const departments = standing === null ? [] : readDepartments(standing).departments;
  const names = new Set(wanted.departments.map(({ name }) => foldName(name)));
  if (departments.some(({ name }) => !names.has(foldName(name)))) {
    throw new Refusal({ code: 'alreadySetUp', sheet: departmentsSheet.title });
  }
  const rows = book.read(matrixSheet.title);
  if (rows === null) return;
  const { tasks } = readMatrix(rows, departments).matrix;
  const same = tasks.every(
    (task, index) => task.no === wanted.tasks[index]?.no && task.title === wanted.tasks[index]?.title,
  );
  if (tasks.length > 0 && (!same || tasks.length !== wanted.tasks.length)) {
    throw new Refusal({ code: 'alreadySetUp', sheet: matrixSheet.title });
  }
}

/**
 * What a plan puts into sheets this run makes, or a stopped one has just made: undone, they hold what a set-up without a
 * plan gives them.
 */
function filledInNew(book: OpenBook, content: WorkbookContent, year: number): ReplacedBlock[] {
  const nothing = { matrix: EMPTY, settings: { year: String(year) }, collectives: [] };
  const indexOf = (title: string) => SHEETS.findIndex((sheet) => sheet.title === title);
  const read = (title: string) => initialRows(at(SHEETS, indexOf(title)), nothing) as CellRows;
  const isFirst = !book.has(undoSheet.title);
  return replacedBlocks(fillStanding({ read }, content), read).filter(
    (block) =>
      !book.has(block.sheet) ||
      (isFirst && editedSince([block], book.read).length === 0 && !isBrokenOff([block], book.read)),
  );
}

/** A workbook set up without a plan has the sheets already: the plan's departments, tasks and settings go into them. */
function fillStanding(book: Pick<OpenBook, 'read'>, { matrix, settings }: WorkbookContent): Change[] {
  const changes: Change[] = [];
  const departments = book.read(departmentsSheet.title);
  if (departments !== null && readDepartments(departments).departments.length === 0 && matrix.departments.length > 0) {
    const { at, headingRow } = locate(departmentsSheet, departments);
    changes.push({
      kind: 'write',
      sheet: departmentsSheet.title,
      row: headingRow + 2,
      places: departmentsSheet.columns.map(({ key }) => at[key]),
      rows: departmentRows(matrix.departments),
      adds: true,
    });
  }
  const tasks = book.read(matrixSheet.title);
  if (tasks !== null && matrix.tasks.length > 0 && readMatrix(tasks, matrix.departments).matrix.tasks.length === 0) {
    changes.push(...fillMatrix(tasks, matrix));
  }
  changes.push(...fillSettings(book, settings));
  return changes;
}

function fillMatrix(rows: NonNullable<ReturnType<OpenBook['read']>>, matrix: Matrix): Change[] {
  const located = locate(matrixSheet, rows);
  const { at, headingRow, others } = located;
  const standing = new Map(others.map(({ heading, column }) => [foldName(heading), column]));
  let free = Math.max(...rows.map((row) => row.length), ...Object.values(at).map((column) => column + 1));
  const departmentPlaces = matrix.departments.map(({ name }) => standing.get(foldName(name)) ?? free++);
  const places = [...matrixSheet.columns.map(({ key }) => at[key]), ...departmentPlaces];
  const look = lookOf(matrixSheet, standingOf(matrixSheet, located, rows, departmentPlaces), findNewColumn);
  const sheet = matrixSheet.title;
  return [
    { kind: 'write', sheet, row: headingRow + 1, places, rows: [matrixHeadings(matrix.departments)] },
    { kind: 'dress', sheet, look, rangeName: null, rangeColumns: 0 },
    // Where tasks stand nothing is filled in again: they come when all else is done.
    { kind: 'write', sheet, row: headingRow + 2, places, rows: matrixRows(matrix), adds: true },
  ];
}

/** The plan's settings, where the office has not decided otherwise: only blank cells and initial values give way. */
function fillSettings(book: Pick<OpenBook, 'read'>, settings: Readonly<Record<string, string>>): Change[] {
  const rows = book.read(settingsSheet.title);
  if (rows === null) return [];
  const { values, valueColumn } = standingSettings(rows);
  return SETTINGS.flatMap(({ key, initial }): Change[] => {
    const standing = values.get(key);
    const fresh = settings[key] ?? initial;
    if (!standing || !['', initial].includes(standing.shown) || fresh === standing.shown) return [];
    return [{ kind: 'write', sheet: settingsSheet.title, row: standing.row, places: [valueColumn], rows: [[fresh]] }];
  });
}
