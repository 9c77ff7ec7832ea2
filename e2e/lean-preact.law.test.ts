// The script tag's Preact draws what the whole one draws, whatever of all that the widget may ask of it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type * as signals from '@preact/signals'
import fc from 'fast-check'
import { Window } from 'happy-dom'
import type * as preact from 'preact'
import type * as hooks from 'preact/hooks'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

/** What the widget takes from Preact and its signals. */
type Library = Pick<typeof preact, 'h' | 'render' | 'Fragment' | 'createContext'> &
  Pick<typeof hooks, 'useContext' | 'useEffect' | 'useLayoutEffect' | 'useMemo' | 'useRef'> &
  Pick<typeof signals, 'signal' | 'computed' | 'effect' | 'useSignal'>

let whole: Library
let lean: Library
const thrown: string[] = []
const signalsHere = fileURLToPath(new URL('../packages/widget/src/cdn-signals.ts', import.meta.url))
const page = new Window()
const folder = mkdtempSync(join(tmpdir(), 'lean-preact-'))
beforeAll(async () => {
  vi.stubGlobal('document', page.document)
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16))
  vi.stubGlobal('cancelAnimationFrame', (frame: NodeJS.Timeout) => clearTimeout(frame))
  whole = { ...(await import('preact')), ...(await import('preact/hooks')), ...(await import('@preact/signals')) }
  lean = await import(/* @vite-ignore */ pathToFileURL(buildLean()).href)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
}, 60_000)
afterAll(async () => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  await page.happyDOM.close()
  rmSync(folder, { recursive: true })
})

/** Builds the lean one in a process of its own, and says where it is. */
function buildLean(): string {
  const entry = join(folder, 'all.mjs')
  writeFileSync(entry, ['preact', 'preact/hooks', signalsHere].map((from) => `export * from ${JSON.stringify(from)}`).join('\n'))
  const script = `
    import { build } from 'vite'
    import { leanPreact } from './scripts/lean-preact.mjs'
    const lib = { entry: ${JSON.stringify(entry)}, formats: ['es'], fileName: () => 'lean.mjs' }
    const into = { outDir: ${JSON.stringify(folder)}, emptyOutDir: false, lib }
    await build({ configFile: false, logLevel: 'error', plugins: [leanPreact], build: into })`
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  })
  return join(folder, 'lean.mjs')
}

/** A tree as data, so that both libraries can be given the same one. */
type Tree =
  | string
  | number
  | boolean
  | null
  | readonly Tree[]
  | {
      readonly tag: string
      readonly key: string | null
      readonly given: Readonly<Record<string, unknown>>
      readonly inside: readonly Tree[]
    }

/**
 * Components stand for themselves, by name: drawn plainly, by one that asks first, from above, with effects; and of what they
 * read: a signal, a sum of signals, one of their own, and the one that another picks.
 */
const PARTS = ['Plain', 'Asks', 'Above', 'Below', 'Effects', 'Reads', 'Adds', 'Keeps', 'Picks']

const given = fc.record(
  {
    class: fc.constantFrom('a', 'b', ''),
    id: fc.constantFrom('x', 'y'),
    hidden: fc.boolean(),
    disabled: fc.boolean(),
    'aria-busy': fc.constantFrom(true, false, 'mixed'),
    'data-x': fc.constantFrom('1', undefined, null),
    value: fc.constantFrom('', 'one', 'two', 0),
    checked: fc.boolean(),
    tabIndex: fc.constantFrom(-1, 0),
    role: fc.constantFrom('list', undefined),
    viewBox: fc.constant('0 0 24 24'),
    taps: fc.constantFrom('first', 'second', null),
  },
  { requiredKeys: [] },
)
const { trees } = fc.letrec<{ trees: Tree; siblings: Tree[] }>((tie) => ({
  siblings: fc
    .array(tie('trees'), { maxLength: 6 })
    // A key stands once among siblings.
    .map((all) => {
      const keys = new Set<string>()
      return all.map((tree) => {
        if (tree === null || typeof tree !== 'object' || !('tag' in tree) || tree.key === null) return tree
        if (keys.has(tree.key)) return { ...tree, key: null }
        keys.add(tree.key)
        return tree
      })
    }),
  trees: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.constantFrom('', 'text', '<b>'), fc.nat(3), fc.boolean(), fc.constant(null)),
    // Mostly elements and components, so that there are keys that change places.
    {
      weight: 4,
      arbitrary: fc.record({
        tag: fc.constantFrom('div', 'div', 'p', 'ul', 'svg', 'path', 'input', 'textarea', 'button', '', ...PARTS),
        key: fc.constantFrom(null, 'k1', 'k2', 'k3', 'k4', 'k5', 'k6'),
        given,
        inside: tie('siblings'),
      }),
    },
    tie('siblings'),
  ),
}))

/** What happens to a place: a tree is drawn, or a signal changes. */
type Step = { readonly draw: Tree } | { readonly set: 'one' | 'two' | 'bad'; readonly to: number }

/** What was begun is done: what waits for a frame, and what was thrown meanwhile. */
async function settle(): Promise<void> {
  await vi.runAllTimersAsync()
  await new Promise((resolve) => setImmediate(resolve))
  await vi.runAllTimersAsync()
}

/** Draws with one of the two into a place of its own, and writes down what its components did. */
function drawer(library: Library) {
  const { h, render, Fragment, createContext, useContext, useEffect, useLayoutEffect, useMemo, useRef } = library
  const { signal, computed, useSignal } = library
  const read = { one: signal(0), two: signal(0), bad: signal(0) }
  const sum = computed(() => read.one.value + read.two.value)
  const place = document.createElement('div')
  document.body.append(place)
  const done: string[] = []
  const Word = createContext('none')
  type Inside = { readonly inside?: preact.ComponentChildren; readonly id?: string }
  const parts: Readonly<Record<string, preact.ComponentType<Inside>>> = {
    Plain: ({ inside }) => inside as preact.VNode,
    Asks(this: preact.Component<Inside>, { inside }: Inside) {
      this.shouldComponentUpdate = (next: Inside) => next.id !== this.props.id
      return inside as preact.VNode
    },
    Above: ({ inside, id }) => h(Word.Provider, { value: id ?? 'none', children: inside as preact.VNode }),
    Below: () => h('em', null, useContext(Word)),
    Reads: ({ inside, id }) => h('b', { id }, read.one.value, inside),
    Adds: () => h('u', null, sum.value),
    Keeps() {
      const own = useSignal(0)
      return h('button', { onClick: () => void own.value++ }, own.value)
    },
    Throws({ inside }) {
      useEffect(() => void done.push(`after ${read.two.peek()}`), [read.two.value])
      if (read.bad.value > 1) throw new Error('bad')
      return h('s', null, inside)
    },
    Writes() {
      if (read.one.value % 2) read.one.value++
      return h('q', null, read.one.value)
    },
    Picks: ({ inside }) => h('i', null, read.one.value % 2 ? read.two.value : 'even', inside),
    Effects({ inside, id }) {
      const element = useRef<HTMLElement>(null)
      const twice = useMemo(() => `${id}${id}`, [id])
      useLayoutEffect(() => {
        done.push(`lays out ${twice} in ${element.current?.localName}`)
        return () => void done.push(`no longer ${twice}`)
      }, [twice])
      useEffect(() => {
        done.push(`after ${twice}`)
        return () => void done.push(`no longer after ${twice}`)
      }, [twice])
      return h('section', { ref: element }, inside)
    },
  }
  const taps = { first: () => void done.push('first'), second: () => void done.push('second') }

  function node(tree: Tree): preact.ComponentChild {
    if (tree === null || typeof tree !== 'object') return tree
    if (!('tag' in tree)) return tree.map(node) as unknown as preact.VNode
    const { tag, key, inside } = tree
    const { taps: tapped, ...rest } = tree.given
    const own = { ...rest, ...(key === null ? {} : { key }) }
    const part = parts[tag]
    if (part) return h(part, { ...own, inside: inside.map(node) })
    if (tag === '') return h(Fragment, key === null ? {} : { key }, ...inside.map(node))
    const listens = tapped === undefined ? {} : { onClick: taps[tapped as 'first'] ?? null }
    const empty = tag === 'input' || tag === 'textarea' || tag === 'path'
    return h(tag, { ...own, ...listens }, ...(empty ? [] : inside.map(node)))
  }

  return {
    async take(step: Step) {
      try {
        if ('set' in step) read[step.set].value = step.to
        else render(h('main', null, node(step.draw)), place)
      } catch (error) {
        done.push(String(error))
      }
      await settle()
      for (const button of place.querySelectorAll('button')) button.dispatchEvent(new page.Event('click') as unknown as Event)
      const fields = [...place.querySelectorAll('input, textarea')] as HTMLInputElement[]
      return {
        html: place.innerHTML,
        fields: fields.map(({ value, checked, disabled }) => ({ value, checked, disabled })),
        done: done.splice(0),
        thrown: thrown.splice(0),
      }
    },
    async end() {
      render(null, place)
      await settle()
      const left = place.innerHTML
      place.remove()
      return { left, done: done.splice(0), thrown: thrown.splice(0) }
    },
  }
}

/** Draws the story with both, and expects the same of them after each of its steps, and at its end. */
async function expectTheSame(story: readonly Step[]): Promise<void> {
  const [one, other] = [drawer(whole), drawer(lean)]
  for (const step of story) expect(await other.take(step)).toEqual(await one.take(step))
  expect(await other.end()).toEqual(await one.end())
}

// What throws has stories of its own, below: how often it is drawn again in vain is not the same.
const changes = fc.record({ set: fc.constantFrom('one' as const, 'two' as const), to: fc.nat(3) })

test('it draws the same, in the same order, for any story of trees and of signals that change, and ends the same', async () => {
  const stories = fc.array(fc.oneof(fc.record({ draw: trees }), changes, changes), { minLength: 1, maxLength: 8 })
  await fc.assert(fc.asyncProperty(stories, expectTheSame), { numRuns: 250 })
})

test('so it does for lists whose lines come, go and change places', async () => {
  const keys = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8']
  const lists = fc.array(fc.shuffledSubarray(keys), { minLength: 2, maxLength: 5 })
  const kinds = fc.array(fc.constantFrom('li', 'Effects', 'Plain', 'Asks', ''), {
    minLength: keys.length,
    maxLength: keys.length,
  })
  await fc.assert(
    fc.asyncProperty(lists, kinds, (orders, tags) => {
      const line = (key: string) => ({ tag: tags[keys.indexOf(key)] ?? 'li', key, given: { id: key }, inside: [`${key}:`, key] })
      return expectTheSame(orders.map((order) => ({ draw: order.map(line) })))
    }),
    { numRuns: 150 },
  )
})

const of = (tag: string, id: string | undefined, ...inside: readonly Tree[]): Tree => ({ tag, key: null, given: { id }, inside })
test.each<[string, readonly Step[]]>([
  [
    'what is handed down past somebody who has nothing to draw',
    ['x', 'y', 'x'].map((id) => ({ draw: of('Above', id, of('Asks', 'same', of('Below', undefined))) })),
  ],
  [
    'an effect whose drawing threw, and was not done',
    [
      { draw: of('div', undefined, of('Throws', undefined)) },
      { set: 'two', to: 1 },
      { set: 'bad', to: 2 },
      { set: 'two', to: 2 },
      { set: 'two', to: 1 },
      { set: 'bad', to: 0 },
      { set: 'two', to: 2 },
    ],
  ],
  [
    'a signal that is written while somebody who has read it is drawn',
    [
      { draw: of('div', undefined, of('Writes', undefined), of('Reads', undefined)) },
      { set: 'one', to: 5 },
      { set: 'one', to: 0 },
    ],
  ],
])('and for %s', async (_, story) => {
  // What is thrown while the queue is drawn is thrown into the page.
  vi.stubGlobal('queueMicrotask', (work: () => void) => {
    void Promise.resolve()
      .then(() => work())
      .catch((error) => thrown.push(String(error)))
  })
  await expectTheSame(story)
})

/** What happens to signals: one is written, they are looked at, or somebody begins or ends to watch. */
type Happening =
  | { readonly write: number; readonly to: number }
  | { readonly look: number }
  | { readonly watch: number; readonly how: 'effect' | 'subscribe' | 'passes on' | 'watches anew' }
  | { readonly end: number }

/** Lets it happen with one of the two, and writes down who was told what, and what was thrown. */
function watched({ signal, computed, effect }: Library, story: readonly Happening[]): readonly string[] {
  const told: string[] = []
  const given = [signal(0), signal(1), signal(2)] as const
  const [a, b, c] = given
  const made: Record<string, number> = {}
  const formula = (name: string, of: () => number) =>
    computed(() => {
      made[name] = (made[name] ?? 0) + 1
      return of()
    })
  const sum = formula('sum', () => a.value + b.value)
  const picks = formula('picks', () => (a.value % 2 ? b.value : c.value))
  const both = formula('both', () => sum.value * 10 + picks.value)
  const fails = formula('fails', () => {
    if (c.value === 3) throw new Error('three')
    return c.value
  })
  const small = formula('small', () => Math.min(both.value, 12) + fails.value)
  const all = [a, b, c, sum, picks, both, fails, small]
  const ends: (() => void)[] = []
  const of = (at: number) => all[at % all.length] ?? a
  const attempt = (what: string, work: () => unknown) => {
    try {
      const answer = work()
      if (typeof answer === 'number') told.push(`${what} ${answer}`)
    } catch (error) {
      told.push(`${what}: ${error}`)
    }
  }
  const watch = (at: number, how: Extract<Happening, { watch: number }>['how'], name: string): (() => void) => {
    const from = of(at)
    if (how === 'subscribe') return from.subscribe((value) => void told.push(`${name} hears ${value} beside ${sum.value}`))
    let inner = () => {}
    const end = effect(() => {
      const { value } = from
      told.push(`${name} sees ${value}`)
      if (how === 'passes on' && a.peek() < 5) a.value = Math.min(5, value + 1)
      if (how !== 'watches anew') return
      inner()
      inner = watch(at + 1, 'effect', `${name}'s`)
    })
    return () => {
      end()
      inner()
    }
  }
  for (const [at, now] of story.entries()) {
    if ('write' in now)
      attempt('wrote', () => {
        const one = given[now.write % given.length]
        if (one) one.value = now.to
      })
    else if ('look' in now) attempt('looked', () => of(now.look).value + of(now.look + 3).peek())
    else if ('watch' in now) attempt('began', () => ends.push(watch(now.watch, now.how, `${at}`)) && undefined)
    else attempt('ended', () => ends.splice(now.end % (ends.length || 1), 1)[0]?.())
  }
  return [...told, JSON.stringify(made)]
}

test('signals tell the same to the same, as often, for any story of writing, looking and watching', () => {
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ write: fc.nat(2), to: fc.nat(4) }) },
    { weight: 2, arbitrary: fc.record({ look: fc.nat(7) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        watch: fc.nat(7),
        how: fc.constantFrom('effect' as const, 'subscribe' as const, 'passes on' as const, 'watches anew' as const),
      }),
    },
    fc.record({ end: fc.nat(5) }),
  )
  fc.assert(
    fc.property(fc.array(happening, { minLength: 3, maxLength: 24 }), (story) => {
      expect(watched(lean, story)).toEqual(watched(whole, story))
    }),
    { numRuns: 2_000 },
  )
})
