import { beforeEach, expect, test } from 'vitest'
import { stageForEach } from './each-stage.js'
import { besideFile, builtFile, CDN, DESK, entryFile, SHOP, shopPage, stub, tag } from './shop-page.js'
import { mayBreakPolicy, STRICT_POLICY } from './strict-pages.js'

/** Stands in for the rest: keeps what the loader hands over. */
const REST = `export function start(host, launcher, queue, data) {
  window.started = (window.started ?? 0) + 1
  window.queue = queue
  window.handed = { host: host.localName, launcher: launcher.localName, data: { ...data } }
}`

const html = (body?: string, head?: string) => shopPage(head, body)

const stage = stageForEach()
beforeEach(() => stage.serve(entryFile, REST))

const launcher = () => stage.page.getByRole('button', { name: 'Open chat' })
const calls = () =>
  stage.page.evaluate(() => (window as unknown as { queue?: ArrayLike<unknown>[] }).queue?.map((call) => Array.from(call)))
const { tell: shopbell } = stage
const started = () => stage.page.evaluate(() => (window as unknown as { started?: number }).started ?? 0)
const answered = (name: string) =>
  stage.page.evaluate(async (method) => {
    const answer = (window as unknown as { Shopbell(name: string): Promise<unknown> }).Shopbell(method).then(() => true)
    return Promise.race([answer, new Promise((late) => setTimeout(late, 10_000, false))])
  }, name)
const isStarted = () => stage.page.waitForFunction(() => 'started' in window)

test('paints a launcher that assistive technology understands, and asks for nothing else', async () => {
  await stage.open(html())
  await launcher().waitFor()
  expect(await launcher().getAttribute('aria-haspopup')).toBe('dialog')
  expect(await launcher().getAttribute('aria-expanded')).toBe('false')
  expect(await launcher().getAttribute('part')).toBe('launcher')
  const box = await launcher().boundingBox()
  expect(box).toMatchObject({ width: 56, height: 56 })
  expect(stage.requests).toEqual([SHOP, `${CDN}shopbell.js`])
  expect(stage.said).toEqual([])
})

test('moves nothing on the page', async () => {
  await stage.open(html('<p>Text</p>'.repeat(50)))
  await launcher().waitFor()
  const shift = await stage.page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))
      }),
  )
  expect(shift).toBe(0)
})

test('leaves no trace before the first tap', async () => {
  await stage.open(html())
  await launcher().waitFor()
  const traces = await stage.page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookie: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }))
  expect(traces).toEqual({ local: 0, session: 0, cookie: '', databases: 0, caches: 0 })
})

test('starts the rest when a mouse comes near, and opens it with the click', async () => {
  await stage.open(html())
  await launcher().hover()
  await isStarted()
  expect(await calls()).toEqual([])
  await launcher().click()
  await expect.poll(calls).toEqual([['open']])
  expect(await started()).toBe(1)
})

for (const [who, reach] of [
  ['a finger', () => launcher().dispatchEvent('pointerenter', { pointerType: 'touch' })],
  ['the focus', () => launcher().focus()],
] as const)
  test(`fetches the rest when ${who} comes, and does not touch the launcher before it is used`, async () => {
    await stage.open(html())
    await launcher().waitFor()
    await reach()
    await expect.poll(() => stage.requests).toContain(CDN + entryFile)
    await stage.page.waitForLoadState('networkidle')
    expect(await started()).toBe(0)
    await launcher().click()
    await isStarted()
    expect(await started()).toBe(1)
  })

test('a bell that has brought nothing to a mouse can be taken away', async () => {
  stage.serve(entryFile, null)
  await stage.open(html())
  await launcher().hover()
  await expect.poll(() => stage.said.join()).toContain('[shopbell]')
  expect(await answered('destroy')).toBe(true)
  expect(await stage.page.locator('shopbell-chat').count()).toBe(0)
})

test('a tap that brought nothing opens nothing later by itself', async () => {
  stage.serve(entryFile, null)
  await stage.open(html())
  await launcher().click()
  await stage.page.getByRole('alert').waitFor()
  await stage.page.mouse.move(0, 0)
  stage.serve(entryFile, REST)
  await launcher().hover()
  await isStarted()
  expect(await calls()).toEqual([])
})

test('what the page wants open before it has said how opens as soon as it has', async () => {
  await stage.open(html('', tag('')))
  await expect.poll(() => stage.said.join()).toContain('No way to a person')
  await shopbell('open')
  await shopbell('boot', { backend: DESK })
  await isStarted()
  expect(await calls()).toEqual([['open'], ['boot', { backend: DESK }]])
})

test('the bell that has the focus stays, whatever the page says', async () => {
  await stage.open(html())
  await launcher().focus()
  await expect.poll(() => stage.requests).toContain(CDN + entryFile)
  await shopbell('update', { title: 'Shop' })
  await stage.page.waitForLoadState('networkidle')
  expect(await started()).toBe(0)
})

test('asks for nothing where nobody can be reached, though the page wants it open', async () => {
  await stage.open(html('', tag('')))
  await expect.poll(() => stage.said.join()).toContain('No way to a person')
  await shopbell('open')
  await stage.page.waitForLoadState('networkidle')
  expect(stage.requests).not.toContain(CDN + entryFile)
})

test('opens by keyboard', async () => {
  await stage.open(html())
  await launcher().focus()
  await stage.page.keyboard.press('Enter')
  await isStarted()
  await expect.poll(calls).toEqual([['open']])
})

test('hands calls over once and in order, in both spellings, from before and after it came', async () => {
  const early =
    '<script>window.Shopbell = window.Shopbell || function () { (Shopbell.q = Shopbell.q || []).push(arguments) }; kept = Shopbell; Shopbell("set", { facts: { a: "1" } })</script>'
  await stage.open(html('', early + tag()))
  await launcher().waitFor()
  expect(await started()).toBe(0)
  await stage.page.evaluate(() => {
    const page = window as unknown as {
      Shopbell: Record<string, (value: unknown) => void> & ((name: string) => void)
      kept(name: string): void
    }
    page.Shopbell['update']?.({ title: 'Shop' })
    page.kept('hide')
    page.Shopbell('open')
  })
  await isStarted()
  expect(await calls()).toEqual([['set', { facts: { a: '1' } }], ['update', { title: 'Shop' }], ['hide'], ['open']])
  expect(await started()).toBe(1)
})

/** What is in the tag's file. */
const loader = builtFile(`${CDN}shopbell.js`) ?? ''
const HERE_TWICE = /^\[shopbell\] The script tag is on this page twice, .* take one of the two out/

test('says what to do when the tag is there twice, once, and paints one launcher', async () => {
  await stage.open(html('', tag() + tag()))
  await launcher().waitFor()
  await expect.poll(() => stage.said).toHaveLength(1)
  expect(stage.said).toEqual([expect.stringMatching(HERE_TWICE)])
  expect(await stage.page.locator('shopbell-chat').count()).toBe(1)
  // Nothing of it is left for the chat to answer.
  await launcher().click()
  await isStarted()
  await expect.poll(calls).toEqual([['open']])
  expect(stage.said).toHaveLength(1)
})

test('a tag that comes when the chat is there is told of, too', async () => {
  stage.serve(entryFile, undefined)
  await stage.open(html())
  await launcher().click()
  await stage.page.getByRole('dialog').waitFor()
  await stage.page.evaluate(loader)
  // The browser says of the desk that there is none here, before or after that.
  const told = () => stage.said.filter((line) => line.startsWith('[shopbell]'))
  await expect.poll(told).toEqual([expect.stringMatching(HERE_TWICE)])
  expect(await stage.page.locator('shopbell-chat').count()).toBe(1)
})

const INLINED = `<script data-backend="${DESK}" data-mailto="help@shop.example">${loader}</script>`

test('written into the page by an optimiser it throws nothing, names what is missing and offers the other way', async () => {
  await stage.open(html(INLINED, ''))
  await launcher().click()
  await expect.poll(() => stage.page.getByRole('button', { name: 'Open chat' }).textContent()).toContain('help@shop.example')
  expect(await launcher().getAttribute('aria-busy')).toBe(null)
  expect(stage.uncaught()).toEqual([])
  expect(stage.said.join('\n')).toContain(
    `[shopbell] TypeError: Failed to fetch dynamically imported module: ${SHOP}${entryFile}`,
  )
})

test('run without a tag of its own it can be booted, and says which file it misses', async () => {
  await stage.open(html('', ''))
  await stage.page.evaluate(loader)
  await shopbell('boot', { mailto: 'help@shop.example' })
  await launcher().click()
  await expect.poll(() => stage.said.join('\n')).toContain(SHOP + entryFile)
  expect(stage.uncaught()).toEqual([])
})

test('finds its own address when elements hide the document’s properties', async () => {
  const clobber = `<img name="currentScript" src="x"><form id="Shopbell"><input name="v" value="1"></form><img name="body"><form name="forms"></form>
    <script type="inert" src="https://evil.example/shopbell.js"></script>`
  await stage.open(html('', '').replace('<body>', `<body>${clobber}${tag()}`))
  await launcher().click()
  await isStarted()
  expect(stage.requests.filter((url) => url.includes('evil'))).toEqual([])
  expect(stage.requests).toContain(CDN + entryFile)
})

test('starts from a tag manager, which cannot write attributes', async () => {
  const gtm = `<script>
    window.Shopbell = window.Shopbell || function () { (Shopbell.q = Shopbell.q || []).push(arguments) }
    Shopbell('boot', { backend: '${DESK}', side: 'left' })
    document.head.append(Object.assign(document.createElement('script'), { src: '${CDN}shopbell.js', async: true }))
  </script>`
  // A tag manager writes the address of a script, which trusted types do not let it.
  mayBreakPolicy(stage.context)
  await stage.open(html('', gtm), { 'content-security-policy': STRICT_POLICY.replace(/require-trusted-types.*/, '') })
  await launcher().waitFor()
  expect((await launcher().boundingBox())?.x).toBe(20)
})

for (const [what, attributes] of [
  ['no way to a person is configured', 'data-theme="fjord"'],
  ['a template has left the ways to a person blank', 'data-backend=" " data-mailto="" data-phone="\n"'],
] as const)
  test(`paints nothing where ${what}, and says so`, async () => {
    await stage.open(html('', tag(attributes)))
    await stage.page.waitForLoadState('load')
    // What is said of it comes with the file beside.
    await expect.poll(() => stage.said).toHaveLength(1)
    expect(await stage.page.locator('shopbell-chat').count()).toBe(0)
    expect(stage.said).toEqual(['[shopbell] No way to a person: set data-backend, data-mailto or data-phone.'])
  })

test('stays usable when the rest cannot be fetched, and offers the other ways', async () => {
  stage.serve(entryFile, null)
  await stage.open(html('', tag(`data-backend="${DESK}" data-mailto="help@shop.example" data-phone="+44 20 7946 0018"`)))
  await launcher().click()
  const notice = stage.page.getByRole('alert')
  await notice.waitFor()
  expect(await notice.textContent()).toBe('The chat did not load. Please try again. help@shop.example +44 20 7946 0018')
  expect(await notice.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    'mailto:help@shop.example',
    'tel:+44 20 7946 0018',
  ])
  expect(stage.said.filter((line) => line.startsWith('[shopbell]'))).toHaveLength(1)
  expect(stage.uncaught()).toEqual([])

  // It says the same again, once.
  await launcher().click()
  await expect.poll(() => launcher().getAttribute('aria-busy')).toBe(null)
  expect(await notice.count()).toBe(1)

  // And comes when it can be had: what the browser remembers of the address does not keep the shopper out.
  stage.serve(entryFile, undefined)
  await launcher().click()
  await stage.page.getByRole('button', { name: 'FAQs' }).click()
  await stage.page.getByRole('textbox').first().waitFor()
})

test.each(['<!doctype html><p>Not found</p>', 'export function start(', ''])('survives a file that is %j', async (body) => {
  stage.serve(entryFile, body)
  await stage.open(html())
  await launcher().click()
  await stage.page.waitForFunction(() => document.querySelector('shopbell-chat')?.shadowRoot?.querySelector('[role=alert]'))
  expect(stage.uncaught()).toEqual([])
  stage.serve(entryFile, undefined)
  await launcher().click()
  await stage.page.getByRole('dialog').waitFor()
})

test('comes back at once where a conversation is open, and only there', async () => {
  await stage.open(html('', tag(`data-backend="${DESK}" data-site="demo"`)))
  await launcher().waitFor()
  await stage.page.evaluate(() => localStorage.setItem('shopbell:demo:resume', 'story'))
  await stage.page.reload()
  await launcher().waitFor()
  expect(await started()).toBe(0)
  await stage.page.evaluate(() => localStorage.setItem('shopbell:demo:resume', 'open'))
  await stage.page.reload()
  await isStarted()
  expect(await calls()).toEqual([])
})

test.each<[string, string, string]>([
  ['an attribute', `data-backend="${DESK}" data-proactive="true"`, ''],
  ['a boot', `data-backend="${DESK}"`, `Shopbell('boot', { proactive: [{ id: 'a', text: 'Hello', when: { seconds: 1 } }] })`],
])('comes by itself, once the page has settled, where %s lets the shop speak first', async (_, attributes, call) => {
  await stage.page.clock.install()
  await stage.open(html('', stub(call) + tag(attributes)))
  await launcher().waitFor()
  // The clock goes on by itself, too: a second is left for a slow machine.
  await stage.page.clock.runFor(2_000)
  expect(stage.requests).toEqual([SHOP, `${CDN}shopbell.js`])
  await stage.page.clock.runFor(1_100)
  await isStarted()
  expect(await started()).toBe(1)
})

test('what was to speak first and was taken off before asks for nothing, and comes back no sooner than it does', async () => {
  await stage.page.clock.install()
  await stage.open(html('', tag(`data-backend="${DESK}" data-proactive="true"`)))
  await launcher().waitFor()
  await shopbell('destroy')
  await stage.page.clock.runFor(3_100)
  await shopbell('boot')
  await launcher().waitFor()
  expect(stage.requests).toEqual([SHOP, `${CDN}shopbell.js`])
  await shopbell('destroy')
  await expect.poll(() => launcher().count()).toBe(0)
})

test('speaks first without a word to the desk or a trace of the visitor', async () => {
  stage.serve(entryFile, undefined)
  await stage.page.clock.install()
  const opening = "{ id: 'help', text: 'A question?', when: { seconds: 5 } }"
  await stage.open(
    html('', stub(`Shopbell('boot', { proactive: [${opening}] })`) + tag(`data-backend="${DESK}" data-site="demo"`)),
  )
  await launcher().waitFor()
  const trace = () => stage.page.evaluate(() => Object.keys(localStorage))
  const bubble = stage.page.getByRole('button', { name: 'Close this message' })
  for (let second = 0; (await bubble.count()) === 0 && second < 30; second++) {
    expect(await trace()).toEqual([])
    await stage.page.clock.runFor(1_000)
  }
  await stage.page.clock.runFor(1_000)
  await stage.page.getByRole('button', { name: 'A question?' }).waitFor()
  expect(await trace()).toEqual(['shopbell:demo:openings'])
  expect(stage.requests.filter((url) => !url.startsWith(CDN))).toEqual([SHOP])
  expect(stage.said).toEqual([])
})

/** What the browser keeps of the demo shop: the mark, and whether the database holds a story. */
const kept = () =>
  stage.page.evaluate(async () => {
    const opening = indexedDB.open('shopbell:demo')
    opening.onupgradeneeded = () => opening.result.createObjectStore('conversation')
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const asking = opening.result.transaction('conversation').objectStore('conversation').count()
    await new Promise((resolve) => asking.addEventListener('success', resolve))
    opening.result.close()
    return [localStorage.getItem('shopbell:demo:resume'), asking.result]
  })
const leave = () =>
  stage.page.evaluate(async () => {
    const opening = indexedDB.open('shopbell:demo')
    opening.onupgradeneeded = () => opening.result.createObjectStore('conversation')
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const writing = opening.result.transaction('conversation', 'readwrite')
    writing.objectStore('conversation').put({ rev: 1 }, 'commit')
    await new Promise((resolve) => writing.addEventListener('complete', resolve))
    opening.result.close()
  })

test.each([
  ['as it was left', ''],
  ['after the page has emptied localStorage', 'localStorage.clear()'],
  ['after the page has taken the chat off', "Shopbell('destroy')"],
])('forgets the shopper at once, without the rest, and says when: %s', async (_, before) => {
  await stage.open(html('', tag(`data-backend="${DESK}" data-site="demo"`)))
  await launcher().waitFor()
  await leave()
  await stage.page.evaluate(() => localStorage.setItem('shopbell:demo:resume', 'story'))
  await stage.page.evaluate(before)
  expect(await answered('shutdown')).toBe(true)
  expect(await kept()).toEqual([null, 0])
  expect(await started()).toBe(0)
})

test('nobody waits for ever to be forgotten where the file for it does not come; the chat does it first of all', async () => {
  stage.serve(besideFile, null)
  await stage.open(html('', tag(`data-backend="${DESK}" data-site="demo"`)))
  await launcher().waitFor()
  expect(await answered('shutdown')).toBe(true)
  await launcher().click()
  await isStarted()
  await expect.poll(calls).toEqual([['shutdown'], ['open']])
})

test.each(['fjord', 'peony'])('takes the launcher of %s off the page before the first tap, and puts it back', async (theme) => {
  await stage.open(html('', tag(`data-backend="${DESK}" data-theme="${theme}"`)))
  const button = stage.page.locator('shopbell-chat').getByRole('button')
  await button.waitFor()
  const words = () => button.evaluate((pill) => getComputedStyle(pill, '::after').content)
  const before = await words()
  expect(before.includes('Need a hand?')).toBe(theme === 'fjord')
  expect(await answered('destroy')).toBe(true)
  expect(await answered('hide')).toBe(true)
  expect(await stage.page.locator('shopbell-chat').count()).toBe(0)
  expect(await answered('show')).toBe(true)
  await shopbell('boot')
  await button.waitFor()
  expect(await words()).toBe(before)
  await button.click()
  await isStarted()
  await expect.poll(calls).toEqual([['hide'], ['show'], ['boot'], ['open']])
  expect(stage.said).toEqual([])
})

test('is seen and used on a page whose styles hide and reset everything', async () => {
  const hostile =
    '<style>*{all:unset!important}div,:not(:defined){display:none!important}html{font-size:62.5%}body{line-height:5}</style>'
  await stage.open(html('', tag() + hostile))
  await launcher().waitFor()
  expect(await launcher().boundingBox()).toMatchObject({ width: 56, height: 56 })
})

test('obeys a strict content security policy and trusted types', async () => {
  const policy = `default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types 'none'`
  await stage.open(html('', tag(`nonce="n" data-backend="${DESK}"`)), { 'content-security-policy': policy })
  await launcher().click()
  await isStarted()
  expect(await stage.page.evaluate(() => getComputedStyle(document.querySelector('shopbell-chat') as Element).position)).toBe(
    'fixed',
  )
  expect(stage.said).toEqual([])
})
