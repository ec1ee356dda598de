/** SpreadsheetApp.Protection: who may edit a sheet or a range. */
import { areaText } from '../../book/a1.ts';
import type { Area, Protection } from '../../book/book.ts';
import { fail } from '../../runtime/errors.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { mayChange } from './edit-rights.ts';
import { makeRange, makeUser } from './make.ts';
import { rangeStates } from './rules.ts';
import type { SheetState } from './state.ts';

export interface ProtectionState extends SheetState {
  readonly protection: Protection;
}

type GProtection = GoogleAppsScript.Spreadsheet.Protection;

/** Protects a range, or the sheet where `area` is null; a sheet that is protected already gives its protection. */
export function protectionOf(state: SheetState, area: Area | null): GProtection {
  const standing = area === null ? state.sheet.protections.find((one) => one.area === null) : undefined;
  const protection: Protection = standing ?? {
    id: `p${state.sheet.id}-${nextNumber(state)}`,
    area,
    unprotected: [],
    description: '',
    warningOnly: false,
    editors: [],
    domainEdit: false,
    mirrorsFile: true,
  };
  if (!standing) state.sheet.protections.push(protection);
  state.sheet.changed = true;
  return makeProtection(state, protection);
}

function nextNumber({ sheet }: SheetState): number {
  return Math.max(0, ...sheet.protections.map(({ id }) => Number(/-(\d+)$/.exec(id)?.[1] ?? 0))) + 1;
}

function makeProtection({ execution, book, sheet }: SheetState, protection: Protection): GProtection {
  return execution.make(protectionFace, { execution, book, sheet, protection });
}

/** The sheet's own protections, or those of its ranges. */
export function protectionsOf(state: SheetState, type: unknown): GProtection[] {
  const range = state.execution.enumName('ProtectionType', type) === 'RANGE';
  return state.sheet.protections
    .filter(({ area }) => (area !== null) === range)
    .map((protection) => makeProtection(state, protection));
}

const mailOf = (user: unknown): string =>
  typeof user === 'string' ? user : String((user as GoogleAppsScript.Base.User | null)?.getEmail?.() ?? '');

/** Who may edit now: while no editor was named, the editors of the file. */
function editorsOf({ book, protection }: ProtectionState): string[] {
  return protection.mirrorsFile ? book.editors.filter((mail) => mail !== book.owner) : protection.editors;
}

/** Fails with the platform's text unless the one who runs the script may edit what is guarded. */
function requireChange(state: ProtectionState): void {
  if (!mayChange(state, state.protection)) fail('protectedCell');
}

function change(state: ProtectionState, editors: readonly string[]): GProtection {
  requireChange(state);
  state.protection.editors = [...new Set(editors)].filter((mail) => mail !== '' && mail !== state.book.owner);
  state.protection.mirrorsFile = false;
  state.sheet.changed = true;
  return makeProtection(state, state.protection);
}

function guardNamed(state: ProtectionState, name: string): GProtection {
  requireChange(state);
  const named = state.book.namedRanges.find((one) => one.name === name && one.sheetId === state.sheet.id);
  state.protection.area = (named ?? fail('rangeNotFound')).area;
  state.sheet.changed = true;
  return makeProtection(state, state.protection);
}

const protectionFace: Face<GProtection, ProtectionState> = emulate<GProtection, ProtectionState>('Protection', {
  addEditor(user: unknown) {
    return change(this, [...editorsOf(this), mailOf(user)]);
  },
  addEditors(mails) {
    return change(this, [...editorsOf(this), ...mails]);
  },
  removeEditor(user: unknown) {
    const mail = mailOf(user);
    return change(
      this,
      editorsOf(this).filter((one) => one !== mail || one === this.execution.user),
    );
  },
  removeEditors(users: unknown) {
    // The one who runs the script cannot lock himself out.
    const gone = Array.from(users as unknown[], mailOf);
    return change(
      this,
      editorsOf(this).filter((one) => !gone.includes(one) || one === this.execution.user),
    );
  },
  getEditors() {
    requireChange(this);
    return editorsOf(this).map((mail) => makeUser(this.execution, mail));
  },
  canEdit() {
    return mayChange(this, this.protection);
  },
  canDomainEdit() {
    requireChange(this);
    return this.protection.domainEdit;
  },
  setDomainEdit(editable) {
    requireChange(this);
    this.protection.domainEdit = editable;
    this.sheet.changed = true;
    return makeProtection(this, this.protection);
  },
  getDescription() {
    return this.protection.description;
  },
  setDescription(description) {
    requireChange(this);
    this.protection.description = description;
    this.sheet.changed = true;
    return makeProtection(this, this.protection);
  },
  getProtectionType() {
    const name = this.protection.area === null ? 'SHEET' : 'RANGE';
    return this.execution.enumValue('ProtectionType', name) as unknown as GoogleAppsScript.Spreadsheet.ProtectionType;
  },
  getRange() {
    const { sheet } = this;
    const whole = { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
    return makeRange(this, this.protection.area ?? whole, this.protection.area === null ? 'all' : undefined);
  },
  getRangeName() {
    const { area } = this.protection;
    const named =
      area &&
      this.book.namedRanges.find((one) => one.sheetId === this.sheet.id && areaText(one.area) === areaText(area));
    return named ? named.name : null;
  },
  setRange(range) {
    requireChange(this);
    const state = rangeStates.get(this.execution)?.(range) ?? fail('rangeNotFound');
    this.protection.area = state.area;
    this.sheet.changed = true;
    return makeProtection(this, this.protection);
  },
  setNamedRange(named) {
    return guardNamed(this, named.getName());
  },
  setRangeName(name) {
    return guardNamed(this, name);
  },
  getUnprotectedRanges() {
    return this.protection.unprotected.map((area) => makeRange(this, area));
  },
  setUnprotectedRanges(ranges) {
    requireChange(this);
    if (this.protection.area !== null) fail('unprotectedOnRange');
    this.protection.unprotected = Array.from(
      ranges,
      (range) => (rangeStates.get(this.execution)?.(range) ?? fail('rangeNotFound')).area,
    );
    this.sheet.changed = true;
    return makeProtection(this, this.protection);
  },
  isWarningOnly() {
    return this.protection.warningOnly;
  },
  setWarningOnly(warningOnly) {
    requireChange(this);
    this.protection.warningOnly = warningOnly;
    this.sheet.changed = true;
    return makeProtection(this, this.protection);
  },
  remove() {
    requireChange(this);
    this.sheet.protections = this.sheet.protections.filter((one) => one !== this.protection);
    this.sheet.changed = true;
  },
});
