import type { Adapter, Desk } from '@shopbell/core'
import { httpAdapter } from '@shopbell/core/adapters/http'

/** Where the shop's desk is. `url` is absolute. */
export interface Backend {
  readonly url: string
  readonly site: string
}

/**
 * The adapter of a desk that speaks Shopbell's own HTTP and socket.io. The socket is downloaded when a person is called, so a
 * shopper whom the bot can help never gets it. A download that fails counts as an answer that did not come.
 */
export function backendAdapter({ url, site }: Backend): Adapter {
  let live: Desk | undefined
  const socket = async (): Promise<Desk> => {
    const { socketIoDesk } = await import('@shopbell/core/adapters/socket-io')
    live ??= socketIoDesk({ url })
    return live
  }
  const later = () => ({ t: 'retry', code: 'unavailable' }) as const
  const refused = () => ({ t: 'refused', code: 'unavailable' }) as const

  return {
    ...httpAdapter({ url, site }),
    desk: {
      guarantee: 'exact',
      open: (...given) => socket().then((to) => to.open(...given), refused),
      submit: (...given) => socket().then((to) => to.submit(...given), later),
      page: (...given) => socket().then((to) => to.page(...given), refused),
      hint: (hint) => live?.hint?.(hint),
    },
  }
}
