import { type Chat, LIMITS } from '@shopbell/core'

/**
 * The order that the address of the page names, as a link in an e-mail can: `https://shop.example/help?shopbell-order=FK-10428`.
 * The shopper finds it in the form already; whether it is theirs is not decided here.
 */
export function linkedOrder(search: string): string | undefined {
  const order = new URLSearchParams(search).get('shopbell-order')?.trim()
  return order && order.length <= LIMITS.name ? order : undefined
}

/** Tells the conversation which order the page's address names. */
export function learnLinkedOrder(chat: Pick<Chat, 'send'>): void {
  const orderNumber = linkedOrder(location.search)
  if (orderNumber) void chat.send({ type: 'page.changed', facts: { orderNumber } })
}
