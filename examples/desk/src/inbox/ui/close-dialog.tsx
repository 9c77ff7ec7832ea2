import { lastWord } from '../../last-word.js'
import { useInbox } from './inbox-context.js'
import { Modal } from './modal.js'

/** Asks once before a conversation is closed, and whether the matter is settled. */
export function CloseDialog() {
  const inbox = useInbox()
  const close = () => {
    inbox.dialog.value = null
  }
  const conclude = (resolved: boolean) => {
    close()
    void inbox.conversation.conclude(resolved)
  }
  const detail = inbox.conversation.detail.value
  const drafted = inbox.drafts.has(detail?.id ?? '')
  const last = lastWord(detail?.records ?? [])
  return (
    <Modal title="Close this conversation?" close={close}>
      <p>The shopper sees that it is closed and may rate it. If they write again, a new one begins with what is known.</p>
      {last === 'nobody' && <p class="problem">Nobody has answered the shopper yet.</p>}
      {last === 'shopper' && <p class="last-word">The shopper wrote last, after your team’s answer.</p>}
      {drafted && <p class="problem">You have a reply here that is not sent.</p>}
      <p class="modal-actions">
        <button type="button" class="button primary" onClick={() => conclude(true)}>
          Close as resolved
        </button>
        <button type="button" class="button" onClick={() => conclude(false)}>
          Close, not resolved
        </button>
        <button type="button" class="button quiet-button" onClick={close}>
          Keep it open
        </button>
      </p>
    </Modal>
  )
}
