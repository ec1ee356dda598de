/** Installable triggers: they run as the account that installed them, with that account's rights. */

export interface WantedTrigger {
  /** Name of a global function. */
  readonly run: string;
  readonly when: 'edited' | 'everyHour';
}

/** Sees to it that each trigger is there once, installed by the account that runs this. A standing one is left alone. */
export function ensureTriggers(wanted: readonly WantedTrigger[]): void {
  // People may grant rights one by one.
  ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/script.scriptapp']);
  const standing = ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction());
  for (const { run, when } of wanted) {
    if (standing.includes(run)) continue;
    if (when === 'everyHour') ScriptApp.newTrigger(run).timeBased().everyHours(1).create();
    else ScriptApp.newTrigger(run).forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create();
  }
}
