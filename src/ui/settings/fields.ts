/** The settings as a form: each with its explanation beneath, and its fault beside it. */

import { settingWords } from '../../messages/en/settings.ts';
import { settings as byLanguage } from '../../messages/page-words.ts';
import type { SettingsWords, SettingWords } from '../../messages/pages.ts';
import type { SettingKey } from '../../workbook/settings.ts';
import type { SettingField } from '../../workbook/settings-form.ts';
import { element, freshId } from '../dom.ts';
import { wordsOf } from '../page.ts';

export const settingsWords = (): SettingsWords => wordsOf(byLanguage);

/** No setting without its English. */
settingWords satisfies Readonly<Record<SettingKey, SettingWords>>;

/** Which settings stand together. Whatever is in no group comes with the last. */
const GROUPS: readonly (readonly [keyof SettingsWords['groups'], readonly string[]])[] = [
  ['unit', ['year', 'unitName', 'workName', 'contact']],
  ['deadline', ['deadlineDay', 'inclusive', 'holidays', 'months', 'leadsReport', 'closeAfter']],
  ['upward', ['recipients', 'copyTo', 'introduction', 'nextSteps', 'documentNumber']],
  ['reminders', ['automatic', 'remindBefore', 'remindOnDay', 'remindAfter', 'headAfter', 'leaderAfter', 'workingDays']],
  ['others', []],
];

/** Texts of several lines. */
const LONG: readonly string[] = ['recipients', 'introduction', 'nextSteps'];

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export interface SettingsFields {
  readonly node: HTMLElement;
  /** In the words of the sheet. */
  readonly values: () => readonly { readonly key: string; readonly value: string }[];
  /** What the page calls settings that the sheet calls so. */
  readonly named: (labels: readonly string[]) => readonly string[];
  /** Another value for a setting nobody has typed into yet. */
  readonly propose: (key: string, value: string) => void;
  /** Marks the fields whose values cannot be used, takes the marks off the others, and goes to the first. */
  readonly mark: (faults: readonly string[]) => void;
}

export function settingsFields(fields: readonly SettingField[]): SettingsFields {
  const words = settingsWords();
  const inputs = new Map<string, { input: Input; fault: HTMLElement; proposed: string; terms: Terms }>();
  const grouped = GROUPS.flatMap(([, keys]) => keys);

  function line(field: SettingField): HTMLElement {
    const { key, choices } = field;
    const { label, explain, values }: SettingWords = words.fields[key] ?? { ...field, values: {} };
    const terms = termsOf(values);
    const value = terms.shown(field.value);
    const id = freshId();
    const input = inputOf(key, value, choices.map(terms.shown));
    input.id = id;
    input.setAttribute('aria-describedby', `${id}-fault ${id}-explain`);
    const fault = element('div', { class: 'fault', id: `${id}-fault` });
    inputs.set(key, { input, fault, proposed: value, terms });
    return element('div', { class: 'setting' }, [
      element('label', { text: label, for: id }),
      element('div', {}, [input, fault, element('div', { class: 'quiet', id: `${id}-explain`, text: explain })]),
    ]);
  }

  const node = element(
    'div',
    {},
    GROUPS.map(([group, keys]) => {
      const own = fields.filter(({ key }) => (group === 'others' ? !grouped.includes(key) : keys.includes(key)));
      return element('fieldset', {}, [element('legend', { text: words.groups[group] }), ...own.map(line)]);
    }),
  );

  return {
    node,
    values: () => [...inputs].map(([key, { input, terms }]) => ({ key, value: terms.meant(input.value) })),
    named: (labels) =>
      fields.filter(({ label }) => labels.includes(label)).map(({ key, label }) => words.fields[key]?.label ?? label),
    propose: (key, value) => {
      const field = inputs.get(key);
      if (!field || field.input.value !== field.proposed) return;
      field.input.value = field.terms.shown(value);
      field.proposed = field.input.value;
    },
    mark: (faults) => {
      for (const [key, { input, fault }] of inputs) {
        const isFaulty = faults.includes(key);
        fault.textContent = isFaulty ? words.unusable : '';
        if (isFaulty) input.setAttribute('aria-invalid', 'true');
        else input.removeAttribute('aria-invalid');
      }
      const [first] = [...inputs].filter(([key]) => faults.includes(key));
      first?.[1].input.focus();
    },
  };
}

/** A word of the sheet as the page has it, and what somebody typed on the page as the sheet has it. */
interface Terms {
  readonly shown: (word: string) => string;
  readonly meant: (typed: string) => string;
}

function termsOf(values: SettingWords['values'] = {}): Terms {
  return {
    shown: (word) => values[word] ?? word,
    meant: (typed) => {
      const isTyped = ([, shown]: readonly [string, string]) => shown.toLowerCase() === typed.trim().toLowerCase();
      return Object.entries(values).find(isTyped)?.[0] ?? typed;
    },
  };
}

function inputOf(key: string, value: string, choices: readonly string[]): Input {
  if (choices.length > 0) {
    // A value that is none of the choices stays to be seen, and is refused when it is saved.
    const offered = choices.includes(value) || value === '' ? choices : [value, ...choices];
    const select = element(
      'select',
      {},
      offered.map((text) => element('option', { text, value: text })),
    );
    select.value = value;
    return select;
  }
  const input = LONG.includes(key) ? element('textarea', { rows: '2' }) : element('input', { type: 'text' });
  input.value = value;
  return input;
}
