/** The administrator's manual holds what the declarations say. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SETTINGS } from '../../src/workbook/settings/table.ts';

const { MANUAL, settingsTable, withTable } = (await import('../../build/manual.mjs' as string)) as {
  MANUAL: string;
  settingsTable(): Promise<string>;
  withTable(manual: string, table: string): string;
};

it('stands in the manual of the administrator; run `node build/manual.mjs` where this fails', async () => {
  const table = await settingsTable();
  for (const { label, explain } of SETTINGS) {
    expect(table).toContain(`| ${label} | `);
    expect(table).toContain(explain);
  }
  const manual = readFileSync(MANUAL, 'utf8');
  expect(manual).toBe(withTable(manual, table));
});
