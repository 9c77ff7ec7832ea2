import { ownValue } from './own-value.js'
import { type Parts, partValues } from './parts.js'

/** What a theme says of parts, written anew. What no part can have is dropped. */
export function resolveParts(theme: unknown, drop: (path: string) => void): Parts {
  const written = ownValue(theme, 'parts')
  const parts: Record<string, Record<string, string | number>> = {}
  for (const [part, properties] of Object.entries(partValues)) {
    const from = ownValue(written, part)
    const look: Record<string, string | number> = {}
    for (const [property, allowed] of Object.entries(properties)) {
      const value = ownValue(from, property)
      const fits =
        'least' in allowed
          ? typeof value === 'number' && value >= allowed.least && value <= allowed.most
          : typeof value === 'string' && allowed.includes(value)
      if (fits) look[property] = typeof value === 'number' ? Math.round(value) : String(value)
      else if (value !== undefined) drop(`parts.${part}.${property}`)
    }
    if (Object.keys(look).length > 0) parts[part] = look
  }
  return parts as Parts
}
