import { useSignal } from '@preact/signals'
import { openTheme } from '../open-theme.js'
import type { Studio } from '../studio.js'

/** Opens a theme that somebody has already: pasted as JSON or as the text of its file, read as data and never run. */
export function OpenPane({ studio: { begin } }: { readonly studio: Studio }) {
  const said = useSignal('')
  const refused = useSignal(false)
  const open = (text: string) => {
    const opened = openTheme(text)
    refused.value = typeof opened === 'string'
    if (typeof opened === 'string') {
      said.value = `${opened.startsWith('The ') ? opened : `This ${opened}`}. Paste a theme’s file, or the JSON that shopbell theme pack writes.`
      return
    }
    begin(opened.theme)
    const { leftOut, meant } = opened
    said.value = `${opened.theme.name || 'The theme'} is open.${leftOut.length > 0 ? ` Left out, because no theme can say it: ${leftOut.join(', ')}.${meant.length > 0 ? ` ${meant.join(' ')}` : ''}` : ''}`
  }
  return (
    <details>
      <summary>
        <h2>Open a theme</h2>
      </summary>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault()
          const text = new FormData(event.currentTarget).get('theme')
          open(typeof text === 'string' ? text : '')
        }}
      >
        <label for="open-text">Its JSON, or the text of its file</label>
        <textarea
          id="open-text"
          name="theme"
          rows={6}
          spellcheck={false}
          aria-invalid={refused.value}
          aria-describedby="open-note"
          placeholder="export const theme = defineTheme({ … })"
        />
        <div class="actions">
          <button type="submit">Open</button>
        </div>
        <p role="status" class="note" id="open-note">
          {said.value}
        </p>
      </form>
    </details>
  )
}
