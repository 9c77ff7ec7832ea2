// Becomes cdn/shopbell.js, the one file that every page view pays for. It paints the launcher, keeps calls in order, and fetches
// the rest when the shopper means to use it. It imports nothing, stores nothing, and asks no backend anything. What few pages need, and
// what is said when something is wrong, is in a file beside it. Some things are said twice here on purpose: `brotli` likes to hear
// the same again, and a function of our own costs more than it saves (decision 0007).

/** The hashed file name of the rest. */
declare const __SHOPBELL_ENTRY__: string
/** The hashed file name of what few pages need of the loader: `page/beside.ts`. */
declare const __SHOPBELL_BESIDE__: string
/** The colours of the default skin's launcher: a style sheet. */
declare const __SHOPBELL_LAUNCHER__: string
/** What comes behind the name in the file names of the other skins. */
declare const __SHOPBELL_SKINS__: string

type Call = ArrayLike<unknown> & { done?: (value?: unknown) => void }
type Command = ((...call: unknown[]) => unknown) & { q?: unknown; v?: unknown; then?: unknown }
type Page = { Shopbell?: Command }
type Beside = Pick<typeof import('./page/beside.js'), 'answerBefore' | 'stand' | 'tell'>
/** What the file beside is given after the host and the settings. */
type Given<Name extends keyof Beside> = Parameters<Beside[Name]> extends [unknown, unknown, ...infer More] ? More : never
interface File extends Partial<Beside> {
  /** A skin's style sheet, with what its launcher has of its own, such as words. */
  readonly css?: string
  start?(host: HTMLElement, launcher: HTMLElement, queue: Call[], data?: DOMStringMap): void
}

function run() {
  // An element with the id `Shopbell` is a global too, but none of its properties is a number or a list.
  const stub = (window as unknown as Page).Shopbell
  // The first one says so, in more words than this file has room for.
  if (stub?.v === 1) return stub('twice')

  // An element named `currentScript` hides the document's property, so ask the prototype. A script that is no element while it
  // runs (an optimiser evaluates it) is found by its address.
  const current: unknown = Reflect.get(Document.prototype, 'currentScript', document)
  const script = (current ?? document.querySelector('script[src*="shopbell.js"]')) as HTMLScriptElement | null
  let options: Readonly<Record<string, unknown>> = {}
  // Own properties only: a page may have been made to put more into every object.
  const learn = (more?: unknown) => {
    options = { __proto__: null, ...options, ...(more as object) }
  }
  learn(script?.dataset)

  const host = document.createElement('shopbell-chat')
  const root = host.attachShadow({ mode: 'open' })
  const launcher = document.createElement('button')
  const sheet = new CSSStyleSheet()
  const bell = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', 'M4 20.5h16M5 17h14M6.5 17v-5a5.5 5.5 0 0111 0v5M12 6.5v-2m-1.5 0h3')
  bell.setAttribute('viewBox', '0 0 24 24')
  bell.append(path)
  // It is the bell that has a name, so that whatever words stand beside it are heard, too.
  bell.role = 'img'
  bell.setAttribute('aria-label', 'Open chat')
  launcher.setAttribute('aria-expanded', 'false')
  launcher.setAttribute('aria-haspopup', 'dialog')
  launcher.part = 'launcher'
  launcher.append(bell)
  const queue: Call[] = []
  let entry = __SHOPBELL_ENTRY__
  let rest: Promise<File | undefined> | null
  let started = false
  let wanted: boolean | null = false
  // A page that swaps all of itself takes the launcher along. Afterwards the rest looks after itself.
  const keeper = new MutationObserver(() => void (started || host.isConnected || paint()))

  const setting = (name: string) => `${options[name] ?? ''}`.trim()
  const leadsToPerson = () => setting('backend') || setting('mailto') || setting('phone') || setting('adapter')

  /**
   * What a page gets on without where it does not come. Where an optimiser has written this file into the page it has no address, so
   * the others are looked for beside the page, and the console names the one that is not there.
   */
  const fetchFile = (file: string): Promise<File | undefined> =>
    import(/* @vite-ignore */ new URL(file, script?.src || (location as never)) as never).catch((why) =>
      console.warn('[shopbell]', why),
    )
  const beside = async <Name extends keyof Beside>(name: Name, ...given: Given<Name>): Promise<unknown> => {
    const file = (await fetchFile(__SHOPBELL_BESIDE__)) as Readonly<Record<string, (...all: unknown[]) => unknown>> | undefined
    return file?.[name]?.(host, setting, ...given)
  }
  const prefetch = () => {
    rest ??= fetchFile(entry).then((loaded) => {
      // A server that answers with something else, such as an empty file, has not loaded anything either.
      if (loaded?.start) return loaded
      // Another tap is another try, with another address: browsers remember the one that has failed, and ask no more.
      // Until then nothing is under way, so the page can take the bell away by itself.
      wanted = rest = null
      entry += '?'
    })
    return rest
  }

  const start = async () => {
    if (!host.isConnected) return
    wanted = true
    const loaded = await prefetch()
    if (!loaded || started) return
    started = true
    loaded.start?.(host, launcher, queue, script?.dataset)
  }

  launcher.onclick = async () => {
    launcher.ariaBusy = 'true'
    await start()
    // Not before: what brought nothing must not open by itself later.
    if (started) queue.push(['open'])
    else if (!(await beside('tell')))
      launcher.replaceChildren(bell, `The chat did not load. Please try again. ${setting('mailto')} ${setting('phone')}`)
    launcher.ariaBusy = null
  }
  // Whoever reaches for the bell with a mouse finds the panel drawn. A finger enters, too, but what it has touched must stay until it lets
  // go; and what the keyboard has come to must, since another bell would be read out again.
  launcher.onfocus = launcher.onpointerenter = ({ pointerType }: Partial<PointerEvent>) =>
    pointerType === 'mouse' ? start() : prefetch()
  root.adoptedStyleSheets = [sheet]
  root.append(launcher)

  const paint = async () => {
    if (!leadsToPerson()) return
    if (!host.isConnected) {
      // Not `document.body`, which an element of that name hides.
      const body = document.querySelector('body')
      keeper.observe(document.querySelector('html') as Node, { childList: true })
      if (!body) return
      const theme = setting('theme')
      const asked = options
      // The page's own place and colour are the business of the file beside; the rest will want that file, too.
      const standing =
        /accent|offset|zIndex|avoid|launcher|inline/.test(Object.keys(options as object) as never) && beside('stand')
      // How another skin than the default one is painted is in a file, too. Where there is none, `false` has no `css` either.
      const skin = (/^(?!counter$)[\w-]+$/.test(theme) && (await fetchFile(`skin-${theme}${__SHOPBELL_SKINS__}`))) as
        | File
        | undefined
      // With nothing to wait for, it is there before a call can come that takes it away.
      if (standing) await standing
      // Something else was asked for meanwhile, or nothing any more.
      if (asked !== options) return
      const side = setting('side') === 'left' ? 'left' : 'right'
      host.dataset.scheme = setting('scheme')
      // The place and the looks of the launcher that will take over, so that nothing moves.
      sheet.replaceSync(
        `:host{all:initial!important;position:fixed!important;z-index:2147483000!important;${side}:env(safe-area-inset-${side})!important;bottom:env(safe-area-inset-bottom)!important;margin:20px!important}` +
          ':host([hidden]),:host:after,:host:before{display:none!important}' +
          'button{background:var(--shopbell-accent);color:var(--shopbell-on-accent);border:0;border-radius:28px;padding:14px;cursor:pointer;display:flex;box-shadow:0 12px 36px #0003;font:600 15px/28px system-ui}' +
          '[aria-busy]{scale:.94}' +
          'svg{width:28px;fill:none;stroke:currentColor;stroke-linecap:round;stroke-width:1.75}' +
          (skin?.css ?? __SHOPBELL_LAUNCHER__),
      )
      // What is in a body that is transformed, filtered or zoomed is not fixed to the window, and goes when the page swaps it.
      body.after(host)
    }
    // The shop may speak first: then the rest comes once the page has settled. A boot may say so later than the tag.
    if (setting('proactive')) setTimeout(start, 3e3)
    // The rest leaves a mark: `open` while a conversation or a ticket is. Where the shopper has to agree first, nothing is read.
    try {
      if (
        wanted ||
        (setting('consent') !== 'required' && localStorage[`shopbell:${setting('site') || 'shop'}:resume`] === 'open')
      )
        start()
    } catch {
      // Storage is forbidden, so there is nothing in it.
    }
  }

  const take = (call: Call) => {
    queue.push(call)
    // What comes after the start is none of the loader's business: the push has reached the widget.
    if (started) return
    const name = call[0] as string
    // An update may bring the consent that was required.
    if (/boot|update/.test(name)) {
      learn(call[1])
      paint()
    }
    if (/hide|show/.test(name)) {
      host.hidden = name === 'hide'
      call.done?.()
    }
    if (name === 'destroy' && !wanted) {
      learn()
      queue.length = 0
      keeper.disconnect()
      host.remove()
      call.done?.()
    }
    // Asked before anything else is here; and whoever logs out must not wait for a tap, nor for the rest, and a developer not for either.
    if (/^(getU|shu|twi)/.test(name))
      beside('answerBefore', call, queue).then((answered) => answered || call.done?.('not-loaded'))
    // Open, toggle, prefill, send, talkToAgent, startFlow, resume.
    else if (/^(op|to|pr|sen|ta|st|res)/.test(name)) {
      wanted = true
      start()
    }
  }

  const shopbell: Command = (...call: unknown[] & Pick<Call, 'done'>) =>
    new Promise((done) => {
      call.done = done
      take(call)
    })
  shopbell.v = 1
  // biome-ignore lint/suspicious/noThenProperty: who waits for it must not take it for a promise.
  shopbell.then = 0
  // Copies of the page's own stub look for the queue here.
  shopbell.q = { push: take }
  // Every other name is a method, and the rest says which one was probably meant.
  ;(window as unknown as Page).Shopbell = new Proxy(shopbell, { get: (own, name) => own[name as never] ?? own.bind(own, name) })
  paint()
  ;(stub?.q as Call[] | undefined)?.forEach?.(take)
  if (!leadsToPerson()) beside('tell')
}

run()
