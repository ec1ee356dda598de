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

describe('a rule that refuses', () => {
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

describe('a data validation', () => {
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

describe('a conditional format', () => {
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

describe('a filter', () => {
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
