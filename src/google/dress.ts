/** Gives a sheet its look: widths, formats, dropdowns, live rules, frozen rows, guard. No value is touched. */
import type { ColumnLook, Entry, LiveRule, SheetLook } from '../spreadsheet/look.ts';
import { guard } from './guard.ts';
import { paintColumns, runsOf } from './paint.ts';
import { sheetNamed } from './sheet.ts';

type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

export function dress(book: Book, sheet: Sheet, look: SheetLook): void {
  const height = sheet.getMaxRows();
  const first = look.headingRow + 1;
  dressColumns(book, sheet, look.columns, first, height - first + 1);
  const below = height > look.headingRow;
  for (const { row, column, entry } of look.cellEntries) {
    sheet.getRange(row, column + 1).setDataValidation(validationOf(book, entry));
  }
  dressHeadings(sheet, look);
  if (below) sheet.setFrozenRows(look.frozenRows);
  sheet.setFrozenColumns(look.frozenColumns);
  sheet.setTabColor(look.tabColor);
  sheet.setConditionalFormatRules([
    ...othersRules(sheet, look.rules),
    ...look.rules.map((rule) => liveRule(sheet, rule, height)),
  ]);
  guard(book, sheet, look.guard, look.headingRow);
  if (look.hidden) sheet.hideSheet();
}

type NotedColumn = ColumnLook & { readonly note: string };

function dressHeadings(sheet: Sheet, { columns, headingRow, headingLook }: SheetLook): void {
  // A heading such as 2023年5月 is a name, not a date.
  const headings = columns.map((column) => ({ ...column, format: '@', look: headingLook }));
  paintColumns(sheet, headings, headingRow, 1);
  // A column of ours without a note may have one of a person's.
  const noted = columns.filter((column): column is NotedColumn => column.note !== undefined);
  for (const run of runsOf(noted)) {
    sheet.getRange(headingRow, run[0].at + 1, 1, run.length).setNotes([run.map(({ note }) => note)]);
  }
}

function dressColumns(book: Book, sheet: Sheet, columns: readonly ColumnLook[], row: number, height: number): void {
  for (const run of runsOf(columns, (a, b) => a.width === b.width)) {
    sheet.setColumnWidths(run[0].at + 1, run.length, run[0].width);
  }
  if (height < 1) return;
  paintColumns(sheet, columns, row, height);
  for (const run of runsOf(columns, (a, b) => JSON.stringify(a.entry) === JSON.stringify(b.entry))) {
    const [{ at, entry }] = run;
    if (entry) sheet.getRange(row, at + 1, height, run.length).setDataValidation(validationOf(book, entry));
  }
}

function validationOf(book: Book, entry: Entry): GoogleAppsScript.Spreadsheet.DataValidation {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(!entry.strict).setHelpText(entry.help);
  if (entry.kind === 'list') return builder.requireValueInList([...entry.choices], true).build();
  const sheet = sheetNamed(book, entry.of.sheet);
  const range = sheet.getRange(2, entry.of.column + 1, Math.max(1, sheet.getMaxRows() - 1), 1);
  return builder.requireValueInRange(range, true).build();
}

function liveRule(sheet: Sheet, rule: LiveRule, height: number): Rule {
  const columns = rule.toColumn - rule.fromColumn + 1;
  const range = sheet.getRange(rule.fromRow, rule.fromColumn + 1, Math.max(1, height - rule.fromRow + 1), columns);
  const builder = SpreadsheetApp.newConditionalFormatRule().setRanges([range]);
  if (rule.when.kind === 'scale') {
    const percentile = SpreadsheetApp.InterpolationType.NUMBER;
    return builder
      .setGradientMinpointWithValue(rule.when.low, percentile, '0')
      .setGradientMidpointWithValue(rule.when.middle, percentile, '0.6')
      .setGradientMaxpointWithValue(rule.when.high, percentile, '1')
      .build();
  }
  builder.whenFormulaSatisfied(rule.when.formula);
  if (rule.look.background !== undefined) builder.setBackground(rule.look.background);
  if (rule.look.color !== undefined) builder.setFontColor(rule.look.color);
  if (rule.look.bold) builder.setBold(true);
  return builder.build();
}

/** The rules people made themselves: those whose formula is none of ours, wherever the columns stand. */
function othersRules(sheet: Sheet, ours: readonly LiveRule[]): Rule[] {
  const shapes = new Set(ours.map(({ when }) => (when.kind === 'formula' ? shapeOf(when.formula) : '')));
  const scales = ours.some(({ when }) => when.kind === 'scale');
  return sheet.getConditionalFormatRules().filter((rule) => {
    const condition = rule.getBooleanCondition();
    if (!condition) return !scales;
    if (condition.getCriteriaType() !== SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA) return true;
    return !shapes.has(shapeOf(String(condition.getCriteriaValues()[0])));
  });
}

/** A formula with its cells left open: moving columns changes nothing else about it. */
function shapeOf(formula: string): string {
  return formula.replace(/\$?[A-Z]{1,3}\$?\d+/g, '@').replace(/\s/g, '');
}
