/** Reads and writes 文书模板: files as text, in pieces a cell can hold. */
import { fingerprint } from '../domain/fingerprint.ts';
import type { CellRows, NewRows } from '../spreadsheet/cell.ts';
import { piecesOf } from '../spreadsheet/pieces.ts';
import { rowOf } from './declaration.ts';
import { locate } from './locate.ts';
import { refuseMissing } from './missing.ts';
import { type TemplateKey, templatesSheet } from './sheets/templates.ts';

/** A template as it was brought in. */
export interface StoredTemplate {
  readonly kind: string;
  readonly file: string;
  readonly base64: string;
}

/** The templates of the sheet; `damaged` are the kinds whose pieces are no longer all there as they were written. */
export function readTemplates(rows: CellRows): {
  readonly templates: readonly StoredTemplate[];
  readonly damaged: readonly string[];
} {
  const located = locate(templatesSheet, rows);
  const keys = templatesSheet.columns.map(({ key }) => key);
  refuseMissing(templatesSheet, located, keys);
  const { at, headingRow } = located;
  const found = new Map<string, { file: string; mark: string; pieces: string[] }>();
  for (const row of rows.slice(headingRow + 1)) {
    const cell = (key: TemplateKey) => String(row[at[key]] ?? '').trim();
    if (cell('kind') === '') continue;
    const entry = found.get(cell('kind')) ?? { file: cell('file'), mark: cell('mark'), pieces: [] };
    entry.pieces[Number(cell('part')) - 1] = cell('content');
    found.set(cell('kind'), entry);
  }
  const templates = [...found].map(([kind, { file, pieces }]) => ({ kind, file, base64: pieces.join('') }));
  const damaged = templates
    .filter(({ kind, base64 }) => fingerprint(base64) !== found.get(kind)?.mark)
    .map(({ kind }) => kind);
  return { templates: templates.filter(({ kind }) => !damaged.includes(kind)), damaged };
}

/** The whole sheet with these templates in it. */
export function templateRows(templates: readonly StoredTemplate[]): NewRows {
  return [
    templatesSheet.columns.map(({ heading }) => heading),
    ...templates.flatMap(({ kind, file, base64 }) => {
      // A file of nothing has its row too.
      const pieces = base64 === '' ? [''] : piecesOf(base64);
      const parts = String(pieces.length);
      return pieces.map((content, index) =>
        rowOf(templatesSheet, { kind, file, part: String(index + 1), parts, content, mark: fingerprint(base64) }),
      );
    }),
  ];
}
