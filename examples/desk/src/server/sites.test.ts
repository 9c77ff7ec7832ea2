import { describe, expect, it } from 'vitest'
import { readSites } from './sites.js'

const database = {
  query: async () => [
    { site_id: 'tea', origins: '["https://tea.example"]' },
    { site_id: 'pots', origins: '["https://pots.example","https://pots.example/path","null"]' },
  ],
  script: async () => undefined,
}

describe('an origin speaks for its own shop only', () => {
  it.each([
    ['https://tea.example', 'tea', true],
    ['https://pots.example', 'tea', false],
    ['https://pots.example', undefined, true],
    ['https://desk.example', 'tea', true],
    ['https://tea.example', 'nowhere', false],
    [undefined, 'tea', true],
    [undefined, 'nowhere', false],
    ['null', 'pots', false],
    ['http://localhost:3000', 'tea', false],
  ])('%s for %s: %s', async (origin, site, expected) => {
    const sites = await readSites(database as never, false)
    expect(sites.allows(origin, 'desk.example', site)).toBe(expected)
  })

  it('is any page of this machine in a demo', async () => {
    const sites = await readSites(database as never, true)
    expect(sites.allows('http://localhost:3000', 'localhost:4600', 'tea')).toBe(true)
    expect(sites.allows('http://localhost.evil.example', 'localhost:4600', 'tea')).toBe(false)
  })
})
