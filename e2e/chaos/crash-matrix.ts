import { CRASH_POINTS, type CrashPoint } from '../../examples/desk/dist/server/crash-points.js'
import { freePort } from '../demo-desk.js'
import type { ChaosDatabase } from './database.js'
import { type DeskProcess, startDesk } from './desk-process.js'
import { judge, NONE, together, type Verdicts } from './judge.js'
import { createNodeAgent, type NodeAgent } from './node-agent.js'
import { createNodeShopper, type NodeShopper } from './node-shopper.js'
import { openChaosProxy } from './proxy.js'
import { seeded } from './seeded.js'

export { CRASH_POINTS, type CrashPoint }

/** A place that nobody passes within this time, in milliseconds, is not reached. */
const PATIENCE = 60_000
/** Longer than a desk needs for what everybody has to say and for who calls from one address, at the pace that it allows. */
const LONGEST_BACKLOG = 180_000
/** So many lines that nobody has heard are enough for a shopper, who goes on when the first one is sent. */
const MOST_UNHEARD = 20
/** A desk takes twenty pictures an hour from a shopper, and counts those that it died of. */
const PICTURES_EACH = 8

/** One line of the matrix. */
export interface CrashRow {
  readonly point: CrashPoint
  readonly engine: ChaosDatabase['engine']
  /** How often the desk died there. */
  readonly crashes: number
  /** Lines that were shown as sent when it died, over all deaths; each was looked up in the database after it. */
  readonly sentAtDeath: number
  /** Lines that were under way at that moment. */
  readonly underWay: number
  readonly lines: number
  readonly verdicts: Verdicts
  readonly seconds: number
}

/**
 * Kills the desk at one place, `rounds` times on the same data, while shoppers write, send pictures and open conversations and an
 * agent answers. Between a death and the next life nobody reaches the desk until the database was compared with the screens.
 */
export async function crashAt(point: CrashPoint, rounds: number, database: ChaosDatabase, seed = 1): Promise<CrashRow> {
  const began = performance.now()
  const random = seeded(seed)
  const port = await freePort()
  const proxy = await openChaosProxy({ upstreams: [port], seed })
  const shoppers: NodeShopper[] = []
  const { environment } = database
  // A ticket is written where nobody is there; a person is called where somebody is.
  const start = (crashAt?: string) =>
    startDesk({ port, environment, open: point !== 'during-ticket', ...(crashAt ? { crashAt } : {}) })
  let agent: NodeAgent | null = null
  let verdicts = NONE
  let crashes = 0
  let sentAtDeath = 0
  let underWay = 0

  const newShopper = () => {
    const shopper = createNodeShopper({ url: proxy.url, name: `S${shoppers.length + 1}`, random, hasty: true })
    shoppers.push(shopper)
    return shopper
  }

  let desk = await start()
  try {
    agent = await createNodeAgent(desk.url, 'Mira')
    const regulars = Array.from({ length: pictures(point) ? Math.ceil(rounds / PICTURES_EACH) + 1 : 2 }, newShopper)
    await Promise.all(regulars.map((shopper) => shopper.call()))
    await settled(regulars)
    await desk.kill('SIGKILL')
    for (let round = 0; round < rounds; round++) {
      desk = await start(`${point}:${1 + Math.floor(random() * mostPassings(point))}`)
      // The embedded database is one process's own: the next desk is asked what it found, before any shopper can come.
      if (round > 0 && database.engine === 'pglite') verdicts = together(verdicts, await notKept(shoppers, agent, desk))
      proxy.setDoor('open')
      const rush = new AbortController()
      const painter = regulars[Math.floor(round / PICTURES_EACH)] ?? regulars[0]
      const traffic = rushHour({ desk, point, regulars, painter, newShopper, agent, random, signal: rush.signal })
      const how = await Promise.race([desk.ended, pause(PATIENCE).then(() => 'not reached')])
      proxy.setDoor('held')
      rush.abort()
      if (how !== 'SIGKILL') throw new Error(`${point}: the desk did not die there (${how})`)
      crashes++
      await traffic
      for (const shopper of shoppers) {
        sentAtDeath += shopper.sent.size
        underWay += shopper.said.length - shopper.sent.size
      }
      if (database.engine === 'postgres')
        verdicts = together(verdicts, await judge(shoppers, agent.replies, await database.rows(), false))
    }
    desk = await start()
    verdicts = together(verdicts, await notKept(shoppers, agent, desk))
    proxy.setDoor('open')
    await settled(shoppers)
    await desk.kill('SIGTERM')
    verdicts = together(verdicts, await judge(shoppers, agent.replies, await database.rows(), true))
  } finally {
    for (const shopper of shoppers) shopper.leave()
    if (desk.isRunning()) await desk.kill('SIGKILL')
    await proxy.close()
  }
  const lines = shoppers.reduce((sum, { said }) => sum + said.length, 0)
  const seconds = (performance.now() - began) / 1_000
  return { point, engine: database.engine, crashes, sentAtDeath, underWay, lines, verdicts, seconds }
}

const pictures = (point: CrashPoint): boolean => point.includes('upload')

/** How often a place is passed in one life of the desk, whatever the dice say. */
function mostPassings(point: CrashPoint): number {
  if (point.includes('open') || point.includes('ticket') || pictures(point)) return 1
  return point === 'before-welcome' || point === 'during-page' ? 2 : 6
}

interface RushHour {
  readonly desk: DeskProcess
  readonly point: CrashPoint
  readonly regulars: readonly NodeShopper[]
  /** Who sends a picture, if one is sent. */
  readonly painter: NodeShopper | undefined
  readonly newShopper: () => NodeShopper
  readonly agent: NodeAgent
  readonly random: () => number
  readonly signal: AbortSignal
}

/** Everybody at once, until the desk is dead. */
async function rushHour({ desk, point, regulars, painter, newShopper, agent, random, signal }: RushHour): Promise<void> {
  const running: Promise<void>[] = []
  for (const shopper of regulars) {
    if (random() < 0.1) shopper.reload()
    shopper.wake()
    if (shopper.said.length - shopper.sent.size < MOST_UNHEARD) await shopper.say()
  }
  if (point.includes('open') || point.includes('ticket') || random() < 0.2) running.push(newShopper().call())
  if (painter && (pictures(point) || random() < 0.1)) running.push(painter.attach())
  if (point.startsWith('agent') || random() < 0.1) running.push(answerSomebody({ ...desk }, agent, signal))
  while (desk.isRunning() && !signal.aborted) {
    const shopper = regulars[Math.floor(random() * regulars.length)]
    // Slow enough for what a shopper may say in a minute.
    await Promise.race([pause(40 + random() * 400), desk.ended])
    if (shopper && shopper.said.length - shopper.sent.size < MOST_UNHEARD && random() < 0.5) await shopper.say()
  }
  // Whoever called goes on calling: the next life of the desk hears them.
  void Promise.allSettled(running)
}

async function answerSomebody(desk: DeskProcess, agent: NodeAgent, signal: AbortSignal): Promise<void> {
  while (desk.isRunning() && !signal.aborted) {
    const rows = await Promise.all([agent.list('queue'), agent.list('mine'), agent.list('tickets')]).catch(() => [])
    const row = rows.flat()[0]
    if (row) await agent.reply(row.id, signal)
    await pause(20)
  }
}

/** What was shown as sent and the desk does not have. */
async function notKept(shoppers: readonly NodeShopper[], agent: NodeAgent, desk: DeskProcess): Promise<Verdicts> {
  if (!desk.isRunning()) throw new Error('the desk did not live to tell what it has')
  const rows = await Promise.all([agent.list('queue'), agent.list('mine'), agent.list('tickets')])
  const ids = new Set(rows.flat().map(({ id }) => id))
  const texts = new Set<string>()
  for (const id of ids) for (const { text } of await agent.texts(id)) texts.add(text)
  return { ...NONE, falseSent: shoppers.flatMap(({ sent }) => [...sent].filter((text) => !texts.has(text))) }
}

/** Waits until everybody's lines have arrived, waking them as a page that comes to the front does. */
async function settled(shoppers: readonly NodeShopper[]): Promise<void> {
  const until = performance.now() + LONGEST_BACKLOG
  for (let look = 0; performance.now() < until; look++) {
    if (shoppers.every((shopper) => shopper.isDone() && shopper.status() !== 'sending' && shopper.link() !== 'connecting')) break
    // No more often than that: a desk refuses whoever knocks too much.
    if (look % 40 === 0) for (const shopper of shoppers) if (shopper.link() !== 'up') shopper.wake()
    await pause(50)
  }
  // What was broadcast or asked for last is on its way.
  await pause(300)
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
