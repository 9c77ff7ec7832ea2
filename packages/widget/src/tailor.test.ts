// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { tailor } from './tailor.js'

async function warnings(accent: string) {
  const said: string[] = []
  await tailor(undefined, { css: '', pill: false }, { accent }, (message) => said.push(message))
  await vi.dynamicImportSettled()
  return said
}

test.each(['#ffee00', '#ffffff', '#b0b0b0'])('an accent that is no ring on a light ground is told: %s', async (accent) => {
  expect(await warnings(accent)).toEqual([expect.stringContaining(accent)])
})

test.each(['#7a2f5b', '#0000ff', '#000', 'plum'])('one that is, or is no colour, is not: %s', async (accent) => {
  expect(await warnings(accent)).toEqual([])
})
