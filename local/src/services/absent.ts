/** Services of the platform the local host does not imitate: whatever is asked of them fails by name. */
import { NotSupportedError } from '../runtime/errors.ts';
import type { Execution } from '../runtime/execution.ts';

/** The built-in services of developers.google.com/apps-script/reference that are not here. */
const names = [
  'CalendarApp',
  'CardService',
  'Charts',
  'ContactsApp',
  'ContentService',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'SitesApp',
  'SlidesApp',
  'UrlFetchApp',
  'XmlService',
] as const;

/** One global for each, so that `DriveApp.getFiles()` says what is missing rather than that nothing is there. */
export function absentServices({ realm }: Execution): Record<string, object> {
  const absent = (name: string): object => {
    const refuse = (method: string) =>
      realm.wrap(() => {
        throw new NotSupportedError(`${name}.${method}`);
      });
    return new Proxy(realm.record(), {
      get: (_, method) => (typeof method === 'symbol' ? undefined : refuse(method)),
    });
  };
  return Object.fromEntries(names.map((name) => [name, absent(name)]));
}
