/** An empty spreadsheet, as Google makes one: one sheet of 1000 rows and 26 columns. */
import type { Book } from './book.ts';
import { blankSheet, newSheetSize } from './sheets.ts';

/** What may be said of a new spreadsheet. */
export interface NewBook {
  readonly title?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly owner?: string;
  readonly rows?: number;
  readonly columns?: number;
}

/** A new, empty spreadsheet. */
export function emptyBook(options: NewBook = {}): Book {
  const locale = options.locale ?? 'zh_CN';
  const name = locale.startsWith('zh') ? '工作表1' : 'Sheet1';
  return {
    title: options.title ?? (locale.startsWith('zh') ? '未命名电子表格' : 'Untitled spreadsheet'),
    timeZone: options.timeZone ?? 'Asia/Shanghai',
    locale,
    owner: options.owner ?? '',
    editors: [],
    sheets: [blankSheet(0, name, options.rows ?? newSheetSize.rows, options.columns ?? newSheetSize.columns)],
    activeSheetId: 0,
    styles: [{}],
    namedRanges: [],
    sidecar: {},
  };
}
