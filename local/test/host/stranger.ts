/** Scripts that are not ours, as their authors would paste them into the editor, on the built local host. */
import { createHost, type Host } from '../../../test/support/host.ts';

export type { Host };

export const OWNER = 'owner@example.com';
export const CLERK = 'clerk@example.com';

type Options = NonNullable<Parameters<typeof createHost>[0]>;

/** A new American spreadsheet in Shanghai at 2023-05-21 09:00, with a stranger's script bound to it. */
export function stranger(source: string, options: Options = {}): Host {
  const host = createHost({
    now: '2023-05-21T09:00',
    user: OWNER,
    timeZone: 'Asia/Shanghai',
    locale: 'en_US',
    ...options,
  });
  host.load(source, { name: 'Code.gs' });
  return host;
}

/** Runs statements as the body of a function that has `ss` and `sheet`; answers what it returns. */
export function script(body: string, options: Options = {}): unknown {
  return bodyHost(body, options).call('main');
}

/** The host of such a function, not run yet. */
export function bodyHost(body: string, options: Options = {}): Host {
  return stranger(
    `function main() {
      const ss = SpreadsheetApp.getActiveSpreadsheet();
      const sheet = ss.getActiveSheet();
      ${body}
    }`,
    options,
  );
}

/** What the script's own `catch` sees of statements that fail: `Exception: …`; `no error` where nothing does. */
export function caught(body: string, options: Options = {}): unknown {
  return script(`try { ${body} } catch (error) { return String(error); } return 'no error';`, options);
}

/** The text of what a call throws at the account that runs the script. */
export function failureOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return String(error);
  }
  return 'no error';
}
