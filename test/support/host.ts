/** The built add-on on the built local host, as tests drive it. */
import { readdirSync, readFileSync } from 'node:fs';
import type { createHost as CreateHost, Host, HostOptions } from '../../local/src/host.ts';
import { IN, type Placed } from './columns.ts';

export const DIST = 'dist/apps-script';

const local = (await import('../../dist/local.js' as string)) as {
  createHost: typeof CreateHost;
} & typeof import('../../local/src/host.ts');

export const { createHost, copyBook, loadBook, saveBook, kill, Kill, NotAWorkbookError } = local;
export type { Host };

const script = readFileSync(`${DIST}/huizong.js`, 'utf8');
const manifest = JSON.parse(readFileSync(`${DIST}/appsscript.json`, 'utf8')) as Record<string, unknown>;
const html = Object.fromEntries(
  readdirSync(DIST)
    .filter((name) => name.endsWith('.html'))
    .map((name) => [name.slice(0, -5), readFileSync(`${DIST}/${name}`, 'utf8')]),
);

export const OFFICE = 'office@example.cn';

/** A host with the add-on loaded; the clock stands at 2023-05-23 09:00 unless told. */
export function startHuizong(options: HostOptions = {}): Host {
  const host = createHost({
    now: '2023-05-23T09:00',
    user: OFFICE,
    timeZone: 'Asia/Shanghai',
    locale: 'zh_CN',
    language: 'zh-CN',
    codeFromStrings: false,
    ...options,
  });
  host.load(script, { name: 'huizong.js', manifest, html });
  return host;
}

type Rows = readonly (readonly unknown[])[];

/** All values of a sheet. */
export function valuesOf(host: Host, sheet: string): unknown[][] {
  const found = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(sheet);
  if (!found) throw new Error(`there is no sheet ${sheet}`);
  return found.getDataRange().getValues() as unknown[][];
}

/** The sheet's titles in the order of the tabs. */
export function titlesOf(host: Host): string[] {
  return host.services.SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .map((sheet) => sheet.getName());
}

/** A person types into a sheet: A1 notation of the first cell, rows of values. */
export function type(host: Host, sheet: string, a1: string, values: Rows): void {
  host.fire.edit({ sheet, a1, values });
}

/** All rows of a sheet below its headings, by the keys of their columns. */
export const entriesOf = <Key extends string>(host: Host, sheet: Placed<Key>): Record<Key, unknown>[] =>
  valuesOf(host, sheet.title).slice(1).map(sheet.entry);

/** One row of a sheet by the keys of its columns; the headings are row 1. */
export const entryAt = <Key extends string>(host: Host, sheet: Placed<Key>, row: number): Record<Key, unknown> =>
  sheet.entry(valuesOf(host, sheet.title)[row - 1] ?? []);

/** A person types into cells of a row, one after the other. */
export function enter<Key extends string>(
  host: Host,
  sheet: Placed<Key>,
  row: number,
  cells: Partial<Record<Key, unknown>>,
): void {
  for (const [key, value] of Object.entries(cells)) type(host, sheet.title, sheet.cell(key as Key, row), [[value]]);
}

/** A person pastes rows, the first of them into `row`: one block, blank where nothing is given. */
export function paste<Key extends string>(
  host: Host,
  sheet: Placed<Key>,
  row: number,
  rows: readonly Partial<Record<Key, unknown>>[],
): void {
  const { from, to, values } = sheet.block(rows);
  type(host, sheet.title, sheet.range(from, row, to, row + rows.length - 1), values);
}

/** Puts the value of a setting in. */
export function setSetting(host: Host, label: string, value: string): void {
  const row = entriesOf(host, IN.settings).findIndex((entry) => entry.label === label);
  if (row < 0) throw new Error(`there is no setting ${label}`);
  enter(host, IN.settings, row + 2, { value });
}
