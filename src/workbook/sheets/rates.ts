/** 完成率: department × month, complete and on time, and the year to date. Made anew by every consolidation. */
import type { LiveRule } from '../../spreadsheet/look.ts';
import { type ColumnDeclaration, declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

function rateColumn(key: string, heading: string, width: number, explain: string): ColumnDeclaration {
  return textColumn(key, heading, { width, author: 'script', format: '0%', align: 'center', explain });
}

export const ratesSheet = declareSheet<string>({
  key: 'rates',
  title: '完成率',
  frozenRows: 1,
  frozenColumns: 1,
  tabColor: PALETTE.generated,
  guard: 'office',
  columns: [
    textColumn('department', '部门', { width: 150, author: 'script', explain: '末行为合计。' }),
    rateColumn('yearComplete', '累计完成率', 84, '年初至今：已报 ÷ 应报。'),
    rateColumn('yearOnTime', '累计按时率', 84, '年初至今：按时 ÷ 应报。'),
    ...MONTHS.map((month) => rateColumn(`complete${month}`, `${month}月完成`, 62, `${month}月：已报 ÷ 应报。`)),
    ...MONTHS.map((month) => rateColumn(`onTime${month}`, `${month}月按时`, 62, `${month}月：按时 ÷ 应报。`)),
  ],
  rules: (columnAt): LiveRule[] => [
    {
      fromColumn: columnAt('yearComplete'),
      toColumn: columnAt('onTime12'),
      fromRow: 2,
      when: { kind: 'scale', low: PALETTE.scaleLow, middle: PALETTE.scaleMiddle, high: PALETTE.scaleHigh },
      look: {},
    },
  ],
});
