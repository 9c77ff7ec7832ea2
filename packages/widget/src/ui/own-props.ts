import { options } from 'preact'

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
    Object.setPrototypeOf(node.props, null)
    before?.(node)
  })
}
