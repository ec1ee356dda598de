/**
 * Counts what the tests run of the script: it runs in worlds of its own, where the test runner's counting does not see it.
 * Set up by `npm run coverage` for each test file; what was counted is written beside its report.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { afterAll } from 'vitest';

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

afterAll(async () => {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  const folder = 'coverage/counted';
  mkdirSync(folder, { recursive: true });
  const scripts = result.filter(({ url }) => url === 'huizong.js');
  writeFileSync(`${folder}/${process.pid}-${performance.now()}.json`, JSON.stringify(scripts));
});
