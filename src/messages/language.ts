/** The languages people are spoken to in. A new one joins here: the compiler then asks for each of its words. */
export type Language = 'zh-CN' | 'en';
