/** What a spreadsheet's locale says of numbers, money and dates: how they are typed, and shown by default. */

/** One locale's habits. */
export interface LocaleHabits {
  readonly decimal: '.' | ',';
  readonly group: string;
  /** Order of day, month and year where the year does not come first by itself. */
  readonly order: 'ymd' | 'mdy' | 'dmy';
  /** Between the parts of a date; those typed are understood as well. */
  readonly dateSeparators: string;
  /** Currency signs that are understood. */
  readonly currency: readonly string[];
  readonly currencyAfter: boolean;
  /** How a `Date` without a number format of its own is shown. */
  readonly dateFormat: string;
  readonly dateTimeFormat: string;
  /** Chinese and Japanese write 2023年5月6日. */
  readonly ideographic: boolean;
}

const english: LocaleHabits = {
  decimal: '.',
  group: ',',
  order: 'mdy',
  dateSeparators: '-/',
  currency: ['$'],
  currencyAfter: false,
  dateFormat: 'm/d/yyyy',
  dateTimeFormat: 'm/d/yyyy h:mm:ss',
  ideographic: false,
};

const continental: LocaleHabits = {
  ...english,
  decimal: ',',
  group: '.',
  order: 'dmy',
  dateSeparators: '-/.',
  currency: ['€'],
  currencyAfter: true,
  dateFormat: 'dd/mm/yyyy',
  dateTimeFormat: 'dd/mm/yyyy hh:mm:ss',
};

const chinese: LocaleHabits = {
  ...english,
  order: 'ymd',
  currency: ['¥', '￥'],
  dateFormat: 'yyyy/m/d',
  dateTimeFormat: 'yyyy/m/d h:mm:ss',
  ideographic: true,
};

const byTag: Readonly<Record<string, LocaleHabits>> = {
  en_US: english,
  en_GB: { ...english, order: 'dmy', currency: ['£'], dateFormat: 'dd/mm/yyyy', dateTimeFormat: 'dd/mm/yyyy hh:mm:ss' },
  en_AU: { ...english, order: 'dmy', dateFormat: 'dd/mm/yyyy', dateTimeFormat: 'dd/mm/yyyy hh:mm:ss' },
  en_IN: { ...english, order: 'dmy', currency: ['₹'], dateFormat: 'dd/mm/yyyy', dateTimeFormat: 'dd/mm/yyyy hh:mm:ss' },
  en_CA: { ...english, order: 'ymd', dateFormat: 'yyyy-mm-dd', dateTimeFormat: 'yyyy-mm-dd h:mm:ss' },
  zh_CN: chinese,
  zh_TW: { ...chinese, currency: ['$', 'NT$'] },
  zh_HK: {
    ...chinese,
    order: 'dmy',
    currency: ['$', 'HK$'],
    dateFormat: 'd/m/yyyy',
    dateTimeFormat: 'd/m/yyyy h:mm:ss',
  },
  ja_JP: { ...chinese, dateFormat: 'yyyy/mm/dd', dateTimeFormat: 'yyyy/mm/dd h:mm:ss' },
  ko_KR: { ...english, order: 'ymd', currency: ['₩'], dateFormat: 'yyyy. m. d', dateTimeFormat: 'yyyy. m. d h:mm:ss' },
  de_DE: { ...continental, dateFormat: 'dd.mm.yyyy', dateTimeFormat: 'dd.mm.yyyy hh:mm:ss' },
  fr_FR: { ...continental, group: ' ' },
  es_ES: { ...continental, dateFormat: 'd/m/yyyy', dateTimeFormat: 'd/m/yyyy h:mm:ss' },
  it_IT: continental,
  pt_BR: { ...continental, currency: ['R$'], currencyAfter: false },
  ru_RU: {
    ...continental,
    group: ' ',
    currency: ['₽'],
    dateFormat: 'dd.mm.yyyy',
    dateTimeFormat: 'dd.mm.yyyy h:mm:ss',
  },
  tr_TR: { ...continental, currency: ['₺'], dateFormat: 'dd.mm.yyyy', dateTimeFormat: 'dd.mm.yyyy hh:mm:ss' },
};

/** The habits of a locale (`zh_CN`, `en-US`, `en`); one that is not known is taken for American. */
export function habitsOf(locale: string): LocaleHabits {
  const tag = locale.replace('-', '_');
  const exact = byTag[tag];
  if (exact) return exact;
  const language = tag.split('_')[0] ?? '';
  const kin = Object.keys(byTag).find((known) => known.startsWith(`${language}_`));
  return (kin === undefined ? undefined : byTag[kin]) ?? english;
}
