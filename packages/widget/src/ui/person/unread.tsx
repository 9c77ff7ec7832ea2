import { plural } from '@shopbell/core'
import { type Counter, useCounter } from '../counter.js'

/** How many messages wait, in words. */
export function unreadText({ answer, signals, view }: Counter): string {
  const more = answer.here.value?.words
  return more ? plural(more.unread, signals.unread.value, view.locale) : ''
}

/** How many messages wait, on the launcher. */
export function UnreadBadge({ count }: { readonly count: number }) {
  const { locale } = useCounter().view
  return (
    <span class="badge">
      {Math.min(count, 99).toLocaleString(locale)}
      {count > 99 && '+'}
    </span>
  )
}
