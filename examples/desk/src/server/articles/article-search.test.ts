import { describe, expect, it } from 'vitest'
import type { Queries } from '../database/database.js'
import { createArticleSearch } from './article-search.js'

/** Shelves that count how often they are read. */
function shelves(titles: string[]) {
  const reads: string[] = []
  const state = { down: false }
  const queries: Queries = {
    async query<Row>(_sql: string, [site]: readonly unknown[] = []) {
      reads.push(String(site))
      if (state.down) throw new Error('down')
      return titles.map((title, position) => ({ article: `${site}-${position}`, title, teaser: '', body: '' })) as Row[]
    },
    script: async () => undefined,
  }
  return { queries, reads, titles, state }
}

describe('a search among the articles', () => {
  it('reads them once for many questions, for each shop its own', async () => {
    const { queries, reads } = shelves(['Descaling a kettle', 'Returning a parcel'])
    const search = createArticleSearch(queries, () => 0)
    const answers = await Promise.all([search('tea', 'kettle'), search('tea', 'parcel'), search('pots', 'kettle')])
    expect(answers.map(([first]) => first?.id)).toEqual(['tea-0', 'tea-1', 'pots-0'])
    await search('tea', 'descal')
    expect(reads).toEqual(['tea', 'pots'])
  })

  it('finds within a minute what a shop has written meanwhile', async () => {
    let at = 0
    const { queries, titles } = shelves(['Descaling a kettle'])
    const search = createArticleSearch(queries, () => at)
    expect(await search('tea', 'gift')).toEqual([])
    titles.push('Wrapping a gift')
    at += 60_000
    expect(await search('tea', 'gift')).toMatchObject([{ title: 'Wrapping a gift' }])
  })

  it.each([
    ['I want to return my kettle', 'Returning a kettle'],
    ['Hello, I would like to return a kettle please', 'Returning a kettle'],
    ['I just need to know how to descale it', 'How long to wait before a descale'],
  ])('goes by what %j is about, and not by how it is asked', async (asked, title) => {
    const { queries } = shelves([
      'How long to wait before a descale',
      'A kettle like no other: want it, need it',
      'Returning a kettle',
    ])
    const search = createArticleSearch(queries, () => 0)
    expect((await search('tea', asked))[0]).toMatchObject({ title })
  })

  it('looks again after a database that did not answer', async () => {
    const { queries, state } = shelves(['Descaling a kettle'])
    const search = createArticleSearch(queries, () => 0)
    state.down = true
    await expect(search('tea', 'kettle')).rejects.toThrow('down')
    state.down = false
    expect(await search('tea', 'kettle')).toHaveLength(1)
  })
})
