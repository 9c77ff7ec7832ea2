import type { DeskParts } from '../desk-parts.js'
import { forceHours, readSettings } from '../hours/settings.js'
import type { Mail } from '../mail/mail.js'
import { asBoolean, asInteger, asOneOf, fieldsOf, ifThere } from '../parse.js'
import { demoOrders } from '../seed/orders.js'
import type { Route } from './route.js'

/** The demo's weather: how slow the desk answers shoppers (milliseconds), and whether it is down for them. */
export interface Weather {
  slow: number
  down: boolean
}

/** Lets a player close the desk at noon, slow it down or take it away. Only there in a demo, and only on this machine. */
export function demoRoutes(
  parts: DeskParts,
  site: string,
  weather: Weather,
  changed: () => void,
  readMails: (() => Promise<readonly Mail[]>) | null,
): readonly Route[] {
  const read = async () => {
    const { forced } = await readSettings(parts.database, site)
    return {
      body: {
        hours: forced === null ? 'clock' : forced ? 'open' : 'closed',
        slow: weather.slow,
        down: weather.down,
        opening: parts.hours,
      },
    }
  }
  return [
    { method: 'GET', path: '/demo', who: 'demo', handle: read },
    {
      method: 'GET',
      path: '/demo/orders',
      who: 'demo',
      handle: async () => ({
        body: { orders: demoOrders(parts.now()).map(({ number, email, situation }) => ({ number, email, situation })) },
      }),
    },
    ...(readMails
      ? ([
          {
            method: 'GET',
            path: '/mail',
            who: 'demo',
            handle: async () => ({ status: 308, headers: { Location: '/mail.html' } }),
          },
          { method: 'GET', path: '/demo/mails', who: 'demo', handle: async () => ({ body: { mails: await readMails() } }) },
        ] satisfies Route[])
      : []),
    {
      method: 'POST',
      path: '/demo',
      who: 'demo',
      async handle(call) {
        const field = fieldsOf(await call.json())
        const hours = ifThere(field('hours'), (value) => asOneOf(value, ['open', 'closed', 'clock']))
        const slow = ifThere(field('slow'), (value) => asInteger(value, 0, 10_000))
        const down = ifThere(field('down'), asBoolean)
        if (hours) await forceHours(parts.database, site, hours === 'clock' ? null : hours === 'open')
        if (slow !== undefined) weather.slow = slow
        if (down !== undefined) weather.down = down
        changed()
        return read()
      },
    },
  ]
}
