/** The Word templates in force: the office's own where it has brought one in, otherwise those the add-on comes with. */
import { fromBase64 } from '../documents/docx/base64.ts';
import { openDocx, type Parts } from '../documents/docx/package.ts';
import { templateProblems } from '../documents/docx/template.ts';
import { DOCUMENT_TAGS, type DocumentKind } from '../documents/official/tags.ts';
import { builtInTemplate } from '../documents/templates/built-in.ts';
import { Refusal } from '../domain/refusal.ts';
import type { OpenBook } from '../google/book.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { readTemplates, type StoredTemplate } from '../workbook/templates.ts';

/** `null` for the one the add-on comes with. */
export type OwnTemplates = (kind: DocumentKind) => StoredTemplate | null;

/** @throws Refusal templateDamaged, when it is asked for one whose pieces are not all there */
export function ownTemplates(book: OpenBook): OwnTemplates {
  const { title } = declarationOf('templates');
  const rows = book.read(title);
  const { templates, damaged } = rows === null ? { templates: [], damaged: [] } : readTemplates(rows);
  return (kind) => {
    if (damaged.includes(kind)) throw new Refusal({ code: 'templateDamaged', sheet: title, kind });
    return templates.find((one) => one.kind === kind) ?? null;
  };
}

/** The parts of a kind's template, each opened once; an office's own is checked. @throws Refusal templateNotDocx, templateInvalid, templateDamaged */
export function templatesInForce(book: OpenBook): (kind: DocumentKind) => Parts {
  const own = ownTemplates(book);
  const opened = new Map<DocumentKind, Parts>();
  return (kind) => {
    const before = opened.get(kind);
    if (before) return before;
    const template = own(kind);
    const parts = template ? checkedTemplate(kind, template.file, template.base64) : builtInTemplate(kind);
    opened.set(kind, parts);
    return parts;
  };
}

/** @throws Refusal templateNotDocx, or templateInvalid with everything that is wrong with its tags */
export function checkedTemplate(kind: DocumentKind, file: string, base64: string): Parts {
  const bytes = fromBase64(base64);
  const parts = bytes === null ? 'notZip' : openDocx(bytes);
  if (typeof parts === 'string') throw new Refusal({ code: 'templateNotDocx', file, reason: parts });
  const problems = templateProblems(parts, DOCUMENT_TAGS[kind]);
  if (problems.length > 0) throw new Refusal({ code: 'templateInvalid', kind, file, faults: problems });
  return parts;
}
