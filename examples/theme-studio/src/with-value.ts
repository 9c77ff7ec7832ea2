/**
 * An object with another value at a path, and everything beside the path as it was and in the order in which it was written.
 * `undefined` takes out what is there, and a group with its last value.
 */
export function withValue(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value
  const held = typeof whole === 'object' && whole !== null ? Object.entries(whole) : []
  const before = held.find(([key]) => key === name)
  const now = withValue(before?.[1], rest, value)
  const others = held.filter(([key]) => key !== name)
  if (now === undefined) return others.length === 0 ? undefined : Object.fromEntries(others)
  return Object.fromEntries(before ? held.map(([key, one]) => [key, key === name ? now : one]) : [...held, [name, now]])
}
