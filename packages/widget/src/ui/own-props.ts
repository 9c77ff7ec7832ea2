import { h, options, render } from 'preact'

/** Preact's name for what it calls with each node before it draws it. */
const BEFORE = '__b'
let guarded = false

/**
 * On a page whose scripts were made to put a property into every object, each element that is drawn would get it, too: markup as
 * `innerHTML`, say. There, what is drawn inherits nothing. Other pages do not download this.
 */
export function drawOwnProps(): void {
  if (guarded) return
  guarded = true
  const before = Reflect.get(options, BEFORE)
  Reflect.set(options, BEFORE, (node: { readonly props: object }) => {
    const { props } = node
    if (typeof props === 'object') {
      Object.setPrototypeOf(props, null)
      // Of an element that has a reference Preact copies all properties, the inherited ones as its own.
      for (const [name, value] of Object.entries(Object.prototype))
        if (Reflect.get(props, name) === value) Reflect.deleteProperty(props, name)
    }
    before?.(node)
  })
  // What is new is compared with Preact's one empty object, which components get as their context: each property that it inherits would
  // be taken for one to take away.
  const Emptied = (_: object, nothing: object) => {
    if (Reflect.ownKeys(nothing).length === 0) Object.setPrototypeOf(nothing, null)
    return null
  }
  render(h(Emptied, null), document.createElement('i'))
}
