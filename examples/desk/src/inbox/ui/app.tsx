import type { Inbox } from '../inbox-store.js'
import { CloseDialog } from './close-dialog.js'
import { ConnectionBanner } from './connection-banner.js'
import { ContextPanel } from './context-panel.js'
import { ConversationPane } from './conversation-pane.js'
import { HelpDialog } from './help-dialog.js'
import { InboxContext, useInbox } from './inbox-context.js'
import { Insights } from './insights.js'
import { QueuePane } from './queue-pane.js'
import { SignIn } from './sign-in.js'
import { TopBar } from './top-bar.js'
import { TransferDialog } from './transfer-dialog.js'

/** The whole inbox. */
export function App({ inbox }: { inbox: Inbox }) {
  return (
    <InboxContext.Provider value={inbox}>
      {inbox.session.phase.value === 'signed-in' ? <Room /> : <SignIn />}
      <p class="only-heard" role="status">
        {inbox.announcement.value}
      </p>
    </InboxContext.Provider>
  )
}

function Room() {
  const inbox = useInbox()
  const { room, conversation } = inbox.place.value
  // On a narrow screen this word says which of the columns is shown.
  const shows = conversation === null ? 'list' : inbox.context.value ? 'context' : 'conversation'
  return (
    <div class="room" data-shows={room === 'insights' ? 'insights' : shows}>
      <TopBar />
      <ConnectionBanner />
      {room === 'insights' ? (
        <Insights />
      ) : (
        <div class="columns">
          <QueuePane />
          <ConversationPane />
          <ContextPanel />
        </div>
      )}
      {inbox.dialog.value === 'help' && <HelpDialog />}
      {inbox.dialog.value === 'close' && <CloseDialog />}
      {inbox.dialog.value === 'transfer' && <TransferDialog />}
    </div>
  )
}
