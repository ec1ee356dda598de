/** Comparisons of numbers in validations and conditional formats, by the platform's name and by the file's. */
export const OPERATORS: Readonly<Record<string, string>> = {
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'notBetween',
  NUMBER_EQUAL_TO: 'equal',
  NUMBER_NOT_EQUAL_TO: 'notEqual',
  NUMBER_GREATER_THAN: 'greaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  NUMBER_LESS_THAN: 'lessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
};

export const CRITERIA: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OPERATORS).map(([criterion, operator]) => [operator, criterion]),
);
