/** 设置 on a page: every value is looked at before any is written. */
import type { LocalDateTime } from '../../domain/local-date.ts';
import { apply } from '../../google/apply.ts';
import { nowIn } from '../../google/clock.ts';
import { messagesIn } from '../../messages/catalogues.ts';
import { clearDirectory } from '../../office/directory.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { type Outcome, rowsOf } from '../../office/office.ts';
import { readLanguage, unusableSettings } from '../../workbook/settings.ts';
import { settingWrites } from '../../workbook/settings-form.ts';

/** A setting by its key, and what was typed for it. */
export interface TypedSetting {
  readonly key: string;
  readonly value: string;
}

export interface SaveReply {
  /** Keys of what cannot be used; where there is one, nothing was written. */
  readonly faults: readonly string[];
  /** Labels of the settings that have another value now. */
  readonly changed: readonly string[];
}

export const byKey = (typed: readonly TypedSetting[]): ReadonlyMap<string, string> =>
  new Map(typed.map(({ key, value }) => [key, value]));

/** Keys of the settings that cannot be used. */
export const faultySettings = (typed: readonly TypedSetting[]): readonly string[] => unusableSettings(byKey(typed));

/** @throws Refusal sheetMissing */
export function saveTyped(typed: readonly TypedSetting[]): Outcome<SaveReply> {
  return locked((book) => {
    const rows = rowsOf(book, 'settings');
    const faults = faultySettings(typed);
    const { changes, changed } = settingWrites(rows, byKey(faults.length > 0 ? [] : typed));
    const messages = messagesIn(readLanguage(rows));
    const told = messages.told.settings({ changed, faults: faults.length });
    if (changes.length > 0) {
      // Before, so that a run that is stopped leaves nothing stale; after, because a person may have typed in between.
      clearDirectory();
      apply([...changes, ...logLine(book, nowIn(book.timeZone) as LocalDateTime, messages.commands.settings, told)]);
      clearDirectory();
    }
    return { told, reply: { faults, changed } };
  });
}
