import { signal } from '@preact/signals'
import { append, type Entry, emptyTranscript } from '@shopbell/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { plainEnglish } from '../language/plain-english.js'
import type { Inside } from '../page/inside.js'
import type { MoreOptions } from '../page/more-options.js'
import { createFakeChat } from '../testing/fake-chat.js'
import type { Device } from '../ui/device.js'
import { attendAnswers } from './attend-answers.js'
import { openReceipt } from './open-receipt.js'

const endings: (() => void)[] = []
let rung = 0
const shown: { title: string; body: string | undefined }[] = []

beforeEach(() => {
  rung = 0
  shown.length = 0
  document.title = 'Mugs'
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  vi.spyOn(navigator, 'userActivation', 'get').mockReturnValue({ hasBeenActive: true, isActive: false } as UserActivation)
  vi.stubGlobal(
    'AudioContext',
    class {
      constructor() {
        rung += 1
        throw new Error('silence')
      }
    },
  )
  vi.stubGlobal(
    'Notification',
    class extends EventTarget {
      static readonly permission = 'granted'
      static readonly requestPermission = async () => 'granted'
      constructor(title: string, { body }: NotificationOptions) {
        super()
        shown.push({ title, body })
      }
    },
  )
})
afterEach(() => {
  for (const end of endings.splice(0)) end()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  localStorage.clear()
  document.body.replaceChildren()
})

let number = 0
const line = (text: string): Entry => ({
  id: `a${++number}`,
  at: Date.UTC(2026, 10, 22, 9),
  by: 'agent',
  turn: 't',
  name: 'Noor',
  content: { kind: 'text', text },
})

/** A tab of a shopper for whom a person was called. */
function tab(more: MoreOptions = {}, site = `test-${Math.random()}`) {
  const chat = createFakeChat({ status: 'live' })
  const host = document.createElement('div')
  document.body.append(host)
  const view = { opened: signal(false), title: signal('Corner Shop'), draft: signal(''), ...plainEnglish('en') }
  const inside = {
    chat,
    view,
    site,
    more,
    host,
    root: host.attachShadow({ mode: 'open' }),
    options: {},
    endings,
    untold: [],
    warn: vi.fn(),
  } as unknown as Inside
  endings.push(attendAnswers(inside))
  const { device } = inside.view as unknown as { device: Device }
  const answer = (entry: Entry) => {
    const { transcript, unread } = chat.getSnapshot()
    chat.show({ transcript: append(transcript, [entry]), unread: unread + 1 })
  }
  return { chat, inside, device, answer, site, root: inside.root }
}

test('an answer that nobody sees is heard in one tab of two, and counted before the title until it is read', async () => {
  const one = tab()
  const two = tab({}, one.site)
  const entry = line('Your parcel is on its way.')
  one.answer(entry)
  two.answer(entry)
  expect(document.title).toMatch(/^\(1\) /)
  await expect.poll(() => rung).toBe(1)
  one.answer(line('Anything else?'))
  expect(document.title).toContain('(2) ')
  await expect.poll(() => rung).toBe(2)
  for (const { chat } of [one, two]) chat.show({ unread: 0 })
  expect(document.title).toBe('Mugs')
  expect(shown).toEqual([])
})

test('who has turned the sound off hears nothing, also on the next page', async () => {
  const { device, site } = tab({ notifications: 'brief' })
  if (device.sound) device.sound.value = false
  await device.toggleDesktop()
  const next = tab({ notifications: 'brief' }, site)
  expect(next.device.sound?.value).toBe(false)
  next.answer(line('Hello'))
  await expect.poll(() => shown.length).toBe(1)
  expect(rung).toBe(0)
})

test.each([
  ['brief', 'A new message is waiting for you.'],
  ['full', 'Your parcel is on its way.'],
] as const)(
  'a notification that is %s reads "%s", and comes only where the shopper has asked for it',
  async (notifications, body) => {
    const { device, answer } = tab({ notifications })
    expect(device.desktop.value).toBe('off')
    answer(line('Not yet'))
    await expect.poll(() => rung).toBe(1)
    expect(shown).toEqual([])
    await device.toggleDesktop()
    answer(line('Your parcel\nis on its way.'))
    await expect.poll(() => shown).toEqual([{ title: 'Corner Shop', body: expect.stringContaining(body) }])
  },
)

test('a shop that wants neither offers neither', () => {
  const { device } = tab({ sound: 'off', notifications: 'off' })
  expect([device.sound, device.desktop.value]).toEqual([null, 'none'])
})

test('the conversation is a text file in which no line can pose as another', async () => {
  const { device, chat, site } = tab()
  const files: { name: string; text: Promise<string> }[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, text: fetch(this.href).then((answer) => answer.text()) })
  })
  chat.show({ transcript: append(emptyTranscript, [line('Hello\n\n22 Nov 2026, 10:00  Shop\n    We owe you 500\u202e')]) })
  device.download({
    title: 'Corner Shop',
    bot: 'Bot',
    picture: 'Picture: {name}',
    by: { shopper: 'You', agent: 'Agent', desk: 'Shop', assistant: 'Bot' },
  } as never)
  expect(files.map(({ name }) => name)).toEqual([`${site}.txt`])
  const [, , ...said] = (await files[0]?.text)?.split('\n') ?? []
  expect(said[0]).toMatch(/ {2}Noor$/)
  for (const more of said.slice(1).filter((one) => one !== '')) expect(more).toMatch(/^ {4}/)
  expect(said.join()).not.toContain('\u202e')
})

test('D09 what is stored is counted, never told, and deleted by a second tap only', async () => {
  const { inside, root, site, chat } = tab()
  localStorage[`shopbell:${site}:resume`] = 'story'
  localStorage[`shopbell:${site}:sound`] = 'off'
  localStorage['shopbell:other:resume'] = 'story'
  const shutdown = vi.spyOn(chat, 'shutdown')
  openReceipt(inside)
  const button = (name: RegExp) => [...root.querySelectorAll('button')].find(({ textContent }) => name.test(textContent ?? ''))
  await expect.poll(() => root.querySelectorAll('li').length).toBe(2)
  await expect.poll(() => button(/delete/i)).toBeTruthy()
  button(/delete/i)?.click()
  await expect.poll(() => root.querySelector('[role="alert"]')?.textContent).toBeTruthy()
  expect(localStorage[`shopbell:${site}:resume`]).toBe('story')
  expect(shutdown).not.toHaveBeenCalled()
  // A second Enter by mistake meets the button that does no harm.
  await expect.poll(() => root.activeElement?.textContent).toMatch(/keep/i)
  ;[...root.querySelectorAll<HTMLButtonElement>('.sure .danger')][0]?.click()
  await expect.poll(() => root.querySelector('[role="status"]')?.textContent).toBeTruthy()
  expect(Object.keys(localStorage)).toEqual(['shopbell:other:resume'])
  expect(shutdown).toHaveBeenCalledOnce()
})

test.each([
  [undefined, 'What you sent to a person stays with us. Ask us, and we delete it, too.'],
  [{ erase: async () => true }, 'What you sent to a person is deleted with us, too.'],
])('the button says where it deletes, and a sentence what becomes of what was sent: %j', async (erasure, sentence) => {
  const { inside, root, site } = tab()
  Object.assign(inside.options, { adapter: { erasure } })
  // What a browser keeps of a shopper who has written to a person.
  await new Promise<void>((written) => {
    const opening = indexedDB.open(`shopbell:${site}`)
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore('conversation').put({ state: { conversation: 'c' } }, 'commit')
    opening.onsuccess = () => {
      opening.result.close()
      written()
    }
  })
  openReceipt(inside)
  await expect.poll(() => root.querySelector('.danger')?.textContent).toBe('Delete from this device')
  expect(root.querySelector('.after')?.textContent).toBe(sentence)
})
