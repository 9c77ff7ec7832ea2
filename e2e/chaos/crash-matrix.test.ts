import { describe, expect, test } from 'vitest'
import { CRASH_POINTS, type CrashPoint } from './crash-matrix.js'
import { createPglite, createPostgres } from './database.js'
import { onFreshDatabase } from './print-crash-matrix.js'

// A sample of the crash matrix; `npm run crash-matrix` runs all of it. A new embedded database takes seconds, so it has one place here.
const url = process.env.DATABASE_URL
const chosen: readonly CrashPoint[] = ['after-commit', 'before-broadcast']

describe('kill -9 of the desk: nothing that was shown as sent is missing, nothing is lost, twice or out of order', () => {
  test('K02: on PGlite, between the commit and the answer', async () => {
    const row = await onFreshDatabase(async () => createPglite(), 'before-answer', 1, 1)
    expect(row.verdicts).toEqual({ falseSent: [], lost: [], twice: [], disorder: [], untrue: [] })
    expect(row.crashes).toBe(1)
    expect(row.lines).toBeGreaterThan(0)
  }, 300_000)

  if (!url) console.log('DATABASE_URL is not set: the sample of the crash matrix did not run on PostgreSQL.')
  test.skipIf(!url).each(chosen)('K03: on PostgreSQL, %s', { timeout: 300_000 }, async (point) => {
    const row = await onFreshDatabase(() => createPostgres(url ?? ''), point, 2, 1)
    expect(row.verdicts).toEqual({ falseSent: [], lost: [], twice: [], disorder: [], untrue: [] })
    expect(row.crashes).toBe(2)
  })

  test('every named place is in the matrix once', () => {
    expect(new Set(CRASH_POINTS).size).toBe(CRASH_POINTS.length)
  })
})
