/** How far `item` lies from where the strip's first item begins, along the writing: positive is further on. */
export function distanceTo(strip: HTMLElement, item: Element): number {
  const outer = strip.getBoundingClientRect()
  const inner = item.getBoundingClientRect()
  const { direction, paddingInlineStart } = getComputedStyle(strip)
  const padding = Number.parseFloat(paddingInlineStart)
  return direction === 'rtl' ? outer.right - padding - inner.right : inner.left - outer.left - padding
}

/** Which item of a strip is at its beginning; at the end of the way it is the last one, which may never get that far. */
export function placeOf(strip: HTMLElement): number {
  const last = strip.children.length - 1
  const way = strip.scrollWidth - strip.clientWidth
  // Browsers stop at whole pixels, and a little before the end.
  if (way > 0 && Math.abs(strip.scrollLeft) >= way - 2) return last
  const distances = [...strip.children].map((item) => Math.abs(distanceTo(strip, item)))
  return distances.indexOf(Math.min(...distances))
}

/** Brings an item to the strip's beginning. Nothing but the strip is scrolled. */
export function scrollTo(strip: HTMLElement, item: Element): void {
  const distance = distanceTo(strip, item)
  strip.scrollBy({ left: getComputedStyle(strip).direction === 'rtl' ? -distance : distance })
}
