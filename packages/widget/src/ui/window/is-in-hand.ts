/** Whether the shopper has something of the element in hand: marked text, or the keyboard's focus. */
export function isInHand(element: Element): boolean {
  const root = element.getRootNode()
  if (!(root instanceof ShadowRoot)) return false
  if (root.activeElement && element.contains(root.activeElement)) return true
  const marked = document.getSelection()?.getComposedRanges?.({ shadowRoots: [root] })[0]
  return (
    marked !== undefined && !marked.collapsed && [marked.startContainer, marked.endContainer].some((end) => element.contains(end))
  )
}
