/**
 * `node --import disk-faults.mjs disk-fault-cases.mjs '{"way","book","points","codes"}'`: sends with a fault at one call after
 * another, by the command line or by the page, each time on a fresh copy; then sends once more with none. Prints a line of JSON
 * for each: what left when, and what the file said then.
 */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plan } from './disk-faults.mjs';

const { way, book: original, from, step, faults } = JSON.parse(process.argv[2]);
const DIST = pathToFileURL(join(process.cwd(), 'dist/'));
const { loadBook } = await import(new URL('local.js', DIST));
const { openBook } = await import(new URL('open.js', DIST));
const NOON = '2023-05-17T10:00';
const NOTHING = { folder: '/', thread: 'main', at: 0, do: 'fail', code: '' };
let runs = 0;

const statesOf = (source) => {
  const book = loadBook(source);
  const rows = book.sheets.find(({ name }) => name === '发送记录')?.rows.slice(1) ?? [];
  return rows.flatMap((row) =>
    row?.values[4] ? [{ to: /<(.+)>/.exec(row.values[2])?.[1] ?? row.values[2], state: row.values[4] }] : [],
  );
};

async function command(path) {
  runs += 1;
  const out = process.stdout.write;
  const err = process.stderr.write;
  let said = '';
  const hear = (text) => {
    said += text;
    return true;
  };
  process.argv = [process.argv[0], 'huizong', 'send', path, '--month', '2023-05', '--as-of', NOON, '--yes'];
  process.stdout.write = hear;
  process.stderr.write = hear;
  try {
    await import(`${new URL('command.js', DIST)}?${runs}`);
  } finally {
    process.stdout.write = out;
    process.stderr.write = err;
  }
  const ok = !process.exitCode;
  process.exitCode = 0;
  return { ok, said };
}

async function page(path, prepare) {
  const { desk, close } = await openBook({ path, out: '/nowhere', port: 0, asOf: NOON });
  prepare();
  const outcome = await desk.perform({ do: 'call', name: 'send', args: [{ month: '2023-05' }] });
  const said = outcome.ok ? outcome.answer.told.lines.join(' ') : outcome.message;
  plan(NOTHING);
  // The process is killed as it stands: what it has in memory is not written any more.
  return { ok: outcome.ok, said, close: () => end(close, path) };
}

const end = async (close, path) => {
  const before = readFileSync(path);
  await close();
  // Closing saves; a killed process does not. Both must be safe: the file is taken back to what it was every second time.
  if (runs++ % 2 === 0) return;
  rmSync(path);
  writeFileSync(path, before);
};

/** The process that sent is this one, and goes on: what it left has to look like that of a process that is gone. */
const bury = (folder) => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith('.~huizong-lock.')) {
      writeFileSync(path, readFileSync(path, 'utf8').replace(/"pid":\d+/, '"pid":4194305'));
    } else if (/\.\d+\.(?:part|old)$/.test(name)) renameSync(path, path.replace(/\.\d+(?=\.\w+$)/, '.4194305'));
  }
};

const mailsIn = (log) => {
  if (!existsSync(log)) return [];
  return readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

let isLast = false;
for (let point = from, number = 0; !isLast; point += step, number += 1) {
  const fault = faults[number % faults.length];
  const folder = mkdtempSync(join(tmpdir(), 'huizong-faults-'));
  const elsewhere = mkdtempSync(join(tmpdir(), 'huizong-log-'));
  const path = join(folder, '月报.xlsx');
  const log = join(elsewhere, 'mails');
  copyFileSync(original, path);
  process.env.HUIZONG_TEST_MAIL_LOG = log;
  process.env.HUIZONG_TEST_BOOK = path;
  process.env.HUIZONG_TEST_DISK_COUNT = '0';
  const planned = { folder, thread: way === 'page' ? 'worker' : 'main', at: point, ...fault };
  let first;
  if (way === 'page') first = await page(path, () => plan(planned));
  else {
    plan(planned);
    first = await command(path);
  }
  // Beyond the last call there is nothing to break.
  isLast = Number(process.env.HUIZONG_TEST_DISK_COUNT) < point;
  plan(NOTHING);
  await first.close?.();
  bury(folder);
  const states = statesOf(path);
  const atLeaving = mailsIn(log).map(({ to, book }, mail) => {
    const then = join(elsewhere, `${mail}.xlsx`);
    writeFileSync(then, Buffer.from(book, 'base64'));
    return { to, state: statesOf(then).find((row) => row.to === to)?.state ?? 'nothing' };
  });
  const second = await command(path);
  const all = mailsIn(log).map(({ to }) => to);
  const beside = readdirSync(folder).filter((name) => name !== '月报.xlsx');
  process.stdout.write(
    `${JSON.stringify({
      point,
      fault,
      isLast,
      ok: first.ok,
      said: first.said,
      atLeaving,
      states,
      second,
      after: statesOf(path),
      all,
      beside,
    })}\n`,
  );
  rmSync(folder, { recursive: true });
  rmSync(elsewhere, { recursive: true });
}
