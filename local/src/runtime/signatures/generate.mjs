/**
 * Writes `table.ts` from @types/google-apps-script: for each emulated class, its methods and what each takes.
 *
 * `node local/src/runtime/signatures/generate.mjs` prints the table; `… --write` puts it in place. A test notices staleness.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const types = new URL('../../../node_modules/@types/google-apps-script/', import.meta.url);

const classesOf = {
  spreadsheet: [
    'SpreadsheetApp',
    'Spreadsheet',
    'Sheet',
    'Range',
    'RangeList',
    'Selection',
    'DataValidation',
    'DataValidationBuilder',
    'ConditionalFormatRule',
    'ConditionalFormatRuleBuilder',
    'BooleanCondition',
    'GradientCondition',
    'Protection',
    'NamedRange',
    'Filter',
    'FilterCriteria',
    'FilterCriteriaBuilder',
    'TextFinder',
    'RichTextValue',
    'RichTextValueBuilder',
    'TextStyle',
    'TextStyleBuilder',
    'TextRotation',
    'DeveloperMetadata',
    'Banding',
  ],
  base: ['Ui', 'Menu', 'PromptResponse', 'Blob', 'User', 'Session', 'Logger', 'Browser'],
  mail: ['MailApp'],
  lock: ['LockService', 'Lock'],
  properties: ['PropertiesService', 'Properties'],
  cache: ['CacheService', 'Cache'],
  script: [
    'ScriptApp',
    'Trigger',
    'TriggerBuilder',
    'ClockTriggerBuilder',
    'SpreadsheetTriggerBuilder',
    'AuthorizationInfo',
  ],
  html: ['HtmlService', 'HtmlOutput', 'HtmlTemplate'],
  utilities: ['Utilities'],
};

/** The text between the braces of an interface. */
function bodyOf(source, name) {
  const start = source.search(new RegExp(`interface ${name}(?: extends \\w+)? \\{`));
  if (start < 0) throw new Error(`no interface ${name}`);
  const open = source.indexOf('{', start);
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    if (source[at] === '{') depth++;
    if (source[at] === '}' && --depth === 0) return source.slice(open + 1, at);
  }
  throw new Error(`interface ${name} never ends`);
}

/** Splits at a separator that stands outside all brackets and quotes. */
function split(text, separator) {
  const parts = [];
  let depth = 0;
  let quoted = false;
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    if (quoted) continue;
    if ('([{<'.includes(char)) depth++;
    if (')]}>'.includes(char) && text[at - 1] !== '=') depth--;
    if (char === separator && depth === 0) {
      parts.push(text.slice(last, at));
      last = at + 1;
    }
  }
  parts.push(text.slice(last));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** One word for a parameter's type; `?` after it: may be null. */
function word(type) {
  const alternatives = split(type, '|').filter((part) => part !== 'undefined');
  const nullable = alternatives.includes('null') ? '?' : '';
  const solid = alternatives.filter((part) => part !== 'null');
  if (solid.every((part) => part.startsWith('"'))) return `string${nullable}`;
  const [only = 'any'] = solid;
  const nested = /^Array<(.*)>$/.exec(only);
  if (nested) return `${word(nested[1])}[]${nullable}`;
  if (only.endsWith('[]')) return `${word(only.slice(0, -2))}[]${nullable}`;
  if (only.startsWith('{')) return `object${nullable}`;
  const name = only.split('.').at(-1);
  const simple = {
    Integer: 'number',
    Byte: 'number',
    Char: 'string',
    FontLine: 'string',
    FontStyle: 'string',
    FontWeight: 'string',
  };
  return (simple[name] ?? name) + nullable;
}

function methodsOf(body) {
  const plain = body.replace(/\/\*[\s\S]*?\*\//g, '');
  const methods = [];
  for (const member of split(plain, ';')) {
    const match = /^(\w+)\(([\s\S]*)\):/.exec(member);
    if (!match) continue;
    const inner = member.slice(member.indexOf('(') + 1);
    let depth = 1;
    let end = 0;
    while (depth > 0) {
      if ('({['.includes(inner[end])) depth++;
      if (')}]'.includes(inner[end])) depth--;
      end++;
    }
    const parameters = split(inner.slice(0, end - 1).replace(/\s+/g, ' '), ',').map((parameter) => {
      if (parameter.startsWith('...')) return '...';
      return word(parameter.slice(parameter.indexOf(':') + 1).trim());
    });
    methods.push(`${match[1]}(${parameters.join(',')})`);
  }
  return methods;
}

const lines = [];
for (const [file, names] of Object.entries(classesOf)) {
  const source = readFileSync(new URL(`google-apps-script.${file}.d.ts`, types), 'utf8');
  for (const name of names) {
    const methods = methodsOf(bodyOf(source, name));
    lines.push(`  ${name}: \``);
    let line = '   ';
    for (const method of methods) {
      if (line.length + method.length > 116) {
        lines.push(line);
        line = '   ';
      }
      line += ` ${method}`;
    }
    lines.push(`${line}\`,`);
  }
}

const text = `/**
 * What each method of the emulated services takes, by class: written by \`generate.mjs\` from @types/google-apps-script.
 * Not edited by hand.
 */

export const signatureTable: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;

if (process.argv.includes('--write')) writeFileSync(new URL('table.ts', import.meta.url), text);
else process.stdout.write(text);
