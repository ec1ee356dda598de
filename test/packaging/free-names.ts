/** The names a script uses without declaring them: what it expects of the place it runs in. */
import type { Node } from 'acorn';

type AnyNode = Node & Record<string, unknown>;

/** Names a scope declares; functions see those of the scopes around them. */
interface Scope {
  readonly names: Set<string>;
  readonly outer: Scope | null;
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const children = (node: AnyNode): AnyNode[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []));

/** The identifiers a pattern binds. */
function bound(pattern: AnyNode | null): string[] {
  if (!pattern) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern['name'])];
    case 'Property':
      return bound(pattern['value'] as AnyNode);
    case 'AssignmentPattern':
      return bound(pattern['left'] as AnyNode);
    case 'RestElement':
      return bound(pattern['argument'] as AnyNode);
    default:
      return children(pattern).flatMap(bound);
  }
}

const isFunction = ({ type }: AnyNode): boolean => /Function/.test(type);
const opensScope = (node: AnyNode): boolean =>
  isFunction(node) ||
  /^(?:Program|BlockStatement|For\w*Statement|CatchClause|SwitchStatement|Class\w+)$/.test(node.type);

/** What is declared right in a scope; `var` and function names are taken as the block's, which the code here obeys. */
function declared(node: AnyNode): string[] {
  const names: string[] = isFunction(node) ? (node['params'] as AnyNode[]).flatMap(bound) : [];
  if (isFunction(node)) names.push('arguments');
  if (node.type === 'CatchClause') names.push(...bound(node['param'] as AnyNode | null));
  const ownName = node['id'];
  if ((node.type === 'FunctionExpression' || node.type.startsWith('Class')) && isNode(ownName))
    names.push(...bound(ownName));
  const collect = (inner: AnyNode, top: boolean): void => {
    if (inner.type === 'VariableDeclaration') {
      if (top || inner['kind'] === 'var')
        names.push(...(inner['declarations'] as AnyNode[]).flatMap(({ id }) => bound(id as AnyNode)));
    }
    if (/^(?:Function|Class)Declaration$/.test(inner.type) && top) names.push(...bound(inner['id'] as AnyNode));
    if (isFunction(inner)) return;
    for (const child of children(inner)) collect(child, top && !opensScope(inner));
  };
  for (const child of children(node)) collect(child, true);
  return names;
}

/** All names used and declared nowhere around. */
export function freeNames(program: Node): Set<string> {
  const free = new Set<string>();
  const known = (scope: Scope | null, name: string): boolean =>
    scope !== null && (scope.names.has(name) || known(scope.outer, name));
  const walk = (node: AnyNode, outer: Scope | null): void => {
    const scope = opensScope(node) ? { names: new Set(declared(node)), outer } : outer;
    if (node.type === 'Identifier') {
      const name = String(node['name']);
      if (!known(scope, name)) free.add(name);
      return;
    }
    // Names after a dot and keys in braces are no variables.
    const skipped = new Set<unknown>();
    if (node.type === 'MemberExpression' && node['computed'] !== true) skipped.add(node['property']);
    if (/^(?:Property|MethodDefinition)$/.test(node.type) && node['computed'] !== true) skipped.add(node['key']);
    if (/^(?:Labeled|Break|Continue)Statement$/.test(node.type)) skipped.add(node['label']);
    for (const child of children(node)) if (!skipped.has(child) || child === node['value']) walk(child, scope);
  };
  walk(program as AnyNode, null);
  return free;
}
