/** Formulas in R1C1 notation: `=R[1]C[-2]` is a row down and two columns to the left, `R3C1` is $A$3. */
import { type Corner, mapReferences, referenceText } from '../../book/references.ts';

const axis = (letter: 'R' | 'C', position: number | undefined, fixed: boolean, home: number): string => {
  if (position === undefined) return '';
  if (fixed) return `${letter}${position}`;
  return position === home ? `${letter}[0]` : `${letter}[${position - home}]`;
};

/** A formula of a cell with its references told from there. */
export function toR1C1(formula: string, row: number, column: number): string {
  const corner = ({ row: at, rowFixed, column: across, columnFixed }: Corner) =>
    axis('R', at, rowFixed, row) + axis('C', across, columnFixed, column);
  const marks: string[] = [];
  // `mapReferences` writes A1: a mark no formula has stands in until every reference is found.
  const marked = mapReferences(formula, (reference) => {
    const { from, to, sheet } = reference;
    const prefix = sheet === undefined ? '' : referenceText(reference).replace(/![^!]*$/, '!');
    marks.push(prefix + corner(from) + (to === undefined ? '' : `:${corner(to)}`));
    return { from: { row: 1_000_000 + marks.length, rowFixed: true, column: 18_278, columnFixed: true } };
  });
  return marked.replace(/\$ZZZ\$1(\d{6})/g, (whole, number: string) => marks[Number(number) - 1] ?? whole);
}

const reference =
  /"(?:[^"]|"")*"|'(?:[^']|'')+'|(?<![\p{L}\p{N}_.])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\p{L}\p{N}_(.[])/gu;

/** A formula in R1C1 notation as a cell keeps it. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(reference, (whole: string, down: string | undefined, across: string | undefined) => {
    if (!whole.startsWith('R')) return whole;
    const [r, rowFixed] = positionOf(down, row);
    const [c, columnFixed] = positionOf(across, column);
    if (r < 1 || c < 1) return '#REF!';
    return referenceText({ from: { row: r, rowFixed, column: c, columnFixed } });
  });
}

function positionOf(text: string | undefined, home: number): [number, boolean] {
  if (text === undefined) return [home, false];
  return text.startsWith('[') ? [home + Number(text.slice(1, -1)), false] : [Number(text), true];
}
