import { asItIs } from '../json.js'

/** How many bytes a value has as JSON in UTF-8: what it weighs on the wire. */
export function encodedSize(value: unknown): number {
  const text = JSON.stringify(value, asItIs) ?? ''
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Both halves of a surrogate pair count two, which makes the four bytes of their character.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3
  }
  return bytes
}
