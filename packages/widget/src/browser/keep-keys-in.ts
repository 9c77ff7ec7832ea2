const keep = (event: Event) => event.stopPropagation()

/** Typing in the chat is not for the page's own shortcuts. Listeners that capture still hear it. */
export function keepKeysIn(host: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup']) host.addEventListener(type, keep)
}
