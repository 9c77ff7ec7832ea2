import type { Adapter, OrderQuery } from '../adapter.js'
import type { Sender } from '../delivery/protocol.js'
import { answer, demand } from './demand.js'
import { deskContract } from './desk-contract.js'
import { readsContract } from './reads-contract.js'

/** One promise of the contract, to be run by any test runner. */
export interface Check {
  readonly name: string
  /** Rejects where the promise is broken, with a sentence that says how. */
  run(): Promise<void>
}

/** An adapter to be judged, with a backend of its own behind it that nobody else uses. */
export interface Subject {
  readonly adapter: Adapter
  /** The shop's name at that backend. @default 'shop' */
  readonly site?: string
  /** An order that is there, for an adapter with `orders`. */
  readonly order?: OrderQuery
  /** Words that find an article, for an adapter with `faqs`. */
  readonly query?: string
  /** Waits until what happened at the backend has reached the shopper. @default a turn of the event loop */
  arrives?(): Promise<void>
  /** Takes the backend away. */
  close?(): Promise<void> | void
}

/** What a check has to work with: a fresh subject, and shoppers as it needs them. */
export interface Given extends Subject {
  /** A new shopper on a new device. */
  sender(): Sender
}

// A desk that limits how fast a shopper writes makes the long ones long.
const LONGEST_CHECK = 60_000

/** A check before it knows its subject. */
export interface Promised {
  readonly name: string
  run(given: Given): Promise<void>
}

/**
 * The contract of adapters as a list of checks, one for each promise of each capability that the adapter has. `create` is called
 * for each check, so that none sees what another did.
 *
 * @example
 * for (const check of await adapterContract(() => ({ adapter: myAdapter() }))) test(check.name, check.run)
 */
export async function adapterContract(create: () => Subject | Promise<Subject>): Promise<readonly Check[]> {
  const first = await create()
  const promises = [...readsContract(first.adapter), ...deskContract(first.adapter)]
  await first.close?.()
  demand(promises.length > 0, 'an adapter without any capability')
  return promises.map(({ name, run }) => ({
    name,
    async run() {
      const subject = await create()
      try {
        await answer(name, run({ ...subject, sender: () => newSender(subject.site ?? 'shop') }), LONGEST_CHECK)
      } finally {
        await subject.close?.()
      }
    },
  }))
}

function newSender(site: string): Sender {
  return { site, owner: randomName(), secret: `${randomName()}${randomName()}`, outbox: randomName() }
}

function randomName(): string {
  return crypto.randomUUID().replaceAll('-', '')
}
