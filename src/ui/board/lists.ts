/** Who owes what, and what to look at. */
import type { BoardDuty } from '../../commands/month/board.ts';
import type { Place } from '../../commands/month/go-to.ts';
import type { BoardWords } from '../../messages/pages.ts';
import { element } from '../dom.ts';
import { button } from '../page.ts';
import { taskText } from './grid.ts';
import { kindOf, SYMBOLS, standingInWords } from './marks.ts';
import type { Board } from './shape.ts';

/** By department, folded in: each is one click from its row. */
export function owedList(board: Board, words: BoardWords, choose: (duty: BoardDuty) => void): HTMLElement[] {
  const owed = board.duties.filter(({ status }) => ['missing', 'draft', 'returned'].includes(status));
  if (owed.length === 0) return [element('p', { class: 'quiet', text: words.nobodyOwes })];
  return board.departments.flatMap((department, at) => {
    const own = owed.filter((duty) => duty.department === at);
    if (own.length === 0) return [];
    return [
      element('details', { id: `owed-${at}` }, [
        element('summary', { text: words.owedBy({ department, count: own.length }) }),
        element(
          'ul',
          { class: 'owes' },
          board.tasks.flatMap((task, of) =>
            own.filter((duty) => duty.task === of).map((duty) => owedItem(task, duty, words, choose)),
          ),
        ),
      ]),
    ];
  });
}

function owedItem(
  task: Board['tasks'][number],
  duty: BoardDuty,
  words: BoardWords,
  choose: (duty: BoardDuty) => void,
): HTMLLIElement {
  const kind = kindOf(duty);
  return element('li', {}, [
    element('span', { class: `mark ${kind}`, 'aria-hidden': 'true', text: SYMBOLS[kind] }),
    element('span', {}, [
      button(taskText(task), () => choose(duty), { class: 'link', title: words.toRow }),
      element('span', { class: 'note', text: standingInWords(duty, words) }),
    ]),
  ]);
}

/** What to look at: each is one click from its cell. */
export function findingList(
  { findings, findingCount }: Board,
  words: BoardWords,
  goTo: (place: Place) => void,
): HTMLElement[] {
  if (findings.length === 0) return [element('p', { class: 'quiet', text: words.noFindings })];
  const items = findings.map(({ message, place }) =>
    element('li', {}, [
      place === null ? element('span', { text: message }) : button(message, () => goTo(place), { class: 'link' }),
    ]),
  );
  return [
    element('details', { id: 'findings' }, [
      element('summary', { text: words.findingsCount(findingCount) }),
      element('ul', { class: 'problems' }, items),
      ...(findingCount > findings.length ? [element('p', { class: 'quiet', text: words.moreFindings })] : []),
    ]),
  ];
}
