/** Browser: the message boxes of before `Ui`. */
import { fail } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { ask, hasScreen, shownOf } from './ui.ts';

type Browser = GoogleAppsScript.Base.Browser;

interface BrowserState {
  readonly execution: Execution;
}

/** The button that was clicked, in small letters; `cancel` for a box that was closed (reference/base/browser). */
const nameOf = (button: string): string => (button === 'CLOSE' ? 'cancel' : button.toLowerCase());

const browserFace: Face<Browser, BrowserState> = emulate<Browser, BrowserState>(
  'Browser',
  {
    msgBox(...args: unknown[]) {
      requireScreen(this, 'msgBox');
      return nameOf(ask(this, shownOf(this, args), 'alert').button);
    },
    inputBox(...args: unknown[]) {
      requireScreen(this, 'inputBox');
      const { button, text } = ask(this, shownOf(this, args), 'prompt');
      return button === 'OK' || button === 'YES' ? text : nameOf(button);
    },
  },
  { Buttons: 'ButtonSet' },
);

function requireScreen({ execution }: BrowserState, method: string): void {
  if (!hasScreen(execution)) fail('noBrowser', method);
}

export const browser = (execution: Execution): Browser => execution.make(browserFace, { execution });
