import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('styles/', import.meta.url)
const sheets = readdirSync(folder).filter((file) => file.endsWith('.css'))

// `all` on a control is some three hundred properties that the browser settles anew with each change of theme: a fifth of its styles.
test.each(sheets)('%s resets nothing as a whole but the element that holds the chat', (sheet) => {
  const rules = [...readFileSync(new URL(sheet, folder), 'utf8').matchAll(/([^{}]*)\{([^{}]*)\}/g)]
  expect(rules.length).toBeGreaterThan(5)
  const resets = rules
    .filter(([, , body = '']) => /(?:^|[;\s])all:/.test(body))
    .map(([, selector = '']) => selector.split('*/').at(-1)?.trim())
  expect(resets).toEqual(sheet === 'opening.css' ? [':host'] : [])
})
