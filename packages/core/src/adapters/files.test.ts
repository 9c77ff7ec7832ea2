import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { parseHelp, parseHours } from '../boundary/parse-help.js'
import { filesAdapter } from './files.js'

const HELP = 'https://shop.example/help.json'
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const week = { mon: [{ from: '09:00', to: '18:00' }] }
const help = {
  faqs: [
    { question: 'How long does delivery take?', answer: 'Two days.' },
    { title: 'Sizes', articles: [{ id: 'fit', question: 'How do aprons fit?', answer: 'Loosely.' }] },
  ],
  hours: { zone: 'Europe/Berlin', week },
}
const signal = new AbortController().signal

test('answers and hours come from one file, fetched once', async () => {
  let asked = 0
  server.use(
    http.get(HELP, () => {
      asked += 1
      return HttpResponse.json(help)
    }),
  )
  const { faqs, availability } = filesAdapter({
    faqs: HELP,
    hours: HELP,
    environment: { now: () => Date.parse('2026-11-23T10:00Z') },
  })
  expect(await faqs?.topics(signal)).toEqual([
    { id: 'Sizes', title: 'Sizes', articles: [{ id: 'fit', title: 'How do aprons fit?' }] },
    {
      id: 'faqs',
      title: 'FAQs',
      articles: [{ id: 'How long does delivery take?', title: 'How long does delivery take?' }],
    },
  ])
  expect(await faqs?.search('when is the delivery', signal)).toMatchObject([{ id: 'How long does delivery take?' }])
  expect(await faqs?.read('fit', signal)).toMatchObject({ body: 'Loosely.' })
  expect(await faqs?.read('nothing', signal)).toBeNull()
  expect(await availability?.get(signal)).toEqual({
    open: true,
    wait: null,
    opens: null,
    closes: Date.parse('2026-11-23T17:00Z'),
    reply: null,
  })
  expect(asked).toBe(1)
})

test('a file that did not come is said, and asked for again', async () => {
  server.use(http.get(HELP, () => new HttpResponse(null, { status: 503 }), { once: true }))
  const complain = vi.fn()
  const { faqs } = filesAdapter({ faqs: HELP, complain })
  await expect(faqs?.topics(signal)).rejects.toThrow()
  expect(complain).toHaveBeenCalledExactlyOnceWith(`The file "${HELP}" cannot be used. The server answered with 503.`)
  server.use(http.get(HELP, () => HttpResponse.json(help)))
  expect(await faqs?.topics(signal)).toHaveLength(2)
})

test.each([
  ['nothing', null],
  ['a text', 'faqs'],
  ['an empty list', []],
  ['shelves without articles', [{ title: 'Sizes' }]],
  ['questions without answers', { faqs: [{ question: 'Why?' }, 7, null] }],
  ['inherited fields', Object.create(help)],
])('%s is no file of answers', (_, value) => {
  expect(parseHelp(value)).toBeNull()
})

test.each([
  ['nothing', null],
  ['a zone that nobody knows', { zone: 'Berlin', week }],
  ['a time that no clock shows', { zone: 'Europe/Berlin', week: { mon: [{ from: '9', to: '18:00' }] } }],
  ['a day that is no list', { zone: 'Europe/Berlin', week: { mon: '9-18' } }],
  ['a date that no calendar shows', { zone: 'Europe/Berlin', week, days: { Christmas: [] } }],
])('%s is no file of hours, since half a week would lie', (_, value) => {
  expect(parseHours(value)).toBeNull()
})

test('hours keep the days that are different', () => {
  expect(parseHours({ zone: 'Europe/Berlin', week, days: { '2026-12-24': [] } })).toMatchObject({
    week: { mon: week.mon, sun: [] },
    days: { '2026-12-24': [] },
  })
})
