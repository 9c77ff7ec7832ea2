/** @vitest-environment happy-dom */
import { beforeEach, expect, test, vi } from 'vitest'
import { leadsToPerson, optionsFromAttributes, optionsFromData, readOptions } from './options.js'
import { readMore } from './page/more.js'

const warn = vi.fn<(message: string) => void>()
// The words of a warning are fetched first, also those that a test does not look at.
beforeEach(async () => {
  await vi.dynamicImportSettled()
  warn.mockClear()
})

test('reads every option that fits and says nothing', async () => {
  const written = {
    backend: 'https://desk.example/chat/',
    site: 'corner-shop',
    theme: 'fjord',
    scheme: 'dark',
    accent: '#1c5a4a',
    side: 'left',
    locale: 'de-at',
    title: ' Corner Shop ',
    mailto: 'help@shop.example',
    phone: '+44 20 7946 0018',
    context: '#facts',
    facts: { orderNumber: '10023' },
  }
  expect(readOptions(written)).toEqual({
    ...written,
    backend: 'https://desk.example/chat',
    locale: 'de-AT',
    title: 'Corner Shop',
  })
  await vi.dynamicImportSettled()
  expect(warn).not.toHaveBeenCalled()
})

test('takes no notice of spaces around a value, as a template leaves them', async () => {
  const written = {
    site: 'corner-shop',
    theme: 'fjord',
    accent: '#1c5a4a',
    side: 'left',
    mailto: 'help@shop.example',
    locale: 'de',
  }
  const spaced = Object.fromEntries(Object.entries(written).map(([name, value]) => [name, ` ${value}\n`]))
  expect(readOptions(spaced)).toEqual(written)
  expect(readMore(readOptions({ sound: ' off ' }), warn)).toEqual({ sound: 'off' })
  await vi.dynamicImportSettled()
  expect(warn).not.toHaveBeenCalled()
})

test('takes a relative backend from the page', async () => {
  vi.stubGlobal('location', { href: 'https://shop.example/a/b?c#d' })
  expect(readOptions({ backend: '/' })).toEqual({ backend: 'https://shop.example' })
  expect(readOptions({ backend: '../desk' })).toEqual({ backend: 'https://shop.example/desk' })
  vi.unstubAllGlobals()
})

test.each([
  ['backend', 'javascript:alert(1)'],
  ['backend', 'data:text/html,hi'],
  ['backend', 42],
  ['backend', ''],
  ['backend', '  '],
  ['site', 'a b'],
  ['theme', 'url(x)'],
  ['scheme', 'sepia'],
  ['accent', 'red;background:url(x)'],
  ['side', 'top'],
  ['locale', 'not a locale'],
  ['title', 'x'.repeat(81)],
  ['mailto', 'help@shop.example?bcc=everyone@else.example'],
  ['mailto', 'mailto:help@shop.example'],
  ['faqs', ''],
  ['hours', ' '],
  ['phone', 'call me'],
  ['facts', 'orderNumber'],
  ['adapter', 'mine'],
])('leaves %s out when it is %s, with one warning that names it', async (name, value) => {
  const options = readOptions({ [name]: value })
  expect(options).toEqual({ rest: { [name]: typeof value === 'string' ? value.trim() : value } })
  expect(readMore(options, warn)).toEqual({})
  await vi.dynamicImportSettled()
  expect(warn).toHaveBeenCalledTimes(1)
  expect(warn.mock.calls[0]?.[0]).toContain(`"${name}"`)
})

test('names the skin that was probably meant, whatever its capitals', async () => {
  readMore(readOptions({ theme: 'Fjord' }), warn)
  await vi.dynamicImportSettled()
  expect(warn.mock.calls).toEqual([['There is no theme "Fjord". Did you mean "fjord"?']])
})

test.each(['plum.json', './plum.json', 'themes/../plum.json'])('says how a theme in the file %s is written', async (theme) => {
  readMore(readOptions({ theme }), warn)
  await vi.dynamicImportSettled()
  const path = new URL('plum.json', location.href).pathname
  expect(warn.mock.calls).toEqual([
    [`The theme "${theme}" is no name and no whole path: write theme="${path}" for this file. It is left out.`],
  ])
})

test('takes the address of a theme of up to 2,000 characters, as signed ones have, and says that limit', async () => {
  const long = `https://cdn.example/plum.json?signature=${'a'.repeat(1_900)}`
  expect(readOptions({ theme: long })).toEqual({ theme: long })
  readMore(readOptions({ theme: long + long }), warn)
  await vi.dynamicImportSettled()
  expect(warn.mock.calls[0]?.[0]).toContain('at most 2,000 characters')
})

test('names the option that was probably meant', async () => {
  const options = readOptions({ bakend: '/', theme: 'fjord' })
  expect(options).toEqual({ theme: 'fjord', rest: { bakend: '/' } })
  expect(readMore(options, warn)).toEqual({})
  await vi.dynamicImportSettled()
  expect(warn.mock.calls).toEqual([['There is no option "bakend". Did you mean "backend"?']])
})

test.each([
  ['lang', 'locale'],
  ['email', 'mailto'],
  ['colour', 'accent'],
  ['position', 'side'],
  ['url', 'backend'],
  ['openingHours', 'hours'],
])('knows that %s is what others call %s', async (written, meant) => {
  readMore(readOptions({ [written]: 'x' }), warn)
  await vi.dynamicImportSettled()
  expect(warn.mock.calls).toEqual([[`There is no option "${written}". Did you mean "${meant}"?`]])
})

test('lists the options when nothing is near', async () => {
  readMore(readOptions({ zzzzzzzz: 1 }), warn)
  await vi.dynamicImportSettled()
  expect(warn.mock.calls[0]?.[0]).toMatch(/There is no option "zzzzzzzz"\. The options are backend, site, /)
})

test('runs no getter, reads nothing inherited and cannot be polluted', async () => {
  const getter = vi.fn(() => 'https://evil.example')
  const written = Object.create({ mailto: 'a@evil.example' }, { backend: { get: getter, enumerable: true } }) as object
  expect(readOptions(written)).toEqual({})
  expect(getter).not.toHaveBeenCalled()
  const options = readOptions(JSON.parse('{"__proto__": {"backend": "https://evil.example"}, "constructor": 1}'))
  expect(options).toEqual({})
  expect(readMore(options, warn)).toEqual({})
  expect(options.backend).toBeUndefined()
  expect(({} as { backend?: string }).backend).toBeUndefined()
})

test.each([undefined, null, 'backend', 7, []])('makes no options of %s', async (written) => {
  expect(readOptions(written)).toEqual({})
})

test('reads a script tag, and leaves other people’s attributes on it alone', async () => {
  const script = document.createElement('script')
  const attributes = {
    backend: '/desk',
    cfasync: 'false',
    'no-optimize': '',
    'no-minify': '',
    'turbo-track': 'reload',
    colour: '#fff',
  }
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(`data-${name}`, value)
  vi.stubGlobal('location', { href: 'https://shop.example/' })
  const { rest, ...options } = optionsFromData(script.dataset)
  expect(options).toEqual({ backend: 'https://shop.example/desk' })
  expect(readMore({ rest }, warn)).toEqual({})
  await vi.dynamicImportSettled()
  expect(warn).toHaveBeenCalledTimes(1)
  expect(warn.mock.calls[0]?.[0]).toContain('"colour"')
  vi.unstubAllGlobals()
})

test('reads an element’s attributes, and only those that are options', async () => {
  const element = document.createElement('div')
  for (const name of ['class', 'id', 'adapter']) element.setAttribute(name, 'x')
  element.setAttribute('phone', '0123 456')
  expect(optionsFromAttributes(element)).toEqual({ phone: '0123 456' })
  await vi.dynamicImportSettled()
  expect(warn).not.toHaveBeenCalled()
})

test.each([
  [{}, false],
  [{ theme: 'fjord' }, false],
  [{ backend: 'https://desk.example' }, true],
  [{ mailto: 'a@b.example' }, true],
  [{ phone: '0123' }, true],
  [{ adapter: {} }, false],
  [{ adapter: { contact: { phone: '0123' } } }, true],
])('knows whether %j leads to a person', async (options, leads) => {
  expect(leadsToPerson(options)).toBe(leads)
})
