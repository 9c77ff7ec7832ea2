import { expect, test } from 'vitest'
import { chooseLanguage } from './choose-language.js'

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE_ch', 'de'],
  ['es-419', 'es'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['fr-CA', 'fr'],
  ['ja-JP', 'ja'],
  ['ar-EG', 'ar'],
  ['en-GB', 'en'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-TW', 'en'],
  ['zh-HK', 'en'],
  ['zh-Hant', 'en'],
  ['pl', 'en'],
  ['den', 'en'],
  ['', 'en'],
])('%j is spoken to in %s', (tag, language) => {
  expect(chooseLanguage(tag)).toBe(language)
})
