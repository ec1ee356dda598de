let runner: string | null = null;

/** Who runs the command; `''` where the platform does not tell. Asked once: a run is one account's from its load to its end. */
export function runnerMail(): string {
  runner ??= Session.getActiveUser().getEmail();
  return runner;
}

/** Who may edit the file besides its owner and the account that runs this. */
export function otherEditors(): string[] {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const ours = [book.getOwner()?.getEmail(), runnerMail()];
  return book
    .getEditors()
    .map((editor) => editor.getEmail())
    .filter((mail) => mail !== '' && !ours.includes(mail));
}
