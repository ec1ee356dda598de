/**
 * Which methods of which service the built add-on calls: seen while every function it has is run, and read out of its text.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { signaturesOf } from '../../../local/runtime/signatures/check.ts';
import { signatureTable } from '../../../local/runtime/signatures/table.ts';
import { DIST, type Host, startHuizong } from '../../support/host.ts';
import { fill, rowFor, SMALL_PLAN, setUpWorkbook } from '../../support/month.ts';

const source = readFileSync(`${DIST}/huizong.js`, 'utf8');
const program = parse(source, { ecmaVersion: 2020 });

/** The functions Apps Script sees. */
export const functionsOfBundle: readonly string[] = program.body.flatMap((node) =>
  node.type === 'FunctionDeclaration' ? [node.id.name] : [],
);

/** `Class.method`: what is called while every function of the add-on is run, most of them on a workbook in mid-year. */
export function callsSeen(): { readonly pairs: Set<string>; readonly functions: Set<string> } {
  const pairs = new Set<string>();
  const functions = new Set<string>();
  const look = ({ calls }: Host) => {
    for (const { service, method } of calls) pairs.add(`${service}.${method}`);
  };
  for (const story of STORIES) look(story((name) => functions.add(name)));
  return { pairs, functions };
}

type Story = (ran: (name: string) => void) => Host;

const MAY = { month: '2023-05' };

function calling(host: Host, ran: (name: string) => void) {
  return (name: string, ...args: unknown[]): unknown => {
    ran(name);
    return host.call(name, ...args);
  };
}

/** A newcomer: opens the file, looks at the plan, has the workbook set up by a click. */
const newcomer: Story = (ran) => {
  const host = startHuizong();
  const call = calling(host, ran);
  call('onInstall');
  host.fire.onOpen();
  call('menuImportPlan');
  call('parsePlan', { text: SMALL_PLAN });
  call('menuSetUp');
  return host;
};

/** The office: every command of its month, by name and by click. */
const office: Story = (ran) => {
  const host = setUpWorkbook(SMALL_PLAN, { now: '2023-05-01T09:00' });
  const call = calling(host, ran);
  ran('setUp');
  call('onOpen');
  call('language');
  host.fire.edit({ sheet: '部门', a1: 'D2:D3', values: [['baoweike@example.cn'], ['houqin@example.cn']] });
  call('prepare', MAY);
  host.setNow('2023-05-23T12:00');
  fill(host, rowFor(host, '保卫科', '开展消防检查'), {
    text: '查了三栋楼',
    links: 'https://example.cn/a.jpg',
    count: 3,
  });
  ran('onEdit');
  ran('whenEdited');
  fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '换了灭火器' });
  for (const name of ['rights', 'repair']) call(name);
  call('board', MAY);
  call('submission', { row: null, ...MAY });
  call('goTo', { sheet: '月度报送', row: 2, column: 5 });
  call('openPage', { page: 'review', ...MAY });
  call('checkSettings', { values: [{ key: 'deadlineDay', value: '25' }] });
  call('saveSettings', { values: [{ key: 'deadlineDay', value: '25' }] });
  call('review', { rows: [2], decision: 'accept' });
  call('undo');
  call('review', { rows: [2], decision: 'accept' });
  for (const name of [
    'consolidate',
    'draftReport',
    'report',
    'evidence',
    'documents',
    'reminders',
    'remind',
    'send',
    'pack',
  ])
    call(name, MAY);
  call('everyHour');
  call('settleDispatch', { key: 'nobody', action: 'arrived' });
  const { base64 } = call('templateFile', { kind: '月度报告' }) as { base64: string };
  call('importTemplate', { kind: '月度报告', file: '我局.docx', base64 });
  call('resetTemplate', { kind: '月度报告' });
  host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('月度报送')?.getRange('A2:A3').activate();
  const clicks = functionsOfBundle.filter((name) => name.startsWith('menu') && name !== 'menuSetUp');
  for (const name of clicks) {
    // Questions that are not asked leave their answers over; each entry begins with none.
    host.ui.answers.length = 0;
    host.ui.answer(...Array.from({ length: 6 }, () => answered));
    call(name);
  }
  return host;
};

const answered = ({ buttons }: { buttons: string }) =>
  buttons === 'YES_NO' ? 'YES' : { button: 'OK', text: buttons === 'OK_CANCEL' ? '2023-05' : '' };

/** A year on: the guards were taken off, the platform falters, sheets are too small. */
const mishaps: Story = (ran) => {
  const host = setUpWorkbook(SMALL_PLAN, { now: '2023-05-01T09:00' });
  const { SpreadsheetApp } = host.services;
  for (const sheet of SpreadsheetApp.getActiveSpreadsheet().getSheets()) {
    for (const one of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).slice(1)) one.remove();
    sheet.getRange('A1').clearDataValidations();
  }
  host.resetCalls();
  let failures = 0;
  const session = host.session({
    faults: ({ method, phase }) => {
      if (method !== 'getValues' || phase !== 'before' || failures > 0) return;
      failures += 1;
      throw new Error('Service Spreadsheets timed out while accessing document');
    },
  });
  calling(session, ran)('prepare', MAY);
  calling(session, ran)('repair');
  return session;
};

const STORIES: readonly Story[] = [newcomer, office, mishaps];

/** Names that are called in the bundle's text on whatever object, but for those the language itself has. */
function namesInText(): Set<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    else if (typeof node === 'object' && node !== null) {
      const { type, callee } = node as { type?: string; callee?: Callee };
      if (type === 'CallExpression' && callee?.type === 'MemberExpression' && !callee.computed)
        names.add(callee.property.name);
      for (const inner of Object.values(node)) visit(inner);
    }
  };
  visit(program.body);
  for (const name of ofTheLanguage) names.delete(name);
  return names;
}

interface Callee {
  readonly type: string;
  readonly computed: boolean;
  readonly property: { readonly name: string };
}

/** `[].sort()` is no `Range.sort`: such names count where they were seen called on a service only. */
const ofTheLanguage = new Set(
  [Array, String, Number, Date, RegExp, Map, Set, WeakMap, Promise, Object, Function, Error, Symbol]
    .flatMap((one) => [...Object.getOwnPropertyNames(one), ...Object.getOwnPropertyNames(one.prototype)])
    .concat(...[Math, JSON, Reflect, console].map((one) => Object.getOwnPropertyNames(one))),
);

/**
 * The pairs of a run, and those the text may call besides: the text does not say of which class an object is, so a name
 * counts for every class that has it and that the add-on gets hold of; where it gets hold of none, for all of them.
 */
export function pairsCalled(seen: ReadonlySet<string>): string[] {
  const pairs = new Set(seen);
  const held = new Set([...seen].map((pair) => pair.split('.')[0]));
  for (const name of namesInText()) {
    const having = Object.keys(signatureTable).filter((service) => signaturesOf(service).has(name));
    const likely = having.filter((service) => held.has(service));
    for (const service of likely.length > 0 ? likely : having) pairs.add(`${service}.${name}`);
  }
  return [...pairs].sort();
}
