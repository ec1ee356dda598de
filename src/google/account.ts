/** Who runs the command, for the log; `''` where the platform does not tell. */
export function runnerMail(): string {
  return Session.getActiveUser().getEmail();
}
