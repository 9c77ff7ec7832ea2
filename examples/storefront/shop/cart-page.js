import { cartLines, cartTotal, mostOfOne, onCartChange, setQuantity } from './cart.js'
import { inPounds } from './price.js'
import { pictureOf, priceOf } from './products.js'

const main = document.querySelector('main')
const part = (root, name) => root.querySelector(`[data-part="${name}"]`)
const copyOf = (id) => document.getElementById(id).content.cloneNode(true)

function drawLine(list, { product, choice, quantity }) {
  const line = copyOf('cart-line')
  const whole = `${product.name}, ${choice.label}`
  line.querySelector('.tray').classList.add(product.ground)
  line.querySelector('li').dataset.line = `${product.id} ${choice.id}`
  part(line, 'picture').src = pictureOf(product, choice)
  part(line, 'name').textContent = product.name
  part(line, 'name').href = `product.html?item=${product.id}`
  part(line, 'choice').textContent = choice.label
  part(line, 'sum').textContent = inPounds(priceOf(product, choice) * quantity)
  part(line, 'quantity').textContent = String(quantity)
  const buttons = { fewer: quantity - 1, more: quantity + 1, remove: 0 }
  const labels = {
    fewer: `One less: ${whole}`,
    more: `One more: ${whole}`,
    remove: `Remove ${whole}`,
  }
  for (const [name, next] of Object.entries(buttons)) {
    const button = part(line, name)
    button.setAttribute('aria-label', labels[name])
    button.disabled = next > mostOfOne
    button.addEventListener('click', () => setQuantity(product, choice, next))
  }
  list.append(line)
}

function drawTill(till, lines) {
  const { goods, delivery, total, missing } = cartTotal(lines)
  part(till, 'goods').textContent = inPounds(goods)
  part(till, 'delivery').textContent = delivery === 0 ? 'Free' : inPounds(delivery)
  part(till, 'total').textContent = inPounds(total)
  part(till, 'hint').textContent =
    missing > 0 ? `${inPounds(missing)} more and delivery is on us.` : 'Delivery is on us. Ordered by 2 pm, posted today.'
  part(till, 'check-out').addEventListener('click', (event) => {
    event.currentTarget.hidden = true
    const note = part(till, 'demo-note')
    note.hidden = false
    note.focus()
  })
}

/** The list is drawn anew on every change; the button that was pressed keeps the focus, or else the heading gets it. */
function draw() {
  const pressed = document.activeElement?.closest('[data-line] [data-part]')
  const where = pressed && {
    line: pressed.closest('[data-line]').dataset.line,
    name: pressed.dataset.part,
  }
  const lines = cartLines()
  const page = copyOf(lines.length > 0 ? 'cart-full' : 'cart-empty')
  if (lines.length > 0) {
    for (const line of lines) drawLine(part(page, 'lines'), line)
    drawTill(part(page, 'till'), lines)
  }
  main.replaceChildren(page)
  if (!where) return
  const again = main.querySelector(`[data-line="${CSS.escape(where.line)}"] [data-part="${where.name}"]:not(:disabled)`)
  const target = again ?? main.querySelector('h1')
  target.focus()
}

onCartChange(draw)
draw()
