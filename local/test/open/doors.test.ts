/** Only who was given the address gets in: not another page of the browser, not another machine, not another name. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, type Page, preparedFile, send } from '../support/open.ts';

let page: Page;
let address: string;
beforeAll(async () => {
  page = await openPage(preparedFile());
  ({ address } = page);
}, 60_000);
afterAll(() => page.close());

const JSON_BODY = { 'Content-Type': 'application/json' };
const OPEN = JSON.stringify({ do: 'open' });

describe('the address', () => {
  it('is of this machine, with a token nobody guesses', () => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/);
  });

  it('shows the page, and nothing that may be kept, framed or told to others', async () => {
    const { status, headers, text } = await send(address);
    expect(status).toBe(200);
    expect(text).toContain('<title>汇总</title>');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('answers at no other address of the machine', async () => {
    const failure = await new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.2', port: Number(new URL(address).port) });
      socket.on('connect', () => resolve('connected'));
      socket.on('error', ({ message }) => resolve(message));
    });
    expect(failure).toMatch(/ECONNREFUSED|EADDRNOTAVAIL|ETIMEDOUT/);
  });
});

describe('without the token', () => {
  it.each(['', 'state', 'events', 'do', 'page.js'])('“/%s” is closed', async (path) => {
    expect((await send(new URL(`/${path}`, address).href)).status).toBe(403);
  });

  it.each(['state', 'events', 'do'])('with another one “%s” is closed', async (path) => {
    const wrong = address.replace(
      /\/([\w-])([\w-]{31})\/$/,
      (_, first, rest) => `/${first === 'x' ? 'y' : 'x'}${rest}/`,
    );
    const { status, text } = await send(
      wrong + path,
      path === 'do' ? { method: 'POST', headers: JSON_BODY, body: OPEN } : {},
    );
    expect([status, text]).toEqual([403, '']);
  });
});

describe('for another page of the same browser', () => {
  it('a name that was made to point here is not this one (DNS rebinding)', async () => {
    const { port } = new URL(address);
    expect((await send(`${address}state`, { headers: { Host: `evil.example:${port}` } })).status).toBe(403);
    expect((await send(`${address}state`, { headers: { Host: '127.0.0.1' } })).status).toBe(403);
    expect((await send(`${address}state`, { headers: { Host: `localhost:${port}` } })).status).toBe(200);
  });

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])(
    'what the origin %s sends is not done',
    async (origin) => {
      const sent = await send(`${address}do`, {
        method: 'POST',
        headers: { ...JSON_BODY, Origin: origin },
        body: OPEN,
      });
      expect(sent.status).toBe(403);
    },
  );

  it('a form is not taken for a task', async () => {
    const sent = await send(`${address}do`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: OPEN });
    expect(sent.status).toBe(415);
  });

  it('looking does nothing', async () => {
    expect((await send(`${address}do`)).status).toBe(405);
  });
});

describe('what is no task', () => {
  it.each([
    ['no JSON', '{'],
    ['an unknown one', '{"do":"format"}'],
    ['a cell above the sheet', '{"do":"edit","sheet":0,"parts":[{"row":0,"column":1,"values":[["x"]]}]}'],
    ['a number typed', '{"do":"edit","sheet":0,"parts":[{"row":1,"column":1,"values":[[1]]}]}'],
    ['an empty edit', '{"do":"edit","sheet":0,"parts":[]}'],
  ])('%s is refused', async (_, body) => {
    expect((await send(`${address}do`, { method: 'POST', headers: JSON_BODY, body })).status).toBe(400);
  });

  it('a file that is none of the page’s is not there', async () => {
    for (const path of ['../huizong.js', '%2e%2e/huizong.js', 'constructor', 'grid.js']) {
      expect((await send(address + path)).status).toBeGreaterThanOrEqual(403);
    }
  });
});
