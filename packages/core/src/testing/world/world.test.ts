import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { REGRESSIONS } from './regressions.js'

const script = fileURLToPath(new URL('../../../../../scripts/simulate-delivery.mjs', import.meta.url))

interface Run {
  readonly seeds: number
  readonly least: number
  readonly broken: readonly { readonly seed: number }[]
  readonly never: readonly string[]
  readonly hash: string
  readonly rows: readonly {
    readonly name: string
    readonly breaks: string
    readonly by: string | null
    readonly green: boolean
  }[]
}

/** The script's own result, in a process of its own: delivery as it is bundled, with nothing that depends on a disk. */
function simulate(...given: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const most = { maxBuffer: 10_000_000 }
    execFile(process.execPath, [script, '--json', ...given], most, (error, out, complaint) => {
      // It also ends with 1 where it has found something, which is what the test looks at.
      if (out.trim() === '') reject(error ?? new Error(complaint))
      else resolve(JSON.parse(out))
    })
  })
}

test('200 worlds of at least 500 steps keep every promise, and every fault fires while a command is in flight', async () => {
  const { seeds, least, broken, never } = await simulate('--seeds', '200')
  expect({ seeds, broken, never }).toEqual({ seeds: 200, broken: [], never: [] })
  expect(least).toBeGreaterThanOrEqual(500)
}, 240_000)

test('40 worlds in which the tabs of a device hear each other and one leads keep every promise, also where a store is slow once', async () => {
  const { seeds, broken } = await simulate('--seeds', '40', '--tabs-hear')
  expect({ seeds, broken }).toEqual({ seeds: 40, broken: [] })
}, 120_000)

test('every planted bug is found by the promise that it breaks, and by nothing else', async () => {
  const { rows } = await simulate('--planted')
  expect(rows.length).toBeGreaterThanOrEqual(25)
  expect(rows.filter(({ by, breaks, green }) => by !== breaks || !green)).toEqual([])
}, 240_000)

test('the same seed is the same world in every process', async () => {
  const [one, other, another] = await Promise.all([simulate('--seed', '7'), simulate('--seed', '7'), simulate('--seed', '8')])
  expect(one.hash).toBe(other.hash)
  expect(one.hash).not.toBe(another.hash)
}, 60_000)

test('every seed that has found something stays mended', async () => {
  const { broken } = await simulate('--only', REGRESSIONS.map(({ seed }) => seed).join(','))
  expect(broken.map((one) => ({ ...one, was: REGRESSIONS.find(({ seed }) => seed === one.seed)?.was }))).toEqual([])
}, 60_000)
