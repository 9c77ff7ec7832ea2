/** One thing that is another after a step. `undefined`: it was not there, or is not any more. */
export interface StateChange {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a step has changed, down to the value that is another; lists are compared as a whole. */
export function stateChanges(before: unknown, after: unknown, path = ''): readonly StateChange[] {
  if (before === after || JSON.stringify(before) === JSON.stringify(after)) return []
  if (!isObject(before) || !isObject(after)) return [{ path, before, after }]
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) => stateChanges(before[name], after[name], path === '' ? name : `${path}.${name}`))
}
