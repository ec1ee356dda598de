/** Data validations in the terms of Univer: it shows dropdowns, boxes and hints; what is refused, the host refuses. */
import type { Validation } from '../../book/book.ts';
import type { DrawnSheet } from '../wire.ts';
import { rangeOf } from './ranges.ts';

export function validationsOf({ validations }: DrawnSheet, sheets: readonly DrawnSheet[]): object[] {
  return validations.flatMap((validation, index) => {
    const rule = ruleOf(validation, sheets);
    if (!rule) return [];
    return [
      {
        uid: `dv${index}`,
        ranges: validation.areas.map(rangeOf),
        allowBlank: true,
        showErrorMessage: false,
        showInputMessage: false,
        ...rule,
      },
    ];
  });
}

const ARROW = 1;
const PLAIN = 0;

function ruleOf({ criterion, values, showDropdown }: Validation, sheets: readonly DrawnSheet[]): object | undefined {
  const renderMode = showDropdown ? ARROW : PLAIN;
  switch (criterion) {
    case 'VALUE_IN_LIST':
      return { type: 'list', formula1: values.flat().map(String).join(','), showDropDown: showDropdown, renderMode };
    case 'VALUE_IN_RANGE':
      return {
        type: 'list',
        formula1: `=${closed(String(values[0]), sheets)}`,
        showDropDown: showDropdown,
        renderMode,
      };
    case 'CHECKBOX':
      return {
        type: 'checkbox',
        ...(values.length > 1 ? { formula1: String(values[0]), formula2: String(values[1]) } : {}),
      };
    default:
      // Rules without a face of their own.
      return undefined;
  }
}

/** `部门!$A$2:$A`, down to the sheet's end, which Univer wants to be named. */
function closed(a1: string, sheets: readonly DrawnSheet[]): string {
  const [, quoted, plain] = /^(?:'((?:[^']|'')*)'|([^'!]*))!/.exec(a1) ?? [];
  const name = quoted?.replace(/''/g, "'") ?? plain;
  const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? 1000;
  return a1.replace(/(:\$?[A-Z]+)$/i, `$1$$${rows}`);
}
