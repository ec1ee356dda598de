/** 设置 as a form: what a page shows of each setting, and the writes that follow from what was typed into it. */
import type { Language } from '../messages/catalogues.ts';
import type { SettingGroup } from '../messages/pages.ts';
import type { CellRows, NewRows } from '../spreadsheet/cell.ts';
import type { Change } from '../spreadsheet/change.ts';
import { endOfRows, locate } from './locate.ts';
import { SETTINGS, type SettingKey } from './settings/table.ts';
import { standingSettings } from './settings.ts';
import { settingsSheet } from './sheets/settings.ts';

/** A setting as a page shows it, in the language of the page; its value and choices are in the words of the sheet. */
export interface SettingField {
  readonly key: SettingKey;
  readonly group: SettingGroup;
  readonly label: string;
  readonly explain: string;
  /** What the sheet calls it. */
  readonly row: string;
  readonly value: string;
  readonly choices: readonly string[];
  /** Words of the sheet that a value may be, each with what the page calls it. */
  readonly terms: readonly (readonly [string, string])[];
  /** Has it several lines? */
  readonly long: boolean;
}

/** @param values what stands, or is proposed; the initial value otherwise */
export function settingFields(values: ReadonlyMap<string, string>, language: Language): SettingField[] {
  return SETTINGS.map((setting) => {
    const { key, group, kind, initial } = setting;
    const { label, explain } = language === 'zh-CN' ? setting : setting.words[language];
    return {
      key,
      group,
      label,
      explain,
      row: setting.label,
      value: values.get(key) ?? initial,
      choices: kind.choices ?? [],
      terms: language === 'zh-CN' ? [] : Object.entries(kind.terms ?? {}).map(([word, told]) => [word, told[language]]),
      long: kind.long === true,
    };
  });
}

/** The settings as they stand in the sheet. */
export function typedSettings(rows: CellRows): ReadonlyMap<string, string> {
  return new Map([...standingSettings(rows).values].map(([key, { shown }]) => [key, shown]));
}

/**
 * The writes that bring typed values into the sheet: one for all standing rows from the first that changes to the last, one
 * for settings whose rows a person took out.
 */
export function settingWrites(
  rows: CellRows,
  typed: ReadonlyMap<string, string>,
): { readonly changes: readonly Change[]; readonly changed: readonly string[] } {
  const sheet = settingsSheet.title;
  const { values, labelColumn, valueColumn } = standingSettings(rows);
  const { at, headingRow } = locate(settingsSheet, rows);
  const cells = rows.map((row) => row[valueColumn] ?? '');
  const touched: number[] = [];
  const added: string[][] = [];
  const changed: string[] = [];
  for (const { key, label, initial, explain } of SETTINGS) {
    const value = typed.get(key);
    const standing = values.get(key);
    if (value === undefined || value === (standing?.shown ?? initial)) continue;
    changed.push(label);
    if (standing) {
      cells[standing.row - 1] = value;
      touched.push(standing.row);
    } else added.push([label, value, explain]);
  }
  const first = Math.min(...touched);
  const span: NewRows = cells.slice(first - 1, Math.max(...touched)).map((cell) => [cell]);
  const places = [labelColumn, valueColumn, ...(at.explain < 0 ? [] : [at.explain])];
  const changes: Change[] = [];
  if (touched.length > 0) changes.push({ kind: 'write', sheet, row: first, places: [valueColumn], rows: span });
  if (added.length > 0) {
    const row = endOfRows(rows, headingRow, [labelColumn, valueColumn]) + 1;
    changes.push({ kind: 'write', sheet, row, places, rows: added.map((line) => line.slice(0, places.length)) });
  }
  return { changes, changed };
}
