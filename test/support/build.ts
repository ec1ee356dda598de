/** Tests run the built files, not the sources: they are built once before the first test. */
import { execFileSync } from 'node:child_process';

export default function build(): void {
  execFileSync(process.execPath, ['build/build.mjs'], { stdio: 'inherit' });
}
