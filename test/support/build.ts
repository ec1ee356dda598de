/** Tests run the built files, not the sources: they are built once before the first test, whichever projects run. */
import { execFileSync } from 'node:child_process';

const BUILT = 'HUIZONG_BUILT_BY';

export default function build(): void {
  // Each project of one run asks.
  if (process.env[BUILT] === String(process.pid)) return;
  execFileSync(process.execPath, ['build/build.mjs'], { stdio: 'inherit' });
  process.env[BUILT] = String(process.pid);
}
