/** The words of each page, by language. A page takes what is its own, and is built without the others'. */
import type { Language } from './catalogues.ts';
import * as en from './en/pages.ts';
import type {
  BoardWords,
  CommonWords,
  DocumentsWords,
  PlanWords,
  PreviewWords,
  RemindWords,
  ReviewWords,
  SettingsWords,
  SetUpWords,
} from './pages.ts';
import * as zhCN from './zh-CN/pages.ts';

export type ByLanguage<Words> = Readonly<Record<Language, Words>>;

export const common: ByLanguage<CommonWords> = { 'zh-CN': zhCN.common, en: en.common };
export const board: ByLanguage<BoardWords> = { 'zh-CN': zhCN.board, en: en.board };
export const plan: ByLanguage<PlanWords> = { 'zh-CN': zhCN.plan, en: en.plan };
export const setUp: ByLanguage<SetUpWords> = { 'zh-CN': zhCN.setUp, en: en.setUp };
export const settings: ByLanguage<SettingsWords> = { 'zh-CN': zhCN.settings, en: en.settings };
export const review: ByLanguage<ReviewWords> = { 'zh-CN': zhCN.review, en: en.review };
export const preview: ByLanguage<PreviewWords> = { 'zh-CN': zhCN.preview, en: en.preview };
export const documents: ByLanguage<DocumentsWords> = { 'zh-CN': zhCN.documents, en: en.documents };
export const remind: ByLanguage<RemindWords> = { 'zh-CN': zhCN.remind, en: en.remind };
