/** Sheets that reach further than anything in them: what people leave behind by a slip, and what programs write. */

/** Below this row nothing of the sheets that are spoilt stands. */
const FREE = 2_000;
const LAST = 1_048_576;

const everyRow = (last: number, row: (number: number) => string): string => {
  const rows: string[] = [];
  for (let number = FREE; number <= last; number += 1) rows.push(row(number));
  return rows.join('');
};

const rowsAtEnd = (rows: () => string) => (sheet: string) =>
  sheet.replace('</sheetData>', () => `${rows()}</sheetData>`);

const text = (cell: string): string => `<c r="${cell}" t="inlineStr"><is><t>误</t></is></c>`;

const columns = (sheet: string, cols: string): string =>
  /<cols>/.test(sheet) ? sheet.replace(/<cols>.*?<\/cols>/s, cols) : sheet.replace('<sheetData', `${cols}<sheetData`);

export interface StrayCase {
  readonly name: string;
  /** Spoils a sheet's part. */
  readonly spoil: (sheet: string) => string;
  /** The cell a person must be told of. */
  readonly cell?: string;
}

/** One cell, one row or column, or an area that has no end. */
export const STRAYS: readonly StrayCase[] = [
  {
    name: 'a cell in the last corner',
    spoil: rowsAtEnd(() => `<row r="${LAST}">${text(`XFD${LAST}`)}</row>`),
    cell: `XFD${LAST}`,
  },
  {
    name: 'a cell in the last row',
    spoil: rowsAtEnd(() => `<row r="${LAST}">${text(`A${LAST}`)}</row>`),
    cell: `A${LAST}`,
  },
  {
    name: 'a cell half-way down',
    spoil: rowsAtEnd(() => `<row r="500000">${text('C500000')}</row>`),
    cell: 'C500000',
  },
  {
    name: 'a cell in the last column',
    spoil: rowsAtEnd(() => `<row r="900">${text('XFD900')}</row>`),
    cell: 'XFD900',
  },
  {
    name: 'a formula in the last corner',
    spoil: rowsAtEnd(() => `<row r="${LAST}"><c r="XFD${LAST}"><f>1+1</f><v>2</v></c></row>`),
    cell: `XFD${LAST}`,
  },
  { name: 'a format in the last corner', spoil: rowsAtEnd(() => `<row r="${LAST}"><c r="XFD${LAST}" s="1"/></row>`) },
  {
    name: 'a format of all columns',
    spoil: (sheet) => columns(sheet, '<cols><col min="1" max="16384" width="9" style="1"/></cols>'),
  },
  {
    name: 'a dimension that is not so',
    spoil: (sheet) =>
      sheet
        .replace(/<dimension[^>]*>/, '')
        .replace(/(<worksheet[^>]*>(?:<sheetPr.*?<\/sheetPr>)?)/s, `$1<dimension ref="A1:XFD${LAST}"/>`),
  },
  {
    name: 'merged cells without end',
    spoil: (sheet) =>
      sheet.replace(
        /(<\/sheetData>(?:<sheetProtection[^>]*>)?(?:<autoFilter[^>]*\/>)?)/,
        `$1<mergeCells count="1"><mergeCell ref="AB5000:XFD${LAST}"/></mergeCells>`,
      ),
  },
];

/** Rows down to a last one that say nothing but how they look. */
export const looks = (last = LAST): readonly StrayCase[] => [
  {
    name: 'a style of each row',
    spoil: rowsAtEnd(() => everyRow(last, (row) => `<row r="${row}" s="1" customFormat="1"/>`)),
  },
  {
    name: 'a height of each row',
    spoil: rowsAtEnd(() => everyRow(last, (row) => `<row r="${row}" ht="30" customHeight="1"/>`)),
  },
  {
    name: 'a style of two cells in each row',
    spoil: rowsAtEnd(() =>
      everyRow(last, (row) => `<row r="${row}"><c r="A${row}" s="1"/><c r="B${row}" s="1"/></row>`),
    ),
  },
];
