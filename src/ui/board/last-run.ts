/** What the hourly run came to when it last ran: nobody watches it while it does. */
import type { BoardWords } from '../../messages/pages.ts';
import { element } from '../dom.ts';
import type { Board } from './shape.ts';

export function lastRun({ lastRun: run }: Pick<Board, 'lastRun'>, words: BoardWords): HTMLElement[] {
  if (run === null) return [element('p', { class: 'quiet', text: words.noRunYet })];
  const { time, isWhole, lines, hoursSilent } = run;
  const state = isWhole ? 'whole' : 'troubled';
  return [
    element('p', { class: 'run-time' }, [
      element('span', { class: 'sign', 'aria-hidden': 'true', text: isWhole ? '✓' : '！' }),
      document.createTextNode(` ${time.slice(0, 16).replace('T', ' ')}${words.comma}${words.runStates[state]}`),
    ]),
    ...(hoursSilent === null ? [] : [element('p', { class: 'note', text: words.runSilent(hoursSilent) })]),
    element(
      'ul',
      { class: `run ${state}` },
      lines.map((text) => element('li', { text })),
    ),
  ];
}
