/** An office's own Word templates: brought in, given back to be changed, put away again. */
import { toBase64 } from '../../documents/docx/base64.ts';
import { packDocx } from '../../documents/docx/package.ts';
import type { DocumentKind } from '../../documents/official/tags.ts';
import { DOCUMENT_KINDS } from '../../documents/official/tags.ts';
import { builtInTemplate } from '../../documents/templates/built-in.ts';
import { Refusal } from '../../domain/refusal.ts';
import { apply } from '../../google/apply.ts';
import { type OpenBook, openBook } from '../../google/book.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { type Outcome, readOffice } from '../../office/office.ts';
import { checkedTemplate, ownTemplates } from '../../office/templates.ts';
import { placesOf } from '../../workbook/places.ts';
import { declarationOf } from '../../workbook/sheets.ts';
import { type StoredTemplate, templateRows } from '../../workbook/templates.ts';

export interface TemplateReply {
  readonly kind: DocumentKind;
  /** The file's name as it was brought in; `null` for the one the add-on comes with. */
  readonly file: string | null;
}

/** Which template each kind of document is made from. A damaged one bears the name it had. */
export function templateList(): readonly TemplateReply[] {
  const own = ownTemplates(openBook());
  return DOCUMENT_KINDS.map((kind) => ({ kind, file: own(kind)?.file ?? null }));
}

/** A template to be changed in Word: the one in force. */
export function templateFile(kind: DocumentKind): { readonly name: string; readonly base64: string } {
  const own = ownTemplates(openBook())(kind);
  return own
    ? { name: own.file, base64: own.base64 }
    : { name: `${kind}.docx`, base64: toBase64(packDocx(builtInTemplate(kind))) };
}

/** Brings a template in, once it has been found to be without fault. @throws Refusal templateNotDocx, templateInvalid, sheetMissing */
export function importTemplate(kind: DocumentKind, file: string, base64: string): Outcome<TemplateReply> {
  checkedTemplate(kind, file, base64);
  return changed(kind, { kind, file, base64 });
}

/** Goes back to the template the add-on comes with. */
export function resetTemplate(kind: DocumentKind): Outcome<TemplateReply> {
  return changed(kind, null);
}

function changed(kind: DocumentKind, template: StoredTemplate | null): Outcome<TemplateReply> {
  return locked((book) => {
    const { messages, now } = readOffice(book);
    const declaration = declarationOf('templates');
    if (!book.has(declaration.title)) throw new Refusal({ code: 'sheetMissing', sheet: declaration.title });
    const others = DOCUMENT_KINDS.filter((one) => one !== kind).flatMap((one) => standing(book, one));
    const file = template?.file ?? null;
    const told = messages.told.template({ kind, file });
    apply([
      {
        kind: 'replace',
        sheet: declaration.title,
        row: 1,
        places: placesOf(book, declaration),
        rows: templateRows(template ? [...others, template] : others),
      },
      ...logLine(book, now, messages.commands.documents, told),
    ]);
    return { told, reply: { kind, file } };
  });
}

/** A damaged one is not carried on: its own refusal says to bring it in again. */
function standing(book: OpenBook, kind: DocumentKind): StoredTemplate[] {
  const own = ownTemplates(book)(kind);
  return own ? [own] : [];
}
