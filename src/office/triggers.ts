/** The triggers a workbook lives by: set-up and repair install them, as the account that runs either. */
import { runnerMail } from '../google/account.ts';
import { writeProperty } from '../google/properties.ts';
import { ensureTriggers } from '../google/triggers.ts';

export function installTriggers(): void {
  ensureTriggers([
    { run: 'whenEdited', when: 'edited' },
    { run: 'everyHour', when: 'everyHour' },
  ]);
  writeProperty(INSTALLED, runnerMail());
}

/** Where the simple trigger finds word that the other is installed. */
export const INSTALLED = 'huizong.editTrigger';
