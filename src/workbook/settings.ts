/** 设置 as it is read: every setting the office has decided, or the language alone. */
import { cellOf } from '../domain/cell.ts';
import type { SettingFault } from '../domain/faults.ts';
import { foldName } from '../domain/name.ts';
import { Refusal } from '../domain/refusal.ts';
import { LANGUAGE_NAMES, type Language } from '../messages/catalogues.ts';
import type { Cell, CellRows, NewRows } from '../spreadsheet/cell.ts';
import { columnLetter } from '../spreadsheet/cell.ts';
import { rowOf } from './declaration.ts';
import { locate } from './locate.ts';
import { SETTINGS, type SettingDeclaration, type SettingKey, type Settings } from './settings/table.ts';
import { settingsSheet } from './sheets/settings.ts';

/** The rows of a new settings sheet. */
export function settingRows(values: Partial<Record<SettingKey, string>>): NewRows {
  return SETTINGS.map(({ key, label, initial, explain }) =>
    rowOf(settingsSheet, { label, value: values[key] ?? initial, explain }),
  );
}

/**
 * Reads the settings sheet. A setting that is missing takes its initial value; one that cannot be read is never
 * guessed: all such are refused together, each with its cell.
 *
 * @throws Refusal settingsInvalid
 */
export function readSettings(rows: CellRows): Settings {
  const { values, valueColumn } = standingSettings(rows);
  const settings: Tree = {};
  const faults: SettingFault[] = [];
  for (const { key, at, label, kind, initial, explain } of SETTINGS) {
    const entry = values.get(key);
    const typed = entry?.typed || initial;
    const parsed = kind.schema().safeParse(typed);
    if (parsed.success) put(settings, at ?? key, parsed.data);
    else {
      const cell = entry ? `${columnLetter(valueColumn)}${entry.row}` : null;
      const about = { cell, label, explain };
      faults.push(typed === '' ? { code: 'unset', ...about } : { code: 'unusable', ...about, found: beginning(typed) });
    }
  }
  if (faults.length > 0) throw new Refusal({ code: 'settingsInvalid', faults });
  // Every record has put its value where `SettingsOf` says that it is.
  return settings as unknown as Settings;
}

interface Tree {
  [name: string]: unknown;
}

/** Puts a value under its place, `rules.deadline.day`. */
function put(into: Tree, place: string, value: unknown): void {
  const names = place.split('.');
  const last = names.pop() as string;
  let branch = into;
  for (const name of names) {
    branch[name] ??= {};
    branch = branch[name] as Tree;
  }
  branch[last] = value;
}

/** A setting's value as it is understood, as it stands, and the number of its row. */
interface StandingSetting {
  readonly typed: string;
  readonly shown: string;
  readonly row: number;
}

/** What stands under 值 for each setting the sheet has. */
export interface StandingSettings {
  readonly values: ReadonlyMap<SettingKey, StandingSetting>;
  readonly labelColumn: number;
  readonly valueColumn: number;
}

export function standingSettings(rows: CellRows): StandingSettings {
  const { at, headingRow } = locate(settingsSheet, rows);
  const labelColumn = Math.max(at.label, 0);
  const valueColumn = at.value >= 0 ? at.value : labelColumn + 1;
  const named = settingsByName();
  const values = new Map<SettingKey, StandingSetting>();
  rows.forEach((row, index) => {
    if (index <= headingRow) return;
    const setting = named.get(foldName(String(cellOf(row, labelColumn))));
    if (!setting || values.has(setting.key)) return;
    const cell = cellOf(row, valueColumn);
    const typed = asTyped(setting, cell);
    values.set(setting.key, { typed, shown: typeof cell === 'string' ? cell.trim() : typed, row: index + 1 });
  });
  return { values, labelColumn, valueColumn };
}

/** Every label and alias, folded. */
function settingsByName(): Map<string, SettingDeclaration> {
  const named = new Map<string, SettingDeclaration>();
  for (const setting of SETTINGS) {
    for (const name of [setting.label, ...setting.aliases]) named.set(foldName(name), setting);
  }
  return named;
}

const asTyped = ({ kind }: SettingDeclaration, cell: Cell): string => (kind.words ? String(cell).trim() : tidy(cell));

/** The settings among those typed whose values cannot be used. A blank one takes its initial value, where it has one. */
export function unusableSettings(typed: ReadonlyMap<string, string>): SettingKey[] {
  return SETTINGS.flatMap((setting) => {
    const value = typed.get(setting.key);
    if (value === undefined) return [];
    return setting.kind.schema().safeParse(asTyped(setting, value) || setting.initial).success ? [] : [setting.key];
  });
}

/** As much of a cell as a sentence bears. */
const beginning = (typed: string): string =>
  typed.length > 60 ? `${Array.from(typed).slice(0, 60).join('')}…` : typed;

/**
 * The language alone, where nothing else matters yet: a workbook with other faults still speaks the right one. Chinese where
 * none is named.
 */
export function readLanguage(rows: CellRows): Language {
  const typed = standingSettings(rows).values.get('language')?.typed;
  const known = Object.keys(LANGUAGE_NAMES) as Language[];
  return known.find((language) => LANGUAGE_NAMES[language] === typed) ?? 'zh-CN';
}

/** People type 20日 and 2023年, and a sheet may hand a number or a yes as what it is. */
function tidy(cell: Cell): string {
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  const typed = String(cell).trim();
  return typed.normalize('NFKC').replace(/^(\d+)\s*[年日号]$/, '$1');
}
