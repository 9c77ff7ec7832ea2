import type { Cast } from './scene.js'

const SAM = 'sam@example.com'

/** What opens the order form, and what sends a form. */
export const PARCEL = '[data-icon="parcel"]'
export const SEND = '[part~="form"] [type="submit"]'

/** Asks the bot for one of Sam's orders, until it is there. */
export async function askForOrder({ chat, actor }: Cast, number: string): Promise<void> {
  await chat.open()
  await actor.tap(PARCEL)
  await actor.fill({ orderNumber: number, email: SAM })
  await actor.tap(SEND)
  await actor.sees('[part~="order-card"]')
}
