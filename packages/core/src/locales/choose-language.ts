/** The languages that Shopbell speaks. */
export const LANGUAGES = ['en', 'zh-Hans', 'es', 'de', 'fr', 'pt-BR', 'ja', 'ar'] as const

/** One of them. */
export type Language = (typeof LANGUAGES)[number]

/**
 * The language to speak with somebody who reads `tag` (BCP 47), English where there is none of theirs. Whoever reads any Spanish
 * is spoken to in Spanish, any Portuguese in Brazilian; traditional Chinese is not simplified Chinese.
 *
 * @example
 * chooseLanguage('zh-CN') // 'zh-Hans'
 * chooseLanguage('zh-TW') // 'en'
 */
export function chooseLanguage(tag: string): Language {
  const [primary = '', ...rest] = tag.toLowerCase().split(/[-_]/)
  if (primary === 'zh') return rest.includes('hans') || !/hant|tw|hk|mo/.test(rest.join()) ? 'zh-Hans' : 'en'
  return LANGUAGES.find((language) => language.split('-', 1)[0] === primary) ?? 'en'
}
