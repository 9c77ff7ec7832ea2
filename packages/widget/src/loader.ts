// Becomes cdn/shopbell.js, the one file that every page view pays for. It paints the launcher, keeps calls in order, and fetches
// the rest when the shopper means to use it. It imports nothing, stores nothing, and asks no backend anything.

/** The hashed file name of the rest. */
declare const __SHOPBELL_ENTRY__: string
/** The hashed file name of what few pages need of the loader: `page/beside.ts`. */
declare const __SHOPBELL_BESIDE__: string
/** The colours of the default skin's launcher: a style sheet. */
declare const __SHOPBELL_LAUNCHER__: string
/** What comes behind the name in the file names of the other skins. */
declare const __SHOPBELL_SKINS__: string

type Call = ArrayLike<unknown> & { done?: (value?: unknown) => void }
type Command = ((...call: unknown[]) => unknown) & { q?: unknown; v?: unknown }
type Beside = typeof import('./page/beside.js')
interface File extends Partial<Beside> {
  readonly css?: string
  readonly launcher?: string
  /** What the launcher says, where it is a pill. */
  readonly words?: string
  start?(loader: { host: HTMLElement; launcher: HTMLElement; queue: Call[]; data: DOMStringMap }): void
}

function run() {
  const page = window as unknown as { Shopbell?: Command }
  const warn = (...words: unknown[]) => console.warn('[shopbell]', ...words)
  // An element with the id `Shopbell` is a global too, but none of its properties is a number or a list.
  const stub = page.Shopbell
  if (stub?.v === 1) return warn('The script is here twice.')

  const make = (name: string, attributes: Readonly<Record<string, string>>, ...children: (string | Element)[]) => {
    const element = /svg|path/.test(name)
      ? document.createElementNS('http://www.w3.org/2000/svg', name)
      : document.createElement(name)
    for (const attribute of Object.entries(attributes)) element.setAttribute(...attribute)
    element.append(...children)
    return element as HTMLElement
  }

  // An element named `currentScript` hides the document's property, so ask the prototype. A script that is no element while it
  // runs (an optimiser evaluates it) is found by its address.
  const current: unknown = Reflect.get(Document.prototype, 'currentScript', document)
  const script = (current ?? document.querySelector('script[src*="shopbell.js"]')) as HTMLScriptElement | null
  if (!script) return
  const { src, dataset } = script
  // Own properties only: a page may have been made to put more into every object.
  let options: Readonly<Record<string, unknown>> = { __proto__: null, ...dataset }

  const host = make('shopbell-chat', {})
  const root = host.attachShadow({ mode: 'open' })
  const bell = make(
    'svg',
    { viewBox: '0 0 24 24' },
    make('path', { d: 'M5 17h14M6.5 17v-5a5.5 5.5 0 0111 0v5M12 6.5v-2M10.5 4.5h3M4 20.5h16' }),
  )
  const launcher = make(
    'button',
    { part: 'launcher', 'aria-label': 'Open chat', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
    bell,
  )
  const queue: Call[] = []
  let rest: Promise<File | undefined> | undefined
  let failures = 0
  let wanted = false
  let started = false
  // A page that swaps or empties its body takes the launcher along. Afterwards the rest looks after itself.
  const keeper = new MutationObserver(() => void (started || paint()))

  const setting = (name: string) => `${options[name] ?? ''}`
  const leadsToPerson = () => ['backend', 'mailto', 'phone', 'adapter'].some(setting)

  /** What a page gets on without where it does not come. */
  const fetchFile = (file: string): Promise<File | undefined> => import(/* @vite-ignore */ new URL(file, src).href).catch(warn)
  const fetchBeside = () => fetchFile(__SHOPBELL_BESIDE__)
  const prefetch = async () => {
    rest ??= fetchFile(__SHOPBELL_ENTRY__ + '?'.repeat(failures))
    const loaded = await rest
    // A server that answers with something else, such as an empty file, has not loaded anything either.
    if (loaded?.start) return loaded
    // Another tap is another try, with another address: browsers remember the one that has failed, and ask no more.
    rest = undefined
    failures++
  }

  const start = async () => {
    wanted = true
    if (!host.isConnected) return
    const loaded = await prefetch()
    launcher.ariaBusy = null
    // What was said the last time.
    launcher.nextSibling?.remove()
    if (started || !loaded) return
    started = true
    loaded.start?.({ host, launcher, queue, data: dataset })
  }

  const click = async () => {
    launcher.ariaBusy = 'true'
    queue.push(['open'])
    await start()
    if (started) return
    const notice = make('p', { role: 'alert' }, 'The chat did not load. Please try again.')
    for (const [to, scheme] of [
      [setting('mailto'), 'mailto'],
      [setting('phone'), 'tel'],
    ] as const)
      if (to) notice.append(' ', make('a', { href: `${scheme}:${to}` }, to))
    root.append(notice)
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
    const asked = options
    // The page's own place for the chat is in a file of its own; the rest will want that file, too.
    const placing = /offset|zIndex|avoid|launcher|inline/.test(Object.keys(options) as never) ? fetchBeside() : undefined
    // So is how another skin than the default one is painted.
    const skin = /^(?!counter$)[\w-]+$/.test(theme) ? await fetchFile(`skin-${theme}${__SHOPBELL_SKINS__}`) : undefined
    // With nothing to wait for, it is there before a call can come that takes it away.
    const beside = placing && (await placing)
    // Something else was asked for meanwhile, or nothing any more.
    if (asked !== options) return
    const side = setting('side') === 'left' ? 'left' : 'right'
    host.dataset.scheme = setting('scheme')
    const sheet = new CSSStyleSheet()
    // The place and the looks of the launcher that will take over, so that nothing moves.
    sheet.replaceSync(
      `:host{all:initial!important;position:fixed!important;z-index:2147483000!important;${side}:env(safe-area-inset-${side})!important;bottom:env(safe-area-inset-bottom)!important;margin:20px!important}` +
        ':host([hidden]),:host:after,:host:before{display:none!important}' +
        'button,p{padding:14px;border:0;border-radius:28px;background:var(--shopbell-accent);color:var(--shopbell-on-accent);font:600 15px/28px system-ui;box-shadow:0 12px 36px #0003}' +
        'button{display:flex;gap:8px;cursor:pointer}' +
        '[aria-busy]{scale:.94}' +
        'svg{width:28px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}' +
        `p{position:absolute;${side}:0;bottom:56px;width:240px}a{color:inherit}` +
        (skin?.css ? skin.css + skin.launcher : __SHOPBELL_LAUNCHER__) +
        (beside?.stand?.(host, setting, click, prefetch) ?? ''),
    )
    root.adoptedStyleSheets = [sheet]
    // Black or white, whichever reads better on the shop's own colour; just white in a browser that cannot tell. What is no colour
    // changes nothing. The ring is seen on dark pages only, where a dark colour could not be told from the page.
    const accent = setting('accent')
    launcher.style.cssText =
      accent &&
      `background:${accent};color:#fff;color:lch(from ${accent} calc((49 - l)*1e9) 0 0);box-shadow:0 0 0 1px #fff8,0 12px 36px #0003`
    root.append(launcher)
    if (skin?.words) {
      launcher.ariaLabel = skin.words
      launcher.replaceChildren(bell, skin.words)
    }
    launcher.onclick = click
    // A finger enters before it touches.
    launcher.onpointerenter = launcher.onfocus = prefetch
    body.append(host)
    // What is fixed in a body that is transformed, filtered or zoomed is not fixed to the window.
    requestAnimationFrame(() => (host.offsetParent || host.currentCSSZoom - 1) && body.after(host))
    goOn()
  }

  /** The rest leaves this mark: `open` while a conversation or a ticket is, `story` while only the bot was spoken to. */
  const mark = (): unknown => {
    try {
      return localStorage[`shopbell:${setting('site') || 'shop'}:resume`]
    } catch {
      // Storage is forbidden, so there is nothing in it.
    }
  }

  /** Where the shopper has to agree first, nothing is read. */
  const goOn = () => (wanted || (setting('consent') !== 'required' && mark() === 'open')) && start()

  const take = (call: Call) => {
    queue.push(call)
    // What comes after the start is none of the loader's business: the push has reached the widget.
    if (started) return
    const name = String(call[0])
    // An update may bring the consent that was required.
    if (/boot|update/.test(name)) {
      options = { __proto__: null, ...options, ...(call[1] as object) }
      paint()
      goOn()
    }
    if (/hide|show/.test(name)) host.hidden = name === 'hide'
    if (name === 'destroy' && !wanted) {
      options = { __proto__: null, ...options }
      queue.length = 0
      keeper.disconnect()
      host.remove()
    }
    // Asked before anything else is here; and whoever logs out must not wait for a tap, nor for the rest.
    if (/^(getU|shu)/.test(name))
      fetchBeside().then(async (beside) =>
        call.done?.(beside?.answerBefore ? await beside.answerBefore(call, queue, host, setting) : 'not-loaded'),
      )
    // Open, toggle, prefill, send, talkToAgent, startFlow, resume.
    else if (/^(op|to|pr|sen|ta|st|res)/.test(name)) start()
    else if (/^(h|sho|d)/.test(name)) call.done?.()
  }

  const shopbell: Command = Object.assign(
    (...call: unknown[]) => new Promise((done) => take(Object.assign(call, { done }))),
    // Copies of the page's own stub look for the queue here.
    // biome-ignore lint/suspicious/noThenProperty: who waits for it must not take it for a promise.
    { q: { push: take }, v: 1, then: 0 },
  )
  // Every other name is a method, and the rest says which one was probably meant.
  page.Shopbell = new Proxy(shopbell, {
    get: (own, name) => own[name as never] ?? ((...call: unknown[]) => own(name, ...call)),
  })
  paint()
  ;(stub?.q as Call[] | undefined)?.forEach?.(take)
  if (!leadsToPerson()) warn('No way to a person: set data-backend, data-mailto or data-phone.')
}

run()
