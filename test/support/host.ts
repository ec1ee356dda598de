/** The built add-on on the built local host, as tests drive it. */
import { readdirSync, readFileSync } from 'node:fs';
import type { createHost as CreateHost, Host, HostOptions } from '../../local/src/host.ts';

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

/** Puts the values of a setting in. */
export function setSetting(host: Host, label: string, value: string): void {
  const rows = valuesOf(host, '设置');
  const row = rows.findIndex((cells) => cells[0] === label);
  if (row < 0) throw new Error(`there is no setting ${label}`);
  type(host, '设置', `B${row + 1}`, [[value]]);
}
