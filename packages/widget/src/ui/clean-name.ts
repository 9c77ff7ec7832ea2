import { LIMITS } from '@shopbell/core'

/** A name as it may be shown: without control, direction and zero-width characters, and not endless. */
export function cleanName(name: string): string {
  return name.replace(/\p{C}/gu, '').trim().slice(0, LIMITS.name)
}
