import { type Parts } from '../documents/docx/package.ts';
import { type DocumentKind } from '../documents/official/tags.ts';
import type { OpenBook } from '../google/book.ts';
import { type StoredTemplate } from '../workbook/templates.ts';
/** `null` for the one the add-on comes with. */
export type OwnTemplates = (kind: DocumentKind) => StoredTemplate | null;
/** @throws Refusal templateDamaged, when it is asked for one whose pieces are not all there */
export declare function ownTemplates(book: OpenBook): OwnTemplates;
/** The parts of a kind's template, each opened once; an office's own is checked. @throws Refusal templateNotDocx, templateInvalid, templateDamaged */
export declare function templatesInForce(book: OpenBook): (kind: DocumentKind) => Parts;
/** @throws Refusal templateNotDocx, or templateInvalid with everything that is wrong with its tags */
export declare function checkedTemplate(kind: DocumentKind, file: string, base64: string): Parts;
