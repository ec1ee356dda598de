/** The local web server of `huizong open`: on this machine only, and for those who were given the address. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { withBridge } from './bridge.ts';
import type { Desk } from './desk.ts';
import { createDoor, type Door, newToken } from './doors.ts';
import type { Grid } from './grid-package.ts';
import { commandFrom, isAtOnce, requestFrom } from './task.ts';
import type { Reply } from './wire.ts';

export interface Served {
  /** With the token in it. */
  readonly address: string;
  readonly port: number;
  /** With this in place of the token the command line alone comes in: pages are never told of it. */
  readonly secret: string;
  close(): void;
}

/** A file the page loads: its type and where it is. */
export type Files = Readonly<Record<string, { readonly type: string; readonly path: string }>>;

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

const beside = (name: string): string => fileURLToPath(new URL(`./open/${name}`, import.meta.url));

/** The page itself. */
export const PAGE_FILES: Files = {
  '': { type: HTML, path: beside('page.html') },
  'page.js': { type: SCRIPT, path: beside('page.js') },
  'page.css': { type: STYLE, path: beside('page.css') },
};

export const gridFiles = ({ script, style }: Grid): Files => ({
  'grid.js': { type: SCRIPT, path: script },
  'grid.css': { type: STYLE, path: style },
});

/** Nothing is fetched from anywhere else, and nothing that frames this page gets to see it. */
const SCREEN_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
  "frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'";

/** A page of the script stands in a frame of no origin, as on the platform: it reaches the host by its bridge only. */
const FRAMED_POLICY =
  'sandbox allow-scripts allow-forms allow-modals allow-popups allow-downloads; ' +
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; " +
  "frame-src 'self' data: blob:; frame-ancestors 'self'";

/** A thousand rows of long texts, pasted. */
const LARGEST_BODY = 64 * 1024 * 1024;

/** A month's photographs, as the command line hands them on. */
const LARGEST_COMMAND = 400 * 1024 * 1024;

/** @param port 0 takes a free one */
export async function serve(desk: Desk, files: Files, port: number): Promise<Served> {
  const token = newToken();
  const server = createServer();
  await listening(server, port);
  const { port: taken } = server.address() as AddressInfo;
  const door = createDoor(token, taken);
  const secret = newToken();
  const backDoor = createDoor(secret, taken);
  server.on('request', (request, response) => {
    // Who breaks off in the midst of a request gets no answer; the others go on.
    answer(request, response, { desk, files, door, backDoor }).catch(() => response.destroy());
  });
  return {
    address: `http://127.0.0.1:${taken}/${token}/`,
    port: taken,
    secret,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @throws the system's error where the port is taken */
function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

interface Room {
  readonly desk: Desk;
  readonly files: Files;
  readonly door: Door;
  readonly backDoor: Door;
}

async function answer(request: IncomingMessage, response: ServerResponse, room: Room): Promise<void> {
  const { desk, files, door, backDoor } = room;
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (!door.isMeant(request)) return reply(response, 403);
  const key = /^\/page\/(\w+)$/.exec(pathname)?.[1];
  if (key !== undefined) {
    const html = desk.screen.html(key);
    if (html === undefined || request.method !== 'GET') return reply(response, 404);
    return reply(response, 200, HTML, withBridge(html, desk.screen.state().functions), FRAMED_POLICY);
  }
  if (backDoor.below(pathname) === 'command') return command(request, response, desk);
  const path = door.below(pathname);
  if (path === null) return reply(response, 403);
  if (request.method !== (path === 'do' ? 'POST' : 'GET')) return reply(response, 405);
  if (path === 'do') return perform(request, response, desk);
  if (path === 'state') return reply(response, 200, JSON_TYPE, JSON.stringify(desk.screen.state()));
  if (path === 'events') return watch(response, desk);
  const file = Object.hasOwn(files, path) ? files[path] : undefined;
  if (!file) return reply(response, 404);
  return reply(response, 200, file.type, readFileSync(file.path));
}

async function perform(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
  // A form of another site can send text, not JSON by that name, without asking first.
  if (request.headers['content-type'] !== 'application/json') return reply(response, 415);
  const body = await bodyOf(request);
  if (body === null) return reply(response, 413);
  let wanted: ReturnType<typeof requestFrom>;
  try {
    wanted = requestFrom(body);
  } catch {
    return reply(response, 400);
  }
  const outcome = isAtOnce(wanted) ? desk.atOnce(wanted) : await desk.perform(wanted);
  return reply(response, 200, JSON_TYPE, JSON.stringify({ outcome, said: desk.screen.said() } satisfies Reply));
}

/** No browser comes in here: what it sends bears an origin, and says of which page it is. */
async function command(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
  const { origin, 'sec-fetch-site': site, 'content-type': type } = request.headers;
  if (origin !== undefined || site !== undefined) return reply(response, 403);
  if (request.method !== 'POST') return reply(response, 405);
  if (type !== 'application/json') return reply(response, 415);
  const body = await bodyOf(request, LARGEST_COMMAND);
  if (body === null) return reply(response, 413);
  let wanted: ReturnType<typeof commandFrom>;
  try {
    wanted = commandFrom(body);
  } catch {
    return reply(response, 400);
  }
  return reply(response, 200, JSON_TYPE, JSON.stringify(await desk.command(wanted)));
}

async function bodyOf(request: IncomingMessage, largest = LARGEST_BODY): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Server-sent events, one JSON document each. */
function watch(response: ServerResponse, { screen }: Desk): void {
  response.writeHead(200, headers('text/event-stream', SCREEN_POLICY));
  const stop = screen.watch((event, number) => response.write(`id: ${number}\ndata: ${JSON.stringify(event)}\n\n`));
  response.on('close', stop);
}

const JSON_TYPE = 'application/json; charset=utf-8';

const headers = (type: string, policy: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Security-Policy': policy,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
});

function reply(
  response: ServerResponse,
  status: number,
  type = 'text/plain; charset=utf-8',
  body: string | Buffer = '',
  policy = SCREEN_POLICY,
): void {
  response.writeHead(status, headers(type, policy));
  response.end(body);
}
