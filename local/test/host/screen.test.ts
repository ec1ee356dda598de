/**
 * What the person at the screen sees and answers: menus, alerts, prompts, toasts, dialogs; and who has no screen.
 *
 * reference/base/ui, …/menu, …/prompt-response, …/browser, guides/menus, guides/dialogs below
 * developers.google.com/apps-script/; the text for runs without a screen as quoted in public issues.
 */
import { describe, expect, it } from 'vitest';
import { bodyHost, failureOf, type Host, script, stranger } from './stranger.ts';

/** Runs statements that have `ui`, with answers laid out beforehand. */
function atScreen(body: string, ...answers: Parameters<Host['ui']['answer']>): { host: Host; answer: unknown } {
  const host = bodyHost(`const ui = SpreadsheetApp.getUi(); ${body}`);
  host.ui.answer(...answers);
  return { host, answer: host.call('main') };
}

describe('SpreadsheetApp.getUi: who has a screen', () => {
  const source = `function onOpen() { SpreadsheetApp.getUi(); console.log('opened'); }
    function install() { ScriptApp.newTrigger('main').timeBased().everyHours(1).create(); }
    function main() { SpreadsheetApp.getUi(); console.log('ran'); }`;

  it('who opened the file, clicked, or sits at a page', () => {
    const host = stranger(source);
    host.fire.onOpen();
    host.call('main');
    host.callAsClient('main');
    expect(host.log.map(({ text }) => text)).toEqual(['opened', 'ran', 'ran']);
  });

  it('not a trigger that was installed', () => {
    const host = stranger(source);
    host.call('install');
    host.setNow('2023-05-21T10:00');
    expect(failureOf(() => host.fire.clock())).toBe('Exception: Cannot call SpreadsheetApp.getUi() from this context.');
  });

  it('not a script of its own', () => {
    expect(failureOf(() => stranger(source, { container: false }).call('main'))).toBe(
      'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });
});

describe('Ui.createMenu, Menu.addItem, addSeparator, addSubMenu, addToUi: menus', () => {
  const menu = `function onOpen() {
      const ui = SpreadsheetApp.getUi();
      ui.createMenu('Tools').addItem('One', 'one').addSeparator()
        .addSubMenu(ui.createMenu('More').addItem('Two', 'tools.two')).addToUi();
    }
    function one() { return 'one ran'; }
    var tools = { two() { return 'two ran'; } };`;

  it('are there with their entries once they were added', () => {
    const host = stranger(menu);
    host.fire.onOpen();
    expect(host.ui.menus.get('Tools')?.items.map(({ label, run, items }) => [label, run, items.length])).toEqual([
      ['One', 'one', 0],
      ['-', null, 0],
      ['More', null, 1],
    ]);
  });

  it('an entry runs its function, also one of an object', () => {
    // guides/v8-runtime, “Object functions can be called from triggers and menus”
    const host = stranger(menu);
    host.fire.onOpen();
    expect([host.ui.click('Tools ▸ One'), host.ui.click('Tools ▸ More ▸ Two')]).toEqual(['one ran', 'two ran']);
  });

  it('an entry whose function is not there says so when it is clicked', () => {
    const host = stranger(
      `function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Gone', 'gone').addToUi(); }`,
    );
    host.fire.onOpen();
    expect(failureOf(() => host.ui.click('M ▸ Gone'))).toBe('Exception: Script function not found: gone');
  });

  it('one that is added again replaces the one before, one that is not added is not there', () => {
    const { host } =
      atScreen(`ui.createMenu('M').addItem('Old', 'f').addToUi(); ui.createMenu('M').addItem('New', 'f').addToUi();
                               ui.createMenu('Never').addItem('x', 'f');`);
    expect(host.ui.menus.get('M')?.items.map(({ label }) => label)).toEqual(['New']);
    expect(host.ui.menus.has('Never')).toBe(false);
  });
});

describe('Spreadsheet.addMenu, updateMenu, removeMenu: menus as before Ui', () => {
  it('entries are records, null a line', () => {
    const host =
      bodyHost(`ss.addMenu('M', [{ name: 'One', functionName: 'one' }, null, { name: 'Two', functionName: 'two' }]);
                           ss.addMenu('N', []); ss.updateMenu('M', [{ name: 'Three', functionName: 'three' }]); ss.removeMenu('N');`);
    host.call('main');
    expect([...host.ui.menus.values()].map(({ label, items }) => [label, items.map(({ run }) => run)])).toEqual([
      ['M', ['three']],
    ]);
  });
});

describe('Ui.alert: a message, or a question', () => {
  it.each([
    [`ui.alert('text')`, { title: '', message: 'text', buttons: 'OK' }],
    [`ui.alert('text', ui.ButtonSet.YES_NO)`, { title: '', message: 'text', buttons: 'YES_NO' }],
    [`ui.alert('title', 'text', ui.ButtonSet.OK_CANCEL)`, { title: 'title', message: 'text', buttons: 'OK_CANCEL' }],
  ])('%s shows %j', (call, shown) => {
    expect(atScreen(`${call};`, 'OK').host.ui.alerts).toEqual([shown]);
  });

  it.each(['YES', 'NO', 'CLOSE'])('answers with the button: %s', (button) => {
    expect(
      atScreen(
        `const answer = ui.alert('t', ui.ButtonSet.YES_NO); return [answer === ui.Button.${button}, String(answer)];`,
        button,
      ).answer,
    ).toEqual([true, button]);
  });

  it('a message alone needs no answer laid out; a question does, by name', () => {
    expect(atScreen(`return String(ui.alert('text'));`).answer).toBe('OK');
    expect(failureOf(() => atScreen(`ui.alert('Really?', ui.ButtonSet.YES_NO);`))).toBe(
      'NotSupportedError: not supported by the local host: an unanswered alert “Really?”: queue one with ui.answer(…)',
    );
  });

  it('takes text, nothing else', () => {
    expect(failureOf(() => atScreen(`ui.alert(5);`))).toBe(
      "Exception: The parameters (number) don't match the method signature for Ui.alert.",
    );
  });
});

describe('Ui.prompt, PromptResponse.getSelectedButton, getResponseText: a question with a field', () => {
  it.each([
    [{ button: 'OK', text: '五月' }, ['OK', '五月']],
    [{ button: 'CANCEL', text: 'typed' }, ['CANCEL', 'typed']],
    ['CLOSE', ['CLOSE', '']],
  ])('answered %j gives %j', (given, answer) => {
    expect(
      atScreen(
        `const answer = ui.prompt('title', 'text', ui.ButtonSet.OK_CANCEL);
         return [String(answer.getSelectedButton()), answer.getResponseText()];`,
        given,
      ).answer,
    ).toEqual(answer);
  });

  it('asks what it was told to ask', () => {
    const { host } = atScreen(`ui.prompt('text'); ui.prompt('text', ui.ButtonSet.YES_NO);`, 'OK', 'YES');
    expect(host.ui.prompts.map(({ message, buttons }) => [message, buttons])).toEqual([
      ['text', 'OK'],
      ['text', 'YES_NO'],
    ]);
  });
});

describe('Browser.msgBox, inputBox: message boxes as before Ui', () => {
  it('answer with the button in small letters, and with what was typed', () => {
    expect(
      atScreen(
        `return [Browser.msgBox('text'), Browser.msgBox('title', 'text', Browser.Buttons.YES_NO), Browser.inputBox('what'),
                 Browser.inputBox('what', Browser.Buttons.OK_CANCEL)];`,
        'OK',
        'NO',
        { button: 'OK', text: 'typed' },
        'CLOSE',
      ).answer,
    ).toEqual(['ok', 'no', 'typed', 'cancel']);
  });

  it('not where nobody sits at a screen', () => {
    const host = stranger(`function install() { ScriptApp.newTrigger('main').timeBased().everyHours(1).create(); }
                           function main() { Browser.msgBox('text'); }`);
    host.call('install');
    host.setNow('2023-05-21T10:00');
    expect(failureOf(() => host.fire.clock())).toBe(
      'Exception: Cannot call Browser.msgBox() from this context; have you tried Logger.log() instead?',
    );
  });
});

describe('Spreadsheet.toast: a word in the corner', () => {
  it.each([
    [`ss.toast('text')`, { message: 'text', title: '', seconds: 5 }],
    [`ss.toast('text', 'title')`, { message: 'text', title: 'title', seconds: 5 }],
    [`ss.toast('text', 'title', -1)`, { message: 'text', title: 'title', seconds: -1 }],
    [`ss.toast('text', 'title', null)`, { message: 'text', title: 'title', seconds: 5 }],
  ])('%s', (call, toast) => {
    expect(atScreen(`${call};`).host.ui.toasts).toEqual([toast]);
  });

  it('does no harm where nobody sits at a screen', () => {
    const host = stranger(`function install() { ScriptApp.newTrigger('main').timeBased().everyHours(1).create(); }
                           function main() { SpreadsheetApp.getActive().toast('done'); }`);
    host.call('install');
    host.setNow('2023-05-21T10:00');
    expect(failureOf(() => host.fire.clock())).toBe('no error');
  });
});

describe('Ui.showModalDialog, showModelessDialog, showSidebar, showDialog: pages', () => {
  it('show what HtmlService made, with its size and title', () => {
    const { host } = atScreen(`
      ui.showModalDialog(HtmlService.createHtmlOutput('<b>a</b>').setWidth(300).setHeight(200), 'Dialog');
      ui.showModelessDialog(HtmlService.createHtmlOutput('b'), 'Open');
      ui.showSidebar(HtmlService.createHtmlOutput('c').setTitle('Side'));
      ui.showDialog(HtmlService.createHtmlOutput('d').setTitle('Old'));`);
    expect(host.ui.dialogs).toEqual([
      { title: 'Dialog', html: '<b>a</b>', width: 300, height: 200 },
      { title: 'Open', html: 'b', width: null, height: null },
      { title: 'Old', html: 'd', width: null, height: null },
    ]);
    expect(host.ui.sidebars).toEqual([{ title: 'Side', html: 'c', width: null, height: null }]);
  });

  it('not before anybody agreed: onOpen may add a menu only', () => {
    const host = stranger(
      `function onOpen() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); }`,
    );
    expect(failureOf(() => host.fire.onOpen())).toMatch(
      /^Exception: You do not have permission to call Ui.showSidebar\./,
    );
  });

  it('not without the scope in the manifest', () => {
    const host = bodyHost(`SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('x'), 't');`);
    host.load('', { manifest: { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'] } });
    expect(failureOf(() => host.call('main'))).toBe(
      'Exception: Specified permissions are not sufficient to call Ui.showModalDialog. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    );
  });
});

describe('HtmlService.createHtmlOutput, HtmlOutput.setWidth, setHeight, setTitle, append, appendUntrusted, getContent, getTitle, getWidth, getHeight, clear, setContent: a page put together', () => {
  it('holds what was put into it', () => {
    expect(
      script(`const page = HtmlService.createHtmlOutput('<p>').append('<i>').appendUntrusted('<b> & "x"').setTitle('题').setWidth(10).setHeight(20);
              const seen = [page.getContent(), page.getTitle(), page.getWidth(), page.getHeight()];
              return [...seen, page.clear().getContent(), page.setContent('new').getContent(),
                      HtmlService.createHtmlOutput().getContent()];`),
    ).toEqual(['<p><i>&lt;b&gt; &amp; &quot;x&quot;', '题', 10, 20, '', 'new', '']);
  });

  it('is a file when asked', () => {
    expect(
      script(`const file = HtmlService.createHtmlOutput('文').setTitle('page').getBlob();
              return [file.getContentType(), file.getDataAsString()];`),
    ).toEqual(['text/html', '文']);
  });
});

describe('HtmlService.createHtmlOutputFromFile, createTemplateFromFile: pages of the project', () => {
  const options = { html: { page: '<p>as it is <?= 1 ?></p>' } };

  it('are read as they are, or as templates', () => {
    expect(
      script(
        `return [HtmlService.createHtmlOutputFromFile('page').getContent(), HtmlService.createTemplateFromFile('page').evaluate().getContent(),
                 HtmlService.createHtmlOutputFromFile('page.html').getContent().length];`,
        options,
      ),
    ).toEqual(['<p>as it is <?= 1 ?></p>', '<p>as it is 1</p>', 24]);
  });

  it('one that is not there is named', () => {
    expect(failureOf(() => script(`HtmlService.createHtmlOutputFromFile('gone');`, options))).toBe(
      'Exception: No HTML file named gone was found.',
    );
  });
});

describe('HtmlService.createTemplate, HtmlTemplate.evaluate, getCode, getRawContent, HtmlOutput.asTemplate: templates', () => {
  // guides/html/templates
  it.each([
    ['<?= "<b>" ?>', '&lt;b&gt;'],
    ['<?!= "<b>" ?>', '<b>'],
    ['<? for (const n of [1, 2]) { ?><i><?= n ?></i><? } ?>', '<i>1</i><i>2</i>'],
    ['<script>var x = <?= name ?>;</script>', '<script>var x = "\\u003c/script\\u003e";</script>'],
    ['<a title="<?= name ?>">', '<a title="&lt;/script&gt;">'],
    ['<?= helper() ?>', 'of the script'],
  ])('%s becomes %s', (template, page) => {
    const host = stranger(`function helper() { return 'of the script'; }
      function main(text) { const template = HtmlService.createTemplate(text); template.name = '</script>'; return template.evaluate().getContent(); }`);
    expect(host.call('main', template)).toBe(page);
  });

  it('may be looked at, and run by oneself', () => {
    expect(
      script(`const template = HtmlService.createTemplate('a<?= 1 + 1 ?>');
              return [template.getRawContent(), eval(template.getCode()).getContent(),
                      HtmlService.createHtmlOutput('<?= 3 ?>').asTemplate().evaluate().getContent()];`),
    ).toEqual(['a<?= 1 + 1 ?>', 'a2', '3']);
  });
});
