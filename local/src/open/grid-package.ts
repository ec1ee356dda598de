/** The spreadsheet component: 190 MB that only `huizong open` needs, so it is installed and bundled when that is first used. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputFailure } from '../cli/failure.ts';

export interface Grid {
  readonly script: string;
  readonly style: string;
}

/** Seen from `dist/`. */
const packageFolder = fileURLToPath(new URL('../local/src/open/grid/', import.meta.url));

/** @throws InputFailure with what to do, where it cannot be installed */
export function readyGrid(say: (text: string) => void, folder = packageFolder): Grid {
  const grid = { script: join(folder, 'dist', 'grid.js'), style: join(folder, 'dist', 'grid.css') };
  if (isBundled(folder)) return grid;
  if (!isInstalled(folder)) {
    say('第一次打开，正在安装表格组件（约 190 MB，需要联网，一两分钟）…');
    run(folder, 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], '表格组件没有装上');
  }
  say('正在打包表格组件（只做一次）…');
  run(folder, process.execPath, ['build.mjs'], '表格组件没有打包成功');
  return grid;
}

/** Was it made of what is there now? Its build wrote down every file that went in, those outside its folder, too. */
export function isBundled(folder: string): boolean {
  const inputs = jsonIn(join(folder, 'dist', 'inputs.json')) as Readonly<Record<string, string>> | null;
  return inputs !== null && Object.entries(inputs).every(([path, hash]) => hashOf(join(folder, path)) === hash);
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dependencies?: object }>>;
}

/** Are the packages there, in the versions that are asked for? */
export function isInstalled(folder: string): boolean {
  const wanted = jsonIn(join(folder, 'package-lock.json')) as Lock | null;
  const installed = jsonIn(join(folder, 'node_modules', '.package-lock.json')) as Lock | null;
  if (!wanted || !installed) return false;
  const asked = Object.keys(wanted.packages['']?.dependencies ?? {});
  if (!asked.every((name) => installed.packages[`node_modules/${name}`])) return false;
  // Those for other machines are wanted and not installed.
  return Object.entries(installed.packages).every(([path, { version }]) => wanted.packages[path]?.version === version);
}

/** What is broken is as good as not there: it is made anew. */
function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

const hashOf = (path: string): string =>
  existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';

function run(folder: string, command: string, args: readonly string[], failed: string): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  const reason = error?.message ?? (stderr || stdout).trim().split('\n').slice(-5).join('\n');
  throw new InputFailure(`${failed}：${reason}\n可以在文件夹“${folder}”里手工执行：${command} ${args.join(' ')}`);
}
