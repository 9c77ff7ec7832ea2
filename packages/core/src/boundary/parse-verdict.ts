import type { RejectCode, Verdict } from '../delivery/protocol.js'
import { count, instant, name, oneOf, optional, reader } from './read.js'

const REJECTIONS: readonly RejectCode[] = ['too_long', 'closed', 'forbidden', 'blocked', 'invalid', 'conflict', 'stale']

/** Why a secret opens nothing now, or never again. */
export const AUTH_CODES = ['expired', 'revoked', 'required'] as const

/** The longest that a desk may make a shopper's command wait, in milliseconds. */
export const LONGEST_WAIT = 300_000

/**
 * A desk's answer to a command, made anew. Anything that is not clearly an answer is `retry`: only a verdict that names the
 * command and its place may be read as "it is in the database".
 */
export function parseVerdict(value: unknown): Verdict {
  const read = reader(value)
  const t = read?.('t')
  const cmid = name(read?.('cmid'))
  if (read && t === 'committed' && cmid !== null) {
    const conversation = name(read('conversation'))
    const seq = count(read('seq'))
    if (conversation !== null && seq !== null) {
      return {
        t,
        cmid,
        conversation,
        seq,
        at: instant(read('at')) ?? 0,
        dup: read('dup') === true,
      }
    }
  }
  if (read && t === 'rejected' && cmid !== null) {
    const code = oneOf(read('code'), REJECTIONS)
    if (code) return { t, cmid, code }
  }
  if (read && t === 'retry') {
    const code = oneOf(read('code'), ['rate_limited', 'unavailable', 'timeout', 'gap']) ?? 'unavailable'
    return {
      t,
      code,
      ...optional('after', parseWaiting(read('after'))),
      ...optional('expectedN', count(read('expectedN'))),
    }
  }
  if (read && t === 'auth')
    return {
      t,
      code: oneOf(read('code'), AUTH_CODES) ?? 'expired',
    }
  return { t: 'retry', code: 'unavailable' }
}

/** Milliseconds to wait, within reason: garbage and the past are no wait, a day is five minutes. */
export function parseWaiting(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? Math.min(value, LONGEST_WAIT) : null
}
