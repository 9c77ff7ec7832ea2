/** What was written on the object itself. Runs no getter and reads no prototype, so nothing inherited can pose as a token. */
export function ownValue(from: unknown, key: string): unknown {
  try {
    return Object.getOwnPropertyDescriptor(from, key)?.value
  } catch {
    return undefined
  }
}
