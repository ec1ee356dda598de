/** 预览: the month's summary as it would go to the district now. */

import type { ImageSource } from '../../documents/official/evidence.ts';
import { openBook } from '../../google/book.ts';
import { readOffice } from '../../office/office.ts';
import { NO_IMAGES, plannedReport, type ReportReply } from '../../office/planned-report.ts';

/** Nothing is written and nothing leaves. @throws Refusal as plannedReport does */
export function previewReport(month: string, imageSource: ImageSource = NO_IMAGES): ReportReply {
  return plannedReport(readOffice(openBook()), month, 'person', imageSource).reply;
}
