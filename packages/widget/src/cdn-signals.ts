// What `@preact/signals` is in the files for script tags: that a component is drawn again when a signal that it has read changes, which is
// all that the widget asks of it. The npm package keeps the library itself, since its Preact is the page's own and may serve others too;
// here there is nobody else, so that every component may be minded.
import { effect, type Signal, signal } from '@preact/signals-core'
import { Component, options } from 'preact'
import { useMemo } from 'preact/hooks'

export { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'

/** A signal that lasts as long as the component. */
export const useSignal = <Value>(initial: Value): Signal<Value> => useMemo(() => signal(initial), [])

/** A component while it is on the page. */
interface Drawn extends Component {
  /** Ends the watch over what it has read. */
  unwatch?(): void
}

/** By the names that Preact's companions know them by: the component of a node, and what is told before it draws. */
interface DrawnNode {
  readonly __c?: Drawn
}
interface DrawHooks {
  __r(node: DrawnNode & { readonly __c: Drawn }): void
  unmount(node: DrawnNode): void
}

const hooks = options as unknown as DrawHooks
const { __r: beforeDraw, unmount } = hooks

hooks.__r = (node) => {
  beforeDraw(node)
  const component = node.__c
  if (component.unwatch) return
  const { render } = component
  component.unwatch = () => undefined
  component.render = (...given) => {
    let drawn: ReturnType<typeof render>
    let thrown: { readonly error: unknown } | undefined
    let read = false
    component.unwatch?.()
    // The first run draws, and so finds out what is read; the next one means that some of it has changed. What drawing throws is thrown
    // outside: an effect that throws is over, and the component would never be drawn again.
    component.unwatch = effect(() => {
      if (read) return void component.forceUpdate()
      read = true
      try {
        drawn = render.apply(component, given)
      } catch (error) {
        thrown = { error }
      }
    })
    if (thrown) throw thrown.error
    return drawn
  }
}

hooks.unmount = (node) => {
  unmount(node)
  node.__c?.unwatch?.()
}

/**
 * Who is given the same as before has nothing to draw: what else it shows it has read from signals. (The library draws whoever has read
 * none along with the component above.)
 */
Component.prototype.shouldComponentUpdate = function (next: Readonly<Record<string, unknown>>) {
  const now: Readonly<Record<string, unknown>> = { ...this.props }
  return Object.keys({ ...now, ...next }).some((name) => now[name] !== next[name])
}
