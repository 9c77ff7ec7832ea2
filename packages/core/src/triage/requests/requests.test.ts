import { describe, expect, test } from 'vitest'
import { triage } from '../triage.js'
import * as ar from './ar.test.data.js'
import * as de from './de.test.data.js'
import * as en from './en.test.data.js'
import * as es from './es.test.data.js'
import * as fr from './fr.test.data.js'
import * as ja from './ja.test.data.js'
import * as ptBR from './pt-BR.test.data.js'
import * as zhHans from './zh-Hans.test.data.js'

const languages = [
  ['ar', ar, () => import('./ar.js')],
  ['de', de, () => import('./de.js')],
  ['en', en, () => import('./en.js')],
  ['es', es, () => import('./es.js')],
  ['fr', fr, () => import('./fr.js')],
  ['ja', ja, () => import('./ja.js')],
  ['pt-BR', ptBR, () => import('./pt-BR.js')],
  ['zh-Hans', zhHans, () => import('./zh-Hans.js')],
] as const

describe.each(languages)('in %s', (_, { asks, mentions }, load) => {
  const isRequest = async (text: string): Promise<boolean> => {
    const route = triage(text, await load())
    return route.to === 'person' && route.reason === 'asked'
  }
  const heard = async (texts: readonly string[]): Promise<readonly string[]> => {
    const answers = await Promise.all(texts.map(isRequest))
    return texts.filter((_, index) => answers[index])
  }

  test('at least 97 of 100 ways to ask for a person are heard', async () => {
    expect(asks.length).toBeGreaterThanOrEqual(30)
    const missed = asks.filter(
      (
        (known) => (text: string) =>
          !known.has(text)
      )(new Set(await heard(asks))),
    )
    expect(missed.length / asks.length, missed.join('\n')).toBeLessThanOrEqual(0.03)
  })

  test('texts that only mention people ask for nobody', async () => {
    expect(mentions.length).toBeGreaterThanOrEqual(15)
    expect(await heard(mentions)).toEqual([])
  })

  test('no phrasing is listed twice', () => {
    expect(new Set([...asks, ...mentions]).size).toBe(asks.length + mentions.length)
  })
})

test('English is heard in every language, and the shopper’s own only where it is given', async () => {
  const { requests } = await import('./de.js')
  expect(triage('a human please', { requests })).toMatchObject({ to: 'person', reason: 'asked' })
  expect(triage('Kann ich bitte mit jemandem sprechen?', { requests })).toMatchObject({ to: 'person', reason: 'asked' })
  expect(triage('Kann ich bitte mit jemandem sprechen?')).toMatchObject({ to: 'ask' })
})
