/** The month's documents as files: the builders' data put into the templates. The one door into this folder. */

import { at } from '../../domain/at.ts';
import type { Parts } from '../docx/package.ts';
import { fillTemplate } from '../docx/template.ts';
import type { MailDocument } from '../mail.ts';
import { bulletin } from './bulletin.ts';
import { chaseNotice, owingDepartments } from './chase.ts';
import { type MonthlyInput, monthlyReport } from './monthly.ts';
import { owedDocument } from './owed.ts';
import { reportText } from './report-text.ts';
import { DOCUMENT_KINDS, DOCUMENT_TAGS, type DocumentKind } from './tags.ts';

const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Those of which a month has one each, besides the report. */
type Single = Exclude<DocumentKind, '月度报告' | '催报通知'>;

/** What a month's documents are called, without making them. */
export type DocumentName =
  | { readonly kind: '月度报告'; readonly name: string }
  | { readonly kind: Single; readonly name: string }
  /** A notice goes to a department. */
  | { readonly kind: '催报通知'; readonly name: string; readonly department: number };

/** The report, the bulletin, the list of what is owed, and a notice for each department that owes something. */
export function documentNames({ consolidation }: Pick<MonthlyInput, 'consolidation'>): DocumentName[] {
  const { period, matrix } = consolidation;
  const kinds = DOCUMENT_KINDS.filter((kind) => kind !== '催报通知');
  return [
    ...kinds.map((kind): DocumentName => ({ kind, name: `${kind}-${period}.docx` })),
    ...owingDepartments(consolidation).map(
      (department): DocumentName => ({
        kind: '催报通知',
        name: `催报通知-${period}-${fileName(at(matrix.departments, department).name)}.docx`,
        department,
      }),
    ),
  ];
}

/** What no file system takes in a name. */
const fileName = (text: string): string => text.replace(/[\\/:*?"<>|\p{C}]+/gu, '_').slice(0, 60);

/** The report as it goes upward: a file whose name says whose it is, and its words. */
export function reportForMail(
  input: MonthlyInput,
  template: Parts,
): { readonly document: MailDocument; readonly text: string } {
  const { period } = input.consolidation;
  const data = monthlyReport(input);
  const unit = input.about.unitName === '' ? '' : `-${fileName(input.about.unitName)}`;
  const issue = input.registered.supplement === 0 ? '' : `-补充${input.registered.supplement}`;
  return {
    document: {
      name: `月度报告-${period}${unit}${issue}.docx`,
      mimeType: DOCX_TYPE,
      bytes: fillTemplate(template, DOCUMENT_TAGS.月度报告, data),
    },
    text: reportText(data),
  };
}

/** Any but the report. `parts` are those of its kind's template, which must have been found without problems. */
export function makeDocument(
  document: Exclude<DocumentName, { readonly kind: '月度报告' }>,
  { consolidation, about }: Pick<MonthlyInput, 'consolidation' | 'about'>,
  parts: Parts,
): MailDocument {
  const bytes = () => {
    switch (document.kind) {
      case '通报':
        return fillTemplate(parts, DOCUMENT_TAGS.通报, bulletin(consolidation, about));
      case '催报通知':
        return fillTemplate(parts, DOCUMENT_TAGS.催报通知, chaseNotice(consolidation, document.department, about));
      case '缺报清单':
        return fillTemplate(parts, DOCUMENT_TAGS.缺报清单, owedDocument(consolidation, about));
    }
  };
  return { name: document.name, mimeType: DOCX_TYPE, bytes: bytes() };
}
