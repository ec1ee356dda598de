/** Does a value keep a data validation? Those that refuse bad input refuse it from scripts as well. */

import { cellText, parseReference } from '../../book/a1.ts';
import { hasCell, intersection, subtract } from '../../book/areas.ts';
import type { Area, Book, CellValue, Sheet, Validation } from '../../book/book.ts';
import { valueAt } from '../../book/cells.ts';
import { fail } from '../../runtime/errors.ts';

/** The validation of a cell, if any; the last one set wins. */
export function validationAt(sheet: Sheet, row: number, column: number): Validation | undefined {
  for (let index = sheet.validations.length - 1; index >= 0; index -= 1) {
    const rule = sheet.validations[index];
    if (rule?.areas.some((area) => hasCell(area, row, column))) return rule;
  }
  return undefined;
}

/** Takes an area out of every validation there is. */
export function cutValidations(sheet: Sheet, area: Area): void {
  sheet.validations = sheet.validations
    .map((rule) =>
      rule.areas.some((one) => intersection(one, area))
        ? { ...rule, areas: rule.areas.flatMap((one) => subtract(one, area)) }
        : rule,
    )
    .filter((rule) => rule.areas.length > 0);
  sheet.changed = true;
}

/** Puts a validation on an area that has none. */
export function putValidation(sheet: Sheet, area: Area, validation: Omit<Validation, 'areas'>): void {
  sheet.validations.push({ ...structuredClone(validation), areas: [area] });
  sheet.changed = true;
}

/** Fails with the platform's text where a strict validation of the cell does not allow the value. */
export function requireValid(book: Book, sheet: Sheet, row: number, column: number, value: CellValue): void {
  if (sheet.validations.length === 0 || value === null || value === '') return;
  const rule = validationAt(sheet, row, column);
  if (!rule || rule.allowInvalid || keeps(book, rule, value)) return;
  if (rule.criterion === 'VALUE_IN_LIST') fail('validationList', cellText(row, column), listOf(rule).join(', '));
  fail('validation', cellText(row, column));
}

const listOf = ({ values }: Validation): string[] =>
  values.flat().filter((one): one is string => typeof one === 'string');

function keeps(book: Book, rule: Validation, value: CellValue): boolean {
  const text = typeof value === 'object' ? '' : String(value);
  const number = typeof value === 'number' ? value : Number.NaN;
  const [first, second] = rule.values.map(Number);
  switch (rule.criterion) {
    case 'VALUE_IN_LIST':
      return listOf(rule).includes(text);
    case 'VALUE_IN_RANGE':
      return rangeHolds(book, String(rule.values[0] ?? ''), text);
    case 'CHECKBOX':
      return rule.values.length > 0 ? rule.values.map(String).includes(text) : typeof value === 'boolean';
    case 'NUMBER_BETWEEN':
      return number >= (first ?? 0) && number <= (second ?? 0);
    case 'NUMBER_NOT_BETWEEN':
      return number < (first ?? 0) || number > (second ?? 0);
    case 'NUMBER_EQUAL_TO':
      return number === first;
    case 'NUMBER_NOT_EQUAL_TO':
      return number !== first;
    case 'NUMBER_GREATER_THAN':
      return number > (first ?? 0);
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return number >= (first ?? 0);
    case 'NUMBER_LESS_THAN':
      return number < (first ?? 0);
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return number <= (first ?? 0);
    case 'TEXT_CONTAINS':
      return text.includes(String(rule.values[0]));
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.includes(String(rule.values[0]));
    case 'TEXT_EQUAL_TO':
      return text === String(rule.values[0]);
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'TEXT_IS_VALID_URL':
      return /^https?:\/\/\S+$/.test(text);
    case 'DATE_IS_VALID_DATE':
      return typeof value === 'number';
    default:
      // Dates and custom formulas are not evaluated here: nothing is refused that the platform might take.
      return true;
  }
}

function rangeHolds(book: Book, a1: string, text: string): boolean {
  const reference = parseReference(a1);
  const sheet = book.sheets.find(({ name }) => name === reference?.sheet);
  if (!reference || !sheet) return true;
  const bottom = Math.min(reference.bottom ?? sheet.rows.length, sheet.rows.length);
  const left = reference.left ?? 1;
  for (let row = reference.top ?? 1; row <= bottom; row += 1) {
    for (let column = left; column <= (reference.right ?? left); column += 1) {
      const held = valueAt(sheet, row, column);
      if (held !== null && String(held) === text) return true;
    }
  }
  return false;
}
