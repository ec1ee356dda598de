/** What holds of every setting that is declared, and of 设置 however people arrange it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_NAMES, type Language } from '../../src/messages/catalogues.ts';
import type { Cell, CellRows } from '../../src/spreadsheet/cell.ts';
import type { SettingRecord } from '../../src/workbook/settings/declaration.ts';
import { languageName } from '../../src/workbook/settings/kinds.ts';
import { SETTINGS, type Settings } from '../../src/workbook/settings/table.ts';
import { readLanguage, readSettings, settingRows, unusableSettings } from '../../src/workbook/settings.ts';
import { settingFields } from '../../src/workbook/settings-form.ts';
import { settingsSheet } from '../../src/workbook/sheets/settings.ts';
import { IN } from '../support/columns.ts';

const LANGUAGES = Object.keys(LANGUAGE_NAMES) as Language[];

/** How the language may be typed, and what is meant; `null`: nothing that can be used. */
const TYPED: readonly (readonly [string, Language | null])[] = [
  ['English', 'en'],
  [' Ｅｎｇｌｉｓｈ ', 'en'],
  ['中文', 'zh-CN'],
  ['', 'zh-CN'],
  ['法语', null],
  ['constructor', null],
];

/** What people write into columns and rows of their own. */
const REMARK = fc.constantFrom<Cell>('', 'English', '语言', '备注', 7, true);

/** 设置 with its columns in any order under any of their names, its rows too, and columns and rows of people's own anywhere. */
const arranged = fc
  .record({
    typed: fc.constantFrom(...TYPED),
    columns: fc.shuffledSubarray(['label', 'value', 'explain', 'own', 'another'], { minLength: 5 }),
    headings: fc.tuple(
      ...settingsSheet.columns.map(({ heading, aliases }) => fc.constantFrom(heading, ...aliases, ` ${heading} `)),
    ),
    rows: fc.shuffledSubarray(
      SETTINGS.filter(({ key }) => key !== 'language'),
      { minLength: 0 },
    ),
    at: fc.nat(SETTINGS.length),
    name: fc.nat(),
    above: fc.array(REMARK, { maxLength: 9 }),
    between: fc.array(fc.nat(SETTINGS.length), { maxLength: 4 }),
    remarks: fc.tuple(REMARK, REMARK),
  })
  .map(({ typed: [typed, meant], columns, headings, rows, at, name, above, between, remarks }) => {
    const named = (setting: (typeof SETTINGS)[number]) => {
      const names = [setting.label, ...setting.aliases, ` ${setting.label}`];
      return names[name % names.length] ?? '';
    };
    const inColumns = (cells: Readonly<Record<string, Cell>>): Cell[] =>
      columns.map((column) => cells[column] ?? (column === 'own' ? remarks[0] : remarks[1]));
    const lines = rows.map((setting) =>
      inColumns({ label: named(setting), value: setting.initial || '2023', explain: setting.explain }),
    );
    const language = SETTINGS.find(({ key }) => key === 'language') as (typeof SETTINGS)[number];
    lines.splice(at, 0, inColumns({ label: named(language), value: typed, explain: '' }));
    for (const place of between) lines.splice(place, 0, inColumns({ label: '', value: '', explain: '' }));
    const heading = Object.fromEntries(settingsSheet.columns.map(({ key }, index) => [key, headings[index] ?? '']));
    const sheet: CellRows = [...above.map((remark) => [remark]), inColumns(heading), ...lines];
    return { sheet, meant };
  });

describe('设置, however its columns, rows and labels are arranged', () => {
  it('says one language: what is read alone is what is read with everything else', () => {
    fc.assert(
      fc.property(arranged, ({ sheet, meant }) => {
        expect(readLanguage(sheet)).toBe(meant ?? 'zh-CN');
        let settings: Settings | undefined;
        try {
          settings = readSettings(sheet);
        } catch (error) {
          expect(error).toMatchObject({ issue: { code: 'settingsInvalid' } });
        }
        if (settings) expect(settings.language).toBe(readLanguage(sheet));
        if (meant === null) expect(settings).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('says one language whatever else stands in it, headings or none', () => {
    const cell = fc.oneof(
      REMARK,
      fc.constantFrom('设置项', '值', '说明', '名称', '内容', 'Language', '年度', '2023', '中文'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), (sheet) => {
        let settings: Settings | undefined;
        try {
          settings = readSettings(sheet);
        } catch (error) {
          expect(error).toMatchObject({ issue: { code: 'settingsInvalid' } });
        }
        if (settings) expect(readLanguage(sheet)).toBe(settings.language);
      }),
      { numRuns: 300 },
    );
  });
});

describe('every setting that is declared', () => {
  it('has a name of its own, by its label and by each alias', () => {
    const names = SETTINGS.flatMap(({ label, aliases }) => [label, ...aliases]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(new Set(SETTINGS.map(({ key }) => key)).size).toBe(SETTINGS.length);
  });

  it('has a row in a new sheet, with its label, what stands in it and how to fill it in', () => {
    const rows = settingRows({}).map(IN.settings.entry);
    expect(rows).toMatchObject(SETTINGS.map(({ label, initial, explain }) => ({ label, value: initial, explain })));
  });

  it.each(LANGUAGES)('has a field on the form in %s, and every word of its values', (language) => {
    const fields = settingFields(new Map(), language);
    expect(fields.map(({ key }) => key)).toEqual(SETTINGS.map(({ key }) => key));
    for (const [index, field] of fields.entries()) {
      const { label, explain, words, kind } = SETTINGS[index] as (typeof SETTINGS)[number];
      expect(field).toMatchObject(language === 'zh-CN' ? { label, explain } : words[language]);
      expect(field.row).toBe(label);
      expect(field.choices).toEqual(kind.choices ?? []);
      expect(field.terms.map(([word]) => word)).toEqual(language === 'zh-CN' ? [] : Object.keys(kind.terms ?? {}));
    }
  });

  it('may hold what a new workbook holds; only the year has to be filled in', () => {
    const initial = new Map(SETTINGS.map((setting) => [setting.key, setting.initial]));
    expect(unusableSettings(initial)).toEqual(['year']);
  });

  it('may hold each of its choices, and each word the form has for it in another language', () => {
    for (const { key, kind } of SETTINGS) {
      for (const word of [...(kind.choices ?? []), ...Object.keys(kind.terms ?? {})]) {
        expect(unusableSettings(new Map([[key, word]])), `${key}: ${word}`).toEqual([]);
      }
    }
  });

  it('is read to where its record says', () => {
    const settings = readSettings([
      settingsSheet.columns.map(({ heading }) => heading),
      ...settingRows({ year: '2023' }),
    ] as CellRows);
    for (const { key, at, kind, initial } of SETTINGS) {
      const found = (at ?? key).split('.').reduce<unknown>((branch, name) => (branch as never)[name], settings);
      expect(found, key).toEqual(kind.schema().parse(initial || (key === 'year' ? '2023' : '')));
    }
  });
});

it('a record without its words in a language does not compile', () => {
  const record = {
    key: 'dummy',
    group: 'others',
    label: '试一试',
    aliases: [],
    kind: languageName(),
    initial: '中文',
    explain: '试一试。',
    words: {},
  };
  // @ts-expect-error: the English label and explanation are missing
  const refused: SettingRecord = record;
  expect(refused).toBe(record);
});
