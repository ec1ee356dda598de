/** What a person sees and answers: menu, messages, questions, dialogs. Never called inside a lock: an alert drops it. */

/** An entry, by the name of the global function it runs; a submenu; or a line between entries. */
export type MenuItem =
  | { readonly label: string; readonly run: string }
  | { readonly label: string; readonly items: readonly MenuItem[] }
  | 'line';

/** A menu of that title that stands already gives way to this one. */
export function showMenu(title: string, items: readonly MenuItem[]): void {
  menuOf(title, items).addToUi();
}

function menuOf(title: string, items: readonly MenuItem[]): GoogleAppsScript.Base.Menu {
  const menu = SpreadsheetApp.getUi().createMenu(title);
  for (const item of items) {
    if (item === 'line') menu.addSeparator();
    else if ('run' in item) menu.addItem(item.label, item.run);
    else menu.addSubMenu(menuOf(item.label, item.items));
  }
  return menu;
}

/** Takes a menu away. */
export function removeMenu(title: string): void {
  SpreadsheetApp.getActiveSpreadsheet().removeMenu(title);
}

export function tell(title: string, message: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, message, ui.ButtonSet.OK);
}

/** `true` for yes. */
export function confirm(title: string, message: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(title, message, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** What was typed, or `null` where the question was left. */
export function ask(title: string, message: string): string | null {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt(title, message, ui.ButtonSet.OK_CANCEL);
  return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText() : null;
}

/** A word on what is being done. */
export function toast(title: string, message: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(message, title, 5);
}

/** Shows a page of the bundle over the sheets; `data` is handed to it as JSON. Sizes in pixels. */
export function showDialog(page: string, title: string, size: { width: number; height: number }, data: unknown): void {
  SpreadsheetApp.getUi().showModalDialog(filledPage(page, data).setWidth(size.width).setHeight(size.height), title);
}

/** Shows a page of the bundle beside the sheets, 300 pixels wide; it stays while people work. */
export function showSidebar(page: string, title: string, data: unknown): void {
  SpreadsheetApp.getUi().showSidebar(filledPage(page, data).setTitle(title));
}

function filledPage(page: string, data: unknown): GoogleAppsScript.HTML.HtmlOutput {
  const html = HtmlService.createHtmlOutputFromFile(page).getContent();
  // `<` never stands in the JSON, so that nothing in a plan's or a department's text can end the script.
  const json = JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return HtmlService.createHtmlOutput(html.replace('"__DATA__"', () => json));
}
