import type { Catalogue } from '@shopbell/core'

/** A language as a module. */
export interface Spoken {
  readonly catalogue: Catalogue
}

/** By the first subtag of the language's name. */
const modules: Readonly<Record<string, () => Promise<Spoken>>> = {
  ar: () => import('@shopbell/core/locales/ar'),
  de: () => import('@shopbell/core/locales/de'),
  en: () => import('@shopbell/core/locales/en'),
  es: () => import('@shopbell/core/locales/es'),
  fr: () => import('@shopbell/core/locales/fr'),
  ja: () => import('@shopbell/core/locales/ja'),
  pt: () => import('@shopbell/core/locales/pt-BR'),
  zh: () => import('@shopbell/core/locales/zh-Hans'),
}

/**
 * All that is said in a language, each a download of its own. The build for script tags puts finished files in this module's
 * place, whose names need no list (see scripts/word-files.mjs).
 */
export const catalogues = async (language: string): Promise<Spoken | undefined> => modules[language]?.()
