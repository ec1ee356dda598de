import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DIST } from '../support/host.ts';
import { COMMANDS } from './commands.ts';

describe('the list of commands in the crash matrix', () => {
  it('has every function of the script', () => {
    const script = readFileSync(`${DIST}/huizong.js`, 'utf8');
    const functions = [...script.matchAll(/^function (\w+)\(\) \{\n\treturn Huizong_\./gm)].map(([, name]) => name);
    const listed = Object.values(COMMANDS).flatMap((group) => group.map(({ name }) => name));
    expect([...new Set<string>(listed)].sort()).toEqual(functions.sort());
  });

  it.each(Object.keys(COMMANDS))('the group %s has a file that runs it', (group) => {
    const file = `test/crash/${group}.test.ts`;
    expect(existsSync(file) && readFileSync(file, 'utf8')).toContain(`crashMatrix('${group}')`);
  });
});
