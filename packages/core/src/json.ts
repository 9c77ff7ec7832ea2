/** A plain JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * For `JSON.stringify`: every value as it is. Old libraries give all arrays of a page a `toJSON` that answers JSON, which would be
 * written into the JSON once more.
 */
export function asItIs(this: unknown, key: string): unknown {
  return Reflect.get(Object(this), key)
}
