import { describe, expect, test, vi } from 'vitest'
import { openBook } from './book.js'
import type { Capability, Chapter } from './flow/flow.js'
import { storefrontChapters } from './flow/storefront-chapters.js'
import { storefrontFlow } from './flow/storefront-flow.js'

const everything: ReadonlySet<Capability> = new Set(['orders', 'faqs', 'person'])

/** The default flow, whose chapters can be watched. */
function watched() {
  const chapters = Object.fromEntries(
    Object.entries(storefrontChapters.chapters ?? {}).map(([name, load]) => [name, vi.fn(load)]),
  )
  return { book: openBook({ ...storefrontChapters, chapters }, everything), chapters }
}

describe('a flow in chapters', () => {
  test('begins without any of them', () => {
    const { book } = watched()
    expect(Object.keys(book.flow.steps)).toEqual(['person'])
    expect(book.parts).not.toHaveProperty('handoff')
  })

  test('brings the chapter of the first step that was missed, and no other', async () => {
    const { book, chapters } = watched()
    await book.comingFor(['order-ask', 'handoff'])?.()
    expect(book.flow.steps).toHaveProperty(['order-on-time'])
    expect(book.flow.texts).toHaveProperty(['order.ask'])
    expect(book.parts).not.toHaveProperty('handoff')
    expect(Object.values(chapters).map((load) => load.mock.calls.length)).toEqual([1, 0, 0])
  })

  test('brings the rest of a chapter when one of its steps is missed, and not before', async () => {
    const { book, chapters } = watched()
    await book.comingFor(['order-ask'])?.()
    expect(book.flow.steps).not.toHaveProperty(['order-late'])
    await book.comingFor(['order-late'])?.()
    expect(book.flow.steps).toHaveProperty(['order-late'])
    expect(book.flow.steps).toHaveProperty(['order-ask'])
    expect(book.flow.texts).toHaveProperty(['order.late'])
    expect(chapters['order']).toHaveBeenCalledOnce()
  })

  test('brings the part that shows and judges an order along with the chapter that asks for one', async () => {
    const { book } = watched()
    await book.comingFor(['order-ask'])?.()
    expect(book.parts).toHaveProperty('order')
  })

  test('brings the way to a person with its words', async () => {
    const { book } = watched()
    await book.comingFor(['handoff'])?.()
    expect(book.parts).toHaveProperty('handoff')
    expect(book.flow.texts).toHaveProperty(['summary.asked'])
  })

  test('has nothing to bring for a step that no chapter has, or that its own chapter lacks', async () => {
    const { book } = watched()
    expect(book.comingFor(['nowhere', 'constructor', '__proto__-x'])).toBeUndefined()
    for (const id of ['order-ask', 'order-late']) await book.comingFor([id])?.()
    expect(book.comingFor(['order-nowhere'])).toBeUndefined()
  })

  test('brings the machine’s own part for articles, and then knows of nothing more to bring for it', async () => {
    const { book } = watched()
    await book.comingFor(['articles'])?.()
    expect(book.parts).toHaveProperty('articles')
    expect(book.comingFor(['articles'])).toBeUndefined()
  })

  test('passes by what is not there, on the way to what is', async () => {
    const { book } = watched()
    await book.comingFor(['nowhere', 'handoff'])?.()
    expect(book.parts).toHaveProperty('handoff')
  })

  test('keeps a chapter that did not arrive, so that it can be asked for again', async () => {
    const load = vi.fn<() => Promise<Chapter>>().mockRejectedValueOnce(new Error('offline'))
    load.mockResolvedValueOnce({ steps: { 'x-one': { type: 'end' } }, texts: {} })
    const book = openBook({ ...storefrontChapters, chapters: { x: load } }, everything)
    await expect(book.comingFor(['x-one'])?.()).rejects.toThrow('offline')
    await book.comingFor(['x-one'])?.()
    expect(book.flow.steps).toHaveProperty(['x-one'])
  })

  test('is the whole flow once all of it is here', async () => {
    const { book } = watched()
    for (const id of ['order-ask', 'order-late', 'faq-topics', 'handoff']) await book.comingFor([id])?.()
    expect(book.flow).toEqual(openBook(storefrontFlow, everything).flow)
  })
})
