import type { Adapter } from '../adapter.js'
import { parseHelp, parseHours } from '../boundary/parse-help.js'
import { type Environment, platform } from '../environment.js'
import { findArticles } from '../facts/find-articles.js'
import { isOpen, nextClosing, nextOpening } from '../handoff/hours.js'

/** Where the files are. One may hold both, as `faqs` and `hours`. */
export interface FilesOptions {
  /** The address of a JSON file of questions and answers. */
  readonly faqs?: string | undefined
  /** The address of a JSON file of opening hours. */
  readonly hours?: string | undefined
  /** Hears what is wrong with a file, in words for the shop's developer. */
  complain?(message: string): void
  readonly environment?: Pick<Environment, 'now'>
}

/** Bytes of a file. */
const MOST = 1_000_000
/** Milliseconds. */
const PATIENCE = 10_000

/**
 * Answers and opening hours from files, for a shop without a desk. A file is fetched once somebody asks for what is in it, and again if
 * it did not come. It takes no conversations: add a way to a person, such as `contact`.
 *
 * @example
 * const adapter = { ...filesAdapter({ faqs: '/faqs.json', hours: '/hours.json' }), contact: { mailto: 'help@shop.example' } }
 */
export function filesAdapter(options: FilesOptions): Pick<Adapter, 'faqs' | 'availability'> {
  const { faqs, hours, complain = () => {}, environment = platform } = options
  const fetched = new Map<string, Promise<unknown>>()
  const helpAt = once(faqs, 'questions and answers', parseHelp)
  const timesAt = once(hours, 'opening hours', parseHours)

  /** A file as it is read, fetched and parsed once: a search asks at every key. One that did not come is asked for again. */
  function once<Value>(address = '', what: string, parse: (value: unknown) => Value | null): () => Promise<Value> {
    let made: Promise<Value> | undefined
    const make = async () => {
      const coming = fetched.get(address) ?? read(address)
      fetched.set(address, coming)
      const value = await coming.catch((reason) => {
        fetched.delete(address)
        made = undefined
        throw reason
      })
      const parsed = parse(value)
      if (parsed !== null) return parsed
      complain(`The file "${address.slice(0, 200)}" has no ${what} that can be read.`)
      throw new Error(what)
    }
    return () => (made ??= make())
  }

  return {
    ...(faqs && {
      faqs: {
        topics: async () => (await helpAt()).topics,
        search: async (query) => findArticles((await helpAt()).articles, query),
        read: async (article) => (await helpAt()).articles.find(({ id }) => id === article) ?? null,
      },
    }),
    ...(hours && {
      availability: {
        async get() {
          const times = await timesAt()
          const now = environment.now()
          const open = isOpen(times, now)
          return {
            open,
            wait: null,
            opens: open ? null : nextOpening(times, now),
            closes: nextClosing(times, now),
            reply: null,
          }
        },
      },
    }),
  }

  async function read(address: string): Promise<unknown> {
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE), credentials: 'omit' })
      if (!response.ok) throw new Error(`The server answered with ${response.status}.`)
      const text = await response.text()
      if (text.length > MOST) throw new Error('It is larger than 1 MB.')
      return JSON.parse(text)
    } catch (reason) {
      complain(`The file "${address.slice(0, 200)}" cannot be used. ${reason instanceof Error ? reason.message : ''}`)
      throw reason
    }
  }
}
