/** What the page needs of the spreadsheet component, which is bundled apart. */
import type { Task } from '../task.ts';
import type { BookChange, DrawnBook, Outcome, Place } from '../wire.ts';
import type { Language } from '../words.ts';

type ByHand = Extract<Task, { do: 'edit' | 'insert' | 'remove' | 'resize' }>;

export interface GridHands {
  /** Asks the host for what a person does in the grid; what it refuses is not drawn. */
  readonly wants: (task: ByHand) => Promise<Outcome>;
  readonly selects: (place: Place) => void;
  /** A person tries what only a spreadsheet program of its own can do. */
  readonly cannot: () => void;
}

export interface Grid {
  draw(book: DrawnBook, front: Place): void;
  change(change: BookChange): void;
  bringToFront(place: Place): void;
  /** What is in front and selected. */
  selection(): Place;
}

export type CreateGrid = (container: HTMLElement, language: Language, hands: GridHands) => Grid;
