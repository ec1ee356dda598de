/** Starts the built add-on on a workbook: the same files that are pushed to Apps Script. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createHost, type Host, type HostOptions } from '../host.ts';

const folder = new URL('./apps-script/', import.meta.url);

const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, folder)), 'utf8');

/** What the add-on's script offers to be called: its top-level functions, as the build writes them. */
export const bundleFunctions = (): string[] =>
  [...read('huizong.js').matchAll(/^function (\w+)\(/gm)].map(([, name = '']) => name);

export function startBundle(options: HostOptions): Host {
  const host = createHost({ ...options, codeFromStrings: false });
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  host.load(read('huizong.js'), {
    name: 'huizong.js',
    manifest: JSON.parse(read('appsscript.json')) as NonNullable<HostOptions['manifest']>,
    html: Object.fromEntries(pages.map((name) => [name.slice(0, -'.html'.length), read(name)])),
  });
  return host;
}
