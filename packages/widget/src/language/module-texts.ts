import type { ModuleTexts } from '@shopbell/core'

/** By the first subtag of the language's name. */
const modules: Readonly<Record<string, () => Promise<{ readonly moduleTexts: ModuleTexts }>>> = {
  ar: () => import('@shopbell/core/locales/modules/ar'),
  de: () => import('@shopbell/core/locales/modules/de'),
  en: () => import('@shopbell/core/locales/modules/en'),
  es: () => import('@shopbell/core/locales/modules/es'),
  fr: () => import('@shopbell/core/locales/modules/fr'),
  ja: () => import('@shopbell/core/locales/modules/ja'),
  pt: () => import('@shopbell/core/locales/modules/pt-BR'),
  zh: () => import('@shopbell/core/locales/modules/zh-Hans'),
}

/** What a language says in the modules of flows: only a shop's own flow has some. In the build for script tags, files as well. */
export const moduleTexts = async (language: string): Promise<ModuleTexts | undefined> =>
  (await modules[language]?.())?.moduleTexts
