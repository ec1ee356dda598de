/**
 * What came of the last hourly run, kept with the document: on Google no person reads what a trigger says, and the board shows it.
 * One run's words take the place of those before; what it sent stands in 操作日志, too.
 */
import * as z from 'zod/mini';
import { type Properties, writeProperty } from '../google/properties.ts';

export interface LastRun {
  /** `2023-05-18T09:30:00` */
  readonly time: string;
  /** All that was due has left, or waits for its turn by itself. */
  readonly isWhole: boolean;
  readonly lines: readonly string[];
}

const PROPERTY = 'huizong.lastRun';

/** A property store is small, and so is a sidebar: the whole stands in 发送记录. */
const MOST_LINES = 20;
const MOST_CHARACTERS = 300;

const shape = () => z.object({ time: z.string(), isWhole: z.boolean(), lines: z.array(z.string()) });

export function storeLastRun({ time, isWhole, lines }: LastRun): void {
  const kept = lines.slice(0, MOST_LINES).map(shortened);
  const run = { time, isWhole, lines: lines.length > MOST_LINES ? [...kept, '…'] : kept };
  writeProperty(PROPERTY, JSON.stringify(run));
}

const shortened = (line: string): string =>
  line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1)}…` : line;

/** `null` where there was none yet, or what is kept of it cannot be read. */
export function lastRunIn(properties: Properties): LastRun | null {
  try {
    return z.parse(shape(), JSON.parse(properties.get(PROPERTY) ?? ''));
  } catch {
    return null;
  }
}
