/**
 * No service is called whose behaviour was not looked up: each method the built add-on calls has its section among the
 * conformance tests. A new call fails here by its name; a `describe('Class.method: …')` in `local/test/host/` answers it.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { callsSeen, functionsOfBundle, pairsCalled } from './called.ts';
import { methodsIn, sections } from './sections.ts';

const known = sections();
let seen: ReturnType<typeof callsSeen>;
beforeAll(() => {
  seen = callsSeen();
}, 120_000);

describe('the methods the built add-on calls', () => {
  it('are gathered from a run of every function it has', () => {
    expect(functionsOfBundle.filter((name) => !seen.functions.has(name))).toEqual([]);
  });

  it('have a section each', () => {
    const covered = new Set(known.flatMap(({ methods }) => methods));
    expect(pairsCalled(seen.pairs).filter((pair) => !covered.has(pair))).toEqual([]);
  });

  it('are more than the run alone shows', () => {
    expect(pairsCalled(seen.pairs).length).toBeGreaterThan(seen.pairs.size);
    expect(seen.pairs.size).toBeGreaterThan(80);
  });
});

describe('a section', () => {
  it('names methods the platform has', () => {
    expect(known.flatMap(({ title, unknown }) => unknown.map((pair) => `${title}: no ${pair}`))).toEqual([]);
  });

  it('calls the methods it names', () => {
    expect(known.flatMap(({ file, notCalled }) => notCalled.map((pair) => `${file}: ${pair}`))).toEqual([]);
  });

  it.each([
    ['Range.setValues: what fits', ['Range.setValues']],
    ['Range.getRow, getColumn, Sheet.getName: where', ['Range.getRow', 'Range.getColumn', 'Sheet.getName']],
    ['a filter', []],
    ['Ranges: none', []],
  ])('titled “%s” is about %j', (title, methods) => {
    expect(methodsIn(title)).toEqual(methods);
  });
});
