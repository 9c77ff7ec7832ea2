/** Whether a value is an object with names and values. A proxy that was revoked can be asked nothing, so it is none. */
export function isObject(value: unknown): value is object {
  try {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
