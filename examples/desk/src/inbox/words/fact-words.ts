import type { Fact } from '@shopbell/core'

const LABELS = new Map([
  ['name', 'Name'],
  ['email', 'E-mail'],
  ['orderNumber', 'Order number'],
  ['phone', 'Phone'],
  ['situation', 'Order status'],
  ['query', 'Asked about'],
  ['article', 'Read last'],
  ['missing', 'Was missing'],
])

const SITUATIONS = new Map([
  ['preparing', 'being prepared'],
  ['on-time', 'on its way'],
  ['late', 'late'],
  ['stuck', 'stopped moving'],
  ['lost', 'given up as lost'],
  ['partly', 'partly shipped'],
  ['delivered', 'delivered'],
  ['cancelled', 'cancelled'],
  ['returned', 'returned'],
])

/** What a fact is called. A name that is not known is shown in words made from it: `giftCard` is `Gift card`. */
export function factLabel(name: string): string {
  const known = LABELS.get(name)
  if (known) return known
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a fact says; the words that only programs use are put into ours. */
export function factValue(name: string, value: string): string {
  return name === 'situation' ? (SITUATIONS.get(value) ?? value) : value
}

/**
 * Where a fact came from, and whether anybody vouches for it. What is the matter is never typed: the bot has found it, on the
 * shopper's side. `agrees`: the order that it was found by is the same at the desk, line for line.
 */
export function factOrigin(name: string, fact: Pick<Fact, 'source' | 'verified'>, agrees = false): string {
  if (fact.verified) return 'verified by the shop'
  if (name === 'situation' && agrees) return 'agrees with the desk’s order'
  if (name === 'situation') return 'as the bot showed it, not verified'
  if (fact.source === 'page') return 'told by the shop’s page, not verified'
  return fact.source === 'desk' ? 'found by the desk' : 'typed by the shopper, not verified'
}
