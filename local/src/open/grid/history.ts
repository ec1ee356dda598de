/** Taking back and doing again: by typing what was there, so that the host allows or refuses it like any other edit. */
import type { Part } from './typing.ts';

export interface Done {
  readonly sheet: number;
  readonly before: readonly Part[];
  readonly after: readonly Part[];
}

export interface History {
  done(edit: Done): void;
  undo(): boolean;
  redo(): boolean;
}

const MOST = 100;

/** @param send types; answers whether the host took it */
export function createHistory(send: (sheet: number, parts: readonly Part[]) => Promise<boolean>): History {
  const past: Done[] = [];
  const future: Done[] = [];
  const move = (from: Done[], to: Done[], parts: 'before' | 'after'): boolean => {
    const edit = from.pop();
    if (!edit) return false;
    void send(edit.sheet, edit[parts]).then((ok) => ok && to.push(edit));
    return true;
  };
  return {
    done(edit) {
      past.push(edit);
      if (past.length > MOST) past.shift();
      future.length = 0;
    },
    undo: () => move(past, future, 'before'),
    redo: () => move(future, past, 'after'),
  };
}
