/**
 * Dates: a cell has a time on the wall, a script has an instant, and two zones lie between them.
 *
 * "Script time zone and spreadsheet time zone … are separate": reference/base/session#getscripttimezone.
 */
import { describe, expect, it } from 'vitest';
import { script, stranger } from './stranger.ts';

describe('Range.getValue, setValue, Spreadsheet.setSpreadsheetTimeZone: a cell and an instant', () => {
  it('a cell is read in the zone of the spreadsheet', () => {
    const read = (timeZone: string) =>
      (
        script(`return sheet.getRange('A1').setValue('2023-05-06 12:00').getValue();`, { timeZone }) as Date
      ).toISOString();
    expect(read('Asia/Shanghai')).toBe('2023-05-06T04:00:00.000Z');
    expect(read('America/New_York')).toBe('2023-05-06T16:00:00.000Z');
  });

  it('an instant is written as the time on the wall of the spreadsheet', () => {
    expect(
      script(`return sheet.getRange('A1').setValue(new Date('2023-05-06T16:30:00Z')).getDisplayValue();`, {
        timeZone: 'America/New_York',
      }),
    ).toBe('5/6/2023 12:30:00');
  });

  it('a spreadsheet whose zone is changed keeps the time on the wall', () => {
    expect(
      (
        script(`const cell = sheet.getRange('A1').setValue(new Date('2023-05-06T04:00:00Z'));
                ss.setSpreadsheetTimeZone('America/New_York'); return cell.getValue();`) as Date
      ).toISOString(),
    ).toBe('2023-05-06T16:00:00.000Z');
  });

  it('summer time: midnight is midnight on both sides of the change', () => {
    expect(
      script(
        `return ['2023-03-11', '2023-03-12', '2023-03-13'].map(
           (day) => sheet.getRange('A1').setValue(day).getValue().toISOString());`,
        { timeZone: 'America/New_York' },
      ),
    ).toEqual(['2023-03-11T05:00:00.000Z', '2023-03-12T05:00:00.000Z', '2023-03-13T04:00:00.000Z']);
  });

  it('a time that a spring night skipped is an hour later', () => {
    expect(
      (
        script(`return sheet.getRange('A1').setValue('2023-03-12 02:30').getValue();`, {
          timeZone: 'America/New_York',
        }) as Date
      ).toISOString(),
    ).toBe('2023-03-12T07:30:00.000Z');
  });

  it('a date far back is the same day again', () => {
    expect(
      script(`const cell = sheet.getRange('A1'); cell.setValue('1900-03-01');
              return Utilities.formatDate(cell.getValue(), ss.getSpreadsheetTimeZone(), 'yyyy-MM-dd');`),
    ).toBe('1900-03-01');
  });

  it('a number becomes a date by its format, and a date a number', () => {
    expect(
      script(`const cell = sheet.getRange('A1').setValue(45052).setNumberFormat('yyyy-mm-dd');
              const date = cell.getValue();
              return [date instanceof Date, cell.getDisplayValue(), cell.setNumberFormat('0').getValue()];`),
    ).toEqual([true, '2023-05-06', 45052]);
  });

  it('a time without a day stands on 30 December 1899', () => {
    expect(
      script(
        `const cell = sheet.getRange('A1').setValue('09:30');
              return [Utilities.formatDate(cell.getValue(), 'Etc/GMT', 'yyyy'), cell.getDisplayValue()];`,
        {
          timeZone: 'Etc/GMT',
        },
      ),
    ).toEqual(['1899', '9:30']);
  });
});

describe("the script's own zone", () => {
  const source = `function zones() {
    const noon = new Date('2023-05-06T12:00:00Z');
    return [Session.getScriptTimeZone(), SpreadsheetApp.getActive().getSpreadsheetTimeZone(), noon.getHours()];
  }`;

  it('is the one of the manifest, and the getters of Date follow it', () => {
    const host = stranger(source, { manifest: { timeZone: 'Europe/Berlin' } });
    expect(host.call('zones')).toEqual(['Europe/Berlin', 'Asia/Shanghai', 14]);
  });

  it('without a manifest is the one of the spreadsheet', () => {
    expect(stranger(source).call('zones')).toEqual(['Asia/Shanghai', 'Asia/Shanghai', 20]);
  });

  it('the clock stands where the host was told it stands', () => {
    expect(script(`return [new Date().toISOString(), Date.now(), Date() === new Date().toString()];`)).toEqual([
      '2023-05-21T01:00:00.000Z',
      Date.parse('2023-05-21T01:00:00Z'),
      true,
    ]);
  });
});
