/** A whole workbook as plain data, to be compared: values, formulas, looks, rules, guards, names. */
import type { Host } from './host.ts';

export interface Snapshot {
  readonly [sheet: string]: unknown;
}

/** A dropdown in words; one whose sheet was deleted points nowhere. */
function described(rule: GoogleAppsScript.Spreadsheet.DataValidation | null): string | null {
  if (!rule) return null;
  try {
    return rule
      .getCriteriaValues()
      .map((value: { getA1Notation?: () => string }) => value?.getA1Notation?.() ?? String(value))
      .join(' ');
  } catch {
    return '#REF!';
  }
}

/** `without`: sheets that may differ, such as the log with its times. */
export function snapshot(host: Host, without: readonly string[] = []): Snapshot {
  const { SpreadsheetApp } = host.services;
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const sheets = book.getSheets().filter((sheet) => !without.includes(sheet.getName()));
  return Object.fromEntries([
    [
      '名称',
      book
        .getNamedRanges()
        .map((one) => `${one.getName()} ${one.getRange().getSheet().getName()}!${one.getRange().getA1Notation()}`)
        .sort(),
    ],
    ...sheets.map((sheet, index) => {
      const all = sheet.getDataRange();
      return [
        sheet.getName(),
        {
          index,
          values: all.getValues(),
          formulas: all.getFormulas(),
          formats: all.getNumberFormats(),
          backgrounds: all.getBackgrounds(),
          notes: all.getNotes(),
          validations: all.getDataValidations().map((row) => row.map(described)),
          rules: sheet
            .getConditionalFormatRules()
            .map((rule) => [
              rule.getRanges().map((range) => range.getA1Notation()),
              rule.getBooleanCondition()?.getCriteriaValues(),
            ]),
          guards: [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE].flatMap((kind) =>
            sheet.getProtections(kind).map((one) => `${one.getDescription()} ${one.getRange().getA1Notation()}`),
          ),
          frozen: [sheet.getFrozenRows(), sheet.getFrozenColumns()],
          size: [sheet.getMaxRows(), sheet.getMaxColumns()],
        },
      ];
    }),
  ]) as Snapshot;
}
