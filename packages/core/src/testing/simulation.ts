import { capabilitiesOf } from '../capabilities-of.js'
import { createChat } from '../chat.js'
import type { Chat } from '../chat-contract.js'
import type { Id } from '../conversation/entry.js'
import type { Prompt } from '../conversation/prompt.js'
import { initialState } from '../conversation/start.js'
import type { State } from '../conversation/state.js'
import { toArray } from '../conversation/transcript.js'
import type { Flow, FlowInChapters } from '../flow/flow.js'
import { createMemoryStore } from '../memory-store.js'
import type { Snapshot } from '../snapshot.js'
import { createFakeEnvironment } from './fake-environment.js'
import { BROKEN, createNetwork, type Latency } from './network.js'
import { record } from './record.js'
import type { Recording } from './recording.js'
import { rememberCauses } from './remember-causes.js'
import type { Command } from './script.js'
import { hangUp, requireCall, type ShopOption, simulatedShop, speakAt } from './simulated-shop.js'
import { optionsOf, tellEntry, tellStep } from './tell-step.js'
import { watchCalls } from './watch-calls.js'
import { wholeFlow } from './whole-flow.js'

/** What a simulation is made of. The same options and the same commands give the same conversation, everywhere. */
export interface SimulationOptions {
  /** @default 1 */
  readonly seed?: number
  /** The time at which it begins, in milliseconds since 1970. @default a Monday morning in January 2026, UTC */
  readonly at?: number
  /** The shop. A function is given the simulation's clock. @default the demo's: orders 1001 to 1009 of sam@example.com, and a desk */
  readonly adapter?: ShopOption
  /** How long the shop takes to answer. @default 50 to 250 milliseconds */
  readonly latency?: Latency
}

/** What became of a simulation. */
export interface Simulated {
  /** The conversation to read: `who: words`, and, set in, what waits for the shopper. */
  readonly lines: readonly string[]
  /** The same as one text. */
  readonly text: string
  readonly recording: Recording
  readonly state: State
  /** The machine's lines. What people said at the desk is in `lines` only. */
  readonly entries: readonly { readonly id: Id }[]
}

/** A conversation under way in a world of its own. */
export interface Simulation {
  /** Does one thing. Throws where it cannot be done now, saying what can. */
  perform(command: Command): Promise<void>
  /** Lets time pass until nobody but the shopper is waited for. */
  rest(): Promise<void>
  snapshot(): Snapshot
  /** What was said since the last time this was asked. */
  news(): readonly string[]
  result(): Simulated
  destroy(): void
}

const MONDAY = Date.UTC(2026, 0, 5, 10)
/** Milliseconds of the simulation's time that it waits for the shop, and for the desk. */
const LONGEST_CALL = 120_000
const LONGEST_DELIVERY = 10_000
/** Milliseconds of real time that a shop of somebody's own may take. */
const LONGEST_REAL = 5_000

/**
 * A flow in a world of its own: the whole chat, with a clock, names, chance and a network that come from a seed.
 *
 * @example
 * const simulation = await createSimulation(storefrontFlow, { seed: 7 })
 * await simulation.perform({ do: 'answer', text: 'Order Status' })
 * simulation.news() // ['shopper: Order Status', …]
 */
export async function createSimulation(flow: Flow | FlowInChapters, options: SimulationOptions = {}): Promise<Simulation> {
  const { seed = 1, at = MONDAY, latency = [50, 250] } = options
  const environment = createFakeEnvironment(seed, at)
  // Chance of its own, so that a question more or less changes no names.
  const network = createNetwork(environment, createFakeEnvironment(seed + 1).random, latency)
  const whole = await wholeFlow(flow)
  const shop = simulatedShop(options.adapter, whole, environment)
  // Why each call has failed, as far as the shop has said; the shopper never reads it.
  const causes = rememberCauses()
  const adapter = watchCalls(network.through(shop), (call, cause) => {
    if (cause !== BROKEN) causes.heard(call, cause)
  })
  const recorder = record({ flow: whole, has: capabilitiesOf(adapter), seed })
  const store = createMemoryStore()
  const lines: string[] = []
  const heard = new Set<Id>()
  let told = 0
  // Later parts of the chat are fetched beforehand: here the order in which things happen must not depend on a disk.
  const asked = [import('../ask-orders.js'), import('../ask-faqs.js'), import('../ask-action.js')]
  // All parts of the machine come with `transition`.
  const parts = import('../conversation/transition.js')
  await Promise.all([...asked, parts, import('../free-text.js'), import('../live.js')])
  let chat = begin()
  await send({ type: 'start' })
  await rest()

  function begin(): Chat {
    const begun = createChat({
      site: 'simulation',
      adapter,
      opening: whole,
      flow: whole,
      store,
      environment,
      trace(step) {
        recorder.trace(step)
        lines.push(...tellStep(step, causes.of(step)))
      },
    })
    begun.subscribe(() => {
      for (const entry of toArray(begun.getSnapshot().transcript)) {
        if (entry.by !== 'agent' || heard.has(entry.id)) continue
        heard.add(entry.id)
        lines.push(tellEntry(entry))
      }
    })
    return begun
  }

  async function send(intent: Parameters<Chat['send']>[0]): Promise<void> {
    let under = true
    const done = chat.send(intent).finally(() => {
      under = false
    })
    const began = environment.now()
    await turn()
    // A classifier may take its time before the text becomes an event, and so may the part that asks it.
    while (under && environment.now() - began < LONGEST_CALL) {
      const next = environment.untilNext()
      if (next !== null) await environment.advance(next)
      await turn()
    }
    await done
    await turn()
  }

  /** Lets everything happen that needs no time; a shop of somebody's own may take real time. */
  async function turn(): Promise<void> {
    const began = Date.now()
    for (let quiet = 0; quiet < 3; quiet++) {
      await new Promise((resolve) => setTimeout(resolve, 0))
      if (network.asked() > 0 && Date.now() - began < LONGEST_REAL) quiet = 0
    }
  }

  async function pass(ms: number): Promise<void> {
    const until = environment.now() + ms
    await turn()
    for (let next = environment.untilNext(); next !== null && environment.now() + next <= until; next = environment.untilNext()) {
      await environment.advance(next)
      await turn()
    }
    await environment.advance(until - environment.now())
  }

  async function rest(): Promise<void> {
    const began = environment.now()
    await turn()
    while (isWaiting(environment.now() - began)) {
      const next = environment.untilNext()
      if (next === null) return
      await environment.advance(next)
      await turn()
    }
  }

  function isWaiting(since: number): boolean {
    const { status, delivery } = chat.getSnapshot()
    if (status === 'calling' || network.waiting() > 0) return since < LONGEST_CALL
    return (status === 'sending' || delivery.waiting > 0) && !network.isDown() && since < LONGEST_DELIVERY
  }

  function waiting(): Prompt {
    const { prompt, status } = chat.getSnapshot()
    if (!prompt) throw new Error(`nothing waits for the shopper now (the conversation is ${status})`)
    return prompt
  }

  function optionOf(words: string): Id | undefined {
    const options = optionsOf(chat.getSnapshot().prompt)
    const plain = words.toLowerCase()
    return (options.find(({ id }) => id === words) ?? options.find(({ label }) => label.toLowerCase() === plain))?.id
  }

  async function tap(words: string): Promise<void> {
    const prompt = waiting()
    const option = optionOf(words)
    if (option === undefined) {
      const labels = optionsOf(prompt).map(({ label }) => `"${label}"`)
      throw new Error(
        `there is no option "${words}" now. ${labels.length > 0 ? `There is ${labels.join(', ')}.` : 'There is none.'}`,
      )
    }
    await send({ type: 'choose', prompt: prompt.id, option })
  }

  async function fill(given: Readonly<Record<string, string>>, without: readonly string[] = []): Promise<void> {
    const prompt = waiting()
    if (prompt.kind === 'articles') return send({ type: 'submit', prompt: prompt.id, values: given })
    if (!('fields' in prompt)) throw new Error('there is no form now; tap an option instead')
    const values: Record<string, string> = Object.fromEntries(prompt.fields.map(({ name, value }) => [name, value]))
    for (const [key, value] of Object.entries(given)) {
      const field = prompt.fields.find(({ name, label }) => name === key || label.toLowerCase() === key.toLowerCase())
      if (!field && !(prompt.kind === 'review' && key === 'summary')) {
        const names = [...prompt.fields.map(({ name }) => name), ...(prompt.kind === 'review' ? ['summary'] : [])]
        throw new Error(`the form has no field "${key}". It has ${names.join(', ')}.`)
      }
      const plain = value.toLowerCase()
      const option = field?.options?.find(({ id, label }) => id !== value && label.toLowerCase() === plain)
      values[field?.name ?? key] = option?.id ?? value
    }
    await send({ type: 'submit', prompt: prompt.id, values, ...(without.length > 0 ? { without } : {}) })
  }

  async function perform(command: Command): Promise<void> {
    switch (command.do) {
      case 'answer':
        return optionOf(command.text) === undefined ? send({ type: 'say', text: command.text }) : tap(command.text)
      case 'say':
        return send({ type: 'say', text: command.text })
      case 'tap':
        return tap(command.option)
      case 'fill':
        return fill(command.values)
      case 'send':
        return fill({}, command.without)
      case 'person':
        return send({ type: 'talk-to-agent' })
      case 'back':
      case 'restart':
      case 'defer':
      case 'close':
        return send({ type: command.do })
      case 'rate':
        return send({ type: 'rate', score: command.score })
      case 'page':
        return send({ type: 'page.changed', facts: command.facts })
      case 'wait':
        return pass(command.ms)
      case 'call':
        network.answer(command.name, command.answer)
        return requireCall(whole, command.name)
      case 'desk':
        network.desk(command.is)
        if (command.is === 'down') hangUp(shop)
        // The page looks again, as it does when the shopper comes back to it.
        chat.wake()
        return turn()
      case 'agent':
        speakAt(shop, command.text)
        return turn()
      case 'agent-closes':
        speakAt(shop, null)
        return turn()
      case 'reload':
        chat.destroy()
        chat = begin()
        return turn()
      case 'expect': {
        const plain = command.text.toLowerCase()
        if (!lines.some((line) => line.toLowerCase().includes(plain))) throw new Error(`nobody has said "${command.text}"`)
      }
    }
  }

  return {
    perform,
    rest,
    snapshot: () => chat.getSnapshot(),
    news() {
      const fresh = lines.slice(told)
      told = lines.length
      return fresh
    },
    result: () => ({
      lines: [...lines],
      text: lines.join('\n'),
      recording: recorder.recording(),
      state: recorder.steps.at(-1)?.after ?? initialState(whole),
      entries: recorder.steps.flatMap(({ entries }) => entries),
    }),
    destroy: () => chat.destroy(),
  }
}
