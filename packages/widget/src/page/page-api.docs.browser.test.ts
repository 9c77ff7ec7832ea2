// What docs/page-api.md shows runs, and what it lists is what there is.
import { afterEach, expect, test, vi } from 'vitest'
import page from '../../../../docs/page-api.md?raw'
import { parseHelp, parseHours } from '../../../core/src/boundary/parse-help.js'
import { mount } from '../index.js'
import { commonNames, optionAttributes } from '../options.js'
import type { Widget } from '../widget.js'
import { methodNames } from './method-names.js'
import { eventTypes } from './mirror-events.js'
import { MORE_NAMES } from './more-options.js'

const examples = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code)
const section = (title: string) => page.split(`## ${title}`)[1]?.split('\n## ')[0] ?? ''
const inTicks = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words)

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

test('each example in JavaScript does what it says, without a word in the console', async () => {
  const warn = vi.spyOn(console, 'warn')
  const apply = vi.fn((code: string) => ({ applied: code }))
  const chats: (Widget | null)[] = []
  const answers: Promise<unknown>[] = []
  const page = {
    mount: (options: Parameters<typeof mount>[0]) => {
      const chat = mount(options)
      chats.push(chat)
      return chat
    },
    Shopbell: (method: keyof Widget, ...given: unknown[]) =>
      answers.push(Promise.resolve((chats[0]?.[method] as ((...given: unknown[]) => unknown) | undefined)?.(...given))),
    cart: { apply },
  }
  const codes = examples('js')
  expect(codes).toHaveLength(3)
  for (const code of codes) new Function(...Object.keys(page), code)(...Object.values(page))
  expect(chats).toEqual([...codes.slice(1)].map(() => expect.objectContaining({ open: expect.any(Function) })))
  // What registering answers takes it back.
  expect(await Promise.all(answers)).toEqual([expect.any(Function)])
  await vi.dynamicImportSettled()
  expect(warn).not.toHaveBeenCalled()
  for (const chat of chats) chat?.destroy()
})

test('the example of a file is read as a whole', () => {
  const [file = ''] = examples('json')
  const value: unknown = JSON.parse(file)
  expect(parseHelp(value)?.topics.map(({ title }) => title)).toEqual(['Sizes', 'Good to know'])
  expect(parseHours(value)).toMatchObject({ zone: 'Europe/Berlin', days: { '2026-12-24': [] } })
})

test('the options are those that there are', () => {
  const rows = [...section('Options that few shops set').matchAll(/^\| `([a-z-]+)`/gm)].map(([, name = '']) => name)
  const camel = rows.map((name) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()))
  expect(camel.sort()).toEqual(MORE_NAMES.filter((name) => !name.startsWith('before')).sort())
})

test('what only code can set is every option that HTML cannot carry, and those of which it carries less', () => {
  const [table = ''] = section('What only code can set').split('```')
  const told = [...table.matchAll(/^\|([^|]*)\|/gm)].flatMap(([, names = '']) => inTicks(names))
  const code = commonNames.filter((name) => !optionAttributes.includes(name))
  const hooks = MORE_NAMES.filter((name) => name.startsWith('before'))
  expect(told.toSorted()).toEqual([...code, ...hooks, 'debug', 'flow', 'proactive', 'theme'].toSorted())
})

test('each method that is listed is one', () => {
  const rows = [...section('Methods').matchAll(/^\| `(\w+)\(/gm)].map(([, name = '']) => name)
  expect(rows.length).toBeGreaterThan(8)
  expect(methodNames).toEqual(expect.arrayContaining(rows))
})

test('the events are those that there are, beside those of the script tag', () => {
  const told = inTicks(section('Events')).flatMap((words) => {
    const [noun = '', verbs = ''] = words.split(':')
    return /^[a-z]+:[a-z|-]+$/.test(words) ? verbs.split('|').map((verb) => `${noun}:${verb}`) : words
  })
  const late = eventTypes.slice(eventTypes.indexOf('error'))
  expect(told.filter((name) => eventTypes.includes(name as never)).sort()).toEqual([...late].sort())
})
