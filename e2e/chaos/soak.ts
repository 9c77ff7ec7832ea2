import { setMaxListeners } from 'node:events'
import { startOwnPostgres } from '../../examples/desk/src/server/database/own-postgres.test.support.js'
import { freePort } from '../demo-desk.js'
import { createPostgres } from './database.js'
import { type DeskProcess, startDesk } from './desk-process.js'
import { countOf, judge } from './judge.js'
import { createNodeAgent, type NodeAgent } from './node-agent.js'
import { createNodeShopper, type NodeShopper } from './node-shopper.js'
import { type ChaosProxy, openChaosProxy } from './proxy.js'
import { seeded } from './seeded.js'
import { strangers } from './strangers.js'

export interface SoakOptions {
  readonly minutes: number
  readonly shoppers: number
  readonly agents: number
  /** Desk processes on one database. */
  readonly processes: number
  /** A process is restarted every so many seconds, one after the other; every other time it is killed instead. */
  readonly restartEvery: number
  readonly seed: number
  readonly say: (line: string) => void
}

/** The longest that everything may take to arrive once the network is whole, in milliseconds. */
const HEALED = 120_000

/** Faults of the network, each for a few seconds. */
const FAULTS: Readonly<Record<string, (proxy: ChaosProxy) => void>> = {
  late: (proxy) => proxy.set('both', { latency: 300, jitter: 250 }),
  slow: (proxy) => proxy.set('both', { bandwidth: 4_000 }),
  'slow to close': (proxy) => proxy.set('both', { slowClose: 2_000 }),
  sliced: (proxy) => proxy.set('both', { slice: 9, sliceGap: 1 }),
  'deaf: nothing comes from the desk': (proxy) => proxy.set('down', { blackhole: true }),
  'mute: nothing reaches the desk': (proxy) => proxy.set('up', { blackhole: true }),
  'cut off': (proxy) => proxy.set('both', { blackhole: true }),
  reset: (proxy) => proxy.reset(),
  'cut in the middle of a word': (proxy) => proxy.set('up', { limit: 900 }),
  'answers cut in the middle of a word': (proxy) => proxy.set('down', { limit: 900 }),
  refused: (proxy) => {
    proxy.setDoor('refused')
    proxy.reset()
  },
  'a stranger answers': (proxy) => {
    proxy.setDoor({ answers: strangers['503 with a page'] })
    proxy.reset()
  },
}

/** Lets many shoppers and a few agents talk over a bad network while desks come and go. Answers whether nothing was found. */
export async function soak({
  minutes,
  shoppers: many,
  agents: few,
  processes,
  restartEvery,
  seed,
  say,
}: SoakOptions): Promise<boolean> {
  const random = seeded(seed)
  const own = process.env.DATABASE_URL ? null : await startOwnPostgres({ fsync: 'on' })
  const url = process.env.DATABASE_URL ?? own?.url
  if (!url) throw new Error('Set DATABASE_URL, or install PostgreSQL: the soak needs one.')
  const database = await createPostgres(url)
  const ports = await Promise.all(Array.from({ length: processes }, freePort))
  const start = (port: number) => startDesk({ port, environment: database.environment })
  const desks: DeskProcess[] = []
  for (const port of ports) desks.push(await start(port))
  const proxy = await openChaosProxy({ upstreams: ports, seed })
  // Agents have a good network; only their desks come and go.
  const counter = await openChaosProxy({ upstreams: ports, seed: seed + 1 })
  const stop = new AbortController()
  // Everybody waits for the same end.
  setMaxListeners(0, stop.signal)
  const began = performance.now()
  const left = () => minutes * 60_000 - (performance.now() - began)
  const faults = new Map<string, number>()
  let restarts = 0
  let kills = 0

  const agents: NodeAgent[] = []
  for (let n = 1; n <= few; n++) agents.push(await createNodeAgent(counter.url, `Agent${n}`))
  await Promise.all(agents.map((agent) => agent.sitDown()))
  const shoppers = Array.from({ length: many }, (_, n) => createNodeShopper({ url: proxy.url, name: `Shopper${n + 1}`, random }))

  async function restart(index: number, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const port = ports[index]
    if (port === undefined) return
    const others = ports.filter((other) => other !== port)
    for (const way of [proxy, counter]) way.setUpstreams(others.length > 0 ? others : ports)
    await desks[index]?.kill(signal)
    desks[index] = await start(port)
    for (const way of [proxy, counter]) way.setUpstreams(ports)
  }

  const rolling = async () => {
    for (let turn = 0; ; turn++) {
      await pause(restartEvery * 1_000, stop.signal)
      if (stop.signal.aborted) return
      const signal = turn % 2 === 0 ? 'SIGTERM' : 'SIGKILL'
      await restart(turn % processes, signal)
      restarts++
      if (signal === 'SIGKILL') kills++
    }
  }
  const weather = async () => {
    const names = Object.keys(FAULTS)
    while (!stop.signal.aborted) {
      await pause(2_000 + random() * 6_000, stop.signal)
      const name = names[Math.floor(random() * names.length)] ?? 'reset'
      if (stop.signal.aborted) return
      faults.set(name, (faults.get(name) ?? 0) + 1)
      FAULTS[name]?.(proxy)
      await pause(1_000 + random() * 7_000, stop.signal)
      proxy.heal()
    }
  }
  const talk = async (shopper: NodeShopper) => {
    await pause(random() * 10_000, stop.signal)
    await shopper.call()
    while (!stop.signal.aborted) {
      await pause(2_000 + random() * 8_000, stop.signal)
      if (stop.signal.aborted) return
      const dice = random()
      if (dice < 0.02) shopper.reload()
      else if (dice < 0.04) void shopper.attach()
      else await shopper.say()
    }
  }
  const answer = async (agent: NodeAgent) => {
    while (!stop.signal.aborted) {
      await pause(500 + random() * 3_000, stop.signal)
      const lists = await Promise.all([agent.list('queue'), agent.list('mine'), agent.list('tickets')]).catch(() => [])
      const rows = lists.flat()
      const row = rows.find(({ unread }) => unread > 0 && random() < 0.3) ?? rows[Math.floor(random() * rows.length)]
      if (row && !stop.signal.aborted) await agent.reply(row.id, stop.signal)
    }
  }
  const report = async () => {
    while (!stop.signal.aborted) {
      await pause(30_000, stop.signal)
      const said = shoppers.reduce((sum, shopper) => sum + shopper.said.length, 0)
      const sent = shoppers.reduce((sum, shopper) => sum + shopper.sent.size, 0)
      const minute = ((performance.now() - began) / 60_000).toFixed(1)
      say(
        `minute ${minute}: ${said} said, ${sent} shown as sent, ${restarts} restarts (${kills} by kill -9), ${proxy.made} connections`,
      )
    }
  }

  say(`Soak: ${many} shoppers, ${few} agents, ${processes} desk processes on PostgreSQL, ${minutes} minutes, seed ${seed}.`)
  const troubles: string[] = []
  const running = [rolling(), weather(), report(), ...shoppers.map(talk), ...agents.map(answer)].map((work) =>
    // The rest goes on: what this one left undone is found in the end.
    work.catch((error: unknown) => {
      troubles.push(String(error))
      say(`Trouble: ${String(error)}`)
    }),
  )
  await pause(left())
  stop.abort()
  await Promise.all(running)
  proxy.heal()
  const healing = performance.now()
  while (performance.now() - healing < HEALED && !shoppers.every((shopper) => shopper.isDone() && shopper.link() === 'up')) {
    for (const shopper of shoppers) if (shopper.link() !== 'up') shopper.wake()
    await pause(250)
  }
  const healed = (performance.now() - healing) / 1_000
  // Whatever another process took is told with the next head, at the latest.
  await pause(30_000)

  const replies = agents.flatMap((agent) => agent.replies)
  const verdicts = await judge(shoppers, replies, await database.rows(), true)
  const delays = shoppers.flatMap((shopper) => shopper.delays).sort((a, b) => a - b)
  const at = (share: number) => `${((delays[Math.floor(delays.length * share)] ?? 0) / 1_000).toFixed(2)} s`
  const said = shoppers.reduce((sum, shopper) => sum + shopper.said.length, 0)
  say(`${said} lines of shoppers, ${replies.filter(({ taken }) => taken).length} replies of agents, ${proxy.made} connections.`)
  say(`${restarts} restarts, ${kills} of them by kill -9. Faults: ${[...faults].map(([name, n]) => `${name} ${n}`).join(', ')}.`)
  say(
    `From said to sent: median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(0.9999)}. All had arrived ${healed.toFixed(1)} s after the last fault.`,
  )
  const { falseSent, lost, twice, disorder, untrue } = verdicts
  say(
    `${falseSent.length} false sent, ${lost.length} lost, ${twice.length} twice, ${disorder.length} out of order, ${untrue.length} untrue screens.`,
  )
  for (const [kind, list] of Object.entries(verdicts))
    for (const what of (list as string[]).slice(0, 20)) say(`  ${kind}: ${what}`)

  for (const shopper of shoppers) shopper.leave()
  for (const agent of agents) agent.leave()
  await Promise.all(desks.map((desk) => desk.kill('SIGTERM')))
  await Promise.all([proxy.close(), counter.close()])
  await database.drop()
  await own?.stop()
  return countOf(verdicts) === 0 && troubles.length === 0
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, Math.max(0, ms))
    signal?.addEventListener('abort', over)
    if (signal?.aborted) over()
  })
}
