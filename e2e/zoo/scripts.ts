import type { HostPage } from './host-page.js'

const script = (code: string | (() => void)) => `<script nonce="n">${typeof code === 'string' ? code : `(${code})()`}</script>`

/** Pages whose scripts have changed what all scripts stand on. Each does what the library is known for. */
export const scripted: readonly HostPage[] = [
  {
    name: 'a page with Prototype 1.7',
    head: script(function prototype17() {
      const add = (object: object, more: object) => {
        for (const [name, value] of Object.entries(more)) Reflect.set(object, name, value)
      }
      type List = unknown[]
      const toArray = (from: { length?: number; toArray?(): List } | null) => {
        if (!from) return []
        if ('toArray' in Object(from)) return from.toArray?.() ?? []
        let length = from.length || 0
        const list = new Array(length)
        while (length--) list[length] = Reflect.get(from, length)
        return list
      }
      add(Array, { from: toArray })
      add(window, { $A: toArray, $: (id: string) => document.getElementById(id), Prototype: { Version: '1.7.3' } })
      const each = function (this: List, use: (value: unknown, index: number) => void, context?: unknown) {
        for (let index = 0; index < this.length; index++) use.call(context, this[index], index)
      }
      const collect = function (this: List, use = (value: unknown, _: number): unknown => value, context?: unknown) {
        const results: List = []
        each.call(this, (value, index) => results.push(use.call(context, value, index)))
        return results
      }
      const detect = function (this: List, use: (value: unknown, index: number) => unknown, context?: unknown) {
        for (let index = 0; index < this.length; index++) if (use.call(context, this[index], index)) return this[index]
      }
      const select = function (this: List, use: (value: unknown, index: number) => unknown, context?: unknown) {
        const results: List = []
        each.call(this, (value, index) => use.call(context, value, index) && results.push(value))
        return results
      }
      add(Array.prototype, {
        _each: each,
        each,
        collect,
        map: collect,
        detect,
        find: detect,
        select,
        filter: select,
        findAll: select,
        entries: function (this: List) {
          return [...this]
        },
        toArray: function (this: List) {
          return [...this]
        },
        include: Array.prototype.includes,
        member: Array.prototype.includes,
        clear: function (this: List) {
          this.length = 0
          return this
        },
        first: function (this: List) {
          return this[0]
        },
        last: function (this: List) {
          return this[this.length - 1]
        },
        size: function (this: List) {
          return this.length
        },
        clone: function (this: List) {
          return this.slice(0)
        },
        inspect: function (this: List) {
          return `[${this.join(', ')}]`
        },
      })
      // As of 1.6, which shops still have: JSON of JSON.
      add(Array.prototype, {
        toJSON: function (this: List) {
          return `[${this.map((value) => JSON.stringify(value)).join(', ')}]`
        },
      })
      add(String.prototype, {
        strip: String.prototype.trim,
        blank: function (this: string) {
          return /^\s*$/.test(this)
        },
        startsWith: function (this: string, pattern: string) {
          return this.lastIndexOf(pattern, 0) === 0
        },
        endsWith: function (this: string, pattern: string) {
          const at = this.length - pattern.length
          return at >= 0 && this.indexOf(pattern, at) === at
        },
        sub: function (this: string, pattern: string, by: string) {
          return this.replace(pattern, by)
        },
        toArray: function (this: string) {
          return this.split('')
        },
        times: function (this: string, count: number) {
          return this.repeat(count)
        },
      })
      add(Function.prototype, {
        bind: function (this: (...given: List) => unknown, ...given: List) {
          const [context, ...first] = given
          if (given.length < 2 && context === undefined) return this
          return (...rest: List) => this.apply(context, [...first, ...rest])
        },
        curry: function (this: (...given: List) => unknown, ...first: List) {
          return (...rest: List) => this(...first, ...rest)
        },
        defer: function (this: () => void) {
          setTimeout(this, 10)
        },
        wrap: function () {
          return this
        },
      })
      add(Number.prototype, {
        times: function (this: number, use: (index: number) => void) {
          for (let index = 0; index < this; index++) use(index)
          return this
        },
      })
      const methods = {
        hide: function (this: HTMLElement) {
          this.style.display = 'none'
          return this
        },
        show: function (this: HTMLElement) {
          this.style.display = ''
          return this
        },
        update: function (this: HTMLElement, content: string) {
          this.textContent = content
          return this
        },
        remove: function (this: HTMLElement) {
          this.parentNode?.removeChild(this)
          return this
        },
        visible: function (this: HTMLElement) {
          return this.style.display !== 'none'
        },
        insert: function (this: HTMLElement, content: Node) {
          this.appendChild(content)
          return this
        },
        select: function (this: HTMLElement, selector: string) {
          return [...this.querySelectorAll(selector)]
        },
        observe: function (this: HTMLElement, type: string, hear: EventListener) {
          this.addEventListener(type, hear)
          return this
        },
        identify: function (this: HTMLElement) {
          this.id ||= 'anonymous_element_1'
          return this.id
        },
      }
      const Native = Element
      add(HTMLElement.prototype, methods)
      const Own = (name: string) => document.createElement(name)
      Own.prototype = Native.prototype
      Reflect.set(window, 'Element', Object.assign(Own, methods))
      add(Event.prototype, {
        stop: function (this: Event) {
          this.preventDefault()
          this.stopPropagation()
        },
        element: function (this: Event) {
          return this.target
        },
      })
    }),
  },
  {
    name: 'a page with MooTools 1.4',
    head: script(function mooTools14() {
      const { slice } = Array.prototype
      const isEnumerable = (item: unknown): item is ArrayLike<unknown> =>
        item !== null && typeof item === 'object' && typeof Reflect.get(item, 'length') === 'number'
      Array.from = function from(item: unknown) {
        if (item === null || item === undefined) return []
        return isEnumerable(item) ? (Array.isArray(item) ? item : slice.call(item)) : [item]
      } as typeof Array.from
      Date.now = (
        (now) => () =>
          now()
      )(Date.now)
      const extend = (object: object, more: object) => {
        for (const [name, value] of Object.entries(more)) Reflect.set(object, name, value)
      }
      extend(Function, { from: (item: unknown) => (typeof item === 'function' ? item : () => item) })
      extend(Number, { from: Number.parseFloat })
      extend(String, { from: (item: unknown) => `${item}` })
      extend(Function.prototype, {
        bind: function (this: (...given: unknown[]) => unknown, that: unknown, ...bound: unknown[]) {
          return (...given: unknown[]) => this.apply(that, bound.concat(given))
        },
        pass: function (this: (...given: unknown[]) => unknown, given: unknown[], that: unknown) {
          return () => this.apply(that, given)
        },
        delay: function (this: () => void, wait: number) {
          return setTimeout(this, wait)
        },
        extend: function () {
          return this
        },
        implement: function () {
          return this
        },
      })
      extend(Array.prototype, {
        each: Array.prototype.forEach,
        clean: function (this: unknown[]) {
          return this.filter((item) => item !== null && item !== undefined)
        },
        contains: Array.prototype.includes,
        append: function (this: unknown[], more: unknown[]) {
          this.push(...more)
          return this
        },
        getLast: function (this: unknown[]) {
          return this[this.length - 1]
        },
        erase: function (this: unknown[]) {
          return this
        },
        empty: function (this: unknown[]) {
          this.length = 0
          return this
        },
        flatten: function (this: unknown[]) {
          return this
        },
        pick: function (this: unknown[]) {
          return this[0]
        },
      })
      extend(String.prototype, {
        contains: function (this: string, other: string, separator?: string) {
          return separator ? (separator + this + separator).includes(separator + other + separator) : this.includes(other)
        },
        test: function (this: string, pattern: string) {
          return new RegExp(pattern).test(this)
        },
        clean: function (this: string) {
          return this.replace(/\s+/g, ' ').trim()
        },
        toInt: function (this: string) {
          return Number.parseInt(this, 10)
        },
      })
      const Native = Element
      const Own = (name: string) => document.createElement(name)
      Own.prototype = Native.prototype
      Reflect.set(window, 'Element', Own)
      extend(Native.prototype, {
        get: function (this: Element, name: string) {
          return this.getAttribute(name)
        },
        set: function (this: Element, name: string, value: string) {
          this.setAttribute(name, value)
          return this
        },
        grab: function (this: Element, child: Element) {
          this.appendChild(child)
          return this
        },
        inject: function (this: Element, parent: Element) {
          parent.appendChild(this)
          return this
        },
        destroy: function (this: Element) {
          this.remove()
          return null
        },
        dispose: function (this: Element) {
          this.remove()
          return this
        },
        empty: function (this: Element) {
          this.replaceChildren()
          return this
        },
        addEvent: function (this: Element, type: string, hear: EventListener) {
          this.addEventListener(type, hear)
          return this
        },
        hasClass: function (this: Element, name: string) {
          return this.classList.contains(name)
        },
      })
      Reflect.set(window, '$', (id: string) => document.getElementById(id))
      Reflect.set(window, 'typeOf', (item: unknown) => typeof item)
      Reflect.set(Object.prototype.constructor, 'each', () => undefined)
    }),
  },
  {
    name: 'a page whose Object.prototype has been polluted',
    // The gadgets that are looked for in libraries, and the two options that would lead a shopper elsewhere.
    head: script(`
      const mark = '<img src=x onerror="window.hurt=1">'
      for (const name of ['html', 'src', 'url', 'innerHTML', 'srcdoc', 'children', 'href', 'style', 'template', 'foo', 'backend', 'adapter'])
        Object.prototype[name] = name === 'children' ? [mark] : name === 'backend' ? 'https://evil.example/' : mark`),
    after: () => (Reflect.get(window, 'hurt') ? 'a payload ran' : undefined),
  },
  {
    name: 'a page that has put its own in place of fetch, timers, promises and JSON',
    head: script(`
      const { fetch: ownFetch, setTimeout: ownTimeout, Promise: OwnPromise, WebSocket: OwnSocket } = window
      const ownStringify = JSON.stringify, ownThen = OwnPromise.prototype.then, ownAdd = EventTarget.prototype.addEventListener, ownPush = history.pushState
      window.fetch = function (...given) { return ownFetch.apply(this, given).then((answer) => answer, (why) => { throw why }) }
      window.setTimeout = function (work, ...rest) { return ownTimeout(typeof work === 'function' ? function () { return work.apply(this, arguments) } : work, ...rest) }
      OwnPromise.prototype.then = function (well, ill) { return ownThen.call(this, well && ((value) => well(value)), ill && ((why) => ill(why))) }
      window.Promise = class ZoneAwarePromise extends OwnPromise {}
      window.WebSocket = class extends OwnSocket { constructor(...given) { super(...given); this.watched = true } }
      JSON.stringify = function (...given) { return ownStringify.apply(this, given) }
      EventTarget.prototype.addEventListener = function (type, hear, ...rest) { return ownAdd.call(this, type, typeof hear === 'function' ? Object.assign((event) => hear.call(this, event), { hear }) : hear, ...rest) }
      history.pushState = function (...given) { return ownPush.apply(this, given) }
      const { warn, error } = console; console.warn = (...words) => warn(...words); console.error = (...words) => error(...words)
      window.requestAnimationFrame = ((own) => (draw) => own((time) => draw(time)))(requestAnimationFrame)
      window.structuredClone = (value) => JSON.parse(ownStringify(value))
      window.queueMicrotask = (work) => OwnPromise.resolve().then(work)`),
  },
  {
    name: 'a page whose elements hide the document’s properties',
    content: `<img name="currentScript" alt=""><img name="body" alt=""><img name="documentElement" alt=""><img name="head" alt=""><img name="activeElement" alt=""><img name="getElementById" alt=""><form name="forms"></form><form id="Shopbell"><input name="q"><input name="v"></form><form id="body"><input name="append"></form><a id="location2" href="#x">x</a><iframe name="localStorage2" hidden></iframe><form name="createElement2"></form><img name="visibilityState" alt=""><img name="cookie" alt=""><main><h1>Shop</h1></main>`,
  },
  {
    name: 'a page that looks for its templates in all of its body',
    // What Vue, Alpine and AngularJS do with a body that is theirs: they evaluate what stands in text and attributes.
    head: script(function compiles() {
      const compile = (root: Node) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
        for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
          const element = node instanceof Element ? node : node.parentElement
          const texts =
            node instanceof Element ? [...node.attributes].map(({ name, value }) => `${name} ${value}`) : [node.nodeValue ?? '']
          const compiled = texts.some((text) => /^(x-|v-|ng-|@|:)|\{\{/.test(text))
          if (compiled && element?.closest('shopbell-chat')) Reflect.set(window, 'hurt', 1)
        }
      }
      document.addEventListener('DOMContentLoaded', () => {
        compile(document.documentElement)
        new MutationObserver((records) => {
          for (const { addedNodes } of records) for (const node of addedNodes) compile(node)
        }).observe(document.documentElement, { childList: true, subtree: true, characterData: true })
      })
    }),
    after: () => (Reflect.get(window, 'hurt') ? 'something of the chat was compiled' : undefined),
  },
  {
    name: 'a page whose body a script takes as its template',
    // Vue 3's mount('body'): what is in the body becomes a template, and the body is drawn anew from it.
    head: script(() => {
      addEventListener('load', () => {
        const copy = document.body.cloneNode(true) as HTMLElement
        document.body.replaceChildren()
        queueMicrotask(() => document.body.append(...copy.childNodes))
      })
    }),
    after: () => (document.querySelector('shopbell-chat') ? 'a dead copy is left' : undefined),
  },
  {
    name: 'a page that changes its routes as Turbo does',
    route: () => {
      history.pushState(null, '', '/cart')
      const next = document.createElement('body')
      next.append(document.createElement('main'))
      document.documentElement.replaceChild(next, document.body)
      document.head.append(document.createElement('meta'))
      document.documentElement.setAttribute('data-turbo-preview', '')
      document.documentElement.removeAttribute('data-turbo-preview')
    },
  },
]
