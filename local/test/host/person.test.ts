/** A person who really sits at the screen: asked in the midst of a run, shown what comes up, working by hand besides. */
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/host.ts';
import { CLERK, failureOf, OWNER, stranger } from './stranger.ts';

/** Answers in turn, and writes down what was to be seen. */
function sitting(...answers: { button: string; text?: string }[]) {
  const seen: string[] = [];
  const person: Person = {
    answer(shown, what) {
      seen.push(`${what} ${shown.title} ${shown.message} ${shown.buttons}`);
      return answers.shift() ?? { button: 'CLOSE' };
    },
    sees: (appearance) => seen.push(JSON.stringify(appearance)),
  };
  return { person, seen };
}

describe('a question nobody laid an answer out for', () => {
  it('goes to the person, and the script goes on with what is answered', () => {
    const { person, seen } = sitting({ button: 'OK', text: '5月' }, { button: 'NO' });
    const host = stranger(
      `function main() {
         const ui = SpreadsheetApp.getUi();
         const answer = ui.prompt('月份', '哪个月？', ui.ButtonSet.OK_CANCEL);
         const sure = ui.alert('确定', '真的？', ui.ButtonSet.YES_NO);
         return [String(answer.getSelectedButton()), answer.getResponseText(), String(sure)];
       }`,
      { person },
    );
    expect(host.call('main')).toEqual(['OK', '5月', 'NO']);
    expect(seen).toEqual(['prompt 月份 哪个月？ OK_CANCEL', 'alert 确定 真的？ YES_NO']);
  });

  it('also where it only says something: the script waits until it was read', () => {
    const { person, seen } = sitting({ button: 'OK' });
    stranger(`function main() { SpreadsheetApp.getUi().alert('好了'); }`, { person }).call('main');
    expect(seen).toEqual(['alert  好了 OK']);
  });

  it('is not asked again where an answer was laid out', () => {
    const { person, seen } = sitting();
    const host = stranger(`function main() { return String(SpreadsheetApp.getUi().alert('好了')); }`, { person });
    host.ui.answer('OK');
    expect([host.call('main'), seen]).toEqual(['OK', []]);
  });
});

it('toasts, dialogs and the sidebar are seen when they come up', () => {
  const { person, seen } = sitting();
  stranger(
    `function main() {
       const ui = SpreadsheetApp.getUi();
       const page = (text) => HtmlService.createHtmlOutput(text).setTitle('题').setWidth(300).setHeight(200);
       SpreadsheetApp.getActiveSpreadsheet().toast('正在做', '汇总', 3);
       ui.showModalDialog(page('a'), '甲');
       ui.showModelessDialog(page('b'), '乙');
       ui.showSidebar(page('c'));
     }`,
    { person },
  ).call('main');
  const page = (title: string, html: string) => ({ title, html, width: 300, height: 200 });
  expect(seen.map((text) => JSON.parse(text) as unknown)).toEqual([
    { kind: 'toast', message: '正在做', title: '汇总', seconds: 3 },
    { kind: 'dialog', page: page('甲', 'a'), modal: true },
    { kind: 'dialog', page: page('乙', 'b'), modal: false },
    { kind: 'sidebar', page: page('题', 'c') },
  ]);
});

describe('what a person does by hand', () => {
  it('is selected for the scripts, and runs no trigger', () => {
    const host = stranger(`function onEdit() { console.log('edited'); }
      function main() { return SpreadsheetApp.getActiveRange().getA1Notation(); }`);
    host.byHand(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActiveSheet();
      sheet.insertRowsBefore(1, 2);
      sheet.getRange('B3:C4').activate();
    });
    expect([host.call('main'), host.log]).toEqual(['B3:C4', []]);
    expect(host.ui.front()).toEqual({ sheet: 0, areas: [{ row: 3, column: 2, rows: 2, columns: 2 }] });
  });

  it('no longer holds rows that have gone', () => {
    const host = stranger('');
    host.byHand(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActiveSheet();
      sheet.getRange('A999:A1000').activate();
      sheet.deleteRows(900, 100);
    });
    expect(host.ui.front().areas).toEqual([]);
    host.byHand(({ SpreadsheetApp }) => SpreadsheetApp.getActiveSheet().deleteRow(1));
  });

  it('is refused like anything else where a guard stands', () => {
    const host = stranger(`function guard() {
      const guard = SpreadsheetApp.getActiveSheet().protect();
      guard.removeEditors(guard.getEditors());
    }`);
    host.services.SpreadsheetApp.getActiveSpreadsheet().addEditor(CLERK);
    host.call('guard');
    const remove = (user: string) => () =>
      host.session({ user }).byHand(({ SpreadsheetApp }) => SpreadsheetApp.getActiveSheet().deleteRow(1));
    expect(failureOf(remove(CLERK))).toMatch(/^Exception: You are trying to edit a protected cell or object/);
    expect(failureOf(remove(OWNER))).toBe('no error');
  });
});

describe('a trigger that fails', () => {
  const source = `function onEdit() { throw new Error('broken'); }`;
  const edit = { sheet: 'Sheet1', a1: 'A1', values: [['x']] };

  it('is told to who is named for it, and what was typed stays', () => {
    const failures: string[] = [];
    const host = stranger(source, { triggerFailed: (error, trigger) => failures.push(`${trigger}: ${String(error)}`) });
    host.fire.edit(edit);
    expect(failures).toEqual(['onEdit: Error: broken']);
    expect(host.services.SpreadsheetApp.getActiveSheet().getRange('A1').getValue()).toBe('x');
  });

  it('is thrown where nobody is named', () => {
    const host = stranger(source);
    expect(failureOf(() => host.fire.edit(edit))).toBe('Error: broken');
  });
});
