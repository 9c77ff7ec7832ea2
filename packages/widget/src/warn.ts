/** Says something to the shop's developer. */
export type Warn = (message: string) => void

/** A `Warn` on the console that says each thing once. */
export function warnOnce(): Warn {
  const said = new Set<string>()
  return (message) => {
    if (said.has(message)) return
    said.add(message)
    console.warn(`[shopbell] ${message}`)
  }
}

/** Fetches the words for a mistake and says them. */
export function diagnose(say: (words: typeof import('./diagnose.js')) => void): void {
  // Without the words the mistake stays what it was: something that is left out.
  import('./diagnose.js').then(say, () => undefined)
}
