import { ownField } from './own-field.js'

/**
 * What the cart is worth by the facts that the page has told: objects, and selectors of scripts that hold one; what was told later
 * wins. `null` where nothing was told, or what was told is no amount.
 */
export function cartWorth(told: readonly unknown[]): number | null {
  for (const one of [...told].reverse()) {
    const cart = ownField(typeof one === 'string' ? inScript(one) : one, 'cart')
    if (typeof cart !== 'string' && typeof cart !== 'number') continue
    const worth = cart === '' ? Number.NaN : Number(cart)
    return Number.isFinite(worth) ? worth : null
  }
  return null
}

function inScript(selector: string): unknown {
  try {
    return JSON.parse(document.querySelector(selector)?.textContent ?? '')
  } catch {
    // What is wrong with it is said when the conversation reads it.
    return undefined
  }
}
