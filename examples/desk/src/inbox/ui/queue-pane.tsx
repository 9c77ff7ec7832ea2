import { useEffect, useRef } from 'preact/hooks'
import type { View } from '../api.js'
import { VIEWS } from '../place.js'
import { HoursSwitch } from './hours-switch.js'
import { useInbox } from './inbox-context.js'
import { QueueRow } from './queue-row.js'
import { SearchBox } from './search-box.js'

const TABS: {
  readonly [view in View]: { readonly label: string; readonly empty: string }
} = {
  queue: {
    label: 'Queue',
    empty: 'Nobody is waiting. New shoppers appear here, and you’ll hear the bell.',
  },
  mine: {
    label: 'Mine',
    empty: 'You have no open conversation. Take one from the queue.',
  },
  tickets: {
    label: 'Tickets',
    empty: 'No open tickets. Shoppers leave them when nobody is here.',
  },
  all: {
    label: 'All',
    empty: 'Nothing is open, with nobody.',
  },
  closed: { label: 'Closed', empty: 'Nothing has been closed yet.' },
}

/** The left column: the lists, and the switch for the hours. */
export function QueuePane() {
  const inbox = useInbox()
  const { view, conversation } = inbox.place.value
  const rows = inbox.rows.value
  const counts = inbox.queue.counts.value
  const { words, found } = inbox.search
  const seeking = words.value.trim() !== ''
  const empty =
    found.value === 'unreachable'
      ? 'The desk did not answer. Type on to ask again.'
      : 'No conversation has this name, e-mail or order number.'
  const list = useRef<HTMLUListElement>(null)

  const current = () => list.current?.querySelector<HTMLElement>('[aria-current="true"]')
  useEffect(() => current()?.scrollIntoView({ block: 'nearest' }), [conversation])
  // j and k walk through the list: the focus goes along, so that a screen reader reads the row.
  const stepped = inbox.focusRow.value
  useEffect(() => {
    if (stepped > 0) current()?.focus({ preventScroll: true })
  }, [stepped])

  return (
    <section class="queue" aria-label="Lists">
      <SearchBox />
      <nav class="tabs" aria-label="Lists of conversations">
        {VIEWS.map((each) => (
          <button
            type="button"
            key={each}
            aria-current={each === view && !seeking ? 'page' : undefined}
            onClick={() => inbox.view(each)}
          >
            {TABS[each].label}{' '}
            <span class={counts[each] > 0 && each === 'queue' ? 'count count-new' : 'count'}>
              {counts[each] > 99 ? '99+' : counts[each]}
            </span>
          </button>
        ))}
      </nav>
      <div class="queue-scroll">
        {rows === null ? (
          <p class="empty" aria-busy="true">
            Looking…
          </p>
        ) : rows.length === 0 ? (
          <p class="empty">{seeking ? empty : TABS[view].empty}</p>
        ) : (
          <ul ref={list} class="rows" aria-label={seeking ? 'Found' : TABS[view].label}>
            {rows.map((row) => (
              <QueueRow key={row.id} row={row} />
            ))}
          </ul>
        )}
      </div>
      <HoursSwitch />
    </section>
  )
}
