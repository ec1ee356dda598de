/** `google.script` in a page of the script: what it sends to the page around it, and what it makes of the answers. */
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { withBridge } from '../../src/open/bridge.ts';

interface Sent {
  readonly call?: number;
  readonly name?: string;
  readonly args?: unknown[];
  readonly close?: true;
}

/** A page that runs its scripts: what it sent, and how to answer it. */
function page(script: string, functions: readonly string[] = ['consolidate', 'hidden_']) {
  const html = withBridge(
    `<!DOCTYPE html><html><head><title>t</title></head><body><script>${script}</script></body></html>`,
    functions,
  );
  const sent: Sent[] = [];
  const listeners: ((event: object) => void)[] = [];
  const parent = { postMessage: (message: Sent) => sent.push(message) };
  const log: unknown[] = [];
  const context = createContext({
    parent,
    addEventListener: (_: string, listener: (event: object) => void) => listeners.push(listener),
    console: { error: (text: string) => log.push(text) },
    log: (...values: unknown[]) => log.push(...values),
  });
  runInContext('var window = globalThis;', context);
  for (const [, text = ''] of html.matchAll(/<script>([\s\S]*?)<\/script>/g)) runInContext(text, context);
  const answer = (data: object, source: object = parent) => {
    for (const listener of listeners) listener({ source, data });
  };
  return { html, sent, log, answer };
}

describe('the bridge', () => {
  it('stands in front of every script of the page', () => {
    const { html } = page('log(typeof google.script.run.consolidate)');
    expect(html.indexOf('window.google')).toBeLessThan(html.indexOf('<title>'));
  });

  it.each(['<p>no head</p>', '<html><body></body></html>', ''])('also of one without a head: %s', (html) => {
    expect(withBridge(html, [])).toContain('window.google');
  });
});

describe('google.script.run', () => {
  it('calls a function of the script, and hands its answer on with what the page wanted to remember', () => {
    const { sent, log, answer } = page(
      `google.script.run.withSuccessHandler((reply, user) => log(reply, user)).withUserObject('五月').consolidate({ month: '2023-05' });`,
    );
    expect(sent).toMatchObject([{ call: 1, name: 'consolidate', args: [{ month: '2023-05' }] }]);
    answer({ call: 1, ok: true, answer: { due: 4 } });
    answer({ call: 1, ok: true, answer: 'a second time' });
    expect(log).toEqual([{ due: 4 }, '五月']);
  });

  it('hands a failure on as an error with the name and the sentence', () => {
    const { log, answer } = page(
      `google.script.run.withFailureHandler((error) => log(error.name, error.message)).consolidate();`,
    );
    answer({ call: 1, ok: false, name: 'Refusal', message: '看不懂月份' });
    expect(log).toEqual(['ScriptError', 'Refusal: 看不懂月份']);
  });

  it('has what the script has, but for what its name hides', () => {
    const { log } = page(
      'log(typeof google.script.run.consolidate, typeof google.script.run.hidden_, typeof google.script.run.gone)',
    );
    expect(log).toEqual(['function', 'undefined', 'undefined']);
  });

  it.each(['new Date(0)', '{ when: new Date(0) }', '[() => 1]', 'Symbol()', 'new Map()'])('takes no %s', (value) => {
    const { log, sent } = page(
      `try { google.script.run.consolidate(${value}); } catch (error) { log(error.message); }`,
    );
    expect([sent, log]).toEqual([[], ['Failed due to illegal value in property: 0']]);
  });

  it('listens to the page around it only', () => {
    const { log, answer } = page('google.script.run.withSuccessHandler(log).consolidate()');
    answer({ call: 1, ok: true, answer: 'forged' }, {});
    expect(log).toEqual([]);
  });
});

it('google.script.host.close asks to be closed', () => {
  expect(page('google.script.host.close()').sent).toMatchObject([{ close: true }]);
});
