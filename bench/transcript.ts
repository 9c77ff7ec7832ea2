import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { build } from 'vite'
import { chromiumOptions } from '../e2e/browsers.js'
import { workspaceSources } from '../scripts/workspace-sources.mjs'
import type { Bench } from './transcript/page.js'

const SLOWDOWN = 4
const ROUNDS = 5
/** How often something is done to tell how long one takes. */
const TIMES = 8
const SUBJECTS = ['ours', 'windowed', 'vanilla'] as const
type Subject = (typeof SUBJECTS)[number]
const NAMES: Readonly<Record<Subject, string>> = {
  ours: 'Shopbell',
  windowed: 'windowed list, Preact and signals',
  vanilla: 'list without a framework',
}
const ACTS = ['append', 'keystroke', 'quick reply'] as const
type Act = (typeof ACTS)[number]
type Sample = Readonly<Record<string, number>>

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

declare const bench: Bench

/** Builds the page that holds the subjects, as small as a shop would have it. */
async function buildPage(folder: string): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root,
    resolve: { alias: workspaceSources, dedupe: ['preact', '@preact/signals', '@preact/signals-core'] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      minify: true,
      lib: { entry: join(root, 'bench/transcript/page.ts'), formats: ['es'], fileName: 'page' },
    },
  })
}

/** A new visitor's page with one subject in it, open and with nothing said. */
async function open(browser: Browser, folder: string, subject: Subject | null): Promise<readonly [Page, CDPSession]> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } })
  const page = await context.newPage()
  await page.route('http://bench.test/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '')
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset="utf-8"><body></body>' })
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(folder, name)) })
  })
  await page.goto('http://bench.test/')
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  if (subject) {
    await page.addScriptTag({ url: '/page.js', type: 'module' })
    await page.waitForFunction('window.bench')
    await page.evaluate((name) => bench.mount(name), subject)
  }
  return [page, session]
}

const metric = async (session: CDPSession, wanted: string): Promise<number> =>
  (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN

/** What the page's own objects take, in megabytes, after two forced collections. */
async function heapOf(session: CDPSession): Promise<number> {
  for (let index = 0; index < 2; index++) await session.send('HeapProfiler.collectGarbage')
  return (await metric(session, 'JSHeapUsedSize')) / 1e6
}

/** Main-thread time of one act, in milliseconds. */
async function timeOf(act: Act, page: Page, session: CDPSession): Promise<number> {
  const times: number[] = []
  if (act === 'keystroke') await page.evaluate(() => bench.focus())
  for (let index = 0; index < TIMES; index++) {
    const place = act === 'quick reply' ? await page.evaluate(() => bench.ask()) : undefined
    await page.evaluate(() => bench.still())
    const before = await metric(session, 'TaskDuration')
    if (place) await page.mouse.click(place.x, place.y)
    else if (act === 'append') await page.evaluate(() => bench.hand(1))
    else await page.keyboard.press('a')
    await page.evaluate(() => bench.still())
    times.push(((await metric(session, 'TaskDuration')) - before) * 1_000)
  }
  return median(times)
}

/** All figures of one subject, of one visitor each. */
async function sample(browser: Browser, folder: string, subject: Subject): Promise<Sample> {
  const figures: Record<string, number> = {}
  for (const count of [1_000, 10_000]) {
    const [page, session] = await open(browser, folder, subject)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    // A chat that is open has greeted: what the first line of all costs is no matter of how many there are.
    await page.evaluate(() => bench.hand(1))
    await page.evaluate(() => bench.still())
    figures[`${count} handed over`] = await page.evaluate((many) => bench.hand(many), count)
    await page.context().close()
  }
  for (const count of [10, 10_000]) {
    const [page, session] = await open(browser, folder, subject)
    const empty = count === 10 ? 0 : await emptyHeap(browser, folder)
    await page.evaluate((many) => bench.hand(many), count)
    await page.evaluate(() => bench.still())
    figures[`nodes at ${count}`] = await page.evaluate(() => bench.nodes())
    figures[`heap at ${count}`] = (await heapOf(session)) - empty
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    for (const act of ACTS) figures[`${act} at ${count}`] = await timeOf(act, page, session)
    await page.context().close()
  }
  return figures
}

async function emptyHeap(browser: Browser, folder: string): Promise<number> {
  const [page, session] = await open(browser, folder, null)
  const heap = await heapOf(session)
  await page.context().close()
  return heap
}

/** Long conversations, beside a windowed list that does nothing else and a list without a window, one after the other in each round. */
export async function benchTranscript(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-bench-'))
  const samples: Record<Subject, Sample[]> = { ours: [], windowed: [], vanilla: [] }
  await buildPage(folder)
  const browser = await chromium.launch(await chromiumOptions())
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const subject of SUBJECTS) samples[subject].push(await sample(browser, folder, subject))
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const figure = (subject: Subject, name: string) => median(samples[subject].map((one) => one[name] ?? Number.NaN))
  const rows: [string, (subject: Subject) => string][] = []
  for (const name of ['1000 handed over', '10000 handed over'])
    rows.push([
      `${name}, to the frame that shows the last one`,
      (subject) => `${figure(subject, name).toFixed(0)} ms (${(figure(subject, name) / figure('windowed', name)).toFixed(2)} ×)`,
    ])
  for (const act of ACTS)
    rows.push([
      `${act}, main thread at 10 and at 10,000`,
      (subject) => {
        const [few, many] = [figure(subject, `${act} at 10`), figure(subject, `${act} at 10000`)]
        return `${few.toFixed(1)} and ${many.toFixed(1)} ms (${(many / few).toFixed(2)} ×)`
      },
    ])
  rows.push(['heap at 10,000, above the empty page', (subject) => `${figure(subject, 'heap at 10000').toFixed(1)} MB`])
  rows.push(['elements at 10,000', (subject) => figure(subject, 'nodes at 10000').toFixed(0)])
  console.log(`\n| ${SLOWDOWN} × slower CPU, median of ${ROUNDS} | ${SUBJECTS.map((subject) => NAMES[subject]).join(' | ')} |`)
  console.log(`|---|${SUBJECTS.map(() => '---:').join('|')}|`)
  for (const [what, write] of rows) console.log(`| ${what} | ${SUBJECTS.map(write).join(' | ')} |`)
}
