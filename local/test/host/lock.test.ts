/**
 * LockService: who holds a lock, how long others wait, and when it is let go.
 *
 * reference/lock below developers.google.com/apps-script/, reference/base/ui for questions that drop locks; waits of nought
 * and less as gas-fakes test/testlock.js asserts them on the live service; the text as quoted in public logs.
 */
import { describe, expect, it } from 'vitest';
import { CLERK, caught, failureOf, script, stranger } from './stranger.ts';

const TIMEOUT = 'Exception: Lock timeout: another process was holding the lock for too long.';

describe('LockService.getDocumentLock, getScriptLock, getUserLock: three kinds', () => {
  const source = `function take(kind, inside) {
      const held = LockService[kind]().tryLock(0);
      return [held, inside ? inside() : null];
    }
    function probe(kind) { return LockService[kind]().tryLock(0); }`;

  it.each([
    ['getDocumentLock', false],
    ['getScriptLock', false],
    ['getUserLock', true],
  ])('%s: may another user take it meanwhile? %s', (kind, free) => {
    const host = stranger(source);
    const other = host.session({ user: CLERK });
    let meanwhile: unknown;
    const first = host.session({
      faults: ({ method, phase }) => {
        if (method === 'tryLock' && phase === 'after') meanwhile = other.call('probe', kind);
      },
    });
    first.call('take', kind);
    expect(meanwhile).toBe(free);
  });

  it('are different locks', () => {
    expect(
      script(`return [LockService.getDocumentLock().tryLock(0), LockService.getScriptLock().tryLock(0),
                      LockService.getUserLock().tryLock(0)];`),
    ).toEqual([true, true, true]);
  });

  it('outside a document there is none for the document', () => {
    expect(
      stranger(`function main() { return LockService.getDocumentLock(); }`, { container: false }).call('main'),
    ).toBe(null);
  });
});

describe('Lock.tryLock, waitLock, hasLock: getting hold of one', () => {
  const lock = `const lock = LockService.getDocumentLock();`;

  it.each([
    [`lock.tryLock(0)`, true],
    [`lock.waitLock(0) ?? lock.hasLock()`, true],
    [`lock.tryLock(-1)`, false],
    [`lock.tryLock(10) && lock.tryLock(10)`, true],
    [`lock.hasLock()`, false],
    [`lock.tryLock(10) && lock.hasLock()`, true],
  ])('%s is %s', (expression, answer) => {
    expect(script(`${lock} return ${expression};`)).toBe(answer);
  });

  it('a wait of less than nothing fails', () => {
    expect(caught(`${lock} lock.waitLock(-1);`)).toBe(TIMEOUT);
  });

  it('what another holds is waited for as long as was said, then refused', () => {
    const host = stranger(`function main() {
      const lock = LockService.getDocumentLock(); const began = Date.now();
      const got = lock.tryLock(5000); const waited = Date.now() - began;
      try { lock.waitLock(2000); } catch (error) { return [got, waited, String(error), Date.now() - began, lock.hasLock()]; }
    }`);
    const release = host.holdLock();
    expect(host.call('main')).toEqual([false, 5000, TIMEOUT, 7000, false]);
    release();
    expect(failureOf(() => host.call('main'))).toBe('no error');
  });
});

describe('Lock.releaseLock: letting go', () => {
  it('gives it to the next, and twice does no harm', () => {
    expect(
      script(`const lock = LockService.getDocumentLock(); lock.tryLock(0); lock.releaseLock(); lock.releaseLock();
              return [lock.hasLock(), lock.tryLock(0)];`),
    ).toEqual([false, true]);
  });

  it('does not let go of what another holds', () => {
    const host = stranger(
      `function main() { const lock = LockService.getDocumentLock(); lock.releaseLock(); return lock.tryLock(0); }`,
    );
    host.holdLock();
    expect(host.call('main')).toBe(false);
  });

  it('happens by itself when the run ends, also by an error', () => {
    const host = stranger(`function take() { LockService.getScriptLock().waitLock(0); throw new Error('x'); }
                           function probe() { return LockService.getScriptLock().tryLock(0); }`);
    failureOf(() => host.call('take'));
    expect(host.call('probe')).toBe(true);
  });

  it.each([`ui.alert('now')`, `ui.prompt('what')`, `Browser.msgBox('now')`])(
    'happens when a question opens: %s',
    (question) => {
      const host = stranger(`function main() {
      const ui = SpreadsheetApp.getUi(); const lock = LockService.getDocumentLock(); lock.waitLock(0);
      ${question}; return lock.hasLock();
    }`);
      host.ui.answer('OK');
      expect(host.call('main')).toBe(false);
    },
  );
});
