/**
 * The few colours of the workbook. Chosen to stay apart for colour-blind eyes (blue against orange, light against
 * dark; after M. Okabe and K. Ito, "Color Universal Design"), and never alone: a symbol and a word say the same.
 */
export const PALETTE = {
  heading: '#1f3a5f',
  onHeading: '#ffffff',
  section: '#dbe5f1',
  ink: '#1a1a1a',
  quiet: '#6b7280',
  waiting: '#fff2cc',
  overdue: '#f4b183',
  overdueInk: '#7a1f00',
  returned: '#e4d5f0',
  returnedInk: '#4a235a',
  done: '#ddebf7',
  scaleLow: '#f4b183',
  scaleMiddle: '#fff2cc',
  scaleHigh: '#9dc3e6',
  office: '#1f3a5f',
  department: '#e69f00',
  generated: '#56b4e9',
  record: '#999999',
} as const;
