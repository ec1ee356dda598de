/** `node open-page.mjs BOOK OUT`: a page in a process of its own; takes tasks as lines of JSON, answers each with a line. */
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { openBook } = await import(pathToFileURL(`${process.cwd()}/dist/open.js`));
const [path, out] = process.argv.slice(2);
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const { desk, address, close } = await openBook({ path, out, port: 0, asOf: '2023-05-17T10:00' });
say({ address });
createInterface({ input: process.stdin })
  .on('line', async (line) => {
    const task = JSON.parse(line);
    if (task === 'saving') say(desk.screen.state().saving);
    else say(await desk.perform(task));
  })
  .on('close', () => close());
