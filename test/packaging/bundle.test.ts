/** What is pushed to Apps Script must be what Apps Script can run. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { DIST } from '../support/host.ts';
import { freeNames } from './free-names.ts';

const script = readFileSync(`${DIST}/huizong.js`, 'utf8');
const manifest = JSON.parse(readFileSync(`${DIST}/appsscript.json`, 'utf8')) as {
  runtimeVersion: string;
  timeZone: string;
  oauthScopes: string[];
};

const { loadRatio } = (await import('../../bench/load-ratio.mjs' as string)) as {
  loadRatio(path: string, times?: number): number;
};

const SERVICES = [
  'SpreadsheetApp',
  'MailApp',
  'LockService',
  'PropertiesService',
  'CacheService',
  'ScriptApp',
  'HtmlService',
  'Utilities',
  'Session',
  'Logger',
];

const program = parse(script, { ecmaVersion: 2020, sourceType: 'script' });

describe('the script file', () => {
  it('is ES2020 without anything newer (class fields, private names and static blocks do not parse as such)', () => {
    expect(program.body.length).toBeGreaterThan(0);
    expect(() => parse('class A { x = 1 }', { ecmaVersion: 2020 })).toThrow();
  });

  it('has a real top-level function for every function of src/main.ts, and none besides', () => {
    const declared = program.body.flatMap((node) => (node.type === 'FunctionDeclaration' ? [node.id.name] : []));
    const context = createContext({});
    runInContext(script, context);
    const meant = runInContext('Huizong_.names()', context) as string[];
    expect([...declared].sort()).toEqual([...meant].sort());
    expect(new Set(meant).size).toBe(meant.length);
    // By these names installed triggers, menus that stand open and other people's scripts know them.
    expect(declared).toEqual(
      expect.arrayContaining(['onOpen', 'onInstall', 'onEdit', 'whenEdited', 'everyHour', 'menuSend', 'consolidate']),
    );
  });

  it('declares nothing else at the top but the one variable that holds it', () => {
    const variables = program.body.flatMap((node) =>
      node.type === 'VariableDeclaration'
        ? node.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : '?'))
        : [],
    );
    expect(variables).toEqual(['Huizong_']);
    const others = program.body.filter(
      ({ type }) => !['FunctionDeclaration', 'VariableDeclaration', 'ExpressionStatement'].includes(type),
    );
    expect(others).toEqual([]);
  });

  it('uses no global beyond ECMAScript, console and the services of Apps Script', () => {
    const ecmascript = runInContext('Object.getOwnPropertyNames(globalThis)', createContext({})) as string[];
    const allowed = new Set([...ecmascript, ...SERVICES, 'console', 'undefined', 'arguments']);
    expect([...freeNames(program)].filter((name) => !allowed.has(name)).sort()).toEqual([]);
  });

  it('loads in a bare context in which no code can be made from strings, and calls nothing while it does', () => {
    const touched: string[] = [];
    const globals = Object.fromEntries(
      SERVICES.map((name) => [name, new Proxy({}, { get: (_, key) => touched.push(`${name}.${String(key)}`) })]),
    );
    const context = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
    runInContext(script, context);
    expect(touched).toEqual([]);
    expect(runInContext('typeof onOpen', context)).toBe('function');
  });

  it('can be read in the editor: its own code is not minified, only the libraries are; with the @OnlyCurrentDoc mark', () => {
    const own = script.slice(script.indexOf('// src/'));
    expect(own.split('\n').length).toBeGreaterThan(5000);
    expect(own).toContain('function consolidate(');
    expect(script).toContain('@OnlyCurrentDoc');
    expect(script).toContain('准备本月');
    const minified = [...script.matchAll(/^([\w-]+) [\d.]+, minified\. Copyright \(c\) \d+ \w/gm)];
    expect(minified.map(([, name]) => name)).toEqual(['zod', 'fflate', 'fastest-levenshtein']);
    expect(script.match(/Permission is hereby granted/g)).toHaveLength(1);
  });

  it('loads within 40 times an empty script, all libraries, templates and both languages in it: every click loads it', () => {
    expect(loadRatio(`${DIST}/huizong.js`)).toBeLessThanOrEqual(40);
  }, 120_000);

  it('would not, five times as long', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'huizong-load-')), 'long.js');
    const others = ['A_', 'B_', 'C_', 'D_'].map((name) => script.replaceAll('Huizong_', name));
    writeFileSync(path, [script, ...others].join('\n'));
    expect(loadRatio(path, 1)).toBeGreaterThan(40);
  }, 120_000);

  it('stays within 1 MB', () => {
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(1024 * 1024);
  });
});

describe('the manifest', () => {
  it('asks for the rights the services in use need and for no other', () => {
    const needed: Record<string, string> = {
      SpreadsheetApp: 'spreadsheets.currentonly',
      HtmlService: 'script.container.ui',
      MailApp: 'script.send_mail',
      Session: 'userinfo.email',
      ScriptApp: 'script.scriptapp',
    };
    const used = freeNames(program);
    const scopes = Object.entries(needed).flatMap(([service, scope]) => (used.has(service) ? [scope] : []));
    expect(manifest.oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', '')).sort()).toEqual(
      scopes.sort(),
    );
  });

  it('runs on V8 in the zone of the office', () => {
    expect(manifest).toMatchObject({ runtimeVersion: 'V8', timeZone: 'Asia/Shanghai' });
  });
});

describe('the pages', () => {
  const pages = readdirSync(DIST).filter((name) => name.endsWith('.html'));

  it.each(pages)('%s loads nothing from anywhere', (name) => {
    const page = readFileSync(`${DIST}/${name}`, 'utf8');
    expect(page).not.toMatch(/<script[^>]+src=|<link|@import|url\(/);
    expect(page).not.toContain('/*SCRIPT*/');
    expect(page.match(/<\/script>/g)).toHaveLength(2);
  });

  it.each(pages)('%s is light: less than 45 KB with its words in both languages', (name) => {
    const page = readFileSync(`${DIST}/${name}`);
    expect(page.length).toBeLessThan(45_000);
    expect(page.toString()).toContain('关闭');
    expect(page.toString()).toContain('Close');
  });
});
