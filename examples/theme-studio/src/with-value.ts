/** An object with another value at a path, and everything beside the path as it was. `undefined` takes out what is there. */
export function withValue(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value
  const held: Readonly<Record<string, unknown>> = typeof whole === 'object' && whole !== null ? { ...whole } : {}
  const { [name]: before, ...others } = held
  const now = withValue(before, rest, value)
  if (now === undefined) return rest.length === 0 || Object.keys(others).length > 0 ? others : undefined
  // In its old place, so that the file keeps the order in which it was written.
  return name in held
    ? Object.fromEntries(Object.entries(held).map(([key, one]) => [key, key === name ? now : one]))
    : { ...held, [name]: now }
}
