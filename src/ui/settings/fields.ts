/** The settings as a form: each with its explanation beneath, and its fault beside it. */

import { settings as en } from '../../messages/en/pages.ts';
import type { SettingsWords } from '../../messages/pages.ts';
import { settings as zhCN } from '../../messages/zh-CN/pages.ts';
import type { SettingField } from '../../workbook/settings-form.ts';
import { element, freshId } from '../dom.ts';
import { wordsOf } from '../page.ts';

export const settingsWords = (): SettingsWords => wordsOf({ 'zh-CN': zhCN, en });

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
  readonly values: () => readonly { readonly key: string; readonly value: string }[];
  /** Another value for a setting nobody has typed into yet. */
  readonly propose: (key: string, value: string) => void;
  /** Marks the fields whose values cannot be used, takes the marks off the others, and goes to the first. */
  readonly mark: (faults: readonly string[]) => void;
}

export function settingsFields(fields: readonly SettingField[]): SettingsFields {
  const words = settingsWords();
  const inputs = new Map<string, { input: Input; fault: HTMLElement; proposed: string }>();
  const grouped = GROUPS.flatMap(([, keys]) => keys);

  function line({ key, label, explain, value, choices }: SettingField): HTMLElement {
    const id = freshId();
    const input = inputOf(key, value, choices);
    input.id = id;
    input.setAttribute('aria-describedby', `${id}-fault ${id}-explain`);
    const fault = element('div', { class: 'fault', id: `${id}-fault` });
    inputs.set(key, { input, fault, proposed: value });
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
    values: () => [...inputs].map(([key, { input }]) => ({ key, value: input.value })),
    propose: (key, value) => {
      const field = inputs.get(key);
      if (!field || field.input.value !== field.proposed) return;
      field.input.value = value;
      field.proposed = value;
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
