import { useSignal } from '@preact/signals'
import type { Studio } from '../studio.js'
import { themeFile } from '../theme-file.js'

/** The file that is published, to be copied as it stands. */
export function FilePane({ studio: { draft, findings } }: { readonly studio: Studio }) {
  const said = useSignal('')
  const file = themeFile(draft.value)
  const copy = async (text: string, what: string) => {
    try {
      await navigator.clipboard.writeText(text)
      said.value =
        findings.value.length === 0 ? `${what} is copied.` : `${what} is copied. Mend the findings before you publish it.`
    } catch {
      said.value = 'The browser does not let this page copy. Select the text and copy it yourself.'
    }
  }
  return (
    <section class="file" aria-labelledby="file-title">
      <h2 id="file-title">The file</h2>
      <div class="actions">
        <button type="button" class="lead" onClick={() => void copy(file, `${draft.value.name}.ts`)}>
          Copy the file
        </button>
        <button type="button" onClick={() => void copy(`${JSON.stringify({ version: 1, ...draft.value })}\n`, 'The JSON')}>
          Copy as JSON
        </button>
      </div>
      <p role="status" class="note">
        {said.value}
      </p>
      <label class="unseen" for="file-text">
        Text of the file
      </label>
      <textarea
        id="file-text"
        class="text"
        readOnly
        rows={Math.min(24, file.split('\n').length)}
        spellcheck={false}
        value={file}
      />
    </section>
  )
}
