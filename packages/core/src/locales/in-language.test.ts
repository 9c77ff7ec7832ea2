import { expect, test } from 'vitest'
import type { FlowInChapters } from '../flow/flow.js'
import { storefrontChapters } from '../flow/storefront-chapters.js'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { catalogue as german } from './catalogues/de.js'
import { catalogue as english } from './catalogues/en.js'
import { flowIn, openingIn } from './in-language.js'

test('the default flow speaks another language from the greeting to its last chapter', async () => {
  const spoken = flowIn(storefrontChapters, german.texts)
  expect(spoken.texts['greeting']).toBe(german.texts.greeting)
  const chapter = await spoken.chapters?.['order']?.()
  expect(chapter?.texts['order.ask']).toBe(german.texts['order.ask'])
  const rest = await chapter?.more?.()
  expect(rest?.texts['order.late']).toBe(german.texts['order.late'])
  expect(Object.keys(spoken.chapters ?? {})).toEqual(Object.keys(storefrontChapters.chapters ?? {}))
})

test('a shop’s own sentences stay, and those that it took over from us are translated', () => {
  const own: FlowInChapters = { ...storefrontFlow, texts: { ...storefrontFlow.texts, greeting: 'Moin!', extra: 'Nur bei uns' } }
  const spoken = openingIn(own, german.texts, english.texts)
  expect(spoken.texts['greeting']).toBe('Moin!')
  expect(spoken.texts['extra']).toBe('Nur bei uns')
  expect(spoken.texts['order.ask']).toBe(german.texts['order.ask'])
})

test('what the machine says is added where a flow of one’s own has no words for it', () => {
  const small: FlowInChapters = { ...storefrontFlow, texts: { greeting: 'Moin!' } }
  expect(openingIn(small, german.texts, english.texts).texts['helped.yes']).toBe('Ja')
})
