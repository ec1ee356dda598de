/** Lets others see that a lock's holder is alive, also while a script keeps this thread busy. */
import { Worker } from 'node:worker_threads';

const EVERY = 20_000;

/**
 * Writes the first character again, `{`: the time of the file is then by the clock of the machine it lies on. A file that is
 * gone is not made anew.
 */
const BEAT = `
const { workerData: { file, every } } = require('node:worker_threads');
const { closeSync, openSync, writeSync } = require('node:fs');
setInterval(() => {
  try {
    const open = openSync(file, 'r+');
    try { writeSync(open, '{', 0); } finally { closeSync(open); }
  } catch {}
}, every);`;

/** Answers how to end it. */
export function beatAt(file: string): () => void {
  const worker = new Worker(BEAT, { eval: true, workerData: { file, every: EVERY }, execArgv: [] });
  worker.unref();
  return () => void worker.terminate();
}
