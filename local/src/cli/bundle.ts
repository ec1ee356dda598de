/** Starts the built add-on on a workbook: the same files that are pushed to Apps Script. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createHost, type Host, type HostOptions } from '../host.ts';
import type { Answer, Asked, FunctionName } from './replies.ts';

const folder = new URL('./apps-script/', import.meta.url);

const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, folder)), 'utf8');

/** Every page the add-on was built with, by its name. */
const pages = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(fileURLToPath(folder))
      .filter((name) => name.endsWith('.html'))
      .map((name) => [name.slice(0, -5), read(name)]),
  );

/** What the add-on's script offers to be called: its top-level functions, as the build writes them below everything else. */
export const bundleFunctions = (): string[] =>
  [...read('huizong.js').matchAll(/^function (\w+)\(\) \{\n\treturn Huizong_\./gm)].map(([, name = '']) => name);

export function startBundle(options: HostOptions): Host {
  const host = createHost({ ...options, codeFromStrings: false });
  host.load(read('huizong.js'), {
    name: 'huizong.js',
    manifest: JSON.parse(read('appsscript.json')) as NonNullable<HostOptions['manifest']>,
    html: pages(),
  });
  return host;
}

/** Calls a function of the script. */
export const ask = <Name extends FunctionName>(host: Host, name: Name, asked: Asked<Name>): Answer<Name> =>
  host.call(name, asked) as Answer<Name>;
