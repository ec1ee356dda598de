/** Departments × tasks at a glance: one stop of the tab key, arrow keys within, what stands there in words beneath. */
import type { BoardDuty, BoardReply } from '../../commands/month/board.ts';
import type { BoardWords } from '../../messages/pages.ts';
import { element, freshId } from '../dom.ts';
import { kindOf, legendWord, type MarkKind, SYMBOLS, standingInWords } from './marks.ts';

export type GridBoard = Pick<BoardReply, 'departments' | 'tasks'> & { readonly duties: readonly BoardDuty[] };

type Task = GridBoard['tasks'][number];

/** `3 开展消防检查` */
export const taskText = ({ no, title }: Task): string => [no, title].filter(Boolean).join(' ');

/** @param choose a person clicked a duty, or pressed Enter on it */
export function dutyGrid(board: GridBoard, words: BoardWords, choose: (duty: BoardDuty) => void): HTMLElement[] {
  const duties = new Map(board.duties.map((duty) => [`${duty.department}/${duty.task}`, duty]));
  const departments = board.departments
    .map((name, at) => ({ name, at }))
    .filter(({ at }) => board.duties.some((one) => one.department === at));
  const tasks = board.tasks
    .map((task, at) => ({ ...task, at }))
    .filter(({ at }) => board.duties.some((one) => one.task === at));
  const cells: HTMLElement[][] = [];
  const help = element('p', { class: 'hidden', id: freshId(), text: words.gridHelp });
  const said = element('p', { class: 'said', 'aria-hidden': 'true', text: words.gridHelp });
  const tell = (text: string) => {
    said.textContent = text;
  };

  const head = element('tr', { role: 'row' }, [
    element('th', { role: 'columnheader' }, [element('span', { class: 'hidden', text: words.department })]),
    ...tasks.map(({ no, title }) =>
      element('th', { role: 'columnheader', title, text: no, 'aria-label': `${words.task(no)} ${title}` }),
    ),
  ]);
  const rows = departments.map(({ name, at }, y) => {
    const line = tasks.map((task, x) => {
      const duty = duties.get(`${at}/${task.at}`);
      const cell = duty
        ? dutyCell(duty, name, task, x, y)
        : element('td', { role: 'gridcell', 'aria-label': words.noDuty, tabindex: '-1' });
      cell.addEventListener('keydown', (event) => press(event, cell, x, y));
      return cell;
    });
    cells.push(line);
    return element('tr', { role: 'row' }, [element('th', { role: 'rowheader', text: name, title: name }), ...line]);
  });

  function dutyCell(duty: BoardDuty, department: string, task: Task, x: number, y: number): HTMLElement {
    const kind = kindOf(duty);
    const label = [department, taskText(task), words.roles[duty.role], standingInWords(duty, words)].join(words.comma);
    const cell = element('td', {
      role: 'gridcell',
      class: `mark ${kind}`,
      text: SYMBOLS[kind],
      tabindex: '-1',
      'aria-label': label,
    });
    for (const event of ['focus', 'mouseenter']) cell.addEventListener(event, () => tell(label));
    cell.addEventListener('click', () => {
      moveTo(x, y);
      choose(duty);
    });
    return cell;
  }

  /** One cell can be reached by the tab key: the one where a person was last. */
  function moveTo(x: number, y: number): void {
    const cell = cells[y]?.[x];
    if (!cell) return;
    for (const other of cells.flat()) other.tabIndex = -1;
    cell.tabIndex = 0;
    cell.focus();
  }

  function press(event: KeyboardEvent, cell: HTMLElement, x: number, y: number): void {
    const lastX = tasks.length - 1;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowRight: [x + 1, y],
      ArrowLeft: [x - 1, y],
      ArrowDown: [x, y + 1],
      ArrowUp: [x, y - 1],
      Home: [0, event.ctrlKey ? 0 : y],
      End: [lastX, event.ctrlKey ? cells.length - 1 : y],
    };
    const move = moves[event.key];
    const isChosen = event.key === 'Enter' || event.key === ' ';
    if (!move && !isChosen) return;
    event.preventDefault();
    if (move) moveTo(...move);
    else cell.click();
  }

  const width = `--tasks:${tasks.length}`;
  const grid = element(
    'table',
    { role: 'grid', class: 'grid', style: width, 'aria-label': words.grid, 'aria-describedby': help.id },
    [element('thead', { role: 'rowgroup' }, [head]), element('tbody', { role: 'rowgroup' }, rows)],
  );
  grid.querySelector('.mark')?.setAttribute('tabindex', '0');
  return [element('div', { class: 'scroll' }, [grid]), help, said, legend(board, words)];
}

/** Only what occurs: a month that goes well has a short one. */
function legend({ duties }: GridBoard, words: BoardWords): HTMLElement {
  const kinds = new Set(duties.map(kindOf));
  const shown = (Object.keys(SYMBOLS) as MarkKind[]).filter((kind) => kinds.has(kind));
  return element(
    'ul',
    { class: 'legend', 'aria-label': words.legend },
    shown.map((kind) =>
      element('li', {}, [
        element('span', { class: `mark ${kind}`, text: SYMBOLS[kind], 'aria-hidden': 'true' }),
        document.createTextNode(legendWord(kind, words)),
      ]),
    ),
  );
}
