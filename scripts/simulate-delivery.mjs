// `npm run simulate -- --seeds N [--from S]`: runs so many simulated worlds and holds each to the invariants of docs/delivery.md.
//   --jobs N       on so many processes; 2 unless told
//   --only S,S     these seeds and no others
//   --seed S       one world; on a violation with its shortest trace
//   --tabs-hear    tabs of one device hear each other, and one of them leads
//   --planted      runs planted bugs, and prints which invariant has found each
//   --find NAME    looks for seeds that find a planted bug
//   --json         prints the result as one line of JSON
// Exits with 1 on a violation, on a fault that never fired, and on a planted bug that lives.
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const CHUNK = 20
/** How often a long run says how far it is, in milliseconds. */
const TELL_EVERY = 30_000
/** So many broken seeds are told at once; the others at the end. */
const MOST_TOLD = 10
/** From so many seeds on, every fault and every "sometimes" must have happened. */
const ENOUGH = 150

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    jobs: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    only: { type: 'string' },
    seed: { type: 'string' },
    planted: { type: 'boolean', default: false },
    'tabs-hear': { type: 'boolean', default: false },
    find: { type: 'string' },
    json: { type: 'boolean', default: false },
    worker: { type: 'string' },
  },
})

async function lead() {
  const { bundleSimulation } = await import('./bundle-simulation.mjs')
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-simulation-'))
  try {
    const file = await bundleSimulation(folder)
    if (options.seed) return await runOne(file, Number(options.seed))
    if (options.planted) return await runPlanted(file)
    if (options.find) return await findSeeds(file, options.find)
    return await runMany(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The world, with what only a platform has: an end of everything that is under way, and errors that nobody caught. */
async function load(file) {
  const world = await import(pathToFileURL(file).href)
  globalThis.AbortController = world.PlainAbort
  const errors = []
  process.on('unhandledRejection', (error) =>
    errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  )
  const run = {
    tabsHear: options['tabs-hear'],
    quiet: () => new Promise((resolve) => setImmediate(resolve)),
    uncaught: () => errors.shift() ?? null,
  }
  return { ...world, run }
}

async function runOne(file, seed) {
  const { runSeed, run } = await load(file)
  const outcome = await runSeed(seed, run)
  if (options.json) console.log(JSON.stringify({ seed, hash: outcome.hash, steps: outcome.steps, violation: outcome.violation }))
  else if (!outcome.violation)
    console.log(`seed ${seed}: ${outcome.steps} steps, ${outcome.witness.commits} commits, ${outcome.hash}`)
  else await explain(file, seed)
  return outcome.violation ? 1 : 0
}

/** Prints a violation with the shortest trace that shows it. */
async function explain(file, seed) {
  const { runSeed, shrink, run } = await load(file)
  const outcome = await runSeed(seed, run)
  if (!outcome.violation) return
  const { violation, plan, trace } = await shrink(outcome, run)
  console.log(`\nseed ${seed} breaks ${violation.invariant}: ${violation.says}\n  ${violation.how}`)
  console.log(`The shortest trace, made of ${plan.items.length} of ${outcome.plan.items.length} things that happen:`)
  console.log(trace.slice(-120).join('\n'))
  console.log(`Again: npm run simulate -- --seed ${seed}`)
}

/** Hands chunks of work to processes, one after the other; calls back with each answer. */
async function share(file, tasks, heard) {
  const waiting = [...tasks]
  const workers = Array.from({ length: Math.max(1, Math.min(Number(options.jobs), tasks.length)) }, () => {
    const child = fork(fileURLToPath(import.meta.url), ['--worker', file, ...(options['tabs-hear'] ? ['--tabs-hear'] : [])])
    return new Promise((resolve, reject) => {
      const next = () => {
        const task = waiting.shift()
        if (task) child.send(task)
        else child.disconnect()
      }
      child.on('message', (answer) => {
        if (answer !== 'ready' && heard(answer) === false) waiting.length = 0
        next()
      })
      child.once('error', reject)
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with code ${code}`))))
    })
  })
  await Promise.all(workers)
}

async function work(file) {
  const { runSeed, PLANTED, run } = await load(file)
  process.on('message', (task) =>
    answer(task).catch((error) => {
      console.error(error)
      process.exit(1)
    }),
  )
  async function answer(task) {
    const answers = []
    for (const { seed, planted } of task) {
      const bug = PLANTED.find(({ name }) => name === planted)
      const { plan, trace, ...outcome } = await runSeed(seed, bug ? { ...run, plant: bug.plant } : run)
      answers.push({ ...outcome, seed, planted })
    }
    process.send?.(answers)
  }
  process.send?.('ready')
}

async function runMany(file) {
  const from = Number(options.from)
  const seeds = options.only?.split(',').map(Number) ?? Array.from({ length: Number(options.seeds) }, (_, index) => from + index)
  const count = seeds.length
  const began = Date.now()
  const total = { seeds: 0, steps: 0, commits: 0, texts: 0, least: Number.POSITIVE_INFINITY, fired: {}, sometimes: {} }
  const broken = []
  const tasks = []
  for (let first = 0; first < count; first += CHUNK) tasks.push(seeds.slice(first, first + CHUNK).map((seed) => ({ seed })))
  let told = began
  await share(file, tasks, (answers) => {
    for (const { seed, steps, violation, witness } of answers) {
      total.seeds++
      total.steps += steps
      total.least = Math.min(total.least, violation ? Number.POSITIVE_INFINITY : steps)
      total.commits += witness.commits
      total.texts += witness.texts
      add(total.fired, witness.fired)
      add(total.sometimes, witness.sometimes)
      if (!violation) continue
      broken.push({ seed, ...violation })
      if (!options.json && broken.length <= MOST_TOLD) tellBroken(broken.at(-1))
    }
    if (options.json || Date.now() - told < TELL_EVERY) return
    told = Date.now()
    const pace = total.seeds / ((told - began) / 1_000)
    const left = Math.ceil((count - total.seeds) / pace / 60)
    // Chunks end out of order: whoever goes on from here runs some of them again.
    const next = seeds[Math.max(0, total.seeds - CHUNK * Number(options.jobs))]
    console.log(
      `${total.seeds} of ${count}, ${broken.length} broken, ${pace.toFixed(1)} a second, ${left} minutes to go; to go on from here: --from ${next}`,
    )
  })
  const seconds = (Date.now() - began) / 1_000
  const never = count < ENOUGH ? [] : missing({ ...total.fired, ...total.sometimes })
  if (options.json) {
    console.log(JSON.stringify({ ...total, seconds, broken, never }))
  } else {
    table('Faults that fired while a command was in flight', total.fired)
    table('What happened sometimes, while one was', total.sometimes)
    const speed = Math.round(total.steps / seconds)
    console.log(
      `\n${total.seeds} seeds, ${total.steps} steps (${total.least} at least), ${total.texts} texts, ${total.commits} commits, ${seconds.toFixed(1)} s, ${speed} steps a second`,
    )
    broken.sort((one, other) => one.seed - other.seed)
    for (const found of broken) tellBroken(found)
    for (const name of never) console.log(`✘ never: ${name}`)
    if (broken[0]) await explain(file, broken[0].seed)
  }
  return broken.length + never.length > 0 ? 1 : 0
}

function tellBroken({ seed, invariant, how }) {
  console.log(`✘ seed ${seed} breaks ${invariant}: ${how}\n  npm run simulate -- --seed ${seed}`)
}

async function runPlanted(file) {
  const { PLANTED } = await load(file)
  const began = Date.now()
  const found = new Map()
  const tasks = PLANTED.map(({ name, seed }) => [{ seed, planted: name }, { seed }])
  await share(file, tasks, ([withBug, without]) => {
    found.set(withBug.planted, {
      by: withBug.violation?.invariant ?? null,
      how: withBug.violation?.how,
      green: !without.violation,
    })
  })
  const rows = PLANTED.map(({ name, breaks, seed }) => ({ name, breaks, seed, ...found.get(name) }))
  const alive = rows.filter(({ by, breaks, green }) => by !== breaks || !green)
  if (options.json) console.log(JSON.stringify({ rows, alive: alive.length, seconds: (Date.now() - began) / 1_000 }))
  else {
    for (const { name, breaks, seed, by, green, how } of rows) {
      const killed = by === breaks && green
      console.log(
        `${killed ? '✔' : '✘'} ${name.padEnd(58)} ${breaks.padEnd(4)} seed ${String(seed).padEnd(6)} ${killed ? how : `found by ${by}, green without: ${green}`}`,
      )
    }
    console.log(
      `${rows.length - alive.length} of ${rows.length} planted bugs killed, in ${((Date.now() - began) / 1_000).toFixed(1)} s`,
    )
  }
  return alive.length > 0 ? 1 : 0
}

async function findSeeds(file, named) {
  const { PLANTED } = await load(file)
  const bugs = PLANTED.filter(({ name }) => named === 'all' || name.includes(named))
  const best = new Map()
  for (const { name, breaks } of bugs) {
    const seeds = Array.from({ length: Number(options.seeds) }, (_, index) => Number(options.from) + index)
    const hits = {}
    await share(
      file,
      seeds.map((seed) => [{ seed, planted: name }]),
      ([{ seed, violation, steps }]) => {
        if (!violation) return true
        hits[violation.invariant] = [...(hits[violation.invariant] ?? []), `${seed}@${steps}`]
        return violation.invariant !== breaks
      },
    )
    best.set(name, hits)
    console.log(`${name} should break ${breaks}: ${JSON.stringify(hits).slice(0, 300)}`)
  }
  return 0
}

function add(sums, more) {
  for (const [name, times] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + times
}

function missing(sums) {
  return Object.keys(sums).filter((name) => sums[name] === 0)
}

function table(title, sums) {
  console.log(`\n${title}`)
  for (const [name, times] of Object.entries(sums)) console.log(`  ${name.padEnd(46)} ${String(times).padStart(8)}`)
}

if (options.worker) await work(options.worker)
else process.exitCode = await lead()
