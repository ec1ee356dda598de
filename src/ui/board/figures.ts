/** The month in five numbers, and the share of it that is in. */
import type { BoardWords } from '../../messages/pages.ts';
import { element } from '../dom.ts';
import type { Board } from './shape.ts';
import { owedIn } from './steps.ts';

export function figures(board: Board, words: BoardWords): HTMLElement[] {
  const { due, handedIn, onTime, late } = board.tally;
  const numbers = { due, handedIn, onTime, late, owed: owedIn(board) };
  const share = element('div', {
    class: 'share',
    role: 'img',
    'aria-label': words.handedInOf({ handedIn, due }),
  });
  const part = (kind: string, size: number) => {
    const made = element('span', { class: kind });
    made.style.flexGrow = String(size);
    return made;
  };
  share.append(part('done', onTime), part('late', late), part('missing', numbers.owed));
  return [
    element('p', { class: 'quiet', text: words.lastDay({ day: board.lastDay, isOver: board.isOver }) }),
    element(
      'dl',
      { class: 'figures' },
      (Object.keys(words.counts) as (keyof typeof numbers)[]).map((key) =>
        element('div', { class: key }, [
          element('dt', { text: words.counts[key] }),
          element('dd', { text: String(numbers[key]) }),
        ]),
      ),
    ),
    share,
  ];
}
