import type { TabMessage } from '../delivery/tabs.js'
import { LIMITS } from '../limits.js'
import { parseWait } from './parse-availability.js'
import { count, name, oneOf, type Reader, reader, text } from './read.js'

/** What another tab of this owner has told, made anew; `null` for what no tab of theirs would say. */
export function parseTabMessage(value: unknown, owner: string): TabMessage | null {
  const read = reader(value)
  if (!read || read('owner') !== owner) return null
  const t = read('t')
  const conversation = name(read('conversation'))
  if (t === 'asks') return { t, owner }
  if (t === 'typing') return conversation === null ? null : { t, owner, conversation }
  const wire = t === 'wire' ? reader(read('wire')) : null
  return wire && parseWire(wire, owner)
}

function parseWire(read: Reader, owner: string): TabMessage | null {
  const link = oneOf(read('link'), ['off', 'connecting', 'up', 'down'])
  const queue = reader(read('queue'))
  const position = count(queue?.('position'))
  if (!link) return null
  return {
    t: 'wire',
    owner,
    wire: {
      link,
      typing: text(read('typing'), LIMITS.name),
      readUpTo: count(read('readUpTo')) ?? 0,
      queue: position === null ? null : { position, wait: parseWait(queue?.('wait')) },
    },
  }
}
