import { addToCart } from './cart.js'
import { inPounds } from './price.js'
import { findChoice, findProduct, pictureOf, priceOf } from './products.js'

const main = document.querySelector('main')
const part = (root, name) => root.querySelector(`[data-part="${name}"]`)
const copyOf = (id) => document.getElementById(id).content.cloneNode(true)

function element(name, text) {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

function drawFacts(list, facts) {
  for (const [term, words] of facts) {
    const row = document.createElement('div')
    row.append(element('dt', term), element('dd', words))
    list.append(row)
  }
}

function headCell(text, scope) {
  const cell = element('th', text)
  cell.scope = scope
  return cell
}

function drawSizes(table, product) {
  if (!product.sizes) return table.remove()
  const head = table.tHead.insertRow()
  head.append(headCell(product.legend, 'col'), ...product.sizes.columns.map((column) => headCell(column, 'col')))
  product.sizes.rows.forEach((row, index) => {
    const choice = product.choices[index]
    const line = table.tBodies[0].insertRow()
    line.dataset.choice = choice.id
    line.append(headCell(choice.label, 'row'), ...row.map((measure) => element('td', measure)))
  })
}

function drawChoices(row, product, chosen) {
  for (const choice of product.choices) {
    const label = document.createElement('label')
    label.className = 'choice'
    const input = document.createElement('input')
    input.type = 'radio'
    input.name = 'choice'
    input.value = choice.id
    input.checked = choice === chosen
    label.append(input, element('span', choice.label))
    row.append(label)
  }
}

/** The bar shows while the button of the page is out of sight, above or below. */
function watchButton(button, bar) {
  new IntersectionObserver(([seen]) => {
    bar.hidden = seen.isIntersecting
    document.body.classList.toggle('with-cart-bar', !seen.isIntersecting)
  }).observe(button)
}

function showProduct(product) {
  const page = copyOf('product-page')
  let choice = product.choices[0]

  document.title = `${product.name} · Fern & Kettle`
  part(page, 'name').textContent = product.name
  part(page, 'line').textContent = product.line
  part(page, 'legend').textContent = product.legend
  part(page, 'ask').textContent = product.ask
  part(page, 'ask').dataset.ask = product.question
  part(page, 'shelf').textContent = {
    tea: 'Tea',
    pots: 'Pots',
    linen: 'Linen',
  }[product.shelf]
  part(page, 'shelf').href = `./#${product.shelf}`
  part(page, 'measures').textContent = product.sizes ? 'Size and measures' : 'Worth knowing'
  drawFacts(part(page, 'facts'), product.facts)
  drawSizes(part(page, 'sizes'), product)
  drawChoices(part(page, 'choices'), product, choice)
  for (const tray of [page, document].map((root) => root.querySelector('.tray'))) tray.classList.add(product.ground)
  main.replaceChildren(page)
  main.classList.remove('waiting')

  const bar = document.querySelector('.cart-bar')
  const form = document.getElementById('buy')
  const added = part(main, 'added')

  const draw = () => {
    const price = inPounds(priceOf(product, choice))
    part(main, 'price').textContent = price
    const picture = part(main, 'picture')
    picture.src = pictureOf(product, choice)
    picture.alt = choice.picture ? `${product.alt.replace(/butter-yellow /, '')}, ${choice.label.toLowerCase()}` : product.alt
    part(bar, 'bar-picture').src = pictureOf(product, choice)
    part(bar, 'bar-name').textContent = product.name
    part(bar, 'bar-price').textContent = `${choice.label} · ${price}`
    for (const row of main.querySelectorAll('tr[data-choice]'))
      row.toggleAttribute('data-chosen', row.dataset.choice === choice.id)
  }

  form.addEventListener('change', () => {
    choice = findChoice(product, new FormData(form).get('choice')) ?? choice
    added.replaceChildren()
    draw()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const link = element('a', 'See your cart')
    link.href = 'cart.html'
    const news = addToCart(product, choice)
      ? `${product.name}, ${choice.label}, is in your cart. `
      : 'Nine of one is as many as we post at once. Ask us about more. '
    added.replaceChildren(news, link)
  })
  draw()
  watchButton(part(main, 'add'), bar)
}

function showGone() {
  document.title = 'Not on our shelves · Fern & Kettle'
  main.replaceChildren(copyOf('gone-page'))
  main.classList.remove('waiting')
}

const product = findProduct(new URLSearchParams(location.search).get('item'))
if (product) showProduct(product)
else showGone()
