/** Checks the arguments of a call against the signatures of @types/google-apps-script, as the platform does. */
import { types } from 'node:util';
import { fail } from '../errors.ts';
import { signatureTable } from './table.ts';

/** How service objects are told apart: the class of an object, or undefined for anything else. */
export interface Classes {
  serviceOf(value: object): string | undefined;
  enumOf(value: object): string | undefined;
}

type Kind = string;
const parsed = new Map<string, ReadonlyMap<string, readonly (readonly Kind[])[]>>();

/** The methods a class has on the platform, each with the kinds of its parameters, per overload. */
export function signaturesOf(service: string): ReadonlyMap<string, readonly (readonly Kind[])[]> {
  const known = parsed.get(service);
  if (known) return known;
  const methods = new Map<string, (readonly Kind[])[]>();
  for (const [, name = '', list = ''] of (signatureTable[service] ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const overloads = methods.get(name) ?? [];
    overloads.push(list === '' ? [] : list.split(','));
    methods.set(name, overloads);
  }
  parsed.set(service, methods);
  return methods;
}

const primitives = new Set(['string', 'number', 'boolean']);

/** Classes that stand below a service: `SpreadsheetApp.Range`. */
const parents: readonly (readonly [string, readonly string[]])[] = [
  [
    'SpreadsheetApp',
    'Spreadsheet Sheet Range RangeList Selection DataValidation DataValidationBuilder ConditionalFormatRule ConditionalFormatRuleBuilder Protection NamedRange Filter FilterCriteria FilterCriteriaBuilder TextFinder RichTextValue RichTextValueBuilder TextStyle TextStyleBuilder DeveloperMetadata'.split(
      ' ',
    ),
  ],
  ['LockService', ['Lock']],
  ['PropertiesService', ['Properties']],
  ['CacheService', ['Cache']],
  ['ScriptApp', 'Trigger TriggerBuilder ClockTriggerBuilder SpreadsheetTriggerBuilder'.split(' ')],
  ['HtmlService', ['HtmlOutput', 'HtmlTemplate']],
];
const qualified = new Map(parents.flatMap(([parent, names]) => names.map((name) => [name, `${parent}.${name}`])));

/** A class as error texts name it. */
export function qualifiedName(service: string): string {
  return qualified.get(service) ?? service;
}

/** Throws the platform's signature error unless some overload takes these arguments. */
export function checkArguments(service: string, method: string, args: readonly unknown[], classes: Classes): void {
  // "Any other data types are converted automatically to strings" (guides/properties).
  if (service === 'Properties' && method === 'setProperty' && args.length === 2 && typeof args[0] === 'string') return;
  // So are the choices of a list (gas-fakes test/testsheetsdatavalidations.js).
  if (method === 'requireValueInList' && Array.isArray(args[0]) && args.length <= 2) return;
  const overloads = signaturesOf(service).get(method);
  if (overloads === undefined) return;
  for (const overload of overloads) {
    if (overload.at(-1) === '...' && args.length >= overload.length - 1) return;
    if (overload.length === args.length && overload.every((kind, at) => fits(kind, args[at], classes))) return;
  }
  mismatch(service, method, args, classes);
}

/** Fails with the platform's signature error. */
export function mismatch(service: string, method: string, args: readonly unknown[], classes: Classes): never {
  fail('parameters', args.map((arg) => kindName(arg, classes)).join(','), `${qualifiedName(service)}.${method}`);
}

function fits(kind: Kind, value: unknown, classes: Classes): boolean {
  if (kind === 'any') return true;
  if (kind.endsWith('?')) return value === null || value === undefined || fits(kind.slice(0, -1), value, classes);
  if (kind.endsWith('[]')) {
    if (!Array.isArray(value)) return false;
    // One level is looked at here; the cells of a grid are the method's own business.
    const item = kind.slice(0, -2);
    if (item === 'any') return true;
    if (item.endsWith('[]')) return value.every((row) => Array.isArray(row));
    return value.every((one) => fits(item, one, classes));
  }
  if (primitives.has(kind)) return typeof value === kind;
  if (typeof value !== 'object' || value === null) return false;
  if (kind === 'Date') return types.isDate(value);
  const service = classes.serviceOf(value);
  if (kind === 'BlobSource') return service === 'Blob' || service === 'HtmlOutput' || service === 'Spreadsheet';
  if (kind === 'object') return service === undefined;
  // `setTextStyle(builder)` and the like are not taken: the platform wants the built thing.
  return (
    service === kind || classes.enumOf(value) === kind || (service === undefined && kind === 'MailAdvancedParameters')
  );
}

/** How the error text names a value: `number`, `String`, `number[]`, `SpreadsheetApp.Range`, `null`. */
function kindName(value: unknown, classes: Classes): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'function') return 'Function';
  if (typeof value !== 'object') return typeof value;
  if (types.isDate(value)) return 'Date';
  if (Array.isArray(value)) return value.length === 0 ? 'Object[]' : `${kindName(value[0], classes)}[]`;
  const service = classes.serviceOf(value);
  if (service !== undefined) return qualifiedName(service);
  return classes.enumOf(value) ?? 'Object';
}
