import { Icon } from './icon.js'
import { useInbox } from './inbox-context.js'

/** The bar on top: where one is, sound, help, who is signed in. */
export function TopBar() {
  const inbox = useInbox()
  const { room } = inbox.place.value
  const me = inbox.session.me.value
  return (
    <header class="top-bar">
      <span class="mark">
        <Icon name="bell" />
      </span>
      <h1>
        <bdi>{me?.site || 'Inbox'}</bdi>
      </h1>
      <nav aria-label="Rooms">
        <button
          type="button"
          aria-current={room === 'conversations' ? 'page' : undefined}
          onClick={() => inbox.goTo({ ...inbox.place.value, room: 'conversations' })}
        >
          Conversations
        </button>
        <button
          type="button"
          aria-current={room === 'insights' ? 'page' : undefined}
          onClick={() => inbox.goTo({ ...inbox.place.value, room: 'insights' })}
        >
          Insights
        </button>
      </nav>
      <div class="top-bar-end">
        <button
          type="button"
          class="icon-button"
          aria-pressed={inbox.muted.value}
          aria-label="Mute the bell for new work"
          title={inbox.muted.value ? 'The bell is muted' : 'The bell rings for new work'}
          onClick={() => {
            inbox.muted.value = !inbox.muted.value
          }}
        >
          <Icon name={inbox.muted.value ? 'muted' : 'bell'} />
        </button>
        <button
          type="button"
          class="icon-button help-button"
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
          onClick={() => inbox.run('help')}
        >
          <Icon name="help" />
        </button>
        <bdi class="me">{me?.name}</bdi>
        <button type="button" class="button quiet-button" onClick={() => void inbox.signOut()}>
          Sign out
        </button>
      </div>
    </header>
  )
}
