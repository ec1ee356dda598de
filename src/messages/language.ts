/** The languages people are spoken to in. A new one joins here: the compiler then asks for each of its words. */
export const LANGUAGES = ['zh-CN', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];
