import { SHORTCUTS } from '../shortcuts.js'
import { useInbox } from './inbox-context.js'
import { Modal } from './modal.js'

const IN_THE_BOX = [
  { key: 'Enter', words: 'Send' },
  { key: 'Shift + Enter', words: 'New line' },
  { key: '/', words: 'Saved replies' },
  { key: 'Esc', words: 'Leave the box' },
]

/** What the keys do. */
export function HelpDialog() {
  const inbox = useInbox()
  const close = () => {
    inbox.dialog.value = null
  }
  return (
    <Modal title="Keyboard shortcuts" close={close}>
      <dl class="keys">
        {SHORTCUTS.map(({ key, words }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <h3>While you write</h3>
      <dl class="keys">
        {IN_THE_BOX.map(({ key, words }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p class="modal-actions">
        <button type="button" class="button" onClick={close}>
          Done
        </button>
      </p>
    </Modal>
  )
}
