import { expect, test } from 'vitest'
import type { Content } from '../conversation/entry.js'
import { catalogue } from './catalogues/de.js'
import { textIn } from './text-in.js'

test('an agent reads a tap and the bot’s sentence in the agent’s own language', () => {
  expect(textIn(catalogue, { kind: 'answered', to: 'p', text: 'No', key: 'order.delivered.no' })).toBe(
    catalogue.texts['order.delivered.no'],
  )
  expect(textIn(catalogue, { kind: 'text', text: 'Here you are', key: 'faq.shelf' })).toBe('Das haben wir dazu.')
  expect(textIn(catalogue, { kind: 'notice', code: 'restarted' })).toBe(catalogue.person?.notices?.restarted)
})

test('what is filled in comes from the caller, as text', () => {
  const content: Content = { kind: 'text', text: 'Order 1042 is late.', key: 'summary.order-late' }
  expect(textIn(catalogue, content)).toBeNull()
  expect(textIn(catalogue, content, { orderNumber: '{email}' })).toBe('Bestellung {email} ist verspätet.')
})

test.each<Content>([
  { kind: 'text', text: 'typed by hand' },
  { kind: 'text', text: 'x', key: 'constructor' },
  { kind: 'answered', to: 'p', text: 'x', key: 'of.the.shop' },
  { kind: 'unsupported' },
])('%j is left as the shopper saw it', (content) => {
  expect(textIn(catalogue, content)).toBeNull()
})
