import { type ComponentChildren, createContext, render } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import { afterEach, expect, test } from 'vitest'
import { computed, type Signal, signal, useSignal } from './cdn-signals.js'

const place = document.createElement('div')
document.body.append(place)
afterEach(() => render(null, place))

/** What has been drawn, and how often. */
const draws: Record<string, number> = {}
function drawn(name: string): void {
  draws[name] = (draws[name] ?? 0) + 1
}
const settle = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
/** Draws, and forgets what it took. */
function show(node: ComponentChildren): void {
  render(node, place)
  for (const name of Object.keys(draws)) delete draws[name]
}

function Shown({ name, of }: { readonly name: string; readonly of: { readonly value: unknown } }) {
  drawn(name)
  return <p>{String(of.value)}</p>
}

test('who has read a signal is drawn again when it changes, once for all changes of a moment, and nobody else is', async () => {
  const [one, other] = [signal('a'), signal('x')]
  show([<Shown key="one" name="one" of={one} />, <Shown key="other" name="other" of={other} />])
  one.value = 'b'
  one.value = 'c'
  await settle()
  expect(place.textContent).toBe('cx')
  expect(draws).toEqual({ one: 1 })
  other.value = 'y'
  await settle()
  expect(place.textContent).toBe('cy')
  expect(draws).toEqual({ one: 1, other: 1 })
})

test('it goes on for every change, and a computed value counts when it is another one', async () => {
  const count = signal(1)
  const even = computed(() => count.value % 2 === 0)
  show(<Shown name="even" of={even} />)
  for (const next of [2, 3, 4, 6, 8]) {
    count.value = next
    await settle()
    expect(place.textContent).toBe(String(next % 2 === 0))
  }
  expect(draws).toEqual({ even: 3 })
})

test('what was read the last time counts, not what was read before', async () => {
  const [which, one, other] = [signal<'one' | 'other'>('one'), signal('a'), signal('x')]
  function Either() {
    drawn('either')
    return <p>{which.value === 'one' ? one.value : other.value}</p>
  }
  show(<Either />)
  which.value = 'other'
  await settle()
  one.value = 'b'
  await settle()
  expect(draws).toEqual({ either: 1 })
  other.value = 'y'
  await settle()
  expect(place.textContent).toBe('y')
})

test('a component that is given the same is not drawn with the one above it, and is when it is given something else', async () => {
  const [above, given] = [signal(0), signal(0)]
  const same = signal('same')
  function Above() {
    return (
      <section data-times={above.value}>
        <Shown name="same" of={same} />
        <Shown name={`given ${given.value}`} of={same} />
      </section>
    )
  }
  show(<Above />)
  above.value++
  await settle()
  expect(place.querySelector('section')?.dataset['times']).toBe('1')
  expect(draws).toEqual({})
  given.value++
  await settle()
  expect(draws).toEqual({ 'given 1': 1 })
})

test('a property that is gone is something else', async () => {
  const full = signal(true)
  function Optional(given: { readonly word?: string }) {
    return <p>{given.word ?? 'none'}</p>
  }
  function Above() {
    return full.value ? <Optional word="some" /> : <Optional />
  }
  show(<Above />)
  full.value = false
  await settle()
  expect(place.textContent).toBe('none')
})

test('what is handed down reaches who is given the same', async () => {
  const Word = createContext('none')
  const word = signal('a')
  const Reader = () => <p>{useContext(Word)}</p>
  const Between = () => <Reader />
  function Above() {
    return (
      <Word.Provider value={word.value}>
        <Between />
      </Word.Provider>
    )
  }
  show(<Above />)
  word.value = 'b'
  await settle()
  expect(place.textContent).toBe('b')
})

test('a component keeps its own signal, and effects run after it is drawn', async () => {
  let own: Signal<number> | undefined
  const seen: number[] = []
  function Counts() {
    const count = useSignal(1)
    own = count
    const now = count.value
    useEffect(() => void seen.push(now), [now])
    return <p>{now}</p>
  }
  show(<Counts />)
  const first = own
  await expect.poll(() => seen).toEqual([1])
  if (first) first.value = 2
  await expect.poll(() => seen).toEqual([1, 2])
  expect(own).toBe(first)
  expect(place.textContent).toBe('2')
})

test('who is gone is watched no more', async () => {
  let asked = 0
  const source = signal(0)
  const counted = computed(() => {
    asked++
    return source.value
  })
  show(<Shown name="here" of={counted} />)
  show(<Shown name="here again" of={counted} />)
  show(null)
  asked = 0
  source.value++
  await settle()
  expect(asked).toBe(0)
  expect(draws).toEqual({})
})

test('what a component throws while it draws reaches who has it drawn, and its neighbours go on', async () => {
  const word = signal('a')
  function Broken(): never {
    throw new Error('broken')
  }
  show(<Shown name="well" of={word} />)
  const other = document.createElement('div')
  expect(() => render(<Broken />, other)).toThrow('broken')
  word.value = 'b'
  await settle()
  expect(place.textContent).toBe('b')
})

test('who has thrown is drawn again when what it read has changed', async () => {
  const [bad, word] = [signal(false), signal('a')]
  function Sometimes() {
    const now = word.value
    if (bad.value) throw new Error('not now')
    return <p>{now}</p>
  }
  show(<Sometimes />)
  const thrown = new Promise((resolve) => {
    const hear = (event: ErrorEvent) => {
      event.preventDefault()
      resolve(event.message)
    }
    addEventListener('error', hear, { once: true })
  })
  bad.value = true
  expect(await thrown).toContain('not now')
  bad.value = false
  await settle()
  word.value = 'b'
  await settle()
  expect(place.textContent).toBe('b')
})
