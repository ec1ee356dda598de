/** Which cells of a protected sheet are locked in the file, so that people can fill the open ones anywhere. */
import { bottomOf, rightOf } from '../book/areas.ts';
import type { Area, Sheet } from '../book/book.ts';

/** Rows that are locked in the same columns. */
interface Band {
  readonly from: number;
  readonly to: number;
  /** By column index. */
  readonly locked: readonly boolean[];
}

export interface Locks {
  readonly protectedSheet: boolean;
  /** Of a row, by column index; undefined: the file's own say stays. */
  readonly ofRow: (row: number) => readonly boolean[] | undefined;
  /** What columns say for cells that are not in the file: as the most rows are locked. */
  readonly ofColumns: readonly boolean[] | undefined;
  /** Rows whose blank cells have to be in the file, since they are not locked as their columns are. */
  readonly rowsApart: readonly { readonly from: number; readonly to: number }[];
}

const OPEN: Locks = { protectedSheet: false, ofRow: () => undefined, ofColumns: undefined, rowsApart: [] };

/** Locked are the guarded ranges, and all of a guarded sheet but its open ranges. Warnings lock nothing. */
export function locksOf(sheet: Sheet): Locks {
  const real = sheet.protections.filter(({ warningOnly, mirrorsFile }) => !warningOnly && !mirrorsFile);
  if (real.length === 0) return OPEN;
  const whole = real.filter(({ area }) => area === null);
  const ranges = real.flatMap(({ area }): Area[] => (area === null ? [] : [area]));
  const open = whole.flatMap(({ unprotected }) => unprotected);
  const bands = bandsOf(sheet, [...ranges, ...open], (row) => {
    const locked = Array.from({ length: sheet.maxColumns }, () => whole.length > 0);
    for (const area of open) mark(locked, area, row, false);
    for (const area of ranges) mark(locked, area, row, true);
    return locked;
  });
  const heights = new Map<string, number>();
  const keyOf = ({ locked }: Band) => locked.map(Number).join('');
  for (const band of bands) heights.set(keyOf(band), (heights.get(keyOf(band)) ?? 0) + band.to - band.from + 1);
  const [usual] = [...heights].sort(([, a], [, b]) => b - a)[0] ?? [];
  let at = 0;
  return {
    protectedSheet: true,
    ofRow(row) {
      // Rows come in order: the band is the last one or near it.
      while (at > 0 && (bands[at]?.from ?? 0) > row) at -= 1;
      while (at < bands.length - 1 && (bands[at]?.to ?? 0) < row) at += 1;
      return bands[at]?.locked;
    },
    ofColumns: bands.find((band) => keyOf(band) === usual)?.locked,
    rowsApart: bands.filter((band) => keyOf(band) !== usual),
  };
}

function mark(locked: boolean[], area: Area, row: number, to: boolean): void {
  if (row < area.row || row > bottomOf(area)) return;
  locked.fill(to, area.column - 1, rightOf(area));
}

function bandsOf(sheet: Sheet, areas: readonly Area[], lockedIn: (row: number) => boolean[]): Band[] {
  const starts = new Set([1]);
  for (const area of areas) {
    starts.add(area.row);
    starts.add(bottomOf(area) + 1);
  }
  const sorted = [...starts].filter((row) => row <= sheet.maxRows).sort((a, b) => a - b);
  return sorted.map((from, index) => ({
    from,
    to: (sorted[index + 1] ?? sheet.maxRows + 1) - 1,
    locked: lockedIn(from),
  }));
}
