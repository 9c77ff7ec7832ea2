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
