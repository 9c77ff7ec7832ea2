import { blankCommit as newCommit } from '../conversation/blank-commit.js'
import type { Commit } from '../conversation/commit.js'
import type { Id } from '../conversation/entry.js'
import { initialState } from '../conversation/start.js'
import type { Op } from '../delivery/protocol.js'
import type { Environment } from '../environment.js'
import { storefrontOpening } from '../flow/storefront-opening.js'
import type { Packet } from '../handoff/packet.js'

/** A shopper of whom nothing is known yet. */
export function blankCommit(environment: Pick<Environment, 'id'>): Commit {
  return newCommit(environment.id, { ...initialState(storefrontOpening), flow: 'test@1' })
}

/** The smallest packet that opens a conversation. */
export function blankPacket(conversation: Id): Packet {
  return {
    schema: 'shopbell.handoff/1',
    conversation,
    reason: { code: 'asked', because: '' },
    priority: 'normal',
    team: null,
    summary: '',
    facts: {},
    order: null,
    tried: [],
    story: [],
    omitted: 0,
    shortened: 0,
    attachments: [],
    product: null,
    cart: null,
    customer: {},
    redactions: 0,
    page: null,
    locale: 'en',
    zone: 'UTC',
    opened: 0,
    timings: { began: 0, sealed: 0 },
    flow: 'test@1',
  }
}

/** An `open` as a shopper's first command. */
export function openOp(conversation: Id, want: 'live' | 'ticket' = 'live'): Op {
  return { op: 'open', want, packet: blankPacket(conversation) }
}

/** A text as a shopper's command. */
export function messageOp(text: string): Op {
  return { op: 'message', content: { kind: 'text', text } }
}
