import { plural } from '@shopbell/core'
import type { Counter } from '../counter.js'

/** How many messages wait, in words. */
export function unreadText({ answer, signals, view }: Counter): string {
  const more = answer.here.value?.words
  return more ? plural(more.unread, signals.unread.value, view.locale) : ''
}

/** How many messages wait, on the launcher. */
export const UnreadBadge = ({ count }: { readonly count: number }) => <span class="badge">{count > 99 ? '99+' : count}</span>
