/** Mail addresses, as the settings and the departments hold them. */

/**
 * Is it a mail address as mail programs take one? Deliberately plain: one `@`, no spaces, quotes, angle brackets or
 * control characters, a dot in the domain.
 */
export function isMailAddress(mail: string): boolean {
  return (
    mail.length <= 254 &&
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+$/.test(mail)
  );
}
