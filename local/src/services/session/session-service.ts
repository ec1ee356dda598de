/** Session: who runs the script, in which zone and language. */
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { makeUser } from '../spreadsheet/make.ts';

const face: Face<GoogleAppsScript.Base.Session, { execution: Execution }> = emulate<
  GoogleAppsScript.Base.Session,
  { execution: Execution }
>('Session', {
  getActiveUser() {
    const { execution } = this;
    // In a simple trigger the address is blank: no account has consented to show it.
    return makeUser(
      execution,
      execution.cause === 'simple trigger' ? '' : addressOf(execution, execution.session.user),
    );
  },
  getEffectiveUser() {
    return makeUser(this.execution, addressOf(this.execution, this.execution.user));
  },
  getScriptTimeZone() {
    // A project without a manifest of its own has taken on the zone of its file.
    const { project, cloud } = this.execution.session;
    return project.manifest.timeZone ?? cloud.book.timeZone;
  },
  getActiveUserLocale() {
    return this.execution.session.language.split('-')[0] ?? 'en';
  },
  getTemporaryActiveUserKey() {
    return Buffer.from(this.execution.session.user).toString('base64url');
  },
});

/** Without its scope the address is blank. */
function addressOf({ session }: Execution, mail: string): string {
  const scopes = session.project.manifest.oauthScopes;
  return scopes === undefined || scopes.some((scope) => scope.endsWith('/userinfo.email')) ? mail : '';
}

export const sessionService = (execution: Execution): GoogleAppsScript.Base.Session =>
  execution.make(face, { execution });
