/**
 * What the compiler holds: `tsc -p test` fails where a line below that must not compile does. A field that is mistyped,
 * missing or of another kind, a code that is not declared, a sentence that is missing: none of them reaches a reader.
 */
import { describe, expectTypeOf, it } from 'vitest';
import type { RequestFault, SettingFault, TemplateFault } from '../../src/domain/faults.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Hint, HintFields } from '../../src/domain/intake/intake.ts';
import type { Period } from '../../src/domain/period.ts';
import type { PlanFinding } from '../../src/domain/plan/plan.ts';
import { Refusal, type RefusalFields } from '../../src/domain/refusal.ts';
import { type Sentences, tell } from '../../src/messages/sentences.ts';

const MONTH = '2023-05' as Period;

describe('a refusal', () => {
  it('has the fields of its code', () => {
    new Refusal({ code: 'otherYear', month: MONTH, year: 2023 });
    new Refusal({ code: 'busy' });
    // @ts-expect-error a field is missing
    new Refusal({ code: 'otherYear', month: MONTH });
    // @ts-expect-error a field is mistyped
    new Refusal({ code: 'otherYear', month: MONTH, yaer: 2023 });
    // @ts-expect-error a field beside those of the code
    new Refusal({ code: 'sheetMissing', sheet: '部门', row: 3 });
    // @ts-expect-error a code that has no field
    new Refusal({ code: 'busy', sheet: '部门' });
    // @ts-expect-error a field of another kind
    new Refusal({ code: 'otherYear', month: MONTH, year: '2023' });
    // @ts-expect-error names are a list, joined by who words them
    new Refusal({ code: 'departmentUnknown', names: '保卫科、后勤处' });
    // @ts-expect-error a reason without words
    new Refusal({ code: 'templateNotDocx', file: '本局.docx', reason: 'notPdf' });
    // @ts-expect-error a code that is not declared
    new Refusal({ code: 'bussy' });
  });

  it('has faults of declared codes', () => {
    const place = { cell: 'B3', label: '年度', explain: '四位数年份。' };
    const fault: SettingFault = { code: 'unusable', ...place, found: '明年' };
    new Refusal({ code: 'settingsInvalid', faults: [fault] });
    // @ts-expect-error faults as text
    new Refusal({ code: 'settingsInvalid', faults: JSON.stringify([fault]) });
    // @ts-expect-error what was found is missing
    new Refusal({ code: 'settingsInvalid', faults: [{ code: 'unusable', ...place }] });
    const around = { part: 'body', paragraph: '' } as const;
    expectTypeOf({ code: 'unknownTag', tag: '{月分}', nearest: null, ...around } as const).toExtend<TemplateFault>();
    expectTypeOf({ code: 'unknownTag', tag: '{月分}', ...around } as const).not.toExtend<TemplateFault>();
    expectTypeOf({ code: 'tooLong', entry: 'reason', most: 500 } as const).toExtend<RequestFault>();
    expectTypeOf({ code: 'tooLong', entry: 'reason', most: '500' } as const).not.toExtend<RequestFault>();
  });
});

describe('a finding', () => {
  const place = { rows: [3], column: null, found: '' };
  const told = (finding: Finding) => finding;

  it('has the fields of its code', () => {
    told({ code: 'nobodyAssigned', sheet: 'matrix', ...place, task: '消防检查' });
    // @ts-expect-error a field is missing
    told({ code: 'nobodyAssigned', sheet: 'matrix', ...place });
    // @ts-expect-error a field is mistyped
    told({ code: 'nobodyAssigned', sheet: 'matrix', ...place, taks: '消防检查' });
    // @ts-expect-error a field beside those of the code
    told({ code: 'nobodyAssigned', sheet: 'matrix', ...place, task: '消防检查', department: '保卫科' });
    // @ts-expect-error names are a list
    told({ code: 'accountShared', sheet: 'departments', ...place, departments: '保卫科、后勤处' });
  });

  it('is about a sheet on which it is found, and a column of it', () => {
    told({ code: 'badNumber', sheet: 'submissions', rows: [3], column: 'people', found: '约三十' });
    // @ts-expect-error what stands there is missing
    told({ code: 'badNumber', sheet: 'submissions', rows: [3], column: 'people' });
    // @ts-expect-error its rows are missing
    told({ code: 'badNumber', sheet: 'submissions', column: 'people', found: '约三十' });
    // @ts-expect-error no number is read on that sheet
    told({ code: 'badNumber', sheet: 'departments', ...place });
    // @ts-expect-error a column the sheet does not have
    told({ code: 'badNumber', sheet: 'submissions', rows: [3], column: 'poeple', found: '约三十' });
  });
});

it('what a row says, and what the reading of a plan is not sure of, have the fields of their codes', () => {
  expectTypeOf({ code: 'badNumber', column: 'count', found: '许多' } as const).toExtend<Hint>();
  expectTypeOf({ code: 'badNumber', column: 'counts', found: '许多' } as const).not.toExtend<Hint>();
  expectTypeOf({ code: 'unknown', column: 'task', found: '许多' } as const).not.toExtend<Hint>();
  expectTypeOf({ code: 'numberJump', line: 3, from: 3, to: 5 } as const).toExtend<PlanFinding>();
  expectTypeOf({ code: 'numberJump', line: 3, from: 3 } as const).not.toExtend<PlanFinding>();
  expectTypeOf({ code: 'proseUnits', line: 3, units: '保卫科、工会' } as const).not.toExtend<PlanFinding>();
});

describe('a catalogue', () => {
  const hints: Sentences<HintFields> = {
    nil: () => '',
    noText: () => '',
    lacks: ({ demands }) => String(demands.length),
    badNumber: ({ column, found }) => column + found,
    unknown: ({ column, found, nearest }) => column + found + nearest,
  };
  const { nil: _, ...rest } = hints;

  it('has a sentence for every code, and for no other', () => {
    // @ts-expect-error one is missing
    const lacking: Sentences<HintFields> = rest;
    // @ts-expect-error one too many
    const more: Sentences<HintFields> = { ...hints, blank: () => '' };
    return [lacking, more];
  });

  it('tells by a sentence just what its code comes with', () => {
    const sentences: Partial<Sentences<RefusalFields>> = {
      // @ts-expect-error a field mistyped
      sheetMissing: ({ shet }) => shet,
      // @ts-expect-error a field of another code
      periodUnreadable: ({ sheet }) => sheet,
      // @ts-expect-error a code without fields
      busy: ({ sheet }) => sheet,
      // @ts-expect-error a list is no text
      departmentUnknown: ({ names }) => names,
      // @ts-expect-error a field that is taken and not told
      // biome-ignore lint/correctness/noUnusedFunctionParameters: what is shown here
      rowChanged: ({ sheet, row }) => sheet,
    };
    return sentences;
  });

  it('is told a code with its own fields', () => {
    tell(hints, { code: 'badNumber', column: 'count', found: '许多' });
    // @ts-expect-error those of another code
    tell(hints, { code: 'unknown', demands: [] });
  });
});
