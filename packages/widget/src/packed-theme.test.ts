// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { allowedHosts } from './allowed-hosts.js'
import type { Options } from './options.js'

const ADDRESS = 'https://looks.example/corner-shop.theme.json'
const plum = { version: 1, name: 'corner-shop', description: 'Plum.', light: { accent: '#7a2f5b' }, launcher: 'pill' }

let said: string[]
let fetched: ReturnType<typeof vi.fn<typeof fetch>>
const answering = (body: BodyInit | null, init?: ResponseInit) => fetched.mockImplementation(async () => new Response(body, init))

/** The look at an address, by a module that has kept nothing yet. */
async function look(address: string, options: Options = { hosts: 'looks.example' }) {
  vi.resetModules()
  const { packedLook } = await import('./packed-theme.js')
  const worn = await packedLook(address, options, (message) => said.push(message))
  // Words for mistakes are fetched when there is one.
  await vi.dynamicImportSettled()
  return worn
}

beforeEach(() => {
  said = []
  fetched = vi.fn<typeof fetch>()
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => vi.unstubAllGlobals())

test('is fetched from an allowed host, without cookies, and worn', async () => {
  answering(JSON.stringify(plum))
  const worn = await look(ADDRESS)
  expect(worn).toMatchObject({ pill: true, css: expect.stringContaining('--shopbell-accent:#7a2f5b') })
  expect(said).toEqual([])
  expect(fetched).toHaveBeenCalledTimes(1)
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' })
})

test('is fetched once, however often the chat is dressed', async () => {
  answering(JSON.stringify(plum))
  vi.resetModules()
  const { packedLook } = await import('./packed-theme.js')
  const options = { hosts: 'looks.example' }
  expect(await packedLook(ADDRESS, options, () => {})).toEqual(await packedLook(ADDRESS, options, () => {}))
  expect(fetched).toHaveBeenCalledTimes(1)
})

test('what did not come is asked for once a minute, and said once', async () => {
  fetched.mockRejectedValue(new TypeError('Failed to fetch'))
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000)
  vi.resetModules()
  const { packedLook } = await import('./packed-theme.js')
  const ask = () => packedLook(ADDRESS, { hosts: 'looks.example' }, (message) => said.push(message))
  for (const at of [1_000, 2_000, 60_999]) {
    now.mockReturnValue(at)
    expect(await ask()).toBeNull()
  }
  expect(fetched).toHaveBeenCalledTimes(1)
  answering(JSON.stringify(plum))
  now.mockReturnValue(61_001)
  expect(await ask()).toMatchObject({ pill: true })
  now.mockRestore()
  await vi.dynamicImportSettled()
  expect(said).toHaveLength(1)
})

test.each([
  ['#7A2F5B', '#e0a0c0', 'the theme’s own, which leads with the same colour in the light'],
  ['#1c2f7b', '', 'the shop’s, where it leads with another one'],
])('beside data-accent="%s" the accent in the dark is %s: %s', async (accent, dark) => {
  answering(JSON.stringify({ ...plum, dark: { accent: '#e0a0c0' } }))
  const [{ tailor }, { plain }] = await Promise.all([import('./tailor.js'), import('./skins.js')])
  const options: Options = { hosts: 'looks.example', accent }
  const worn = await tailor(`${ADDRESS}?${accent.slice(1)}`, plain, options, (message) => said.push(message))
  const css = (await worn.later)?.css ?? ''
  const last = css
    .match(/--shopbell-accent:(#\w+)/g)
    ?.at(-1)
    ?.slice('--shopbell-accent:'.length)
  expect(said).toEqual([])
  if (dark) expect(last).toBe(dark)
  else expect(last).not.toBe('#e0a0c0')
})

test('a path is one on the page’s own site, which may be a machine of one’s own without TLS', async () => {
  answering(JSON.stringify(plum))
  expect(location.protocol).not.toBe('https:')
  expect(await look('/looks/plum.theme.json', {})).toMatchObject({ css: expect.stringContaining('--shopbell-accent:#7a2f5b') })
  expect(String(fetched.mock.calls[0]?.[0])).toBe(new URL('/looks/plum.theme.json', location.href).href)
})

test('pictures come from hosts that the shop has named, and from no other: not the page’s, not the desk’s', async () => {
  const drawn = (address: string) => JSON.stringify({ ...plum, images: { logo: { address } } })
  const options = { hosts: 'looks.example', backend: 'https://desk.example/v1' }
  for (const [address, worn] of [
    ['https://looks.example/logo.svg', true],
    ['https://desk.example/v1/logo.svg', false],
    [`https://${location.host}/account/logo.svg`, false],
  ] as const) {
    answering(drawn(address))
    expect((await look(ADDRESS, options))?.css.includes(`url("${address}")`), address).toBe(worn)
  }
})

describe('nothing is asked of', () => {
  test.each([
    ['a host that nobody allowed', 'https://elsewhere.example/look.json'],
    ['a host that only ends like an allowed one', 'https://evil-looks.example/look.json'],
    ['an allowed host at another port', 'https://looks.example:8443/look.json'],
    ['an address without TLS', 'http://looks.example/look.json'],
    ['an address with a password', 'https://user:secret@looks.example/look.json'],
    ['an address in data', 'data:application/json,{}'],
    ['no address', 'https://'],
  ])('%s', async (_, address) => {
    expect(await look(address)).toBeNull()
    expect(fetched).not.toHaveBeenCalled()
  })
})

describe('the default look stays, and the console says why, for', () => {
  test.each([
    ['a file that is too large', JSON.stringify({ ...plum, padding: 'x'.repeat(70_000) }), {}, 'larger than 64 kB'],
    ['a file that is not there', 'Not found', { status: 404 }, 'the answer was 404'],
    ['a host that is ill', '', { status: 503 }, 'the answer was 503'],
  ])('%s', async (_, body, init, sentence) => {
    answering(body, init)
    expect(await look(ADDRESS)).toBeNull()
    expect(said).toEqual([expect.stringContaining(sentence)])
    expect(said.join()).not.toContain('Access-Control')
  })

  test('a host that never answers, after ten seconds', async () => {
    const patience = vi
      .spyOn(AbortSignal, 'timeout')
      .mockImplementation(() => AbortSignal.abort(new DOMException('The operation timed out.', 'TimeoutError')))
    fetched.mockImplementation(
      (_, init) => new Promise((_resolve, reject) => (init?.signal?.aborted ? reject(init.signal.reason) : undefined)),
    )
    expect(await look(ADDRESS)).toBeNull()
    expect(patience).toHaveBeenCalledWith(10_000)
    expect(said.join()).toContain('did not come within 10 seconds')
    patience.mockRestore()
  })

  test('a redirect', async () => {
    fetched.mockImplementation(async () =>
      Object.defineProperties(new Response(), { type: { value: 'opaqueredirect' }, ok: { value: false } }),
    )
    expect(await look(ADDRESS)).toBeNull()
    expect(said.join()).toContain('redirect')
  })

  test('a host that takes too long', async () => {
    fetched.mockRejectedValue(new DOMException('The operation timed out.', 'TimeoutError'))
    expect(await look(ADDRESS)).toBeNull()
    expect(said).toEqual([`The theme at ${ADDRESS} did not come within 10 seconds.`])
  })

  test('a host that does not answer, or may not be asked, which a browser does not tell apart', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await look(ADDRESS)).toBeNull()
    for (const part of [ADDRESS, 'Access-Control-Allow-Origin', 'lacks https://looks.example under connect-src'])
      expect(said.join()).toContain(part)
  })

  test('the page’s own site, which needs no header', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await look('/plum.json')).toBeNull()
    expect(said.join()).toContain("lacks 'self' under connect-src")
    expect(said.join()).not.toContain('Access-Control')
  })

  test.each([
    ['http://elsewhere.example/look.json', 'write it with https://'],
    ['http://looks.example/look.json', 'write it with https://'],
    ['https://user:secret@looks.example/look.json', 'take the name and the password out'],
    ['https://elsewhere.example/look.json', 'data-hosts="elsewhere.example"'],
  ])('%s, with what to write', async (address, sentence) => {
    expect(await look(address)).toBeNull()
    expect(said).toEqual([expect.stringContaining(sentence)])
    expect(said.join()).not.toContain('secret')
  })
})

test('stops reading a file that has no end', async () => {
  let pulled = 0
  let cancelled = false
  const endless = new ReadableStream({
    pull(controller) {
      pulled++
      controller.enqueue(new Uint8Array(16_000).fill(32))
    },
    cancel() {
      cancelled = true
    },
  })
  answering(endless)
  expect(await look(ADDRESS)).toBeNull()
  expect(cancelled).toBe(true)
  expect(pulled).toBeLessThan(10)
})

test.each(['{ "name": ', '[]', '"kite"', '<!doctype html>', '{"version":2,"name":"later"}'])(
  '%s is worn as the default look',
  async (body) => {
    const { plain } = await import('./skins.js')
    answering(body)
    expect((await look(ADDRESS))?.css).toBe(plain.css)
    expect(said).not.toEqual([])
  },
)

test('what is hostile in it is left out', async () => {
  answering(JSON.stringify({ ...plum, light: { accent: 'url(https://spy.example/)' }, css: '*{display:none}' }))
  const worn = await look(ADDRESS)
  expect(worn?.css).not.toContain('spy.example')
  expect(worn?.css).not.toContain('display:none')
})

test('the page, its desk and the hosts that the shop named are allowed, whatever stands between them', () => {
  const allowed = allowedHosts({ backend: 'https://desk.example/v1', hosts: ' CDN.example,  looks.example:8443 ' })
  expect(allowed).toEqual([location.host, 'desk.example', 'cdn.example', 'looks.example:8443'].filter(Boolean))
})
