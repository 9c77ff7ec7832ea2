import { useEffect, useState } from 'preact/hooks'
import type { Colleague } from '../../agent-api.js'
import { useInbox } from './inbox-context.js'
import { Modal } from './modal.js'

/** Asks to whom a conversation is handed, of those who are there at this moment. */
export function TransferDialog() {
  const inbox = useInbox()
  const [colleagues, setColleagues] = useState<readonly Colleague[] | null>(null)
  const close = () => {
    inbox.dialog.value = null
  }
  useEffect(() => {
    void inbox.conversation.colleagues().then(setColleagues)
  }, [])
  return (
    <Modal title="Hand this over" close={close}>
      <p>The shopper reads who talks with them now. Your notes and the whole conversation go along.</p>
      {colleagues?.length === 0 && (
        <p role="status">Nobody else is at the desk. Give it back, and it queues for whoever comes.</p>
      )}
      <p class="modal-actions">
        {colleagues?.map(({ agent, name }) => (
          <button
            key={agent}
            type="button"
            class="button"
            onClick={() => {
              close()
              void inbox.conversation.transfer(agent)
            }}
          >
            <bdi>{name}</bdi>
          </button>
        ))}
        <button type="button" class="button quiet-button" onClick={close}>
          Keep it
        </button>
      </p>
    </Modal>
  )
}
