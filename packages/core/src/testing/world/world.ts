import { createFakeDevice } from '../fake-tabs.js'
import { type Chance, createChance } from './chance.js'
import { createClock, createLife } from './clock.js'
import { createDatabase } from './database.js'
import { createDeskProcess, type DeskProcess } from './desk-process.js'
import { createDevice, type Device } from './device.js'
import { createExcuses } from './excuses.js'
import { createWeather, LASTING } from './faults.js'
import { goodHabits, goodRules, type Rules } from './habits.js'
import { INVARIANTS } from './invariants/index.js'
import { createLookout } from './lookout.js'
import { createNetwork } from './network.js'
import { type Item, type Plan, TROUBLED, tellItem } from './plan.js'
import type { Plant } from './planted/plant.js'
import { seams } from './planted/seams.js'
import { createTab, type Tab } from './tab.js'
import { tellTables } from './tell.js'
import { createTrace } from './trace.js'
import { watchedRules } from './watched-rules.js'
import { createWitness, type Witness } from './witness.js'

/** How a plan is run. */
export interface RunOptions {
  readonly plant?: Plant
  /** Keeps the whole trace, not only its end. */
  readonly keepsTrace?: boolean
  /** Resolves once nothing is left that can happen without time passing. */
  readonly quiet: () => Promise<void>
  /** Errors that nobody caught since the last time this was asked. */
  readonly uncaught?: () => string | null
}

/** A promise that was broken. */
export interface Violation {
  readonly invariant: string
  readonly says: string
  readonly how: string
  readonly step: number
}

/** What became of a world. */
export interface Outcome {
  readonly plan: Plan
  readonly steps: number
  readonly violation: Violation | null
  readonly hash: string
  readonly trace: readonly string[]
  readonly witness: Pick<Witness, 'fired' | 'sometimes' | 'commits' | 'handoffs' | 'restores'> & { readonly texts: number }
}

/** How long a healed world has: a minute, once what was on its way has come and every wait that was asked for is over, in milliseconds. */
const HEALTHY = 80_000
/** So many steps of trouble are enough for one world; another seed finds more than a longer one. */
const TROUBLED_STEPS = 520
/** A plan that was cut short to show a violation is not drawn out again. */
const SHORT_PLAN = 60
const MOST_STEPS = 5_000
const LEAST_COMMITS = 3
/** Where nothing has changed, only timers and connections may have. */
const LOOK_ALWAYS = INVARIANTS.filter(({ looksAlways }) => looksAlways)
const YEAR = 365 * 86_400_000

/** Runs a plan to its end, or to the first promise that is broken. The same plan gives the same outcome, everywhere. */
export async function runPlan(plan: Plan, { plant = {}, keepsTrace = false, quiet, uncaught }: RunOptions): Promise<Outcome> {
  const chance = (name: string): Chance => createChance(plan.seed, name)
  const clock = createClock()
  const witness = createWitness()
  const trace = createTrace(keepsTrace)
  const weather = createWeather(clock, chance('weather'), witness.fire)
  const world = createLife('world')
  const database = createDatabase({
    clock,
    chance: chance('database'),
    weather,
    committed(before, after) {
      witness.follow(before, after)
      trace.note(() => tellTables(before, after))
    },
  })
  const rules: Rules = watchedRules(plant.rules?.(goodRules) ?? goodRules, trace, witness)
  const processes: DeskProcess[] = []
  for (let index = 0; index < plan.processes; index++) {
    const name = `process ${index}`
    const process: DeskProcess = createDeskProcess(name, {
      clock,
      database,
      weather,
      chance: chance(name),
      rules,
      habits: { ...goodHabits, ...plant.habits },
      now: () => Date.UTC(2026, 0, 5, 10) + clock.elapsed(),
      others: () => processes.filter((other) => other !== process && !other.life().gone),
      text: witness.text,
      putOff(ms) {
        putOff = Math.max(putOff, clock.elapsed() + ms)
      },
      ended(owing) {
        if (owing) witness.see('a process ends between commit and answer')
        clock.at(chance(`${name} ${clock.elapsed()}`).between(200, 15_000), `starts ${name}`, world, process.start)
      },
    })
    processes.push(process)
  }
  const network = createNetwork({ clock, chance: chance('network'), weather, processes: () => processes })
  const remaining = new Set<string>()
  const devices = [0, 1].map((index) =>
    createDevice(`device ${index}`, {
      clock,
      chance: chance(`device ${index}`),
      weather,
      remains(owner) {
        witness.doubt(owner)
        remaining.add(owner)
      },
      see: witness.see,
    }),
  )
  const hubs = devices.map(({ name }) => {
    const browser = createLife(name)
    const ms = chance(`${name}'s tabs`)
    return plan.tabsHear ? createFakeDevice((work) => clock.at(ms.between(0.1, 4), 'lets tabs hear', browser, work)) : null
  })
  const tabs: (Tab | null)[] = Array.from({ length: plan.tabs }, () => null)
  let destroyed: readonly Tab[] = []
  const emptied = new Map<Device, number>(devices.map((device) => [device, 0]))
  const empty = (device: Device) => emptied.set(device, (emptied.get(device) ?? 0) + 1)
  const excuses = createExcuses({ devices, tabs, remaining, emptied }, witness)
  const lookout = createLookout({
    ...{ devices, tabs, remaining, emptied },
    ...{ clock, database, excuses, witness, trace },
    destroyed: () => destroyed,
  })
  let isHealed = false
  // Until when the desk has asked shoppers to wait.
  let putOff = 0
  let people = 0
  let opened = 0
  let steps = 0
  let violation: Violation | null = null
  for (const device of devices) device.person = ++people

  seams.now = plant.seams ?? {}
  for (const item of plan.items) {
    clock.at(item.at, tellItem(item), world, () => perform(item))
  }
  await run(TROUBLED, TROUBLED_STEPS)
  // A quiet plan goes on for a while, so that every world is of some length.
  for (let more = 0; more < 60 && steps < TROUBLED_STEPS && !violation && plan.items.length > SHORT_PLAN; more++) {
    visit(more % plan.tabs)
    tabs[more % plan.tabs]?.do('go-on')
    await run(clock.elapsed() + 3_000, TROUBLED_STEPS)
  }
  if (!violation) {
    const began = clock.elapsed()
    heal()
    await run(Math.max(began, putOff) + HEALTHY, MOST_STEPS)
  }
  if (!violation) check(true)
  if (!violation && plan.items.length > 0 && !isEnough()) {
    broken('floor', 'Every world hands over and commits something.', `${witness.commits} commits, ${witness.handoffs} handoffs`)
  }
  const { fired, sometimes, commits, handoffs, restores, typed } = witness
  for (const tab of tabs) tab?.destroy()
  await quiet()
  seams.now = {}
  return {
    plan,
    steps,
    violation,
    hash: trace.hash(),
    trace: trace.lines(),
    witness: { fired, sometimes, commits, handoffs, restores, texts: typed.length },
  }

  async function run(until: number, most: number): Promise<void> {
    while (!violation && steps < most) {
      const what = clock.next(until)
      if (what === null) break
      await quiet()
      steps++
      trace.add(`${clock.elapsed().toFixed(1)} ${what}`)
      check(false)
      if (steps >= MOST_STEPS) broken('runaway', 'A world comes to rest.', `${MOST_STEPS} steps`)
    }
    if (steps < most) clock.pass(until)
  }

  function broken(invariant: string, says: string, how: string): void {
    violation ??= { invariant, says, how, step: steps }
    trace.add(`broken: ${invariant}: ${how}`)
  }

  function check(healed: boolean): void {
    const error = uncaught?.() ?? null
    if (error !== null) broken('error', 'Nothing throws that nobody catches.', error)
    const sight = lookout.look(healed)
    for (const { id, says, broken: howBroken } of sight.changed ? INVARIANTS : LOOK_ALWAYS) {
      if (violation) return
      const how = howBroken(sight)
      if (how !== null) broken(id, says, how)
    }
  }

  function perform(item: Item): void {
    if (isHealed) return
    switch (item.do) {
      case 'deed':
        return tabs[item.tab]?.do(item.deed)
      case 'visit':
        return visit(item.tab)
      case 'leave-page':
        return leavePage(item.tab)
      case 'agent': {
        const up = processes.filter((process) => !process.life().gone)
        return up[item.agent % Math.max(1, up.length)]?.agent(`Agent ${item.agent}`, item.deed)
      }
      case 'backup':
        return database.backup()
      case 'fault':
        return fault(item)
    }
  }

  function visit(slot: number): void {
    const now = tabs[slot]
    if (now && !now.life.gone && !now.isDestroyed()) return
    const device = devices[plan.devices[slot] ?? 0]
    if (!device) return
    const name = `tab ${slot}.${++opened}`
    tabs[slot] = createTab(name, {
      clock,
      chance: chance(name),
      network,
      witness,
      device,
      hasTickets: plan.hasTickets,
      tabs: hubs[plan.devices[slot] ?? 0]?.open(),
      plant: plant.tab ?? {},
    })
  }

  /** Ends a chat as a page does. It is looked at for a while: nothing of it may still happen. */
  function leavePage(slot: number): void {
    const tab = tabs[slot]
    if (!tab || tab.life.gone || tab.life.held) return
    tab.destroy()
    destroyed = [...destroyed, tab]
    tabs[slot] = null
    clock.at(90_000, `${tab.name} is forgotten`, world, () => {
      destroyed = destroyed.filter((other) => other !== tab)
      tab.life.gone = true
    })
    excuses.tabGone(tab)
  }

  function crash(slot: number): void {
    const tab = tabs[slot]
    if (!tab || tab.life.gone) return
    tab.crash()
    tabs[slot] = null
    excuses.tabGone(tab)
  }

  function fault({ fault: kind, tab: slot, process: number, ms, much }: Extract<Item, { do: 'fault' }>): void {
    if (LASTING.has(kind)) return weather.begin(kind, ms, much, ms % 2 < 1 ? 'up' : 'down')
    const tab = tabs[slot]
    const alive = tab && !tab.life.gone ? tab : null
    const later = (what: string, work: () => void) => void clock.at(ms, what, world, work)
    switch (kind) {
      case 'process-crash': {
        const process = processes[number]
        if (!process || process.life().gone) return
        witness.fire(kind)
        if (ms % 10 < 2) return process.leave()
        return process.crash(Math.floor(ms) % 12)
      }
      case 'restore': {
        witness.fire(kind)
        for (const process of processes) process.leave()
        const before = database.tables()
        database.restore(plant.habits?.restores === 'same-epoch' ? before.epoch : chance(`epoch ${witness.restores}`).id())
        return excuses.restored(before)
      }
      case 'wipe':
      case 'corrupt': {
        const device = devices[plan.devices[slot] ?? 0]
        witness.fire(kind)
        if (!device) return
        device.wipe()
        empty(device)
        return witness.excuse((typed) => typed.device === device.name, 'storage')
      }
      case 'clock-jump': {
        const device = devices[plan.devices[slot] ?? 0]
        if (!device) return
        witness.fire(kind)
        device.skew = [YEAR, -YEAR, 3_600_000, -3_600_000, 0][Math.floor(ms) % 5] ?? 0
        return
      }
      default:
        break
    }
    if (!alive) return
    witness.fire(kind)
    switch (kind) {
      case 'tab-crash':
        return crash(slot)
      case 'discard':
        crash(slot)
        return later(`tab ${slot} is opened again`, () => visit(slot))
      case 'bfcache':
      case 'freeze':
        if (kind === 'bfcache') network.cut(alive)
        alive.freeze()
        return later(`tab ${slot} runs again`, alive.thaw)
      case 'login':
        // The page is loaded anew; the owner stays.
        leavePage(slot)
        return visit(slot)
      case 'logout':
      case 'switch':
        return logOut(alive, kind === 'switch')
      default:
        return
    }
  }

  function logOut(tab: Tab, comesAnother: boolean): void {
    const { device } = tab
    if (tab.life.held) return
    const left = device.person
    const owner = tab.store.held()?.owner
    if (owner !== undefined) witness.leave(tab.name, owner)
    witness.leaveBehind(device.name, tab.name)
    device.person = ++people
    tab.shutdown()
    empty(device)
    // A tab that keeps in its memory only cannot see that somebody has left elsewhere, and whoever is next may find its shopper there.
    for (const other of tabs) {
      const owner = other && other !== tab && other.device === device ? other.store.held()?.owner : undefined
      if (owner !== undefined && other?.store.level === 'memory') witness.doubt(owner)
    }
    witness.excuse((typed) => typed.device === device.name && (typed.person === left || typed.person === null), 'left')
    if (comesAnother) tab.do('go-on')
  }

  function heal(): void {
    isHealed = true
    weather.clear()
    for (const process of processes) process.start()
    for (const tab of tabs) tab?.thaw()
    for (const [index, device] of devices.entries()) {
      const hasTab = tabs.some((tab) => tab && tab.device === device && !tab.life.gone)
      const slot = plan.devices.indexOf(index)
      if (!hasTab && slot >= 0 && device.disk()) visit(slot)
    }
    if (!tabs.some((tab) => tab && !tab.life.gone)) visit(0)
    for (const tab of tabs) tab?.do('wake')
    // A store that has failed is left alone for a while, and asked again when the shopper is back.
    clock.at(32_000, 'shoppers are back', world, () => {
      for (const tab of tabs) tab?.do('wake')
    })
    // From then on one tab sees nothing of what the others write; nobody is there who would wake it.
    clock.at(34_000, 'a store is slow once', world, () => {
      const alive = tabs.filter((tab) => tab !== null && !tab.life.gone)
      const slow = chance('a slow store').pick(alive)
      slow?.store.slowOnce()
      alive.find((tab) => tab !== slow && tab?.device === slow?.device)?.do('say')
    })
    // A healthy world gets something done, whatever it has been through.
    for (const after of [1_000, 3_000, 5_000, 7_000, 9_000, 12_000, 20_000, 24_000, 28_000, 36_000, 40_000, 44_000, 48_000]) {
      clock.at(after, 'a shopper goes on', world, () => {
        if (after <= 12_000 || !isEnough()) tabs.find((tab) => tab && !tab.life.gone)?.do('go-on')
      })
    }
  }

  function isEnough(): boolean {
    return witness.commits >= LEAST_COMMITS && witness.handoffs >= 1
  }
}
