/** The spreadsheet component: 190 MB that only `huizong open` needs, so it is installed and bundled when that is first used. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputFailure } from '../cli/failure.ts';

export interface Grid {
  readonly script: string;
  readonly style: string;
}

/** Seen from `dist/`. */
const folder = fileURLToPath(new URL('../local/open/grid/', import.meta.url));

/** @throws InputFailure with what to do, where it cannot be installed */
export function readyGrid(say: (text: string) => void): Grid {
  const name = fingerprint();
  const script = join(folder, 'dist', `${name}.js`);
  const style = join(folder, 'dist', `${name}.css`);
  if (existsSync(script) && existsSync(style)) return { script, style };
  if (!existsSync(join(folder, 'node_modules', '.package-lock.json'))) {
    say('第一次打开，正在安装表格组件（约 190 MB，需要联网，一两分钟）…');
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], '表格组件没有装上');
  }
  say('正在打包表格组件（只做一次）…');
  run(process.execPath, ['build.mjs', name], '表格组件没有打包成功');
  return { script, style };
}

/** Of what is bundled: another one is bundled anew. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder).filter((name) => /\.(?:ts|mjs|css|json)$/.test(name));
  for (const name of files.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

function run(command: string, args: readonly string[], failed: string): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  const reason = error?.message ?? (stderr || stdout).trim().split('\n').slice(-5).join('\n');
  throw new InputFailure(`${failed}：${reason}\n可以在文件夹“${folder}”里手工执行：${command} ${args.join(' ')}`);
}
