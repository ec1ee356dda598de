/** Numbers as people type them into 数量 and 人次. */

/**
 * The number a cell holds: `35`, `1,200`, `１２`, `35次`, `1.5万`. `null` where it is blank, `undefined` where it is no
 * number or a negative one (`约三十`, `-5`): told apart, because blank is not zero and text is not blank.
 */
export function parseQuantity(cell: string | number | boolean): number | null | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) && cell >= 0 ? cell : undefined;
  if (typeof cell === 'boolean') return undefined;
  if (cell === '') return null;
  const text = cell.normalize('NFKC').replace(/\s/g, '');
  if (text === '') return null;
  const match =
    /^\+?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(万)?(?:人次|人|次|件|个|场|起|处|家|份|项|条|辆|块|张|名|户|元)?$/.exec(
      text,
    );
  if (!match) return undefined;
  // What stands behind the number is not read.
  const value = Number.parseFloat(text.replace(/,/g, ''));
  return match[1] === undefined ? value : Number((value * 10000).toFixed(6));
}
