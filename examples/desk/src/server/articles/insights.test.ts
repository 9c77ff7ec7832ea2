import { expect, it } from 'vitest'
import type { Queries } from '../database/database.js'
import { countEmptySearch } from './insights.js'

/** What is kept of a search that found nothing. */
async function kept(query: string): Promise<unknown> {
  let words: unknown
  const queries: Queries = {
    async query(_sql, values) {
      words = values?.[1]
      return []
    },
    script: async () => undefined,
  }
  await countEmptySearch(queries, 'tea', query, 0)
  return words
}

it('keeps of a search what was missing, and no number or address', async () => {
  expect(await kept('  Kettle for  ada@example.com, order 1001 ')).toBe('kettle for … order …')
  expect(await kept(`${' '.repeat(300)}Teapot`)).toBe('teapot')
  expect(await kept('1001 2002')).toBeUndefined()
})

it('takes a word as long as a story in its stride', async () => {
  const began = performance.now()
  expect(await kept('q'.repeat(100_000))).toBe('q'.repeat(80))
  expect(performance.now() - began).toBeLessThan(1_000)
})
