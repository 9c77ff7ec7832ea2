import { cartCount, onCartChange } from './cart.js'

/** Keeps the number in the header true. */
export function showCartCount() {
  const link = document.querySelector('.cart-link')
  const count = document.querySelector('.cart-count')
  const draw = () => {
    const things = cartCount()
    count.textContent = String(things)
    count.toggleAttribute('data-filled', things > 0)
    link.setAttribute('aria-label', `Cart, ${things} ${things === 1 ? 'thing' : 'things'}`)
  }
  onCartChange(draw)
  draw()
}
