const keep = (event: Event) => event.stopPropagation()

/**
 * Typing in the chat is not for the page's own shortcuts, and its focus not for a dialog of the page that wants to have it back.
 * Listeners that capture still hear both.
 */
export function keepKeysIn(host: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup', 'focusin']) host.addEventListener(type, keep)
}
