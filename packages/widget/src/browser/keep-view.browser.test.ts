import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepView } from './keep-view.js'

const NAME = 'shopbell:test:view'
const endings: (() => void)[] = []
beforeEach(() => sessionStorage.clear())
afterEach(() => {
  vi.restoreAllMocks()
  for (const end of endings.splice(0)) end()
})

/** A page of this tab; the one before it is gone. */
function page(draft = '') {
  for (const end of endings.splice(0)) end()
  const view = { draft: signal(draft), opened: signal(false) }
  endings.push(keepView(view, NAME))
  return view
}

test('L14 what was typed survives a reload, and is gone once it was sent', () => {
  page().draft.value = 'Where is my'
  const view = page()
  expect(view.draft.value).toBe('Where is my')
  view.draft.value = ''
  expect(page().draft.value).toBe('')
  expect(sessionStorage.length).toBe(0)
})

test('L05 what the page has put into the composer is not overwritten', () => {
  page().draft.value = 'mine'
  expect(page('a longer text of the page').draft.value).toBe('a longer text of the page')
})

test.each(['4111 1111 1111 1111', 'take DE89 3704 0044 0532 0130 00', 'x'.repeat(20_001)])('is not stored: %s', (text) => {
  const view = page()
  view.draft.value = 'a text'
  view.draft.value = text
  expect(sessionStorage.length).toBe(0)
  view.draft.value = 'order 1042'
  expect(page().draft.value).toBe('order 1042')
})

test.each(['{"draft":7}', '{not json', '[]', '{"draft":null,"open":true}'])('L08 what is no draft is not shown: %s', (text) => {
  sessionStorage.setItem(NAME, text)
  const view = page()
  expect([view.draft.value, view.opened.value]).toEqual(['', false])
})

test('L06 where storage is forbidden the draft lasts as long as the page', () => {
  for (const method of ['getItem', 'setItem', 'removeItem'] as const)
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError')
    })
  const view = page()
  view.draft.value = 'all the same'
  expect(view.draft.value).toBe('all the same')
})
