import type { Flow } from '@shopbell/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mount } from './index.js'
import type { Widget } from './widget.js'

const flow: Flow = {
  id: 'lamps',
  version: 3,
  menu: 'menu',
  greeting: {
    type: 'choose',
    text: 'Light, please?',
    look: 'rows',
    options: [
      { id: 'bulb', label: 'Which bulb fits?', next: 'bulb-said' },
      { id: 'agent', label: 'A person', next: 'person' },
    ],
  },
  steps: {
    'bulb-said': { type: 'say', text: 'The small ones.', next: 'bulb-done' },
    'bulb-done': { type: 'end', text: 'Anything else?' },
    person: { type: 'handoff', reason: 'asked' },
  },
  fields: {},
  routes: {},
  proactive: [{ id: 'unsure', text: 'unsure', when: { seconds: 1 }, next: 'bulb-said' }],
  texts: { unsure: 'Not sure which bulb fits?' },
}

let chat: Widget | null = null
const error = vi.spyOn(console, 'error')
const fetches = vi.spyOn(window, 'fetch')
beforeEach(() => {
  error.mockReset()
  fetches.mockReset()
})
afterEach(async () => {
  await chat?.shutdown()
  chat?.destroy()
  localStorage.clear()
})

const root = () => document.querySelector('shopbell-chat')?.shadowRoot
const reads = (words: string) => vi.waitUntil(() => root()?.textContent?.includes(words))
const tap = (words: string) =>
  [...(root()?.querySelectorAll<HTMLElement>('button') ?? [])].find((one) => one.textContent?.includes(words))?.click()
const serve = (body: unknown) => fetches.mockImplementation(async () => Response.json(body))

test('a flow that is a file greets, answers and gives the events its name', async () => {
  serve(flow)
  chat = mount({ mailto: 'help@shop.example', flow: '/flow.json' })
  const flows: string[] = []
  chat?.on('panel:closed', (event) => flows.push(event.flow))
  await chat?.open()
  await reads('Light, please?')
  tap('Which bulb fits?')
  await reads('The small ones.')
  await chat?.close()
  await vi.waitUntil(() => flows.length > 0)
  expect(flows).toEqual(['lamps@3'])
  expect(fetches.mock.calls.map(([url]) => String(url))).toEqual([`${location.origin}/flow.json`])
  expect(error).not.toHaveBeenCalled()
})

test('a broken file is named in the console, and the default flow greets', async () => {
  serve({ ...flow, menu: 7 })
  chat = mount({ mailto: 'help@shop.example', flow: '/flow.json' })
  await chat?.open()
  await reads('Hi! What can I help you with today?')
  expect(error.mock.calls.flat().join()).toMatch(/\/flow\.json.*menu/s)
})

test('a file that does not come does not hold the launcher up, nor the greeting for more than three seconds', async () => {
  fetches.mockImplementation(() => new Promise(() => undefined))
  chat = mount({ mailto: 'help@shop.example', flow: '/flow.json' })
  await vi.waitUntil(() => root()?.querySelector('[part~="launcher"]'))
  // The same clock ticks for both, however busy the machine is.
  const tooLate = new Promise((resolve) => setTimeout(resolve, 3_500, 'too late'))
  await chat?.open()
  expect(await Promise.race([tooLate, reads('Hi! What can I help you with today?')])).not.toBe('too late')
})

test('what the flow says by itself is asked for by an attribute, and leads to its step', async () => {
  serve(flow)
  chat = mount({ mailto: 'help@shop.example', flow: '/flow.json', proactive: 'true' })
  await reads('Not sure which bulb fits?')
  expect(chat?.getState()).toMatchObject({ open: false, status: 'idle' })
  tap('Not sure which bulb fits?')
  await reads('The small ones.')
  expect(chat?.getState()).toMatchObject({ open: true, status: 'bot' })
  const story = root()?.querySelector('[role="log"]')?.textContent ?? ''
  expect(story.indexOf('Not sure which bulb fits?')).toBeLessThan(story.indexOf('The small ones.'))
  expect(story).not.toContain('Light, please?')
})

test('a flow that is given whole greets by itself, and says what it has to say', async () => {
  chat = mount({ mailto: 'help@shop.example', flow })
  await reads('Not sure which bulb fits?')
  await chat?.open()
  await reads('Light, please?')
  expect(root()?.querySelector('.bubble-beside')).toBeNull()
})

test('openings of the page’s own take the place of the flow’s', async () => {
  chat = mount({
    mailto: 'help@shop.example',
    flow,
    proactive: [{ id: 'sale', text: 'Lamps for less today.', when: { seconds: 1 } }],
  })
  await reads('Lamps for less today.')
  tap('Lamps for less today.')
  await reads('Which bulb fits?')
})

test('what the page knows is known before the conversation begins at an opening’s step', async () => {
  const knowing: Flow = {
    ...flow,
    steps: { ...flow.steps, 'plan-said': { type: 'say', text: 'Your plan is {plan}.', next: 'bulb-done' } },
    facts: ['plan'],
    proactive: [{ id: 'plan', text: 'About your plan?', when: { seconds: 1 }, next: 'plan-said' }],
  }
  chat = mount({ mailto: 'help@shop.example', flow: knowing, facts: { plan: 'gold' } })
  await reads('About your plan?')
  tap('About your plan?')
  await reads('Your plan is gold.')
})
