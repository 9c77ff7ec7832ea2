/** A field of what a page gives. No getter runs, and nothing inherited can pose as a field. */
export function ownField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
}
