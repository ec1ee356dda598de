/** How large the matrix was: each test file writes what it ran, and the end of the run adds it up. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const FOLDER = 'dist/crash-matrix';

export interface Size {
  readonly command: string;
  /** Calls that were stopped or failed. */
  readonly calls: number;
  /** Runs by the way they broke off. */
  readonly runs: Readonly<Record<string, number>>;
  /** Different states a second run was begun with. */
  readonly states: number;
}

export function recordSize(size: Size): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${size.command.replace(/[^\p{L}\p{N}]+/gu, '-')}.json`, JSON.stringify(size));
}

export function forgetSizes(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

/** The whole as a table; `''` where no part of the matrix was run. */
export function sizeTable(): string {
  let names: string[];
  try {
    names = readdirSync(FOLDER).sort();
  } catch {
    return '';
  }
  const sizes = names.map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Size);
  const modes = [...new Set(sizes.flatMap(({ runs }) => Object.keys(runs)))];
  const lines = sizes.map(({ command, calls, runs, states }) => {
    const told = modes.flatMap((mode) => (runs[mode] ? [`${runs[mode]} ${mode}`] : [])).join(', ');
    return `  ${command}: ${calls} calls; ${told}; ${states} different states run on from`;
  });
  const sum = (of: (size: Size) => number) => sizes.reduce((total, size) => total + of(size), 0);
  const runs = sum((size) => Object.values(size.runs).reduce((total, one) => total + one, 0));
  const total = `Crash matrix: ${sizes.length} commands, ${sum(({ calls }) => calls)} calls, ${modes.length} ways to break off: ${runs} cases`;
  return [total, ...lines].join('\n');
}
