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
  const socket = once(async () => {
    live = (await import('@shopbell/core/adapters/socket-io')).socketIoDesk({ url })
    return live
  })
  let live: Desk | undefined
  const later = () => ({ t: 'retry', code: 'unavailable' }) as const
  const refused = () => ({ t: 'refused', code: 'unavailable' }) as const

  return {
    desk: {
      guarantee: 'exact',
      open: (...given) => socket().then((to) => to.open(...given), refused),
      submit: (...given) => socket().then((to) => to.submit(...given), later),
      page: (...given) => socket().then((to) => to.page(...given), refused),
      hint: (hint) => live?.hint?.(hint),
    },
    tickets: { submit: (...given) => http().then(({ tickets }) => tickets.submit(...given), later) },
    orders: { find: async (...given) => (await http()).orders.find(...given) },
    faqs: {
      topics: async (...given) => (await http()).faqs.topics(...given),
      search: async (...given) => (await http()).faqs.search(...given),
      read: async (...given) => (await http()).faqs.read(...given),
      rate: async (...given) => (await http()).faqs.rate?.(...given),
    },
    availability: { get: async (...given) => (await http()).availability.get(...given) },
    uploads: {
      put: async (...given) => (await http()).uploads.put(...given),
      url: async (...given) => (await http()).uploads.url(...given),
    },
  }
}
