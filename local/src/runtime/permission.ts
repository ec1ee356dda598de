/** Which permission a service call needs, and who has it: scopes of the manifest, and what triggers may not do. */
import { fail } from './errors.ts';
import { qualifiedName } from './signatures/check.ts';

/** How much a script may do: everything once authorised, the bound file in a simple trigger, nothing but a menu. */
export type AuthMode = 'NONE' | 'CUSTOM_FUNCTION' | 'LIMITED' | 'FULL';

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

const spreadsheets = [scope('spreadsheets.currentonly'), scope('spreadsheets')];
const container = [scope('script.container.ui')];

/** The scopes any one of which a method needs, per class; `*` is every method of the class. */
const needs: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  SpreadsheetApp: {
    getActive: spreadsheets,
    getActiveSpreadsheet: spreadsheets,
    getActiveSheet: spreadsheets,
    getActiveRange: spreadsheets,
    getActiveRangeList: spreadsheets,
    getCurrentCell: spreadsheets,
    getSelection: spreadsheets,
    flush: spreadsheets,
    create: [scope('spreadsheets')],
    openById: [scope('spreadsheets')],
    openByUrl: [scope('spreadsheets')],
  },
  Ui: { showSidebar: container, showModalDialog: container, showModelessDialog: container, showDialog: container },
  MailApp: { '*': [scope('script.send_mail')] },
  ScriptApp: {
    getProjectTriggers: [scope('script.scriptapp')],
    getUserTriggers: [scope('script.scriptapp')],
    newTrigger: [scope('script.scriptapp')],
    deleteTrigger: [scope('script.scriptapp')],
  },
  User: { getEmail: [scope('userinfo.email')] },
};

/** Services a simple trigger may not use: they need the user's consent (guides/triggers#restrictions). */
const consent = new Set(['MailApp', 'Ui', 'ScriptApp']);

/** Nor may it get at any other file than the one it is bound to (same page). */
const otherFiles = new Set(['SpreadsheetApp.create', 'SpreadsheetApp.openById', 'SpreadsheetApp.openByUrl']);

/** Services that are closed before the add-on is enabled in a file (AuthMode.NONE). */
const closedBeforeEnabling = new Set(['SpreadsheetApp', 'PropertiesService', 'MailApp', 'ScriptApp', 'LockService']);

/** Fails the call unless the script may make it. */
export function checkPermission(
  service: string,
  method: string,
  mode: AuthMode,
  scopes: readonly string[] | undefined,
): void {
  const ofClass = needs[service];
  const required = ofClass?.[method] ?? ofClass?.['*'];
  const name = `${qualifiedName(service)}.${method}`;
  if (mode === 'NONE' && closedBeforeEnabling.has(service) && method !== 'getUi') {
    fail('noPermission', name, listed(required ?? spreadsheets));
  }
  if (required === undefined) return;
  if (mode !== 'FULL' && (consent.has(service) || otherFiles.has(name))) fail('noPermission', name, listed(required));
  // Without the address's scope the address is blank, no error (reference/base/session#getactiveuser).
  if (scopes === undefined || service === 'User') return;
  if (!required.some((one) => scopes.includes(one))) fail('scopeMissing', name, listed(required));
}

function listed(scopes: readonly string[]): string {
  return scopes.length === 1 ? (scopes[0] ?? '') : `(${scopes.join(' || ')})`;
}
