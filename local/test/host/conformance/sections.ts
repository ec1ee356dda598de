/**
 * Which methods the conformance tests have a section for. A section is a `describe` whose title begins with the methods it is
 * about, `Range.setValues, setValue: what is written is read as if typed`, and whose tests, or what its file prepares for
 * them, do call each of them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';
import { signaturesOf } from '../../../src/runtime/signatures/check.ts';

const FOLDER = 'local/test/host';

export interface Section {
  readonly file: string;
  readonly title: string;
  /** `Class.method`, as the title has them. */
  readonly methods: readonly string[];
  /** Those of them whose name stands nowhere in the section or before it. */
  readonly notCalled: readonly string[];
  /** Those of them the platform does not have. */
  readonly unknown: readonly string[];
}

/** `Range.setValue, setValues: …` names two methods of Range; a title that does not begin so names none. */
export function methodsIn(title: string): string[] {
  let service = '';
  const [list = ''] = title.split(':');
  if (!/^[A-Z]\w*\.\w+(?:, (?:[A-Z]\w*\.)?\w+)*$/.test(list)) return [];
  return list.split(', ').map((one) => {
    const [first = '', second] = one.split('.');
    if (second !== undefined) service = first;
    return `${service}.${second ?? first}`;
  });
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly callee?: Node;
  readonly object?: Node;
  readonly name?: string;
  readonly value?: unknown;
  readonly arguments?: readonly Node[];
}

function sectionsOf(file: string): Section[] {
  const { code } = transformSync(readFileSync(join(FOLDER, file), 'utf8'), { loader: 'ts', charset: 'utf8' });
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as { body: Node[] };
  const calls: Node[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    else if (typeof node === 'object' && node !== null) {
      if ((node as Node).type === 'CallExpression' && rootOf((node as Node).callee) === 'describe')
        calls.push(node as Node);
      for (const inner of Object.values(node)) visit(inner);
    }
  };
  visit(program.body);
  return calls.flatMap(({ start, end, arguments: [first] = [] }) => {
    const title = typeof first?.value === 'string' ? first.value : '';
    const methods = methodsIn(title);
    if (methods.length === 0) return [];
    // The title itself proves nothing; what the file lays out beforehand (scripts, tables) is part of its sections.
    const text = code.slice(0, calls[0]?.start ?? 0) + code.slice((first?.end ?? start) + 1, end);
    const called = (pair: string) => new RegExp(`\\b${pair.split('.')[1]}\\b`).test(text);
    return {
      file,
      title,
      methods,
      notCalled: methods.filter((pair) => !called(pair)),
      unknown: methods.filter((pair) => !isOnPlatform(pair)),
    };
  });
}

function isOnPlatform(pair: string): boolean {
  const [service = '', method = ''] = pair.split('.');
  return signaturesOf(service).has(method);
}

/** `describe` of `describe.each(…)`. */
function rootOf(node: Node | undefined): string | undefined {
  if (node?.type === 'MemberExpression') return rootOf(node.object);
  if (node?.type === 'CallExpression') return rootOf(node.callee);
  return node?.name;
}

/** Every section of the conformance tests. */
export function sections(): Section[] {
  const files = readdirSync(FOLDER, { recursive: true }).map(String);
  return files.filter((file) => file.endsWith('.test.ts')).flatMap(sectionsOf);
}
