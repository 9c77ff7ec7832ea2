import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright'
import { build } from 'vite'
import { chromiumOptions } from '../e2e/browsers.js'
import { readManifest, sizesOfSteps } from '../scripts/size.mjs'
import { workspaceSources } from '../scripts/workspace-sources.mjs'

// Chat widgets from npm beside ours and beside a windowed list that does nothing else: installed outside the workspace, each on a page
// of its own, one after the other in each round.

const SLOWDOWN = 4
const ROUNDS = Number(process.argv[3] ?? 5)
const MESSAGES = 1_000
const PACKAGES = [
  '@chatscope/chat-ui-kit-react@2.1.1',
  '@chatscope/chat-ui-kit-styles@1.4.0',
  'react-chatbotify@2.5.0',
  'deep-chat@2.4.2',
  'react@18.3.1',
  'react-dom@18.3.1',
]
const root = fileURLToPath(new URL('..', import.meta.url))

interface Subject {
  readonly name: string
  /** Its file: of ours from `bench/transcript`, of the others from `bench/peers`. */
  readonly file: string
  readonly own: boolean
}
const OURS = 'Shopbell'
const SUBJECTS: readonly Subject[] = [
  { name: 'windowed list, Preact and signals', file: 'windowed.tsx', own: true },
  { name: OURS, file: 'ours.tsx', own: true },
  { name: '@chatscope/chat-ui-kit-react', file: 'chatscope.jsx', own: false },
  { name: 'react-chatbotify', file: 'react-chatbotify.jsx', own: false },
  { name: 'deep-chat', file: 'deep-chat.js', own: false },
]

interface Sample {
  readonly blocked: number
  readonly open: number
  readonly thousand: number
}
interface Bench {
  blocked(): number
  opened(): Promise<number>
  hand(count: number): Promise<number>
}
declare const bench: Bench

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Installs the peers once, in a folder that no package manager of the workspace sees. */
function install(): string {
  const folder = join(tmpdir(), 'shopbell-peers')
  mkdirSync(folder, { recursive: true })
  const wanted = JSON.stringify({ private: true, type: 'module', peers: PACKAGES })
  const manifest = join(folder, 'installed.json')
  if (!existsSync(manifest) || readFileSync(manifest, 'utf8') !== wanted) {
    console.log(`Installing ${PACKAGES.join(', ')} in ${folder} …`)
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', ...PACKAGES], { cwd: folder, stdio: 'inherit' })
    writeFileSync(manifest, wanted)
  }
  cpSync(join(root, 'bench/peers'), join(folder, 'src'), { recursive: true })
  return folder
}

/** Bundles a subject with its page as a shop would, and answers with the code. */
async function bundle(folder: string, { file, own }: Subject): Promise<string> {
  const name = file.replace(/\..*/, '')
  const entry = join(folder, 'src', `${name}.entry.js`)
  const source = own ? join(root, 'bench/transcript', file) : `./${file}`
  // Ours takes entries; a panel of theirs takes texts.
  const adapted = `import { mount as made } from ${JSON.stringify(source)}
const mount = async (page) => {
  const subject = await made(page)
  const entries = (all) => all.map(({ id, text, own }, n) => ({ id, turn: id, at: 1764000000000 + n * 30000, by: own ? 'shopper' : 'agent', name: 'Mira', content: { kind: 'text', text } }))
  return { root: { querySelector: () => subject.field, get textContent() { return subject.list.textContent } }, field: '', hand: (all) => subject.hand(entries(all)) }
}`
  writeFileSync(
    entry,
    `import { begin } from './page.js'\n${own ? adapted : `import { mount } from ${JSON.stringify(source)}`}\nbegin(mount)\n`,
  )
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root: own ? root : folder,
    define: { 'process.env.NODE_ENV': '"production"' },
    ...(own && { resolve: { alias: workspaceSources, dedupe: ['preact', '@preact/signals', '@preact/signals-core'] } }),
    oxc: { jsx: { runtime: 'automatic', importSource: own ? 'preact' : 'react' } },
    build: {
      outDir: join(folder, 'built', name),
      emptyOutDir: true,
      target: 'es2022',
      minify: true,
      lib: { entry, formats: ['es'], fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  return readFileSync(join(folder, 'built', name, 'page.js'), 'utf8')
}

/** Brings what the bench calls in the page: a subject's bundle, or what watches the script tag's widget. */
const MODULE = '<script type="module" src="/page.js"></script>'
/** What a merchant pastes. */
const TAG = '<script async src="/shopbell.js" data-backend="/desk"></script>'

/** One visitor's figures: loaded, reached for with the pointer so that what is fetched then is there, opened by a click, handed messages. */
async function sample(browser: Browser, code: string, tag = ''): Promise<Sample> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } })
  const page = await context.newPage()
  await page.route('http://bench.test/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '')
      return route.fulfill({ contentType: 'text/html', body: `<!doctype html><meta charset="utf-8"><body>${MODULE}${tag}` })
    if (name === 'page.js') return route.fulfill({ contentType: 'text/javascript', body: code })
    const file = join(root, 'packages/widget/cdn', name)
    return existsSync(file)
      ? route.fulfill({ contentType: 'text/javascript', body: readFileSync(file) })
      : route.fulfill({ status: 503, body: 'No desk answers in a bench.' })
  })
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.goto('http://bench.test/')
  await page.waitForFunction('window.bench')
  const button = page.getByRole('button', { name: 'chat' })
  await button.waitFor()
  await idle(page)
  const blocked = await page.evaluate(() => bench.blocked())
  await button.hover()
  await page.waitForLoadState('networkidle')
  await idle(page)
  await button.click({ noWaitAfter: true })
  const open = await page.evaluate(() => bench.opened())
  const thousand = tag ? Number.NaN : await page.evaluate((count) => bench.hand(count), MESSAGES)
  await context.close()
  return { blocked, open, thousand }
}

const idle = (page: Page) => page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))

/** Prints the table: medians, and after each figure how many times ours it is. */
export async function benchPeers(): Promise<void> {
  const folder = install()
  const codes = new Map<string, string>()
  for (const subject of SUBJECTS) codes.set(subject.name, await bundle(folder, subject))
  const steps = sizesOfSteps(readManifest())
  // What a script tag asks for until the greeting is there, and what comes after it, while it is read.
  const shipped = steps.loader.brotli + steps.greeting.brotli
  const after = steps.answer.brotli
  const bytes = ({ name }: Subject) => (name === OURS ? shipped : brotliCompressSync(Buffer.from(codes.get(name) ?? '')).length)

  const watcher = readFileSync(join(root, 'bench/peers/script-tag.js'), 'utf8')

  const samples = new Map<string, Sample[]>(SUBJECTS.map(({ name }) => [name, []]))
  const browser = await chromium.launch(await chromiumOptions())
  try {
    for (let round = 0; round < ROUNDS; round++) {
      console.log(`Round ${round + 1} of ${ROUNDS}`)
      for (const { name } of SUBJECTS) {
        const figures = await sample(browser, codes.get(name) ?? '')
        // A shop has ours by its script tag, so that is what is opened; the thousand messages need a hand on the transcript, as with the others.
        samples
          .get(name)
          ?.push(name === OURS ? { ...(await sample(browser, watcher, TAG)), thousand: figures.thousand } : figures)
      }
    }
  } finally {
    await browser.close()
  }
  const figure = (name: string, of: keyof Sample) => median((samples.get(name) ?? []).map((one) => one[of]))
  const beside = (value: number, ours: number) => `${value.toFixed(0)} (${(value / Math.max(1, ours)).toFixed(2)} ×)`
  console.log(
    `\n| at ${SLOWDOWN} × CPU, ${ROUNDS} rounds | kB until open | TBT ms | click to open ms | ${MESSAGES} messages ms |`,
  )
  console.log('|---|---:|---:|---:|---:|')
  for (const subject of SUBJECTS) {
    const { name } = subject
    const cells = (['blocked', 'open', 'thousand'] as const).map((of) => beside(figure(name, of), figure(OURS, of)))
    const later = name === OURS ? `, then ${(after / 1000).toFixed(1)}` : ''
    const size = `${(bytes(subject) / 1000).toFixed(1)} (${(bytes(subject) / shipped).toFixed(2)} ×)${later}`
    console.log(`| ${name} | ${size} | ${cells.join(' | ')} |`)
  }
}
