import { plural } from '@shopbell/core'
import type { Counter } from '../counter.js'

/** How many messages wait, in words. */
export const unreadText = ({ signals, words, view }: Counter): string => plural(words.unread, signals.unread.value, view.locale)

/** How many messages wait, on the launcher. */
export const UnreadBadge = ({ count }: { readonly count: number }) => <span class="badge">{count > 99 ? '99+' : count}</span>
