/**
 * Code that counts what of it runs. V8 can count too, but then optimises nothing in the whole process; this slows down only the
 * code that is counted, and it sees whether a default was taken.
 */
import { parse } from 'acorn';

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/**
 * @param {string} name under which its counts are kept
 * @param {string} code a script or a module
 * @param {'script' | 'module'} sourceType
 * @returns {{text: string, ranges: [start: number, end: number][]}} the code with its counters, and the stretch of the code that
 *   each of them counts
 */
export function counting(name, code, sourceType) {
  const ranges = [];
  const inserted = [];
  /** `depth` below 0 for what ends there. */
  const put = (at, text, depth) => inserted.push({ at, text, depth });
  const counter = ({ start, end }) => `$counts[${ranges.push([start, end]) - 1}]++`;
  const asStatement = (node, at = node.start) => put(at, `${counter(node)};`, 0);
  const asOperand = (node, depth) => {
    put(node.start, `(${counter(node)},`, depth);
    put(node.end, ')', -depth);
  };

  const list = (statements) => {
    for (const statement of statements) if (!statement.directive) asStatement(statement);
  };
  /** What stands after `if (…)` or a loop's head without braces gets them. */
  const single = (statement, depth) => {
    if (!statement || statement.type === 'BlockStatement') return;
    put(statement.start, `{${counter(statement)};`, depth);
    put(statement.end, '}', -depth);
  };
  const body = ({ body: block }, depth) => {
    if (block.type !== 'BlockStatement') return asOperand(block, depth);
    put(lastDirective(block)?.end ?? block.start + 1, `;${counter(block)};`, depth);
  };

  const visit = (node, depth, parent) => {
    if (FUNCTIONS.has(node.type)) body(node, depth);
    switch (node.type) {
      case 'Program':
        list(node.body);
        break;
      case 'BlockStatement':
        if (!FUNCTIONS.has(parent.type)) put(node.start + 1, `${counter(node)};`, depth);
        list(node.body);
        break;
      case 'IfStatement':
        single(node.consequent, depth);
        single(node.alternate, depth);
        break;
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        single(node.body, depth);
        break;
      case 'SwitchCase':
        asStatement(node, node.consequent[0]?.start ?? node.end);
        list(node.consequent);
        break;
      case 'ConditionalExpression':
        asOperand(node.consequent, depth);
        asOperand(node.alternate, depth);
        break;
      case 'LogicalExpression':
      case 'AssignmentPattern':
        asOperand(node.right, depth);
        break;
    }
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (typeof child?.type === 'string') visit(child, depth + 1, node);
  };
  const whole = sourceType === 'module' ? parse(code, { ecmaVersion: 'latest', sourceType }) : insideOf(code);
  const once = counter(whole);
  visit(whole, 1, null);
  // Where nobody keeps counts, as in a program of its own, it counts for nobody.
  const kept = `typeof $countsOf === 'function' ? $countsOf(${JSON.stringify(name)}, ${ranges.length}) : []`;
  put(whole.start, `var $counts = ${kept};${once};`, Number.NEGATIVE_INFINITY);

  // At one spot: what ends there, the inner first; then what begins there, the outer first.
  inserted.sort((a, b) => a.at - b.at || a.depth - b.depth);
  const parts = [];
  let from = 0;
  for (const { at, text } of inserted) {
    parts.push(code.slice(from, at), text);
    from = at;
  }
  return { text: parts.join('') + code.slice(from), ranges };
}

const lastDirective = ({ body }) => body.filter((statement) => statement.directive).at(-1);

/**
 * What stands inside the one function that esbuild puts around a bundle, of our own modules only: each begins with a comment that
 * names it. Counters inside a function are quick; those of a world's own variables are not.
 */
function insideOf(code) {
  const comments = [];
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'script', onComment: comments });
  const { expression, declarations } = program.body.find(({ directive }) => !directive);
  const { start, end, body } = (expression ?? declarations[0].init).callee.body;
  const modules = comments.filter(({ type, value }) => type === 'Line' && /^ \S+\.\w+$|^ \S+:\S+$/.test(value));
  const isOurs = (statement) =>
    modules
      .filter(({ end: at }) => at < statement.start)
      .at(-1)
      ?.value.startsWith(' src/');
  return { type: 'Program', start: start + 1, end, body: body.filter(isOurs) };
}
