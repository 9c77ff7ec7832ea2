// The strip on top is not part of the shop. It speaks to `/demo`, which only a demo desk answers.

const element = (selector) => document.querySelector(selector)

async function askDesk(path, body) {
  try {
    const request = body
      ? {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }
      : {}
    const response = await fetch(path, {
      ...request,
      signal: AbortSignal.timeout(5000),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

function readSwitches(value) {
  if (typeof value !== 'object' || value === null) return null
  return {
    hours: value.hours === 'open' || value.hours === 'closed' ? value.hours : 'clock',
    slow: Number.isFinite(value.slow) && value.slow > 0 ? value.slow : 0,
    down: value.down === true,
  }
}

const situations = {
  'on-time': 'On its way',
  late: 'Late',
  stuck: 'No scan for days',
  lost: 'Lost on the way',
  partly: 'Sent in two parcels',
  delivered: 'Delivered',
  preparing: 'Being packed',
  cancelled: 'Cancelled',
  returned: 'Sent back',
}
const stranger = { number: '9999', email: 'ada@example.com', words: 'Not ours' }

/** The first order of each kind, and one that is nobody's. */
function readOrders(value) {
  if (!Array.isArray(value?.orders)) return []
  const orders = Object.entries(situations).flatMap(([situation, words]) => {
    const found = value.orders.find((order) => order?.situation === situation)
    return found?.number && found.email ? [{ number: String(found.number), email: String(found.email), words }] : []
  })
  return orders.length > 0 ? [...orders, stranger] : []
}

async function copyText(button) {
  const { copy } = button.dataset
  try {
    await navigator.clipboard.writeText(copy)
  } catch {
    // No clipboard here: select the words, so that the keyboard can copy them.
    getSelection()?.selectAllChildren(button)
    return
  }
  element('[data-demo="said"]').textContent = `${copy} is copied.`
  for (const other of document.querySelectorAll('[data-copied]')) other.removeAttribute('data-copied')
  button.setAttribute('data-copied', '')
}

function copyButton(text) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'demo-copy'
  button.dataset.copy = text
  button.textContent = text
  button.title = `Copy ${text}`
  return button
}

function drawOrders(orders) {
  if (orders.length === 0) return
  const rows = orders.map((order) => {
    const row = document.createElement('li')
    const words = document.createElement('span')
    row.className = 'demo-order'
    words.textContent = order.words
    row.append(words, copyButton(order.number), copyButton(order.email))
    return row
  })
  element('.demo-orders').replaceChildren(...rows)
}

function drawSwitches(switches) {
  const form = element('[data-demo="switches"]')
  form.hidden = switches === null
  if (!switches) return
  form.elements.hours.value = switches.hours
  form.elements.slow.value = switches.slow === 0 ? '0' : switches.slow <= 1500 ? '1000' : '3000'
  form.elements.down.value = String(switches.down)
  const words = [
    switches.hours === 'closed' && 'After hours',
    switches.slow > 0 && 'Slow network',
    switches.down && 'Desk down',
  ].filter(Boolean)
  element('[data-demo="state"]').textContent = words.join(', ')
}

async function runSwitches() {
  const form = element('[data-demo="switches"]')
  form.addEventListener('change', async () => {
    const wanted = {
      hours: form.elements.hours.value,
      slow: Number(form.elements.slow.value),
      down: form.elements.down.value === 'true',
    }
    drawSwitches(readSwitches(await askDesk('/demo', wanted)) ?? readSwitches(await askDesk('/demo')))
  })
  drawSwitches(readSwitches(await askDesk('/demo')))
}

/** The theme goes along from page to page in the address, so nothing needs to be stored. */
function runThemes() {
  const form = element('[data-demo="themes"]')
  const theme = new URLSearchParams(location.search).get('theme')
  if (theme) form.elements.theme.value = theme
  form.addEventListener('change', () => {
    const address = new URL(location.href)
    address.searchParams.set('theme', form.elements.theme.value)
    location.assign(address)
  })
  if (!theme) return
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]')
    if (!link || link.origin !== location.origin || link.target || link.getAttribute('href').startsWith('#')) return
    const address = new URL(link.href)
    address.searchParams.set('theme', theme)
    link.href = address.href
  })
}

/** Wakes the strip: what to try, what to break, and which theme to wear. */
export function runDemoStrip() {
  const toggle = element('.demo-toggle')
  const panel = element('.demo-panel')
  toggle.hidden = false
  let fetched = false
  toggle.addEventListener('click', async () => {
    panel.hidden = !panel.hidden
    toggle.setAttribute('aria-expanded', String(!panel.hidden))
    if (fetched) return
    fetched = true
    drawOrders(readOrders(await askDesk('/demo/orders')))
  })
  panel.addEventListener('click', (event) => {
    const button = event.target.closest('[data-copy]')
    if (button) copyText(button)
  })
  runThemes()
  runSwitches()
}
