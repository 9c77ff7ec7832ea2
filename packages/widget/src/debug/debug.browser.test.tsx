import { type Adapter, type Flow, storefrontChapters, type TraceStep } from '@shopbell/core'
import { demoAdapter } from '@shopbell/core/adapters/demo'
import { parseRecording, replay, simulate, wholeFlow } from '@shopbell/core/testing'
import axe from 'axe-core'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { mount } from '../index.js'
import { type Debug, openDebug } from './index.js'

const endings: (() => void)[] = []
let storefront: Flow
let flow: Flow
let steps: readonly TraceStep[]
let debug: Debug

/** A storefront that asks for something nobody but a person may read. */
beforeAll(async () => {
  storefront = await wholeFlow(storefrontChapters)
  flow = {
    ...storefront,
    id: 'clinic',
    greeting: {
      ...storefront.greeting,
      options: [{ id: 'ill', label: 'I am ill', next: 'ask' }, ...storefront.greeting.options],
    },
    steps: {
      ...storefront.steps,
      ask: {
        type: 'ask',
        text: 'What is it?',
        fields: ['illness'],
        submit: 'Send',
        next: 'thanks',
        retries: 1,
        onFail: 'thanks',
      },
      thanks: { type: 'end', text: 'Thank you.' },
    },
    fields: { ...storefront.fields, illness: { type: 'text', label: 'Illness', sensitive: true } },
  }
  const { recording } = await simulate(
    flow,
    '> I am ill\nfill illness=terrible gout\n> Order Status\nfill orderNumber=1003, email=sam@example.com',
  )
  steps = replay(flow, recording).steps
})

async function show(given: Flow = flow): Promise<void> {
  debug = await openDebug({ flow: async () => given, adapter: demoAdapter(), endings })
  for (const step of steps) debug.trace(step)
}
afterEach(() => {
  for (const end of endings.splice(0)) end()
  vi.restoreAllMocks()
})

const host = (): HTMLElement | null => document.querySelector('shopbell-debug')
const shown = (): string => host()?.shadowRoot?.textContent ?? ''
const summary = (name: RegExp) => page.getByRole('listitem').filter({ hasText: name })

test('every event is a line, with what it changed, what was said and what was done behind it', async () => {
  await show()
  await expect.element(page.getByRole('heading', { name: 'Shopbell debug' })).toBeVisible()
  await expect.element(summary(/call\.done/).first()).toBeVisible()
  await summary(/submitshopper: 1003/)
    .getByText(/submit/)
    .first()
    .click()
  await expect.element(page.getByText(/→ findOrder\(orderNumber 1003/).first()).toBeVisible()
  await expect.element(page.getByRole('rowheader', { name: 'facts.orderNumber' })).toBeVisible()
  await expect.element(page.getByText(/"do": "call"/).first()).toBeVisible()
})

test('a filter leaves only what holds the words', async () => {
  await show()
  await page.getByLabelText('Filter').fill('findOrder')
  await vi.waitFor(() => expect(host()?.shadowRoot?.querySelectorAll('li')).toHaveLength(1))
  await page.getByLabelText('Filter').fill('no such words')
  await expect.element(page.getByText('No event is like that.')).toBeVisible()
})

test('it folds to a pill that counts, and moves to the other corner', async () => {
  await show()
  await page.getByRole('button', { name: 'Move' }).click()
  await vi.waitFor(() => expect(host()?.getBoundingClientRect().right).toBe(innerWidth - 12))
  await page.getByRole('button', { name: 'Fold' }).click()
  await page.getByRole('button', { name: `Debug · ${steps.length}` }).click()
  await expect.element(page.getByRole('heading', { name: 'Shopbell debug' })).toBeVisible()
})

describe('what leaves the page', () => {
  const saved: { name: string; text: Promise<string> }[] = []
  const catchDownloads = () => {
    saved.length = 0
    let text = Promise.resolve('')
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      text = (blob as Blob).text()
      return 'blob:none'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, text })
    })
  }

  test('a recording replays to the same words, without sensitive answers', async () => {
    await show()
    catchDownloads()
    await page.getByRole('button', { name: 'Export recording' }).click()
    const [file] = saved
    expect(file?.name).toBe('shopbell-clinic.json')
    const recording = parseRecording(JSON.parse((await file?.text) ?? ''))
    expect(JSON.stringify(recording)).not.toContain('gout')
    expect(replay(flow, recording).lines).toEqual(recording.lines)
    await expect.element(page.getByText(/plays it again/)).toBeVisible()
  })

  test('a test expects what was said', async () => {
    await show()
    catchDownloads()
    await page.getByRole('button', { name: 'Export as test' }).click()
    const text = (await saved[0]?.text) ?? ''
    expect(saved[0]?.name).toBe('shopbell-clinic.test.ts')
    expect(text).toContain('expect(replay(flow, recording).lines).toEqual([')
    expect(text).toContain('"shopper: 1003 · sam@example.com",')
    expect(text).not.toContain('gout')
  })

  test('a copy holds what the filter shows', async () => {
    await show()
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await page.getByLabelText('Filter').fill('findOrder')
    await page.getByRole('button', { name: 'Copy' }).click()
    await expect.element(page.getByText('Copied 1 event.')).toBeVisible()
    expect(write.mock.calls[0]?.[0]).toMatch(/^submit \{/)
  })

  test('where the page may not copy, it says what to do instead', async () => {
    await show()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'))
    await page.getByRole('button', { name: 'Copy' }).click()
    await expect.element(page.getByText(/Export the recording instead/)).toBeVisible()
  })
})

test('a sensitive answer is not even shown', async () => {
  await show()
  for (const step of host()?.shadowRoot?.querySelectorAll('details') ?? []) step.open = true
  expect(shown()).toContain('illness')
  expect(shown()).not.toContain('gout')
  expect(shown()).toContain('hidden')
})

test.each([
  ['also where the page has hooks', { beforeSend: ({ text }: { text: string }) => text }, true],
  ['and where the chat goes before it has come', {}, false],
])('it goes when the chat goes, %s', async (_, options, comes) => {
  const chat = mount({ mailto: 'help@shop.example', site: 'debugged', debug: true, ...options })
  await chat?.open()
  await chat?.send('hello')
  if (comes) await expect.poll(host).not.toBeNull()
  chat?.destroy()
  await vi.dynamicImportSettled()
  expect(host()).toBeNull()
})

test('keys typed into it are not for the page', async () => {
  await show()
  const heard = vi.fn()
  document.addEventListener('keydown', heard)
  await page.getByLabelText('Filter').fill('x')
  host()?.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))
  document.removeEventListener('keydown', heard)
  expect(heard).not.toHaveBeenCalled()
})

test('has no accessibility violation, folded and open', async () => {
  await show()
  for (const step of [...(host()?.shadowRoot?.querySelectorAll('details') ?? [])].slice(0, 3)) step.open = true
  const judged = async () => (await axe.run(host() ?? document)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  expect(await judged()).toEqual([])
  await page.getByRole('button', { name: 'Fold' }).click()
  await expect.element(page.getByRole('button', { name: /^Debug/ })).toBeVisible()
  expect(await judged()).toEqual([])
})

test('why a call has failed stands beside it, without sensitive answers', async () => {
  const adapter: Adapter = { orders: { find: () => Promise.reject(new TypeError('no terrible gout here')) } }
  debug = await openDebug({ flow: async () => flow, adapter, endings })
  const sender = { site: 'shop', owner: 'o', secret: 's', outbox: 'b' }
  const { find } = adapter.orders ?? {}
  await find?.({ number: '1', email: 'a@b.example' }, new AbortController().signal, sender).catch(() => undefined)
  for (const step of steps) {
    const { event } = step
    debug.trace(event.type === 'call.done' ? { ...step, event: { ...event, type: 'call.failed', why: 'error' } as never } : step)
  }
  await expect.element(summary(/call\.failed.*→ error \(TypeError: no hidden here\)/).first()).toBeVisible()
})
