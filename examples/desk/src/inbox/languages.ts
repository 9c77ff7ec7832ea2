import type { Catalogue, Language } from '@shopbell/core'

/** How to fetch what Shopbell says, by language. Only the agent's own is ever fetched, and only once a shopper reads another. */
const LOADERS: { readonly [language in Language]: () => Promise<{ readonly catalogue: Catalogue }> } = {
  en: () => import('@shopbell/core/locales/en'),
  'zh-Hans': () => import('@shopbell/core/locales/zh-Hans'),
  es: () => import('@shopbell/core/locales/es'),
  de: () => import('@shopbell/core/locales/de'),
  fr: () => import('@shopbell/core/locales/fr'),
  'pt-BR': () => import('@shopbell/core/locales/pt-BR'),
  ja: () => import('@shopbell/core/locales/ja'),
  ar: () => import('@shopbell/core/locales/ar'),
}

/** What Shopbell says in a language. */
export const loadCatalogue = async (language: Language): Promise<Catalogue> => (await LOADERS[language]()).catalogue
