import type { Adapter, Desk } from '@shopbell/core'

/** Where the shop's desk is. `url` is absolute. */
export interface Backend {
  readonly url: string
  readonly site: string
}

/** Imports once, and again only after a failure. */
function once<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | undefined
  return () => {
    loading ??= load().catch((reason: unknown) => {
      loading = undefined
      throw reason
    })
    return loading
  }
}

/**
 * The adapter of a desk that speaks Shopbell's own HTTP and socket.io, without their code: each half is downloaded when it is
 * first asked, so a greeting carries neither, and a shopper whom the bot can help never gets the socket. A download that fails
 * counts as an answer that did not come.
 */
export function backendAdapter({ url, site }: Backend): Adapter {
  const http = once(async () => (await import('@shopbell/core/adapters/http')).httpAdapter({ url, site }))
  const socket = once(async () =>
    (await import('@shopbell/core/adapters/socket-io')).socketIoDesk({
      url,
      site,
    }),
  )
  let live: Desk | undefined

  const need = async <Name extends keyof Adapter>(name: Name): Promise<NonNullable<Adapter[Name]>> => {
    const capability = (await http())[name]
    if (!capability) throw new Error(`The desk has no ${name}.`)
    return capability
  }
  const desk = async (): Promise<Desk> => {
    const loaded = await socket()
    live = loaded
    return loaded
  }
  const later = { t: 'retry', code: 'unavailable' } as const
  const refused = { t: 'refused', code: 'unavailable' } as const

  return {
    desk: {
      guarantee: 'exact',
      open: (hello, sink, signal) =>
        desk().then(
          (to) => to.open(hello, sink, signal),
          () => refused,
        ),
      submit: (command, sender, signal) =>
        desk().then(
          (to) => to.submit(command, sender, signal),
          () => later,
        ),
      page: (from, sender, signal) =>
        desk().then(
          (to) => to.page(from, sender, signal),
          () => refused,
        ),
      hint: (hint) => live?.hint?.(hint),
    },
    tickets: {
      submit: (command, sender, signal) =>
        need('tickets').then(
          (to) => to.submit(command, sender, signal),
          () => later,
        ),
    },
    orders: {
      find: async (query, signal, sender) => (await need('orders')).find(query, signal, sender),
    },
    faqs: {
      topics: async (signal) => (await need('faqs')).topics(signal),
      search: async (query, signal) => (await need('faqs')).search(query, signal),
      read: async (article, signal) => (await need('faqs')).read(article, signal),
      rate: async (article, helped, missing, signal, sender) =>
        (await need('faqs')).rate?.(article, helped, missing, signal, sender),
    },
    availability: {
      get: async (signal) => (await need('availability')).get(signal),
    },
    uploads: {
      put: async (file, sender, signal) => (await need('uploads')).put(file, sender, signal),
      url: async (upload, sender) => (await need('uploads')).url(upload, sender),
    },
  }
}
