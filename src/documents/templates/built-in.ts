/** The templates every workbook begins with: the Word files of this folder, put into the script by the build. */
import type { DocumentKind } from '../official/tags.ts';
import chase from './催报通知.docx';
import monthly from './月度报告.docx';
import owed from './缺报清单.docx';
import bulletin from './通报.docx';

/** As base64. */
export const BUILT_IN: Readonly<Record<DocumentKind, string>> = {
  月度报告: monthly,
  通报: bulletin,
  催报通知: chase,
  缺报清单: owed,
};
