// Becomes cdn/shopbell.js, the one file that every page view pays for. It paints the launcher, keeps calls in order, and fetches
// the rest when the shopper means to use it. It imports nothing, stores nothing, and asks no backend anything.

/** The hashed file name of the rest. */
declare const __SHOPBELL_ENTRY__: string
/** The colours of the default skin's launcher: a style sheet. */
declare const __SHOPBELL_LAUNCHER__: string
/** What comes behind the name in the file names of the other skins. */
declare const __SHOPBELL_SKINS__: string

type Call = ArrayLike<unknown> & { done?: (value?: unknown) => void }
type Command = ((...call: unknown[]) => unknown) & { q?: unknown; v?: unknown }
interface Rest {
  readonly css?: string
  readonly launcher?: string
  readonly pill?: boolean
  start?(loader: { host: HTMLElement; launcher: HTMLElement; queue: Call[]; data: DOMStringMap }): void
}

const PILL = 'Need a hand?'

function make(name: string, attributes: Readonly<Record<string, string>>, ...children: (string | Element)[]) {
  const space = /svg|path/.test(name) ? '2000/svg' : '1999/xhtml'
  const element = document.createElementNS(`http://www.w3.org/${space}`, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element as HTMLElement
}

function run() {
  const page = window as unknown as { Shopbell?: Command }
  const warn = (...words: unknown[]) => console.warn('[shopbell]', ...words)
  // An element with the id `Shopbell` is a global too.
  const stub = typeof page.Shopbell === 'function' ? page.Shopbell : undefined
  if (stub?.v) return warn('The script is on this page twice.')

  // An element named `currentScript` hides the document's property, so ask the prototype. A script that is no element while it
  // runs (an optimiser evaluates it) is found by its address.
  const current: unknown = Reflect.get(Document.prototype, 'currentScript', document)
  const script =
    current instanceof HTMLScriptElement ? current : document.querySelector<HTMLScriptElement>('script[src*="shopbell.js"]')
  if (!script) return
  const { src } = script
  // Own properties only, here and below: a page may have been made to put more into every object.
  const data: DOMStringMap = Object.assign(Object.create(null), script.dataset)

  const host = make('shopbell-chat', {})
  const launcher = make(
    'button',
    { type: 'button', part: 'launcher', 'aria-label': 'Open chat', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
    make(
      'svg',
      { viewBox: '0 0 24 24' },
      make('path', { d: 'M5 17h14M6.5 17v-5a5.5 5.5 0 0111 0v5M12 6.5v-2M10.5 4.5h3M4 20.5h16' }),
    ),
  )
  const queue: Call[] = []
  let booted: Readonly<Record<string, unknown>> = Object.create(null)
  let rest: Promise<Rest | undefined> | undefined
  let notice: HTMLElement | undefined
  let failures = 0
  let wanted = false
  let started = false
  let paints = 0
  // A page that swaps or empties its body takes the launcher along. Afterwards the rest looks after itself.
  const keeper = new MutationObserver(() => void (started || host.isConnected || paint()))

  const setting = (name: string) => String(booted[name] ?? data[name] ?? '')
  const leadsToPerson = () => setting('backend') || setting('mailto') || setting('phone') || booted.adapter

  const fetchFile = (file: string): Promise<Rest> => import(/* @vite-ignore */ new URL(file, src).href)
  const prefetch = () => {
    // Browsers may remember a failed import by its address, so another try takes another one.
    rest ??= fetchFile(__SHOPBELL_ENTRY__ + (failures ? `?${failures}` : '')).catch((reason) => {
      rest = undefined
      if (!failures++) warn('The chat did not load. Please try again.', reason)
      return undefined
    })
    return rest
  }

  const start = async () => {
    wanted = true
    if (!host.isConnected) return
    const loaded = await prefetch()
    launcher.ariaBusy = null
    notice?.remove()
    // A server that answers with something else, such as an empty file, has not loaded anything either.
    if (!loaded?.start) return
    if (!started) loaded.start({ host, launcher, queue, data })
    started = true
    return true
  }

  const click = async () => {
    launcher.ariaBusy = 'true'
    queue.push(['open'])
    if (await start()) return
    notice = make('p', { role: 'alert' }, 'The chat did not load. Please try again. ')
    const mailto = setting('mailto')
    const phone = setting('phone')
    if (mailto) notice.append(make('a', { href: `mailto:${mailto}` }, mailto), ' ')
    if (phone) notice.append(make('a', { href: `tel:${phone}` }, phone))
    host.shadowRoot?.append(notice)
  }

  const paint = async () => {
    // The shop may speak first: then the rest comes once the page has settled. A boot may say so later than the tag.
    if (setting('proactive')) setTimeout(start, 3e3)
    if (!leadsToPerson() || host.isConnected) return
    // Not `document.body`, which an element of that name hides.
    const body = document.querySelector('body')
    for (const parent of [document, ...document.querySelectorAll('html,body')]) keeper.observe(parent, { childList: true })
    if (!body) return
    const theme = setting('theme')
    const turn = ++paints
    // Another skin than the default one says in its own file how it is painted; the rest will want that file, too.
    const skin = /^(?!counter$)[a-z][a-z\d-]*$/.test(theme)
      ? await fetchFile(`skin-${theme}${__SHOPBELL_SKINS__}`).catch(() => undefined)
      : undefined
    if (turn !== paints) return
    const accent = setting('accent')
    const own = /^#(\w{3}){1,2}$/.test(accent)
    const side = setting('side') === 'left' ? 'left' : 'right'
    host.dataset.scheme = setting('scheme')
    const sheet = new CSSStyleSheet()
    // The place and the looks of the launcher that will take over, so that nothing moves.
    sheet.replaceSync(
      `:host{all:initial!important;position:fixed!important;z-index:2147483000!important;${side}:calc(20px + env(safe-area-inset-${side}))!important;bottom:calc(20px + env(safe-area-inset-bottom))!important}` +
        ':host([hidden]),:host:after,:host:before{display:none!important}' +
        'button,p{padding:14px;border:0;border-radius:28px;background:var(--shopbell-accent);color:var(--shopbell-on-accent);font:600 15px/28px system-ui,sans-serif;box-shadow:0 12px 36px #0003}' +
        'button{display:flex;gap:8px;cursor:pointer}' +
        'button:active,[aria-busy]{transform:scale(.94)}' +
        'svg{width:28px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}' +
        `p{position:absolute;${side}:0;bottom:56px;width:240px}a{color:inherit}` +
        (skin?.css ? skin.css + (skin.launcher ?? '') : __SHOPBELL_LAUNCHER__) +
        // Black or white, whichever reads better on the shop's own colour; just white in a browser that cannot tell.
        (own ? `button,p{background:${accent};color:#fff;color:lch(from ${accent} calc((49 - l)*infinity) 0 0)}` : ''),
    )
    // It is there already after a destroy.
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet]
    root.append(launcher)
    if (skin?.pill && !launcher.textContent) {
      launcher.append(PILL)
      launcher.ariaLabel = PILL
    }
    launcher.onclick = click
    // A finger enters before it touches.
    launcher.onpointerenter = launcher.onfocus = prefetch
    body.append(host)
    // What is fixed in a body that is transformed, filtered or zoomed is not fixed to the window.
    requestAnimationFrame(() => (host.offsetParent || host.currentCSSZoom - 1) && body.after(host))
    if (wanted || mark() === 'open') start()
  }

  /** The rest leaves this mark: `open` while a conversation or a ticket is, `story` while only the bot was spoken to. */
  const mark = (): unknown => {
    try {
      return localStorage[`shopbell:${setting('site') || 'shop'}:resume`]
    } catch {
      // Storage is forbidden, so there is nothing in it.
      return
    }
  }

  const take = (call: Call) => {
    queue.push(call)
    // What comes after the start is none of the loader's business: the push has reached the widget.
    if (started) return
    const name = String(call[0])
    if (name === 'boot') {
      booted = Object.assign(Object.create(null), call[1])
      paint()
    }
    if (/^(hide|show)/.test(name)) host.hidden = name === 'hide'
    if (name === 'destroy' && !wanted) {
      queue.splice(0)
      paints++
      keeper.disconnect()
      host.remove()
    }
    // Whoever logs out must not wait for a tap. Where nothing was left there is nothing to forget.
    if (/^(open|toggle|prefill|send|talk)/.test(name) || (name === 'shutdown' && mark())) start()
    else if (/^(hide|sh|de)/.test(name)) call.done?.()
  }

  const shopbell: Command = Object.assign(
    (...call: unknown[]) => new Promise((done) => take(Object.assign(call, { done }))),
    // Copies of the page's own stub look for the queue here.
    { q: { push: take }, v: 1 },
  )
  // Every name is a method, and the rest says which one was probably meant. But it is no promise.
  page.Shopbell = new Proxy(shopbell, {
    get: (own, name) => Reflect.get(own, name) ?? (name === 'then' ? undefined : (...call: unknown[]) => own(name, ...call)),
  })
  paint()
  if (Array.isArray(stub?.q)) stub.q.forEach(take)
  if (!leadsToPerson()) warn('No way to a person: set data-backend, data-mailto or data-phone.')
}

run()
