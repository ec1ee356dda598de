/**
 * Protection: who may edit what, and who may say so.
 *
 * reference/spreadsheet/protection and guides/sheets/protection below developers.google.com/apps-script/. Scripts have the
 * rights of the account that runs them (guides/triggers/installable: an installed trigger runs as who made it).
 */
import { describe, expect, it } from 'vitest';
import { CLERK, OWNER, script, stranger } from './stranger.ts';

const REFUSED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** A sheet whose column A only the owner edits; `clerk` is an editor of the file. */
function guarded(extra = ''): { owner: ReturnType<typeof stranger>; clerk: ReturnType<typeof stranger> } {
  const owner = stranger(`
    function sheet_() { return SpreadsheetApp.getActive().getSheets()[0]; }
    function guard() {
      const protection = sheet_().getRange('A1:A10').protect().setDescription('keys');
      protection.removeEditors(protection.getEditors());
    }
    function write(a1) { sheet_().getRange(a1).setValue('x'); return sheet_().getRange(a1).getValue(); }
    function run(name) { return globalThis[name](); }
    ${extra}
  `);
  owner.book.editors.push(CLERK);
  owner.call('guard');
  return { owner, clerk: owner.session({ user: CLERK }) };
}

describe('Range.protect, Protection.getDescription, setDescription, addEditor, getEditors, canEdit, setWarningOnly, remove: a protected range', () => {
  it('is written by the owner and by nobody who is not named', () => {
    const { owner, clerk } = guarded();
    expect(owner.call('write', 'A1')).toBe('x');
    expect(clerk.call('write', 'B1')).toBe('x');
    expect(() => clerk.call('write', 'A1')).toThrow(REFUSED);
    expect(() => clerk.call('write', 'A1:B1')).toThrow(REFUSED);
  });

  it('is closed to everything that changes a cell', () => {
    const ways = [
      `setValues([[1]])`,
      `setFormula('=1')`,
      `clear()`,
      `clearContent()`,
      `clearFormat()`,
      `setBackground('red')`,
      `setNumberFormat('@')`,
      `setNote('n')`,
      `merge()`,
      `insertCheckboxes()`,
      `setDataValidation(null)`,
      `moveTo(sheet_().getRange('C1'))`,
      `sort(1)`,
      `trimWhitespace()`,
    ];
    const { clerk } = guarded(
      ways.map((way, index) => `function way${index}() { sheet_().getRange('A1').${way}; }`).join('\n') +
        `function row() { sheet_().deleteRow(1); }
         function all() { sheet_().clear(); }
         function copy() { sheet_().getRange('C1').copyTo(sheet_().getRange('A1')); }`,
    );
    for (const name of [...ways.keys()].map((index) => `way${index}`).concat('row', 'all', 'copy')) {
      expect(() => clerk.call(name), name).toThrow(REFUSED);
    }
  });

  it('is closed to a person typing as well', () => {
    const { owner, clerk } = guarded();
    expect(() => clerk.fire.edit({ sheet: 'Sheet1', a1: 'A1', values: [['typed']] })).toThrow(REFUSED);
    owner.fire.edit({ sheet: 'Sheet1', a1: 'A1', values: [['typed']] });
    expect(owner.book.sheets[0]?.rows[0]?.values[0]).toBe('typed');
  });

  it('is opened, described and taken away only by who may edit it', () => {
    const { owner, clerk } = guarded(`
      function first_() { return sheet_().getProtections(SpreadsheetApp.ProtectionType.RANGE)[0]; }
      function see() { return [first_().canEdit(), first_().getDescription(), first_().getRange().getA1Notation()]; }
      function editors() { return first_().getEditors().length; }
      function join() { first_().addEditor('${CLERK}'); }
      function rename() { first_().setDescription('mine'); }
      function remove() { first_().remove(); }
    `);
    expect(clerk.call('see')).toEqual([false, 'keys', 'A1:A10']);
    expect(owner.call('see')).toEqual([true, 'keys', 'A1:A10']);
    for (const name of ['editors', 'join', 'rename', 'remove']) expect(() => clerk.call(name), name).toThrow(REFUSED);
    owner.call('join');
    expect(clerk.call('write', 'A1')).toBe('x');
    expect(clerk.call('editors')).toBe(1);
  });

  it('only warns where it is told to', () => {
    const { owner, clerk } = guarded(`
      function warn() { sheet_().getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].setWarningOnly(true); }`);
    owner.call('warn');
    expect(clerk.call('write', 'A1')).toBe('x');
  });

  it('of two that overlap the stricter one counts', () => {
    const { owner, clerk } = guarded(`
      function second() { sheet_().getRange('A1:B10').protect().addEditor('${CLERK}'); }`);
    owner.call('second');
    expect(clerk.call('write', 'B1')).toBe('x');
    expect(() => clerk.call('write', 'A1')).toThrow(REFUSED);
  });
});

describe('Sheet.protect, getProtections, Protection.removeEditors, canDomainEdit, setDomainEdit, getRange, setUnprotectedRanges, getUnprotectedRanges: protecting', () => {
  it('a new protection mirrors the editors of the file until somebody changes them', () => {
    const host = stranger(`
      function protect() { SpreadsheetApp.getActiveSheet().protect(); }
      function write() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); }
    `);
    host.book.editors.push(CLERK);
    host.call('protect');
    expect(() => host.session({ user: CLERK }).call('write')).not.toThrow();
  });

  it('has the sequence of the documentation lock everybody else out', () => {
    // reference/spreadsheet/protection#geteditors
    const host = stranger(`
      function protect() {
        const protection = SpreadsheetApp.getActiveSheet().protect().setDescription('Sample protected sheet');
        const me = Session.getEffectiveUser();
        protection.addEditor(me);
        protection.removeEditors(protection.getEditors());
        if (protection.canDomainEdit()) protection.setDomainEdit(false);
        return protection.getEditors().map((user) => user.getEmail());
      }
      function write() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); }
    `);
    host.book.editors.push(CLERK);
    // The owner is not among the editors listed (issuetracker.google.com/442636162).
    expect(host.call('protect')).toEqual([]);
    expect(() => host.session({ user: CLERK }).call('write')).toThrow(REFUSED);
    expect(() => host.call('write')).not.toThrow();
  });

  it('who runs the script cannot lock himself out', () => {
    const host = stranger(`function protect() {
      const protection = SpreadsheetApp.getActiveSheet().protect();
      protection.removeEditors(['${CLERK}', '${OWNER}']);
      return protection.getEditors().map((user) => user.getEmail());
    }`);
    host.book.editors.push(CLERK, 'third@example.com');
    expect(host.session({ user: CLERK }).call('protect')).toEqual([CLERK, 'third@example.com']);
  });

  it('a domain that may edit may', () => {
    const host = stranger(`
      function protect() {
        const protection = SpreadsheetApp.getActiveSheet().protect();
        protection.removeEditors(protection.getEditors()).setDomainEdit(true);
      }
      function write() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); }
    `);
    host.call('protect');
    expect(() => host.session({ user: 'colleague@example.com' }).call('write')).not.toThrow();
    expect(() => host.session({ user: 'guest@elsewhere.com' }).call('write')).toThrow(REFUSED);
  });

  it('a sheet has one protection, a range as many as are made', () => {
    expect(
      script(`sheet.protect(); sheet.protect(); sheet.getRange('A1').protect(); sheet.getRange('A1').protect();
              return [sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length,
                      sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length];`),
    ).toEqual([1, 2]);
  });

  it('a protected sheet has no corner to name, and may leave cells open', () => {
    // gas-fakes test/testsheetspermissions.js, read off a live sheet
    const host = stranger(`
      function protect() {
        const sheet = SpreadsheetApp.getActiveSheet(), protection = sheet.protect();
        protection.removeEditors(protection.getEditors());
        protection.setUnprotectedRanges([sheet.getRange('B2:B5')]);
        return [protection.getRange().getA1Notation(), protection.getUnprotectedRanges()[0].getA1Notation()];
      }
      function write(a1) { SpreadsheetApp.getActiveSheet().getRange(a1).setValue(1); }
    `);
    host.book.editors.push(CLERK);
    expect(host.call('protect')).toEqual(['', 'B2:B5']);
    const clerk = host.session({ user: CLERK });
    expect(() => clerk.call('write', 'B3')).not.toThrow();
    expect(() => clerk.call('write', 'B6')).toThrow(REFUSED);
  });

  it('a range that is protected has no open cells of its own', () => {
    expect(() => script(`sheet.getRange('A1:B2').protect().setUnprotectedRanges([sheet.getRange('A1')]);`)).toThrow(
      'Unprotected ranges can only be set on a sheet protection.',
    );
  });
});

describe('Protection.addEditors, removeEditor, Spreadsheet.getProtections, getEditors, addEditors, addEditor, removeEditor, getOwner: whose file it is', () => {
  it('the owner and the editors of the file are told apart', () => {
    expect(
      script(`ss.addEditors(['a@x.cn', 'b@x.cn']).addEditor('a@x.cn'); ss.removeEditor('b@x.cn');
              return [ss.getOwner().getEmail(), ss.getEditors().map((user) => user.getEmail())];`),
    ).toEqual([OWNER, ['a@x.cn']]);
  });

  it('several editors are let in at once, one is put out', () => {
    expect(
      script(`const guard = sheet.getRange('A1').protect(); guard.removeEditors(guard.getEditors());
              guard.addEditors(['a@x.cn', 'b@x.cn']).removeEditor('a@x.cn');
              return guard.getEditors().map((user) => user.getEmail());`),
    ).toEqual(['b@x.cn']);
  });

  it('naming an editor of a guard does not give him the file', () => {
    // reference/spreadsheet/protection#addeditoremailaddress
    expect(script(`sheet.protect().addEditor('a@x.cn'); return ss.getEditors().length;`)).toBe(0);
  });

  it('all guards of a file, of sheets or of ranges', () => {
    expect(
      script(`ss.insertSheet('Other').protect(); sheet.getRange('A1').protect(); sheet.getRange('B1').protect();
              const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
              return [ss.getProtections(SHEET).map((one) => one.getRange().getSheet().getName()),
                      ss.getProtections(RANGE).map((one) => one.getRange().getA1Notation())];`),
    ).toEqual([['Other'], ['A1', 'B1']]);
  });
});

describe('Protection.setRange, setNamedRange, setRangeName, getRangeName, getProtectionType, isWarningOnly, Range.canEdit: what is guarded', () => {
  it('may be moved, also to where a name says', () => {
    expect(
      script(`ss.setNamedRange('keys', sheet.getRange('B1:B9')); const guard = sheet.getRange('A1').protect();
              const seen = [guard.getRangeName(), guard.setRange(sheet.getRange('C1')).getRange().getA1Notation()];
              guard.setNamedRange(ss.getNamedRanges()[0]); seen.push(guard.getRange().getA1Notation(), guard.getRangeName());
              guard.setRange(sheet.getRange('D1')).setRangeName('keys');
              return [...seen, guard.getRange().getA1Notation(), String(guard.getProtectionType()), guard.isWarningOnly()];`),
    ).toEqual([null, 'C1', 'B1:B9', 'keys', 'B1:B9', 'RANGE', false]);
  });

  it('who may not write it is told so', () => {
    const { owner, clerk } = guarded(`function may(a1) { return sheet_().getRange(a1).canEdit(); }`);
    expect([owner.call('may', 'A1'), clerk.call('may', 'A1'), clerk.call('may', 'B1')]).toEqual([true, false, true]);
  });
});
