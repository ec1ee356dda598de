/**
 * `google.script` for a page of the script: what the platform puts into its pages, here by messages to the page around it
 * (developers.google.com/apps-script/guides/html/reference/run, …/host).
 */

/** The page with the bridge in front of everything of its own. */
export function withBridge(html: string, functions: readonly string[]): string {
  const names = JSON.stringify(functions.filter((name) => !name.endsWith('_'))).replace(/</g, '\\u003c');
  const script = `<script>${BRIDGE.replace('NAMES', () => names)}</script>`;
  const head = /<head\b[^>]*>/i.exec(html) ?? /<html\b[^>]*>/i.exec(html) ?? /<!doctype\b[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return html.slice(0, at) + script + html.slice(at);
}

/**
 * Runs in the page, which nothing of ours reaches: so it is text. A runner is made anew by each `with…`, calls come back in
 * the order in which they are done, and what is no plain data is refused before it is sent.
 */
const BRIDGE = `(() => {
  'use strict';
  const waiting = new Map();
  let numbered = 0;
  const send = (message) => parent.postMessage({ huizong: true, ...message }, '*');
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || typeof data !== 'object' || data === null || !waiting.has(data.call)) return;
    const { success, failure, user } = waiting.get(data.call);
    waiting.delete(data.call);
    if (data.ok) {
      if (success) success(data.answer, user);
      return;
    }
    const error = new Error(data.name + ': ' + data.message);
    error.name = 'ScriptError';
    if (failure) failure(error, user);
    else console.error(error.message);
  });
  const isPlain = (value) => {
    if (value === null || !['object', 'function', 'symbol', 'bigint'].includes(typeof value)) return true;
    if (Array.isArray(value)) return value.every(isPlain);
    return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
  };
  const runner = (handlers) => {
    const made = {
      withSuccessHandler: (success) => runner({ ...handlers, success }),
      withFailureHandler: (failure) => runner({ ...handlers, failure }),
      withUserObject: (user) => runner({ ...handlers, user }),
    };
    for (const name of NAMES) {
      made[name] = (...args) => {
        if (!args.every(isPlain)) throw new TypeError('Failed due to illegal value in property: ' + args.findIndex((arg) => !isPlain(arg)));
        numbered += 1;
        waiting.set(numbered, handlers);
        send({ call: numbered, name, args: JSON.parse(JSON.stringify(args)) });
      };
    }
    return Object.freeze(made);
  };
  const host = {
    close: () => send({ close: true }),
    setWidth: (width) => send({ width }),
    setHeight: (height) => send({ height }),
    editor: { focus: () => send({ focus: true }) },
    origin: 'null',
  };
  window.google = { script: { run: runner({}), host } };
})();`;
