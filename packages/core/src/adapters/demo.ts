import type { Adapter, Faqs } from '../adapter.js'
import type { Id } from '../conversation/entry.js'
import { demoArticles, demoTopics } from '../demo/demo-articles.js'
import { type DemoOrder, demoOrders } from '../demo/demo-orders.js'
import { type DemoScript, demoScript, playPerson } from '../demo/demo-person.js'
import { createMemoryDesk, type MemoryDesk } from '../desk/memory-desk.js'
import { type Environment, platform } from '../environment.js'
import { findArticles } from '../facts/find-articles.js'
import type { Availability } from '../handoff/availability.js'
import { LIMITS } from '../limits.js'

export { DEMO_EMAIL, type DemoOrder, demoOrders } from '../demo/demo-orders.js'
export type { DemoScript } from '../demo/demo-person.js'
export type { DeskConversation, DeskNews, MemoryDesk } from '../desk/memory-desk.js'

/** How the demo plays. */
export interface DemoOptions {
  /** What the person does; what is left out stays as it is. `null`: nobody is there, play the person yourself through `desk`. */
  readonly script?: Partial<DemoScript> | null
  /** Who is there. A function is asked each time. @default open, with a wait of a minute */
  readonly availability?: Availability | (() => Availability)
  /** @default one order in every situation, of sam@example.com */
  readonly orders?: readonly DemoOrder[]
  /** @default the platform's own */
  readonly environment?: Environment
}

/** The demo's backend, with its desk in your hands. */
export interface DemoAdapter extends Required<Pick<Adapter, 'orders' | 'availability' | 'uploads' | 'tickets'>> {
  readonly faqs: Required<Faqs>
  readonly desk: MemoryDesk
  /** What shoppers said about articles. */
  readonly ratings: readonly DemoRating[]
  /** Sends the person home: stops its timers. */
  stop(): void
}

/** Whether an article helped, and what was missing if not. */
export interface DemoRating {
  readonly article: Id
  readonly helped: boolean
  readonly missing: string | undefined
}

/**
 * A whole backend in memory: orders in every situation, a dozen articles, an exact desk and a person who answers. For demos, tests
 * and first steps; everything is gone with the page.
 *
 * @example
 * const adapter = demoAdapter({ script: { agent: 'Noor', arrives: 500 } })
 * @example
 * const adapter = demoAdapter({ script: null })
 * adapter.desk.watch((news) => console.log(news))
 */
export function demoAdapter(options: DemoOptions = {}): DemoAdapter {
  const environment = options.environment ?? platform
  const desk = createMemoryDesk(environment)
  const { script = {}, availability } = options
  const stop = script === null ? () => {} : playPerson(desk, { ...demoScript, ...script }, environment)
  const ratings: DemoRating[] = []
  const pictures = new Map<Id, { readonly owner: Id; readonly address: string }>()

  return {
    desk,
    tickets: { submit: desk.submit },
    ratings,
    stop,
    orders: {
      async find({ number, email }, signal) {
        signal.throwIfAborted()
        const orders = options.orders ?? demoOrders(environment.now())
        const found = orders.find(({ order }) => order.number === plain(number))
        return found && found.email === email.trim().toLowerCase() ? found.order : null
      },
    },
    faqs: {
      async topics(signal) {
        signal.throwIfAborted()
        return demoTopics
      },
      async search(query, signal) {
        signal.throwIfAborted()
        return findArticles(demoArticles, query)
      },
      async read(article, signal) {
        signal.throwIfAborted()
        return demoArticles.find(({ id }) => id === article) ?? null
      },
      async rate(article, helped, missing, signal) {
        signal.throwIfAborted()
        ratings.push({ article, helped, missing })
      },
    },
    availability: {
      async get(signal) {
        signal.throwIfAborted()
        if (typeof availability === 'function') return availability()
        return availability ?? { open: true, wait: { seconds: 60, basis: 'shop' }, opens: null, closes: null, reply: null }
      },
    },
    uploads: {
      async put({ bytes }, sender, signal) {
        if (signal.aborted) return { refused: 'unavailable' }
        if (bytes.length > LIMITS.upload) return { refused: 'too_big' }
        const type = pictureType(bytes)
        if (type === null) return { refused: 'not_an_image' }
        const upload = environment.id()
        const address = `data:${type};base64,${base64(bytes)}`
        pictures.set(upload, { owner: sender.owner, address })
        return { upload }
      },
      async url(upload, sender) {
        const picture = pictures.get(upload)
        return picture?.owner === sender.owner ? picture.address : null
      },
    },
  }
}

function plain(number: string): string {
  return number.replace(/^\s*#?\s*/, '').trim()
}

/** By the first bytes, not by what the file calls itself. */
function pictureType(bytes: Uint8Array): string | null {
  const starts = (...expected: readonly number[]) => expected.every((byte, index) => bytes[index] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'image/gif'
  const isWebp = starts(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45
  return isWebp ? 'image/webp' : null
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}
