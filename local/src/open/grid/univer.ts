/** Univer with the plugins that are used, in Chinese or English. */
import {
  CommandType,
  EDITOR_ACTIVATED,
  FOCUSING_SHEET,
  type IAccessor,
  ICommandService,
  IContextService,
  type IMultiCommand,
  LocaleType,
  LogLevel,
  mergeLocales,
  type Plugin,
  type PluginCtor,
  Univer,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingEn from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionalFormatting from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEn from '@univerjs/preset-sheets-core/locales/en-US';
import core from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import dataValidationEn from '@univerjs/preset-sheets-data-validation/locales/en-US';
import dataValidation from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterEn from '@univerjs/preset-sheets-filter/locales/en-US';
import filter from '@univerjs/preset-sheets-filter/locales/zh-CN';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteEn from '@univerjs/preset-sheets-note/locales/en-US';
import note from '@univerjs/preset-sheets-note/locales/zh-CN';
import type { Language } from '../words.ts';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';

/** What the presets' Chinese leaves out. */
const PROGRESS = {
  'sheets-formula': {
    progress: {
      analyzing: '正在分析公式',
      calculating: '正在计算',
      'array-analysis': '正在分析数组公式',
      'array-calculation': '正在计算数组公式',
      done: '完成',
    },
  },
};

/** Entries of the context menus that only a spreadsheet program of its own can carry out. */
const LEFT_OUT = [
  'sheet.menu.sheet-frozen',
  'sheet.column-header-menu.sheet-frozen',
  'sheet.row-header-menu.sheet-frozen',
  'sheet.contextMenu.permission',
  'sheet.menu.paste-special',
  'sheet.menu.copy-special',
  'sheet.operation.add-note-popup',
  'sheet.command.clear-selection-format',
  'sheet.command.clear-selection-all',
  'sheet.command.delete-range-move-left-confirm',
  'sheet.command.delete-range-move-up-confirm',
  'sheet.command.insert-range-move-down-confirm',
  'sheet.command.insert-range-move-right-confirm',
  'sheet.command.hide-col-confirm',
  'sheet.command.hide-row-confirm',
  'sheet.command.set-selected-cols-visible',
  'sheet.command.set-selected-rows-visible',
  'sheet.command.set-col-auto-width',
  'sheet.command.set-row-is-auto-height',
  'sheet.command.copy-sheet',
  'sheet.command.remove-sheet-confirm',
  'sheet.operation.rename-sheet',
  'sheet.command.set-tab-color',
  'sheet.command.set-worksheet-hidden',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
];

export interface Started {
  readonly api: FUniver;
  readonly commands: ICommandService;
  readonly context: IContextService;
}

export function startUniver(container: HTMLElement, language: Language): Started {
  const univer = new Univer({
    locale: language === 'en' ? LocaleType.EN_US : LocaleType.ZH_CN,
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(core, conditionalFormatting, dataValidation, filter, note, PROGRESS),
      [LocaleType.EN_US]: mergeLocales(coreEn, conditionalFormattingEn, dataValidationEn, filterEn, noteEn),
    },
    logLevel: LogLevel.ERROR,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      formulaBar: true,
      // Texts that look like numbers are what most cells here are meant to be.
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
      footer: { menus: false, addSheetButtonConfig: { show: false } },
      menu: Object.fromEntries(LEFT_OUT.map((id) => [id, { hidden: true }])),
      formula: { initialFormulaComputing: CalculationMode.FORCED },
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsFilterPreset(),
    UniverSheetsNotePreset(),
  ];
  for (const { plugins } of presets) {
    for (const one of plugins) {
      const [plugin, options] = (Array.isArray(one) ? one : [one]) as [PluginCtor<Plugin>, object?];
      univer.registerPlugin(plugin, options);
    }
  }
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  return { api, commands: injector.get(ICommandService), context: injector.get(IContextService) };
}

/** Puts our own doing in the place of a command's, once all are registered. */
export function replaceCommand<Params extends object>(
  { commands }: Started,
  id: string,
  handler: (params: Params, accessor: IAccessor) => boolean | Promise<boolean>,
): void {
  commands.unregisterCommand(id);
  commands.registerCommand({
    id,
    type: CommandType.COMMAND,
    handler: (accessor, params) => handler((params ?? {}) as Params, accessor),
  });
}

/** Does a person write in a cell just now? Keys are the editor's then. */
export const isWriting = (context: IContextService): boolean => context.getContextValue(EDITOR_ACTIVATED);

/** A command several parts of Univer have their own doing for; ours goes first, but not while a person writes. */
export function precedeCommand({ commands }: Started, id: string, handler: () => boolean | Promise<boolean>): void {
  commands.registerMultipleCommand({
    id,
    name: `huizong ${id}`,
    multi: true,
    priority: 10_000,
    type: CommandType.COMMAND,
    preconditions: (context: IContextService) => !isWriting(context) && context.getContextValue(FOCUSING_SHEET),
    handler,
  } as IMultiCommand);
}
