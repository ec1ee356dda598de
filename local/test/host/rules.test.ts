/**
 * Data validation and conditional formats.
 *
 * reference/spreadsheet/data-validation-builder and reference/spreadsheet/conditional-format-rule-builder below
 * developers.google.com/apps-script/. A rule that refuses refuses scripts too: stackoverflow.com/questions/60456303 and
 * the issues that quote “violates the data validation rules set on this cell”.
 */
import { describe, expect, it } from 'vitest';
import { caught, script } from './stranger.ts';

/** Puts a rule that refuses on A1, writes, and tells what is in the cell then or why not. */
const strictly = (rule: string, value: string): unknown =>
  script(`sheet.getRange('C1:C2').setValues([['red'], ['blue']]);
          const cell = sheet.getRange('A1');
          cell.setDataValidation(SpreadsheetApp.newDataValidation().${rule}.setAllowInvalid(false).build());
          try { return cell.setValue(${value}).getValue(); } catch (error) { return error.message; }`);

const VIOLATES = 'The data you entered in cell A1 violates the data validation rules set on this cell.';

describe('DataValidationBuilder.setAllowInvalid, requireValueInList, requireValueInRange, requireNumberBetween, requireNumberGreaterThan, requireTextContains, requireCheckbox: a rule that refuses', () => {
  it.each([
    [`requireValueInList(['a', 'b'])`, `'a'`, 'a'],
    [`requireValueInList(['a', 'b'])`, `'c'`, `${VIOLATES} Please enter one of the following values: a, b.`],
    [`requireValueInRange(sheet.getRange('C1:C2'))`, `'red'`, 'red'],
    [`requireValueInRange(sheet.getRange('C1:C2'))`, `'green'`, VIOLATES],
    [`requireNumberBetween(1, 5)`, `3`, 3],
    [`requireNumberBetween(1, 5)`, `6`, VIOLATES],
    [`requireNumberBetween(1, 5)`, `'3 apples'`, VIOLATES],
    [`requireNumberGreaterThan(0)`, `'7'`, 7],
    [`requireNumberNotEqualTo(0)`, `0`, VIOLATES],
    [`requireTextContains('@')`, `'x@y'`, 'x@y'],
    [`requireTextContains('@')`, `'xy'`, VIOLATES],
    [`requireTextIsEmail()`, `'x@y.z'`, 'x@y.z'],
    [`requireTextIsUrl()`, `'no address'`, VIOLATES],
    [`requireCheckbox()`, `true`, true],
    [`requireCheckbox()`, `'maybe'`, VIOLATES],
    [`requireDate()`, `'no date'`, VIOLATES],
    [`requireValueInList(['a'])`, `''`, ''],
  ])('%s given %s: %j', (rule, value, told) => {
    expect(strictly(rule, value)).toBe(told);
  });

  it('one that only warns refuses nothing', () => {
    expect(
      script(`const cell = sheet.getRange('A1');
              cell.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a']).build());
              return [cell.setValue('z').getValue(), cell.getDataValidation().getAllowInvalid()];`),
    ).toEqual(['z', true]);
  });

  it('refuses before anything of the grid is written', () => {
    expect(
      script(`sheet.getRange('A2').setDataValidation(
                SpreadsheetApp.newDataValidation().requireValueInList(['a']).setAllowInvalid(false).build());
              try { sheet.getRange('A1:A2').setValues([['first'], ['z']]); } catch (error) {}
              return sheet.getRange('A1').getValue();`),
    ).toBe('');
  });
});

describe('Range.setDataValidation, getDataValidations, DataValidation.getCriteriaType, getCriteriaValues, getAllowInvalid, getHelpText, copy: a data validation', () => {
  it('tells its criterion, its values and its help', () => {
    expect(
      script(`const cell = sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation()
                .requireValueInList(['a', 'b'], false).setAllowInvalid(false).setHelpText('Pick one').build());
              const rule = cell.getDataValidation();
              return [String(rule.getCriteriaType()), rule.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST,
                      rule.getCriteriaValues(), rule.getAllowInvalid(), rule.getHelpText()];`),
    ).toEqual(['VALUE_IN_LIST', true, [['a', 'b'], false], false, 'Pick one']);
  });

  it('a copy is changed without the original', () => {
    expect(
      script(`const rule = SpreadsheetApp.newDataValidation().requireNumberBetween(1, 2).build();
              const other = rule.copy().requireNumberBetween(3, 4).build();
              return [rule.getCriteriaValues(), other.getCriteriaValues()];`),
    ).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('a list on another sheet is followed when rows come in there', () => {
    // reference/spreadsheet/data-validation-builder#requirevalueinrangerange
    expect(
      script(`const list = ss.insertSheet('List'); list.getRange('A1:A2').setValues([['a'], ['b']]);
              const cell = sheet.getRange('A1');
              cell.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(list.getRange('A1:A2')).build());
              list.insertRowBefore(1);
              const [range] = cell.getDataValidation().getCriteriaValues();
              return [range.getSheet().getName(), range.getA1Notation()];`),
    ).toEqual(['List', 'A2:A3']);
  });

  it('set on part of a range leaves the rest its own', () => {
    expect(
      script(`const list = (values) => SpreadsheetApp.newDataValidation().requireValueInList(values).build();
              sheet.getRange('A1:B2').setDataValidation(list(['x'])); sheet.getRange('B2').setDataValidation(list(['y']));
              sheet.getRange('A2').setDataValidation(null);
              return sheet.getRange('A1:B2').getDataValidations().map((row) =>
                row.map((rule) => rule && rule.getCriteriaValues()[0][0]));`),
    ).toEqual([
      ['x', 'x'],
      [null, 'y'],
    ]);
  });
});

describe('Sheet.setConditionalFormatRules, getConditionalFormatRules, clearConditionalFormatRules, ConditionalFormatRule.getBooleanCondition, getRanges, getGradientCondition, ConditionalFormatRuleBuilder.build, setRanges, setBackground, setFontColor, setBold: a conditional format', () => {
  const rule = `SpreadsheetApp.newConditionalFormatRule()`;

  it('tells its condition, its looks and its ranges', () => {
    expect(
      script(`sheet.setConditionalFormatRules([${rule}.whenNumberBetween(1, 5).setBackground('#ff0000').setFontColor('#00ff00')
                .setBold(true).setRanges([sheet.getRange('A1:A3'), sheet.getRange('C1')]).build()]);
              const [read] = sheet.getConditionalFormatRules(), condition = read.getBooleanCondition();
              return [String(condition.getCriteriaType()), condition.getCriteriaValues(), condition.getBackground(),
                      condition.getFontColor(), condition.getBold(), condition.getItalic(),
                      read.getRanges().map((range) => range.getA1Notation()), read.getGradientCondition()];`),
    ).toEqual(['NUMBER_BETWEEN', [1, 5], '#ff0000', '#00ff00', true, null, ['A1:A3', 'C1'], null]);
  });

  it('a scale of colours tells its points', () => {
    expect(
      script(`const scale = ${rule}.setGradientMinpoint('#ff0000')
                .setGradientMidpointWithValue('#ffff00', SpreadsheetApp.InterpolationType.PERCENT, '50')
                .setGradientMaxpoint('#00ff00').setRanges([sheet.getRange('A1:A9')]).build().getGradientCondition();
              return [scale.getMinColor(), scale.getMidColor(), scale.getMidValue(), scale.getMaxColor()];`),
    ).toEqual(['#ff0000', '#ffff00', '50', '#00ff00']);
  });

  it('setting rules replaces all there were', () => {
    // reference/spreadsheet/sheet#setconditionalformatrulesrules
    expect(
      script(`const one = (text) => ${rule}.whenTextContains(text).setBold(true).setRanges([sheet.getRange('A1')]).build();
              sheet.setConditionalFormatRules([one('a'), one('b')]); sheet.setConditionalFormatRules([one('c')]);
              const left = sheet.getConditionalFormatRules().map((read) => read.getBooleanCondition().getCriteriaValues()[0]);
              sheet.clearConditionalFormatRules(); return [left, sheet.getConditionalFormatRules().length];`),
    ).toEqual([['c'], 0]);
  });

  it.each([
    [`${rule}.whenCellEmpty().setBackground('red').build()`, 'Conditional format rule must have at least one range.'],
    [
      `${rule}.setRanges([sheet.getRange('A1')]).setBackground('red').build()`,
      'Conditional format rule must have a condition.',
    ],
    [
      `sheet.setConditionalFormatRules([${rule}.whenCellEmpty().setBackground('red')
         .setRanges([ss.insertSheet('Other').getRange('A1')]).build()])`,
      'Conditional format rule cannot reference a different sheet.',
    ],
  ])('%s fails: %s', (body, text) => {
    expect(caught(body)).toBe(`Exception: ${text}`);
  });
});

describe('Range.createFilter, Sheet.getFilter, Filter.getRange, remove: a filter', () => {
  it('there is one a sheet', () => {
    // gas-fakes test/testsheetssets.js, asserted on the live service first.
    expect(caught(`sheet.getRange('A1:B2').createFilter(); sheet.getRange('A1:B2').createFilter();`)).toBe(
      "Exception: You can't create a filter in a sheet that already has a filter.",
    );
    expect(
      script(`sheet.getRange('A1:B2').createFilter(); const seen = sheet.getFilter().getRange().getA1Notation();
              sheet.getFilter().remove(); return [seen, sheet.getFilter()];`),
    ).toEqual(['A1:B2', null]);
  });
});

describe('SpreadsheetApp.newDataValidation, DataValidationBuilder.build, getCriteriaType, getCriteriaValues, setHelpText, requireNumberGreaterThanOrEqualTo, withCriteria, copy: building a validation', () => {
  const rule = `SpreadsheetApp.newDataValidation()`;

  it.each([
    [`requireNumberGreaterThanOrEqualTo(0)`, 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [0]],
    [`requireNumberNotBetween(1, 2)`, 'NUMBER_NOT_BETWEEN', [1, 2]],
    [`requireTextDoesNotContain('x')`, 'TEXT_DOES_NOT_CONTAIN', ['x']],
    [`requireFormulaSatisfied('=A1>0')`, 'CUSTOM_FORMULA', ['=A1>0']],
    [`requireCheckbox('是', '否')`, 'CHECKBOX', ['是', '否']],
    [`requireValueInList(['a', 'b'])`, 'VALUE_IN_LIST', [['a', 'b'], true]],
    [
      `withCriteria(SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST, [['a'], false])`,
      'VALUE_IN_LIST',
      [['a'], false],
    ],
    [`withCriteria(SpreadsheetApp.DataValidationCriteria.NUMBER_BETWEEN, [1, 9])`, 'NUMBER_BETWEEN', [1, 9]],
  ])('%s tells %s and %j', (how, type, values) => {
    expect(
      script(`const builder = ${rule}.${how}; const built = builder.build();
              return [[builder, built].map((one) => String(one.getCriteriaType())), built.getCriteriaValues(),
                      builder.getCriteriaValues().length];`),
    ).toEqual([[type, type], values, values.length]);
  });

  it.each(['Asia/Shanghai', 'America/New_York'])('a date is a day of the spreadsheet’s, in %s', (timeZone) => {
    expect(
      script(
        `const built = ${rule}.requireDateNotBetween(new Date(2023, 4, 1), new Date(2023, 4, 31, 23, 59)).build();
         return built.getCriteriaValues().map((day) => Utilities.formatDate(day, '${timeZone}', 'yyyy-MM-dd HH:mm'));`,
        { timeZone },
      ),
    ).toEqual(['2023-05-01 00:00', '2023-05-31 00:00']);
  });

  it('a builder begins with nothing', () => {
    // gas-fakes test/testsheetsdatavalidations.js, “data validation basics”
    expect(
      script(`const builder = ${rule}; return [builder.getCriteriaType(), builder.getCriteriaValues(), builder.getHelpText(),
                                               builder.getAllowInvalid()];`),
    ).toEqual([null, [], null, true]);
  });

  it('the choices of a list become text', () => {
    // same place
    expect(script(`return ${rule}.requireValueInList([9, false, 'z']).getCriteriaValues();`)).toEqual([
      ['9', 'false', 'z'],
      true,
    ]);
  });

  it('without a criterion there is none', () => {
    expect(caught(`${rule}.setHelpText('help').build()`)).toMatch(/^Exception: /);
  });

  it('what was built does not change with its builder', () => {
    expect(
      script(`const builder = ${rule}.requireNumberEqualTo(1).setHelpText('one'); const built = builder.build();
              builder.requireNumberEqualTo(2).setHelpText('two').setAllowInvalid(false);
              const copied = builder.copy(); builder.requireNumberEqualTo(3);
              return [built.getCriteriaValues(), built.getHelpText(), built.getAllowInvalid(), copied.build().getCriteriaValues()];`),
    ).toEqual([[1], 'one', true, [2]]);
  });
});

describe('SpreadsheetApp.newConditionalFormatRule, ConditionalFormatRuleBuilder.whenFormulaSatisfied, setGradientMinpointWithValue, setGradientMidpointWithValue, setGradientMaxpointWithValue, getBooleanCondition, getRanges, withCriteria, copy, BooleanCondition.getCriteriaType, getCriteriaValues, GradientCondition.getMinType, getMidType, getMaxType: building a conditional format', () => {
  const rule = `SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange('A1:A9')])`;

  it.each([
    [`whenFormulaSatisfied('=A1>0')`, 'CUSTOM_FORMULA', ['=A1>0']],
    [`whenCellNotEmpty()`, 'CELL_NOT_EMPTY', []],
    [`whenTextStartsWith('x')`, 'TEXT_STARTS_WITH', ['x']],
    [`whenNumberLessThan(3)`, 'NUMBER_LESS_THAN', [3]],
    [`withCriteria(SpreadsheetApp.BooleanCriteria.NUMBER_BETWEEN, [1, 2])`, 'NUMBER_BETWEEN', [1, 2]],
  ])('%s tells %s and %j, before and after it is built', (how, type, values) => {
    expect(
      script(`const builder = ${rule}.${how}.setBackground('#ff0000');
              return [builder, builder.build()].map((one) => {
                const condition = one.getBooleanCondition();
                return [String(condition.getCriteriaType()), condition.getCriteriaValues(), one.getRanges()[0].getA1Notation()];
              });`),
    ).toEqual([
      [type, values, 'A1:A9'],
      [type, values, 'A1:A9'],
    ]);
  });

  it('a scale is told by its points and what they count', () => {
    expect(
      script(`const { NUMBER, PERCENTILE } = SpreadsheetApp.InterpolationType;
              const scale = ${rule}.setGradientMinpointWithValue('#111111', NUMBER, '0')
                .setGradientMidpointWithValue('#222222', PERCENTILE, '50').setGradientMaxpointWithValue('#333333', NUMBER, '1')
                .build().getGradientCondition();
              return [scale.getMinColor(), scale.getMinValue(), String(scale.getMinType()), scale.getMidValue(),
                      scale.getMidType() === PERCENTILE, scale.getMaxColor(), scale.getMaxValue(), String(scale.getMaxType())];`),
    ).toEqual(['#111111', '0', 'NUMBER', '50', true, '#333333', '1', 'NUMBER']);
  });

  it('a copy is changed without the original', () => {
    expect(
      script(`const built = ${rule}.whenNumberEqualTo(1).setBold(true).build();
              const other = built.copy().whenNumberEqualTo(2).build();
              return [built, other].map((one) => [one.getBooleanCondition().getCriteriaValues()[0], one.getBooleanCondition().getBold()]);`),
    ).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('dates told by today are not done here, by name', () => {
    expect(caught(`${rule}.whenDateBefore(new Date())`)).toBe(
      'NotSupportedError: not supported by the local host: ConditionalFormatRuleBuilder.whenDateBefore',
    );
  });
});

describe('Filter.sort, Range.getFilter: sorting by a filter', () => {
  // gas-fakes test/testsheetssets.js, “Filter methods”
  it('leaves the heading where it is, and rows alike in their order', () => {
    expect(
      script(`const rows = [['h', 'n'], ['A', 10], ['C', 30], ['B', 20], ['D', 10]];
              const filter = sheet.getRange('A1:B5').setValues(rows).createFilter(); filter.sort(2, true);
              const up = sheet.getRange('A1:A5').getValues().flat().join(''); filter.sort(1, false);
              return [up, sheet.getRange('A1:A5').getValues().flat().join(''), sheet.getRange('F1').getFilter().getRange().getA1Notation()];`),
    ).toEqual(['hADBC', 'hDCBA', 'A1:B5']);
  });

  it('by a column of its own only', () => {
    expect(caught(`sheet.getRange('A1:B5').createFilter().sort(3, true)`)).toMatch(/^Exception: /);
  });
});
