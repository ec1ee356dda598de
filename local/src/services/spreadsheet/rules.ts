/** Data validations and conditional formats as scripts build and read them. */
import { columnName, quoteSheetName } from '../../book/a1.ts';
import type { Area, CellStyle, ConditionalFormat, Validation } from '../../book/book.ts';
import { fail, notSupported } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face, share } from '../../runtime/face.ts';
import { epochOf, localOf } from '../../values/zone.ts';
import { colorOf } from './formats.ts';
import type { RangeState } from './state.ts';

/** A validation that stands on no cells yet. */
export type LooseValidation = Omit<Validation, 'areas'>;
/** A rule; `sheetName` tells which sheet its ranges are on. */
export interface LooseRule {
  areas: Area[];
  sheetName: string | null;
  rule: ConditionalFormat['rule'] | null;
}

export interface ValidationState {
  readonly execution: Execution;
  validation: LooseValidation;
  /** Makes a Range of the A1 text a range criterion holds. */
  readonly rangeFrom: (a1: string) => GoogleAppsScript.Spreadsheet.Range | null;
}

export interface RuleState {
  readonly execution: Execution;
  rule: LooseRule;
  readonly rangesOf: (rule: LooseRule) => GoogleAppsScript.Spreadsheet.Range[];
  readonly stateOf: (range: unknown) => RangeState | undefined;
}

/** A1 with the sheet's name and fixed corners; an area to the bottom of the sheet stays open. */
function fixedA1({ sheet, area }: Pick<RangeState, 'sheet' | 'area'>): string {
  const open = area.row + area.rows - 1 >= sheet.maxRows;
  const left = `$${columnName(area.column)}`;
  const right = `$${columnName(area.column + area.columns - 1)}`;
  const bottom = open ? '' : `$${area.row + area.rows - 1}`;
  return `${quoteSheetName(sheet.name)}!${left}$${area.row}:${right}${bottom}`;
}

/** What a rule and its builder both tell. */
const telling = share<GoogleAppsScript.Spreadsheet.DataValidation, ValidationState>({
  getAllowInvalid() {
    return this.validation.allowInvalid;
  },
  getCriteriaType() {
    const { criterion } = this.validation;
    // The types say there always is one; a builder begins without.
    const type = criterion === '' ? null : this.execution.enumValue('DataValidationCriteria', criterion);
    return type as unknown as GoogleAppsScript.Spreadsheet.DataValidationCriteria;
  },
  getCriteriaValues() {
    const { criterion, values, showDropdown } = this.validation;
    if (criterion === 'VALUE_IN_RANGE') return [this.rangeFrom(String(values[0])), showDropdown];
    if (criterion === 'VALUE_IN_LIST') return [values[0], showDropdown];
    if (criterion.startsWith('DATE_')) return values.map((day) => midnightOf(this, String(day)));
    return values;
  },
  getHelpText() {
    return (this.validation.helpText ?? null) as string;
  },
});

export const dataValidationFace: Face<GoogleAppsScript.Spreadsheet.DataValidation, ValidationState> = emulate<
  GoogleAppsScript.Spreadsheet.DataValidation,
  ValidationState
>('DataValidation', {
  ...telling,
  copy() {
    return this.execution.make(dataValidationBuilderFace, { ...this, validation: structuredClone(this.validation) });
  },
});

type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

function required(state: ValidationState, criterion: string, values: Validation['values']): Builder {
  state.validation = { ...state.validation, criterion, values };
  return state.execution.make(dataValidationBuilderFace, state);
}

function oneOfList(state: ValidationState, values: readonly unknown[], showDropdown = true): Builder {
  state.validation = { ...state.validation, showDropdown };
  return required(state, 'VALUE_IN_LIST', [Array.from(values, String)]);
}

function oneOfRange(state: ValidationState, range: unknown, showDropdown = true): Builder {
  const place = rangeStates.get(state.execution)?.(range) ?? fail('rangeNotFound');
  state.validation = { ...state.validation, showDropdown };
  return required(state, 'VALUE_IN_RANGE', [fixedA1(place)]);
}

/** A date as a criterion keeps it: its day in the spreadsheet's zone. */
function dayOf({ execution }: ValidationState, date: GoogleAppsScript.Base.Date): string {
  return new Date(localOf(execution.session.cloud.book.timeZone, date.getTime())).toISOString().slice(0, 10);
}

/** A criterion's day as a script gets it: its midnight. Anything but a day (a formula of the file's) stays as it is. */
function midnightOf({ execution }: ValidationState, day: string): unknown {
  const midnight = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(midnight) ? day : execution.realm.date(epochOf(execution.session.cloud.book.timeZone, midnight));
}

export const dataValidationBuilderFace: Face<Builder, ValidationState> = emulate<Builder, ValidationState>(
  'DataValidationBuilder',
  {
    ...(telling as Partial<Builder> & ThisType<ValidationState>),
    build() {
      if (this.validation.criterion === '') fail('emptyValidation');
      return this.execution.make(dataValidationFace, { ...this, validation: structuredClone(this.validation) });
    },
    copy() {
      return this.execution.make(dataValidationBuilderFace, { ...this, validation: structuredClone(this.validation) });
    },
    setAllowInvalid(allow) {
      this.validation = { ...this.validation, allowInvalid: allow };
      return this.execution.make(dataValidationBuilderFace, this);
    },
    setHelpText(text) {
      this.validation = { ...this.validation, helpText: text };
      return this.execution.make(dataValidationBuilderFace, this);
    },
    requireValueInList(values: string[], showDropdown?: boolean) {
      return oneOfList(this, values, showDropdown);
    },
    requireValueInRange(range: GoogleAppsScript.Spreadsheet.Range, showDropdown?: boolean) {
      return oneOfRange(this, range, showDropdown);
    },
    withCriteria(criterion, args: unknown[]) {
      const name = this.execution.enumName('DataValidationCriteria', criterion) ?? fail('invalidArgument', 'criteria');
      const [first, second] = args as [unknown, boolean | undefined];
      if (name === 'VALUE_IN_LIST') return oneOfList(this, first as string[], second);
      if (name === 'VALUE_IN_RANGE') return oneOfRange(this, first, second);
      const isDay = name.startsWith('DATE_');
      const values = Array.from(args, (one) => (isDay ? dayOf(this, one as GoogleAppsScript.Base.Date) : one));
      return required(this, name, values as Validation['values']);
    },
    requireCheckbox(checked?: unknown, unchecked?: unknown) {
      return required(this, 'CHECKBOX', [checked, unchecked].filter((value) => value !== undefined) as string[]);
    },
    requireFormulaSatisfied(formula) {
      return required(this, 'CUSTOM_FORMULA', [formula]);
    },
    requireNumberBetween(start, end) {
      return required(this, 'NUMBER_BETWEEN', [start, end]);
    },
    requireNumberNotBetween(start, end) {
      return required(this, 'NUMBER_NOT_BETWEEN', [start, end]);
    },
    requireNumberEqualTo(number) {
      return required(this, 'NUMBER_EQUAL_TO', [number]);
    },
    requireNumberNotEqualTo(number) {
      return required(this, 'NUMBER_NOT_EQUAL_TO', [number]);
    },
    requireNumberGreaterThan(number) {
      return required(this, 'NUMBER_GREATER_THAN', [number]);
    },
    requireNumberGreaterThanOrEqualTo(number) {
      return required(this, 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
    },
    requireNumberLessThan(number) {
      return required(this, 'NUMBER_LESS_THAN', [number]);
    },
    requireNumberLessThanOrEqualTo(number) {
      return required(this, 'NUMBER_LESS_THAN_OR_EQUAL_TO', [number]);
    },
    requireTextContains(text) {
      return required(this, 'TEXT_CONTAINS', [text]);
    },
    requireTextDoesNotContain(text) {
      return required(this, 'TEXT_DOES_NOT_CONTAIN', [text]);
    },
    requireTextEqualTo(text) {
      return required(this, 'TEXT_EQUAL_TO', [text]);
    },
    requireTextIsEmail() {
      return required(this, 'TEXT_IS_VALID_EMAIL', []);
    },
    requireTextIsUrl() {
      return required(this, 'TEXT_IS_VALID_URL', []);
    },
    requireDate() {
      return required(this, 'DATE_IS_VALID_DATE', []);
    },
    requireDateAfter(date) {
      return required(this, 'DATE_AFTER', [dayOf(this, date)]);
    },
    requireDateBefore(date) {
      return required(this, 'DATE_BEFORE', [dayOf(this, date)]);
    },
    requireDateBetween(start, end) {
      return required(this, 'DATE_BETWEEN', [dayOf(this, start), dayOf(this, end)]);
    },
    requireDateNotBetween(start, end) {
      return required(this, 'DATE_NOT_BETWEEN', [dayOf(this, start), dayOf(this, end)]);
    },
    requireDateEqualTo(date) {
      return required(this, 'DATE_EQUAL_TO', [dayOf(this, date)]);
    },
    requireDateOnOrAfter(date) {
      return required(this, 'DATE_ON_OR_AFTER', [dayOf(this, date)]);
    },
    requireDateOnOrBefore(date) {
      return required(this, 'DATE_ON_OR_BEFORE', [dayOf(this, date)]);
    },
  },
);

/** How the state behind a Range is found; set where ranges are made, so that this file need not know that one. */
export const rangeStates = new WeakMap<Execution, (range: unknown) => RangeState | undefined>();

const booleanConditionFace: Face<GoogleAppsScript.Spreadsheet.BooleanCondition, RuleState> = emulate<
  GoogleAppsScript.Spreadsheet.BooleanCondition,
  RuleState
>('BooleanCondition', {
  getCriteriaType() {
    return this.execution.enumValue(
      'BooleanCriteria',
      booleanOf(this).criterion,
    ) as unknown as GoogleAppsScript.Spreadsheet.BooleanCriteria;
  },
  getCriteriaValues() {
    return booleanOf(this).values;
  },
  getBackground() {
    return booleanOf(this).format.background ?? null;
  },
  getFontColor() {
    return booleanOf(this).format.fontColor ?? null;
  },
  getBold() {
    return booleanOf(this).format.bold ?? null;
  },
  getItalic() {
    return booleanOf(this).format.italic ?? null;
  },
  getUnderline() {
    return booleanOf(this).format.underline ?? null;
  },
  getStrikethrough() {
    return booleanOf(this).format.strikethrough ?? null;
  },
});

function booleanOf({ rule: { rule } }: RuleState): Extract<ConditionalFormat['rule'], { kind: 'boolean' }> {
  if (rule?.kind !== 'boolean') return fail('ruleWithoutCondition');
  return rule;
}

const gradientConditionFace: Face<GoogleAppsScript.Spreadsheet.GradientCondition, RuleState> = emulate<
  GoogleAppsScript.Spreadsheet.GradientCondition,
  RuleState
>('GradientCondition', {
  getMinColor() {
    return pointOf(this, 0)?.color ?? '';
  },
  getMidColor() {
    // The types promise a text; there is none without a middle point.
    return (pointsOf(this).length > 2 ? pointOf(this, 1)?.color : null) as string;
  },
  getMaxColor() {
    return pointOf(this, pointsOf(this).length - 1)?.color ?? '';
  },
  getMinType() {
    return typeOf(this, 0);
  },
  getMidType() {
    return pointsOf(this).length > 2 ? typeOf(this, 1) : null;
  },
  getMaxType() {
    return typeOf(this, pointsOf(this).length - 1);
  },
  getMinValue() {
    return pointOf(this, 0)?.value ?? '';
  },
  getMidValue() {
    return pointsOf(this).length > 2 ? (pointOf(this, 1)?.value ?? '') : '';
  },
  getMaxValue() {
    return pointOf(this, pointsOf(this).length - 1)?.value ?? '';
  },
});

function typeOf(state: RuleState, index: number): GoogleAppsScript.Spreadsheet.InterpolationType | null {
  const type = pointOf(state, index)?.type;
  if (type === undefined || type === '') return null;
  return state.execution.enumValue(
    'InterpolationType',
    type,
  ) as unknown as GoogleAppsScript.Spreadsheet.InterpolationType;
}

const pointsOf = ({ rule: { rule } }: RuleState) => (rule?.kind === 'gradient' ? rule.points : []);
const pointOf = (state: RuleState, index: number) => pointsOf(state)[index];

export const conditionalFormatRuleFace: Face<GoogleAppsScript.Spreadsheet.ConditionalFormatRule, RuleState> = emulate<
  GoogleAppsScript.Spreadsheet.ConditionalFormatRule,
  RuleState
>('ConditionalFormatRule', {
  copy() {
    return this.execution.make(conditionalFormatRuleBuilderFace, { ...this, rule: structuredClone(this.rule) });
  },
  getBooleanCondition() {
    return this.rule.rule?.kind === 'boolean' ? this.execution.make(booleanConditionFace, this) : null;
  },
  getGradientCondition() {
    return this.rule.rule?.kind === 'gradient' ? this.execution.make(gradientConditionFace, this) : null;
  },
  getRanges() {
    return this.rangesOf(this.rule);
  },
});

type RuleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

function when(state: RuleState, criterion: string, values: (string | number)[]): RuleBuilder {
  const format = state.rule.rule?.kind === 'boolean' ? state.rule.rule.format : {};
  state.rule = { ...state.rule, rule: { kind: 'boolean', criterion, values, format } };
  return state.execution.make(conditionalFormatRuleBuilderFace, state);
}

function formatted(state: RuleState, change: CellStyle): RuleBuilder {
  const rule =
    state.rule.rule?.kind === 'boolean'
      ? state.rule.rule
      : { kind: 'boolean' as const, criterion: '', values: [], format: {} };
  state.rule = { ...state.rule, rule: { ...rule, format: { ...rule.format, ...change } } };
  return state.execution.make(conditionalFormatRuleBuilderFace, state);
}

function point(
  state: RuleState,
  place: 'min' | 'mid' | 'max',
  color: string,
  type: string,
  value?: string,
): RuleBuilder {
  const standing = state.rule.rule?.kind === 'gradient' ? state.rule.rule.points : [];
  const blank = { type: '', color: '' };
  const [min = blank, mid = blank, max = blank] = standing.length === 2 ? [standing[0], blank, standing[1]] : standing;
  const made = { type, color: colorOf(color) ?? '', ...(value === undefined ? {} : { value }) };
  const points = { min, mid, max, [place]: made };
  state.rule = { ...state.rule, rule: { kind: 'gradient', points: [points.min, points.mid, points.max] } };
  return state.execution.make(conditionalFormatRuleBuilderFace, state);
}

export const conditionalFormatRuleBuilderFace: Face<RuleBuilder, RuleState> = emulate<RuleBuilder, RuleState>(
  'ConditionalFormatRuleBuilder',
  {
    build() {
      const { areas, rule } = this.rule;
      if (areas.length === 0) fail('ruleWithoutRange');
      if (!rule || (rule.kind === 'boolean' && rule.criterion === '')) fail('ruleWithoutCondition');
      const points = rule.kind === 'gradient' ? rule.points.filter(({ color }) => color !== '') : [];
      const whole: LooseRule = { ...this.rule, rule: rule.kind === 'gradient' ? { kind: 'gradient', points } : rule };
      return this.execution.make(conditionalFormatRuleFace, { ...this, rule: structuredClone(whole) });
    },
    copy() {
      return this.execution.make(conditionalFormatRuleBuilderFace, { ...this, rule: structuredClone(this.rule) });
    },
    getBooleanCondition() {
      return this.rule.rule?.kind === 'boolean' ? this.execution.make(booleanConditionFace, this) : null;
    },
    getGradientCondition() {
      return this.rule.rule?.kind === 'gradient' ? this.execution.make(gradientConditionFace, this) : null;
    },
    getRanges() {
      return this.rangesOf(this.rule);
    },
    withCriteria(criterion, args: unknown[]) {
      const name = this.execution.enumName('BooleanCriteria', criterion) ?? fail('invalidArgument', 'criteria');
      // A file has no word for dates told by the day they are looked at.
      if (name.startsWith('DATE_')) notSupported(`ConditionalFormatRuleBuilder.withCriteria, ${name}`);
      return when(this, name, Array.from(args) as (string | number)[]);
    },
    setRanges(ranges) {
      const states = Array.from(ranges, (range) => this.stateOf(range) ?? fail('rangeNotFound'));
      this.rule = { ...this.rule, areas: states.map(({ area }) => area), sheetName: states[0]?.sheet.name ?? null };
      return this.execution.make(conditionalFormatRuleBuilderFace, this);
    },
    setBackground(color: string | null) {
      const background = colorOf(color);
      return formatted(this, background === undefined ? {} : { background });
    },
    setFontColor(color: string | null) {
      const fontColor = colorOf(color);
      return formatted(this, fontColor === undefined ? {} : { fontColor });
    },
    setBold(bold: boolean | null) {
      return formatted(this, bold === null ? {} : { bold });
    },
    setItalic(italic: boolean | null) {
      return formatted(this, italic === null ? {} : { italic });
    },
    setUnderline(underline: boolean | null) {
      return formatted(this, underline === null ? {} : { underline });
    },
    setStrikethrough(strikethrough: boolean | null) {
      return formatted(this, strikethrough === null ? {} : { strikethrough });
    },
    setGradientMinpoint(color: string) {
      return point(this, 'min', color, 'MIN');
    },
    setGradientMaxpoint(color: string) {
      return point(this, 'max', color, 'MAX');
    },
    setGradientMinpointWithValue(color: string, type, value) {
      return point(this, 'min', color, this.execution.enumName('InterpolationType', type) ?? 'MIN', value);
    },
    setGradientMidpointWithValue(color: string, type, value) {
      return point(this, 'mid', color, this.execution.enumName('InterpolationType', type) ?? 'PERCENTILE', value);
    },
    setGradientMaxpointWithValue(color: string, type, value) {
      return point(this, 'max', color, this.execution.enumName('InterpolationType', type) ?? 'MAX', value);
    },
    whenCellEmpty() {
      return when(this, 'CELL_EMPTY', []);
    },
    whenCellNotEmpty() {
      return when(this, 'CELL_NOT_EMPTY', []);
    },
    whenFormulaSatisfied(formula) {
      return when(this, 'CUSTOM_FORMULA', [formula]);
    },
    whenNumberBetween(start, end) {
      return when(this, 'NUMBER_BETWEEN', [start, end]);
    },
    whenNumberNotBetween(start, end) {
      return when(this, 'NUMBER_NOT_BETWEEN', [start, end]);
    },
    whenNumberEqualTo(number) {
      return when(this, 'NUMBER_EQUAL_TO', [number]);
    },
    whenNumberNotEqualTo(number) {
      return when(this, 'NUMBER_NOT_EQUAL_TO', [number]);
    },
    whenNumberGreaterThan(number) {
      return when(this, 'NUMBER_GREATER_THAN', [number]);
    },
    whenNumberGreaterThanOrEqualTo(number) {
      return when(this, 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
    },
    whenNumberLessThan(number) {
      return when(this, 'NUMBER_LESS_THAN', [number]);
    },
    whenNumberLessThanOrEqualTo(number) {
      return when(this, 'NUMBER_LESS_THAN_OR_EQUAL_TO', [number]);
    },
    whenTextContains(text) {
      return when(this, 'TEXT_CONTAINS', [text]);
    },
    whenTextDoesNotContain(text) {
      return when(this, 'TEXT_DOES_NOT_CONTAIN', [text]);
    },
    whenTextEqualTo(text) {
      return when(this, 'TEXT_EQUAL_TO', [text]);
    },
    whenTextStartsWith(text) {
      return when(this, 'TEXT_STARTS_WITH', [text]);
    },
    whenTextEndsWith(text) {
      return when(this, 'TEXT_ENDS_WITH', [text]);
    },
  },
);
