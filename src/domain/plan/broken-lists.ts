/** Lists of units that stand, or go on, in the line below: put behind their label. */
import { findLabels, loneLabel, namesWho } from './labels.ts';
import type { Line } from './lines.ts';
import { numberingOf } from './numbering.ts';
import { splitUnits } from './units.ts';

export function withBrokenLists(lines: readonly Line[]): Line[] {
  const whole: Line[] = [];
  let open = false;
  for (const line of lines) {
    const last = whole[whole.length - 1];
    if (last && open && isList(line.text)) {
      whole[whole.length - 1] = { ...last, text: last.text + line.text };
      open = line.text.endsWith('、');
    } else {
      const text = withColon(line.text);
      whole.push({ ...line, text });
      open = isOpen(text);
    }
  }
  return whole;
}

/** A label that is a line of its own needs no colon. */
function withColon(text: string): string {
  const number = text.slice(0, numberingOf(text)?.length ?? 0);
  const label = loneLabel(text.slice(number.length));
  return label === null ? text : `${number}${label}：`;
}

/** Does it end in a label that says who, or within the list behind one? */
function isOpen(text: string): boolean {
  const labels = findLabels(text);
  const label = labels[labels.length - 1];
  return label !== undefined && namesWho(label.group) && (label.to === text.length || text.endsWith('、'));
}

const isList = (text: string): boolean => numberingOf(text) === null && splitUnits(text).every(({ sure }) => sure);
