/** What leaves the add-on, looked at by readers that share nothing with it. */
import { type Element, Window } from 'happy-dom';
import PostalMime, { type Email } from 'postal-mime';
import { emlOf } from '../../local/src/mail/eml.ts';
import type { Host } from '../support/host.ts';

/** The elements of our own mail, and their one attribute. Nothing that loads, links or runs is among them. */
const OURS = ['div', 'p', 'h3', 'h4', 'table', 'tbody', 'tr', 'th', 'td', 'ul', 'li'];

/** Every element that is not ours and every attribute but our styles, as `img[onerror]`. */
export function strangersIn(html: string): string[] {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } as never });
  document.body.innerHTML = html;
  return [...document.body.querySelectorAll('*')].flatMap((element: Element) => {
    const name = element.tagName.toLowerCase();
    const attributes = [...element.attributes].filter(
      (attribute) => attribute.name !== 'style' || /url|expression|import|\\/i.test(attribute.value ?? ''),
    );
    return [...(OURS.includes(name) ? [] : [name]), ...attributes.map((attribute) => `${name}[${attribute.name}]`)];
  });
}

/** The text a reader of the page sees. */
export function textIn(html: string): string {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } as never });
  document.body.innerHTML = html;
  return document.body.textContent ?? '';
}

/** The mails that left, as another program reads the files. */
export async function mailsOf(host: Host): Promise<{ email: Email; headers: string[] }[]> {
  return Promise.all(
    host.mail.map(async (mail) => {
      const email = await PostalMime.parse(await emlOf(mail));
      return { email, headers: email.headers.map(({ key }) => key).sort() };
    }),
  );
}

/** Formulas of a workbook by sheet and cell; those of our own state column are left out. */
export function formulasIn(host: Host, own: (sheet: string, row: number, column: number) => boolean): string[] {
  return host.services.SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .flatMap((sheet) =>
      sheet
        .getDataRange()
        .getFormulas()
        .flatMap((row, at) =>
          row.flatMap((formula, column) =>
            formula === '' || own(sheet.getName(), at + 1, column + 1)
              ? []
              : [`${sheet.getName()} ${at + 1}: ${formula}`],
          ),
        ),
    );
}
