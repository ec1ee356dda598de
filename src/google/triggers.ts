/** Installable triggers: they run as whoever installed them, with that account's rights. */

/** Sees to it that what anybody types reaches a function, with the rights of who runs this. Standing already: nothing is done. */
export function ensureEditTrigger(run: string): void {
  // People may grant rights one by one.
  ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/script.scriptapp']);
  const standing = ScriptApp.getProjectTriggers().some((trigger) => trigger.getHandlerFunction() === run);
  if (!standing) ScriptApp.newTrigger(run).forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create();
}
