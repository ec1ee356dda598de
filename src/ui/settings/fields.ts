/** The settings as a form: each with its explanation beneath, and its fault beside it. */

import { settings as byLanguage } from '../../messages/page-words.ts';
import type { SettingGroup, SettingsWords } from '../../messages/pages.ts';
import type { SettingField } from '../../workbook/settings-form.ts';
import { element, freshId } from '../dom.ts';
import { wordsOf } from '../page.ts';

export const settingsWords = (): SettingsWords => wordsOf(byLanguage);

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export interface SettingsFields {
  readonly node: HTMLElement;
  /** In the words of the sheet. */
  readonly values: () => readonly { readonly key: string; readonly value: string }[];
  /** What the page calls settings that the sheet calls so. */
  readonly named: (labels: readonly string[]) => readonly string[];
  /** Another value for a setting that was not typed into yet. */
  readonly propose: (key: string, value: string) => void;
  /** Marks the fields whose values cannot be used, takes the marks off the others, and goes to the first. */
  readonly mark: (faults: readonly string[]) => void;
}

export function settingsFields(fields: readonly SettingField[]): SettingsFields {
  const words = settingsWords();
  const inputs = new Map<string, { input: Input; fault: HTMLElement; proposed: string; terms: Terms }>();

  function line(field: SettingField): HTMLElement {
    const { key, label, explain } = field;
    const terms = termsOf(field.terms);
    const value = terms.shown(field.value);
    const id = freshId();
    const input = inputOf(field, value, field.choices.map(terms.shown));
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
    (Object.keys(words.groups) as SettingGroup[]).map((group) => {
      const own = fields.filter((field) => field.group === group);
      return element('fieldset', {}, [element('legend', { text: words.groups[group] }), ...own.map(line)]);
    }),
  );

  return {
    node,
    values: () => [...inputs].map(([key, { input, terms }]) => ({ key, value: terms.meant(input.value) })),
    named: (labels) => fields.filter(({ row }) => labels.includes(row)).map(({ label }) => label),
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

/** A word of the sheet as the page has it, and what a person typed on the page as the sheet has it. */
interface Terms {
  readonly shown: (word: string) => string;
  readonly meant: (typed: string) => string;
}

function termsOf(terms: SettingField['terms']): Terms {
  return {
    shown: (word) => terms.find(([known]) => known === word)?.[1] ?? word,
    meant: (typed) => {
      const isTyped = ([, shown]: readonly [string, string]) => shown.toLowerCase() === typed.trim().toLowerCase();
      return terms.find(isTyped)?.[0] ?? typed;
    },
  };
}

function inputOf({ long }: SettingField, value: string, choices: readonly string[]): Input {
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
  const input = long ? element('textarea', { rows: '2' }) : element('input', { type: 'text' });
  input.value = value;
  return input;
}
