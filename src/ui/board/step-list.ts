/** The steps of the month as a list: which are done, which is next, and the button of each. */
import type { BoardWords, StepName } from '../../messages/pages.ts';
import { element } from '../dom.ts';
import { button } from '../page.ts';
import type { Board } from './shape.ts';
import { owedIn, type Step, stepsOf } from './steps.ts';

/** @param carryOut a person pressed a step's button */
export function stepList(board: Board, words: BoardWords, carryOut: (name: StepName) => void): HTMLElement[] {
  const steps = stepsOf(board);
  const items = steps.map((step) => {
    const note = noteOf(step.name, board, words);
    return element('li', { class: step.state, ...(step.state === 'next' ? { 'aria-current': 'step' } : {}) }, [
      element('span', { class: 'sign', 'aria-hidden': 'true', text: SIGNS[step.state] }),
      element('span', { class: 'name' }, [
        element('strong', { text: words.stepNames[step.name] }),
        element('span', { class: 'hidden', text: ` ${words.stepStates[step.state]} ` }),
        ...(note === '' ? [] : [element('span', { class: 'note', text: note })]),
      ]),
      // There are no reminders for a month whose report has left.
      ...(step.name === 'remind' && board.done.frozen ? [] : [stepButton(step, words, carryOut)]),
    ]);
  });
  const isNext = steps.some(({ state }) => state === 'next');
  const pause = board.done.frozen ? words.archived : words.waitingForReturns;
  return [element('ol', { class: 'steps' }, items), ...(isNext ? [] : [element('p', { class: 'quiet', text: pause })])];
}

function stepButton(step: Step, words: BoardWords, carryOut: (name: StepName) => void): HTMLButtonElement {
  const action = actionOf(step, words);
  return button(action, () => carryOut(step.name), {
    class: step.state === 'next' ? 'main small' : 'small',
    'aria-label': `${action} ${words.stepNames[step.name]}`,
  });
}

const SIGNS: Readonly<Record<Step['state'], string>> = { done: '✓', next: '▶', open: '○' };

/** These ask nothing and open nothing: they run at once. */
export const runsAtOnce = (name: StepName): name is 'prepare' | 'consolidate' =>
  name === 'prepare' || name === 'consolidate';

function actionOf({ name, state }: Step, words: BoardWords): string {
  if (!runsAtOnce(name)) return words.open;
  return state === 'done' ? words.runAgain : words.run;
}

function noteOf(name: StepName, board: Board, { stepNotes: notes }: BoardWords): string {
  const { done, duties } = board;
  switch (name) {
    case 'prepare': {
      const without = duties.filter(({ row }) => row === null).length;
      return without === 0 ? '' : notes.waiting(without);
    }
    case 'remind':
      return owedIn(board) === 0 ? '' : notes.owed(owedIn(board), done.reminded);
    case 'review':
      return done.unreviewed === 0 ? '' : notes.unreviewed(done.unreviewed);
    case 'send':
      return done.sent === 0 ? '' : notes.sent(done.sent);
    default:
      return '';
  }
}
