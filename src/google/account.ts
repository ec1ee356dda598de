/** Who runs the command, for the log; `''` where the platform does not tell. */
export function runnerMail(): string {
  return Session.getActiveUser().getEmail();
}

/** Who may edit the file besides its owner and whoever runs this. */
export function otherEditors(): string[] {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const ours = [book.getOwner()?.getEmail() ?? '', runnerMail()];
  return book
    .getEditors()
    .map((editor) => editor.getEmail())
    .filter((mail) => mail !== '' && !ours.includes(mail));
}
