import type { Id } from '@shopbell/core'
import type { View } from './api.js'
import { idOf } from './wire/outside.js'

/** Where in the inbox one is. It is the address's fragment, so that back, forward and reload do what people expect. */
export interface Place {
  readonly room: 'conversations' | 'insights'
  readonly view: View
  readonly conversation: Id | null
}

/** The lists in the order of their tabs. */
export const VIEWS: readonly View[] = ['queue', 'mine', 'tickets', 'all', 'closed']

/** Reads a fragment such as `#/mine/c-123`; whatever it does not know leads to the queue. */
export function placeOf(fragment: string): Place {
  const [room = '', conversation = ''] = fragment.replace(/^#?\/?/, '').split('/')
  if (room === 'insights') return { room: 'insights', view: 'queue', conversation: null }
  const view = VIEWS.find((known) => known === room) ?? 'queue'
  return {
    room: 'conversations',
    view,
    conversation: idOf(conversation) || null,
  }
}

/** Writes a place as a fragment. */
export function fragmentOf(place: Place): string {
  if (place.room === 'insights') return '#/insights'
  return `#/${place.view}${place.conversation === null ? '' : `/${place.conversation}`}`
}
