/** What a key asks for. */
export type Shortcut = 'next' | 'previous' | 'reply' | 'note' | 'close' | 'help'

/** A key press, as far as a shortcut depends on it. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
  /** Whether the focus is where text is typed, or in a dialog. */
  readonly busy: boolean
}

/** Every shortcut, in the order in which the help lists them. */
export const SHORTCUTS: readonly {
  readonly key: string
  readonly does: Shortcut
  readonly words: string
}[] = [
  { key: 'j', does: 'next', words: 'Next conversation' },
  { key: 'k', does: 'previous', words: 'Previous conversation' },
  { key: 'r', does: 'reply', words: 'Write a reply' },
  { key: 'n', does: 'note', words: 'Write an internal note' },
  { key: 'e', does: 'close', words: 'Close the conversation (asks once)' },
  { key: '?', does: 'help', words: 'Show these shortcuts' },
]

/** The shortcut of a key press; null while somebody types, and for keys that belong to the browser. */
export function shortcutOf(press: Press): Shortcut | null {
  if (press.busy || press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return null
  return SHORTCUTS.find((shortcut) => shortcut.key === press.key)?.does ?? null
}

const BUSY = 'input:not([type="radio"]), textarea, select, [contenteditable], dialog'

/** Whether typing into this element writes text, or the element stands in an open dialog. */
export function isBusy(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(BUSY) !== null
}
