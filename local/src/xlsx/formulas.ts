/** Formulas as the platform writes them and as a file does. */

/**
 * Functions younger than the format: a file names them with a prefix, or Excel shows #NAME? until a person types the
 * formula again ([MS-XLSX] 2.2.2, future functions). Those of dynamic arrays have a second one.
 */
const YOUNG = new Set(
  (
    'ACOT,ACOTH,AGGREGATE,ARABIC,BASE,BITAND,BITLSHIFT,BITOR,BITRSHIFT,BITXOR,CEILING.MATH,COMBINA,CONCAT,COT,COTH,' +
    'CSC,CSCH,DAYS,DECIMAL,FLOOR.MATH,FORMULATEXT,IFNA,IFS,ISFORMULA,ISOWEEKNUM,LET,MAXIFS,MINIFS,MUNIT,NUMBERVALUE,' +
    'PDURATION,PERMUTATIONA,RANDARRAY,RRI,SEC,SECH,SEQUENCE,SHEET,SHEETS,SORTBY,SWITCH,TEXTJOIN,UNICHAR,UNICODE,' +
    'UNIQUE,XLOOKUP,XMATCH,XOR'
  ).split(','),
);
const YOUNG_TWICE = new Set(['FILTER', 'SORT']);

/** Texts and quoted sheet names are passed over; what is left before a bracket is a function. */
const FUNCTION = /"(?:[^"]|"")*"|'(?:[^']|'')*'|([A-Za-z_][\w.]*)(?=\()/g;

/** A formula without its `=`, as a file writes it. */
export function fileFormula(formula: string): string {
  return formula.replace(/^=/, '').replace(FUNCTION, (whole, name?: string) => {
    const known = name?.toUpperCase() ?? '';
    if (YOUNG_TWICE.has(known)) return `_xlfn._xlws.${whole}`;
    return YOUNG.has(known) ? `_xlfn.${whole}` : whole;
  });
}

/** A formula of a file with its `=`, as the platform writes it. */
export const bookFormula = (text: string): string => `=${text.replace(/_xlfn\.(?:_xlws\.)?/g, '')}`;

/** What stands inside `=ARRAYFORMULA(…)` where that is the whole formula: a file marks the cell instead. */
export function arrayFormulaIn(formula: string): string | undefined {
  const inside = /^=ARRAYFORMULA\(([\s\S]*)\)$/i.exec(formula)?.[1];
  if (inside === undefined) return undefined;
  let depth = 0;
  for (const [part] of inside.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[()]/g)) {
    if (part === '(') depth += 1;
    if (part === ')') depth -= 1;
    // The bracket that closes the function stands before the end.
    if (depth < 0) return undefined;
  }
  return inside;
}
