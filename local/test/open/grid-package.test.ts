/** The spreadsheet of `huizong open` is bundled anew when anything it is made of has changed, and only then. */
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isBundled, isInstalled, readyGrid } from '../../src/open/grid-package.ts';
import { missingGrid } from '../support/browser.ts';

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huizong-grid-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe.skipIf(missingGrid !== '')(`its bundle (skipped where missing: ${missingGrid})`, () => {
  /** The sources of the page, apart, with the packages of here. */
  function copied(): { local: string; grid: string } {
    const local = join(scratch(), 'local');
    cpSync('local/src', local, { recursive: true, filter: (path) => !/node_modules|grid.dist/.test(path) });
    const grid = join(local, 'open', 'grid');
    symlinkSync(resolve('local/src/open/grid/node_modules'), join(grid, 'node_modules'));
    return { local, grid };
  }

  it('is made once, and anew when a file outside its folder has changed that it takes something from', () => {
    const { local, grid } = copied();
    const said: string[] = [];
    const ready = () => readyGrid((text) => said.push(text), grid);
    expect(isBundled(grid)).toBe(false);
    const { script, style } = ready();
    expect(readFileSync(script, 'utf8').length).toBeGreaterThan(1_000_000);
    expect(readFileSync(style, 'utf8')).toContain('univer');
    ready();
    expect(said).toEqual(['正在打包表格组件（只做一次）…']);

    appendFileSync(join(local, 'xlsx', 'operators.ts'), '\n// another\n');
    expect(isBundled(grid)).toBe(false);
    ready();
    expect(isBundled(grid)).toBe(true);

    // What it takes only types from is not in it.
    appendFileSync(join(local, 'open', 'wire.ts'), '\n// another\n');
    expect(isBundled(grid)).toBe(true);
    appendFileSync(join(grid, 'package-lock.json'), '\n');
    expect(isBundled(grid)).toBe(false);
  }, 120_000);

  it('is not taken for made when a file it was made of is gone', () => {
    const { local, grid } = copied();
    mkdirSync(join(grid, 'dist'));
    writeFileSync(join(grid, 'dist', 'inputs.json'), JSON.stringify({ '../../book/a1.ts': 'x' }));
    rmSync(join(local, 'book', 'a1.ts'));
    expect(isBundled(grid)).toBe(false);
  });
});

describe('its packages', () => {
  function locks(installed: object | null): string {
    const folder = scratch();
    const dependencies = { univer: '0.25.1' };
    const packages = {
      '': { dependencies },
      'node_modules/univer': { version: '0.25.1' },
      'node_modules/for-windows': { version: '1.0.0' },
    };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
    if (installed === null) return folder;
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
    return folder;
  }

  it.each([
    ['are there', { 'node_modules/univer': { version: '0.25.1' } }, true],
    ['are of another version', { 'node_modules/univer': { version: '0.25.0' } }, false],
    ['lack one that is asked for', {}, false],
    ['were never installed', null, false],
  ])('%s', (_, installed, expected) => {
    expect(isInstalled(locks(installed))).toBe(expected);
  });
});
