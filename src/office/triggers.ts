/** The triggers a workbook lives by: set-up and repair install them, as the account that runs either. */
import { runnerMail } from '../google/account.ts';
import { remember } from '../google/memory.ts';
import { ensureTriggers } from '../google/triggers.ts';

export function installTriggers(): void {
  ensureTriggers([
    { run: 'whenEdited', when: 'edited' },
    { run: 'everyHour', when: 'everyHour' },
  ]);
  remember(INSTALLED, runnerMail());
}

/** Where the simple trigger finds word that the other is installed. */
export const INSTALLED = 'huizong.editTrigger';
