/**
 * Random sequences on a whole workbook: the built add-on on the local host, its edit triggers running, every command run twice.
 * What people typed and have not taken out themselves stands, and is in the consolidation or in a finding.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetter } from '../../src/spreadsheet/cell.ts';
import { type SubmissionKey, submissionsSheet } from '../../src/workbook/sheets/submissions.ts';
import { pictureOf } from '../crash/picture.ts';
import { toldToTheMinute } from '../crash/trial.ts';
import { IN } from '../support/columns.ts';
import { copyBook, type Host, startHuizong, valuesOf } from '../support/host.ts';
import { type Consolidated, preparedWorkbook, SUBMISSIONS } from '../support/month.ts';
import { RUNS, seedOf, sequenceReport, tokensOf, typed } from './typed.ts';

/** All months a row may name by what is typed here: `1` is read as January. */
const MONTHS = ['2023-01', '2023-05', '2023-06'];
const NOON = '2023-05-23T12:00';

/** Shortened, so that a copy is quick. */
const START = (() => {
  const host = preparedWorkbook();
  for (const sheet of host.services.SpreadsheetApp.getActiveSpreadsheet().getSheets())
    if (sheet.getMaxRows() > 30) sheet.deleteRows(31, sheet.getMaxRows() - 30);
  return copyBook(host.book);
})();
const fresh = (): Host => startHuizong({ workbook: copyBook(START), now: NOON, executionMinutes: 600 });

const row = fc.integer({ min: 2, max: 12 });
const key = fc.constantFrom(
  ...submissionsSheet.columns.map((column) => column.key).filter((one) => one !== 'state' && one !== 'hint'),
);
const content = fc.constantFrom(
  '@',
  '@',
  '@\n第二行',
  '本月无',
  '',
  '2023年5月',
  '2023-06',
  '五月',
  '保卫处',
  '后勤处',
  '1',
  '１２',
  '退回',
);
const rowPasted = fc.tuple(
  fc.constantFrom('2023-05', '2023年5月', '2023-06', '五月', ''),
  fc.constantFrom('保卫科', '后勤处', '保卫可', ''),
  fc.constantFrom('1', '组织安全培训', '别的', ''),
  fc.constant(''),
  fc.constant(''),
  fc.constantFrom('@', '@', '本月无', ''),
  fc.constantFrom('', '１２', '三场'),
);
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), row, key, content }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('paste' as const),
      row,
      block: fc.array(rowPasted, { minLength: 1, maxLength: 4 }),
    }),
  },
  fc.record({ kind: fc.constant('sort' as const), key, ascending: fc.boolean() }),
  fc.record({ kind: fc.constant('cut' as const), from: row, to: row, key }),
  fc.record({ kind: fc.constant('merge' as const), row, key, rows: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'insert' as const, 'empty' as const, 'hide' as const), row }),
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      { kind: 'command' as const, name: 'prepare', argument: { month: '2023-05' } },
      { kind: 'command' as const, name: 'prepare', argument: { month: '2023-06' } },
      { kind: 'command' as const, name: 'consolidate', argument: { month: '2023-05' } },
      { kind: 'command' as const, name: 'draftReport', argument: { month: '2023-05' } },
      { kind: 'command' as const, name: 'review', argument: { rows: [2, 3, 4, 5, 6], decision: 'accept' } },
      { kind: 'command' as const, name: 'review', argument: { rows: [3, 7], decision: 'return', reason: '请补充' } },
      { kind: 'command' as const, name: 'undo', argument: undefined },
      { kind: 'command' as const, name: 'rights', argument: undefined },
      { kind: 'command' as const, name: 'repair', argument: undefined },
      { kind: 'command' as const, name: 'everyHour', argument: undefined },
    ),
  },
);
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

const sheetOf = (host: Host) => {
  const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
  if (!sheet) throw new Error('not set up');
  return sheet;
};
const HINT = IN.submissions.place('hint');
/** The rows but for the hint, which says again what was typed. */
const rowsOf = (host: Host) =>
  valuesOf(host, SUBMISSIONS).map((cells) => cells.map((cell, column) => (column === HINT ? '' : cell)));

/** Types as a person does, and sees that the edit triggers let stand what was typed and what stood beside it. */
function types(host: Host, row: number, column: number, values: readonly (readonly string[])[]): void {
  const wanted = rowsOf(host).map((cells) => [...cells]);
  values.forEach((cells, down) => {
    cells.forEach((cell, across) => {
      const at = row - 1 + down;
      while (wanted.length <= at) wanted.push([]);
      (wanted[at] as unknown[])[column + across] = cell;
    });
  });
  host.fire.edit({ sheet: SUBMISSIONS, a1: `${columnLetter(column)}${row}`, values });
  expect(tokensOf(rowsOf(host))).toBe(tokensOf(wanted));
}

function byPerson(host: Host, act: Exclude<Deed, { kind: 'command' }>, mark: () => string): void {
  const sheet = sheetOf(host);
  const cellAt = (row: number, one: SubmissionKey) => sheet.getRange(IN.submissions.cell(one, row));
  switch (act.kind) {
    case 'type':
      types(host, act.row, IN.submissions.place(act.key), [[typed(act.content, mark)]]);
      break;
    case 'paste': {
      const block = act.block.map((cells) => cells.map((cell) => typed(cell, mark)));
      types(host, act.row, 0, block);
      break;
    }
    case 'sort':
      sheet
        .getRange(2, 1, Math.max(1, sheet.getLastRow() - 1), IN.submissions.width)
        .sort({ column: IN.submissions.place(act.key) + 1, ascending: act.ascending });
      break;
    case 'cut':
      cellAt(act.from, act.key).moveTo(cellAt(act.to, act.key));
      break;
    case 'merge':
      sheet.getRange(act.row, IN.submissions.place(act.key) + 1, act.rows, 1).merge();
      break;
    case 'delete':
      sheet.deleteRow(act.row);
      break;
    case 'insert':
      sheet.insertRowBefore(act.row);
      break;
    case 'empty':
      sheet.getRange(act.row, 6, 1, 5).clearContent();
      break;
    case 'hide':
      sheet.hideRows(act.row);
      break;
  }
}

/** A person may be refused too: half of a merged cell cannot be sorted. */
function allowed(work: () => void): void {
  try {
    work();
  } catch (error) {
    if ((error as Error).name !== 'Exception') throw error;
  }
}

/** All that outlives a run but the log, of which each run has a line. */
function standing(host: Host): string {
  const { log: _, ...picture } = pictureOf(host);
  return toldToTheMinute(picture);
}

/** How a command ended. */
function run(host: Host, name: string, argument: unknown): string {
  try {
    host.call(name, argument);
    return 'done';
  } catch (error) {
    if ((error as Error).name !== 'Refusal') throw error;
    return (error as Error).message;
  }
}

/** Rows with something in them that are in no month's texts, duties or findings. */
function forgotten(host: Host): number[] {
  const known = new Set<number>();
  const texts: string[] = [];
  for (const month of MONTHS) {
    const { reply } = host.call('consolidate', { month }) as Consolidated;
    for (const { rows } of reply.obligations) for (const one of rows) known.add(one);
    for (const { code, rows } of reply.findings) if (code !== 'timeMissing') for (const one of rows) known.add(one);
    texts.push(...reply.tasks.map(({ merged }) => merged));
  }
  const all = texts.join('\n');
  return rowsOf(host).flatMap((cells, index) => {
    const { text, count, people, links } = IN.submissions.entry(cells);
    if (index === 0 || [text, count, people, links].every((cell) => String(cell).trim() === '')) return [];
    return known.has(index + 1) || (String(text).trim() !== '' && all.includes(String(text))) ? [] : [index + 1];
  });
}

describe('whatever people and commands do to a workbook, in whatever order', () => {
  const runs = RUNS.whole;
  const seed = seedOf();

  it(`nothing typed is lost, and every command run twice changes nothing: ${runs} sequences (property)`, () => {
    let deeds = 0;
    fc.assert(
      fc.property(fc.array(deed, { minLength: 3, maxLength: 8 }), (acts) => {
        const host = fresh();
        let marks = 0;
        const mark = () => {
          marks += 1;
          return `记${marks}。`;
        };
        for (const act of acts) {
          deeds += 1;
          if (act.kind !== 'command') {
            allowed(() => byPerson(host, act, mark));
            continue;
          }
          const before = tokensOf(rowsOf(host));
          const stood = standing(host);
          const first = run(host, act.name, act.argument);
          const once = standing(host);
          if (first !== 'done') expect(once).toBe(stood);
          expect(tokensOf(rowsOf(host))).toBe(before);
          run(host, act.name, act.argument);
          expect(standing(host)).toBe(once);
        }
        expect(forgotten(host)).toEqual([]);
      }),
      { seed, numRuns: runs },
    );
    sequenceReport(`a whole workbook: ${runs} sequences, ${deeds} deeds, seed ${seed}`);
  }, 1_200_000);
});
