import { describe, expect, it } from 'vitest'
import { readSites } from './sites.js'

const database = {
  query: async () => [
    { site_id: 'tea', origins: '["https://tea.example"]' },
    { site_id: 'pots', origins: '["https://pots.example","https://pots.example/path","null","https://desk.example"]' },
  ],
  script: async () => undefined,
}

describe('an origin speaks for its own shop only', () => {
  it.each([
    ['https://tea.example', 'tea', true],
    ['https://pots.example', 'tea', false],
    ['https://pots.example', undefined, true],
    ['https://desk.example', 'tea', true],
    ['http://desk.example', 'tea', false],
    ['http://desk.example', undefined, false],
    ['https://desk.example:8443', 'tea', false],
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

describe('the desk’s own origin', () => {
  it.each([
    ['https://desk.example', 'desk.example', true],
    ['https://desk.example', 'DESK.example', true],
    // Whoever can put a page on the plain-http twin of the name must not speak for the inbox.
    ['http://desk.example', 'desk.example', false],
    ['https://desk.example', 'desk.example:8443', false],
    ['https://evil.example', 'evil.example', false],
    ['http://203.0.113.7:4600', '203.0.113.7:4600', false],
    ['https://tea.example', 'desk.example', false],
    ['http://localhost:4600', 'localhost:4600', true],
    ['http://127.0.0.1:4600', '127.0.0.1:4600', true],
    ['http://localhost:4601', 'localhost:4600', false],
    ['http://127.0.0.1:4600', 'localhost:4600', false],
    ['null', 'localhost:4600', false],
    [undefined, 'desk.example', true],
  ])('%s at %s: %s', async (origin, host, expected) => {
    const sites = await readSites(database as never, false)
    expect(sites.isOwn(origin, host)).toBe(expected)
  })

  it.each([
    ['desk.example', true],
    ['tea.example', true],
    ['localhost:4600', true],
    ['127.0.0.1:4600', true],
    ['203.0.113.7:4600', false],
    ['evil.example', false],
    ['', false],
    [undefined, false],
  ])('is asked for by the host %s: %s', async (host, expected) => {
    const sites = await readSites(database as never, false)
    expect(sites.knowsHost(host)).toBe(expected)
  })
})
