/** What a page remembers of itself, so that it can say later what has become of it. */
export interface Witness {
  /** Names on `window` that were not there. */
  globals(): readonly string[]
  /** Built-in objects whose members have changed. */
  changed(): readonly string[]
  readonly violations: string[]
  /** Layout shifts since the chat is there, as the browser counts them. */
  shifts(): readonly string[]
}

declare global {
  interface Window {
    witness: Witness
  }
}

/** Runs in the page before our tag. It is written as one function, since its text is put into the page. */
export function bearWitness(): void {
  const { getOwnPropertyNames, getOwnPropertySymbols, getOwnPropertyDescriptor } = Object
  const members = (object: object) =>
    new Map(
      [...getOwnPropertyNames(object), ...getOwnPropertySymbols(object)].map((key) => {
        const { value, get, set } = getOwnPropertyDescriptor(object, key) ?? {}
        return [key, [value, get, set]] as const
      }),
    )
  const builtIn = new Map<string, object>()
  for (const name of getOwnPropertyNames(window)) {
    const value = getOwnPropertyDescriptor(window, name)?.value
    if (typeof value === 'function' && value.prototype) {
      builtIn.set(name, value)
      builtIn.set(`${name}.prototype`, value.prototype)
    } else if (/^(JSON|Math|Reflect|Intl|Atomics)$/.test(name)) builtIn.set(name, value)
  }
  const before = [...builtIn].map(([name, object]) => [name, object, members(object)] as const)
  // Legacy static properties tell of the last match of any script.
  const lasting = (name: string, key: string | symbol) => !(name === 'RegExp' && typeof key === 'string')
  const violations: string[] = []
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
    violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
  )
  // What moves before, the page moves itself: it may be seen half read.
  let arrived = Number.POSITIVE_INFINITY
  const door = new MutationObserver(() => {
    if (document.getElementsByTagName('shopbell-chat').length === 0) return
    arrived = performance.now()
    door.disconnect()
  })
  door.observe(document, { childList: true, subtree: true })
  const shifts: { readonly at: number; readonly moved: string }[] = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node?: Node }[] })[]) {
      // What moves inside the chat, such as a story that grows, moves nothing of the page.
      const moved = entry.sources.flatMap(({ node }) =>
        node instanceof Element && node.getRootNode() === document ? node.localName : [],
      )
      if (moved.length > 0) shifts.push({ at: entry.startTime, moved: moved.join() })
    }
  }).observe({ type: 'layout-shift', buffered: true })

  const names = new Set(getOwnPropertyNames(window))
  window.witness = {
    violations,
    shifts: () => shifts.filter(({ at }) => at >= arrived).map(({ moved }) => moved),
    globals: () => getOwnPropertyNames(window).filter((name) => !names.has(name) && name !== 'witness' && !/^\d+$/.test(name)),
    changed: () =>
      before.flatMap(([name, object, then]) => {
        const now = members(object)
        const keys = new Set([...then.keys(), ...now.keys()])
        return [...keys]
          .filter((key) => {
            const [was, is] = [then.get(key) ?? [], now.get(key) ?? []]
            return lasting(name, key) && (was.length !== is.length || is.some((value, index) => !Object.is(value, was[index])))
          })
          .map((key) => `${name}.${String(key)}`)
      }),
  }
}
