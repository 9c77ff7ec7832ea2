import type { View } from '../ui/view.js'

/** How the shopper is spoken to without any download: in the locale's own English, or just in English. */
export const plainEnglish = (locale: string): Pick<View, 'locale' | 'direction' | 'words'> => ({
  locale: /^en\b/.test(locale) ? locale : 'en',
  direction: 'ltr',
  words: (_, english) => english,
})
