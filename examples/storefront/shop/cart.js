import { findChoice, findProduct, priceOf } from './products.js'

const KEY = 'fern:cart'
const MOST = 9
const FREE_FROM = 4500
const DELIVERY = 395

let fallback = []
const listeners = new Set()

/** What was stored is only believed where it names something that we sell. */
function parse(text) {
  let value
  try {
    value = JSON.parse(text ?? '[]')
  } catch {
    return []
  }
  if (!Array.isArray(value)) return []
  const lines = []
  for (const raw of value.slice(0, 40)) {
    const product = findProduct(raw?.item)
    const choice = product && findChoice(product, raw.choice)
    const quantity = Number(raw?.quantity)
    if (choice && Number.isInteger(quantity) && quantity > 0) lines.push({ product, choice, quantity: Math.min(quantity, MOST) })
  }
  return lines
}

/** The lines of the cart, oldest first. */
export function cartLines() {
  try {
    return parse(localStorage.getItem(KEY))
  } catch {
    return fallback
  }
}

function keep(lines) {
  fallback = lines
  try {
    const plain = lines.map(({ product, choice, quantity }) => ({
      item: product.id,
      choice: choice.id,
      quantity,
    }))
    localStorage.setItem(KEY, JSON.stringify(plain))
  } catch {
    // A browser that stores nothing keeps the cart as long as the page.
  }
  for (const listener of listeners) listener()
}

const same = (line, product, choice) => line.product.id === product.id && line.choice.id === choice.id

/** Puts one into the cart. Answers false when there are already as many as we post at once. */
export function addToCart(product, choice) {
  const lines = cartLines()
  const line = lines.find((candidate) => same(candidate, product, choice))
  if (line && line.quantity >= MOST) return false
  if (line) line.quantity += 1
  else lines.push({ product, choice, quantity: 1 })
  keep(lines)
  return true
}

/** Sets how many; none takes the line out. */
export function setQuantity(product, choice, quantity) {
  const lines = cartLines()
  const line = lines.find((candidate) => same(candidate, product, choice))
  if (line) line.quantity = Math.min(quantity, MOST)
  keep(lines.filter((candidate) => candidate.quantity > 0))
}

/** How many of one thing we post at once. */
export const mostOfOne = MOST

/** How many things there are. */
export const cartCount = () => cartLines().reduce((count, line) => count + line.quantity, 0)

/** What it comes to, in pence. `missing` is what is left until delivery is free. */
export function cartTotal(lines = cartLines()) {
  const goods = lines.reduce((sum, line) => sum + priceOf(line.product, line.choice) * line.quantity, 0)
  const delivery = goods === 0 || goods >= FREE_FROM ? 0 : DELIVERY
  return {
    goods,
    delivery,
    total: goods + delivery,
    missing: Math.max(0, FREE_FROM - goods),
  }
}

/** Calls `listener` after each change, in this tab or another. */
export function onCartChange(listener) {
  listeners.add(listener)
}

addEventListener('storage', (event) => {
  if (event.key === KEY || event.key === null) for (const listener of listeners) listener()
})
