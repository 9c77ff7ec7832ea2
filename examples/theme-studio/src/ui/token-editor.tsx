import type { Studio } from '../studio.js'
import { colours } from '../tokens.js'
import { Choices } from './choices.js'
import { ColourField } from './colour-field.js'
import { JsonField } from './json-field.js'
import { SkinPicker } from './skin-picker.js'

/** Everything that a theme can say, with a control for each. */
export function TokenEditor({ studio }: { readonly studio: Studio }) {
  const { draft, begun, write, view } = studio
  const theme = draft.value
  return (
    <>
      <SkinPicker studio={studio} />
      <h2>Name</h2>
      <label class="field">
        <span>Name, the same as the file’s</span>
        <input value={theme.name} spellcheck={false} onInput={({ currentTarget }) => write('name', currentTarget.value)} />
      </label>
      <label class="field">
        <span>One line for galleries</span>
        <input value={theme.description} onInput={({ currentTarget }) => write('description', currentTarget.value)} />
      </label>
      <h2>Shape, type and movement</h2>
      <Choices studio={studio} />
      {(['light', 'dark'] as const).map((scheme) => (
        <details key={scheme} open={scheme === view.scheme.value}>
          <summary>
            <h2>{scheme === 'light' ? 'Light colours' : 'Dark colours'}</h2>
          </summary>
          {(Object.keys(colours) as (keyof typeof colours)[]).map((token) => (
            <ColourField key={token} studio={studio} scheme={scheme} token={token} />
          ))}
        </details>
      ))}
      <details>
        <summary>
          <h2>Parts and pictures</h2>
        </summary>
        <JsonField key={`parts ${begun.value}`} studio={studio} name="parts" label="Parts, as JSON" />
        <JsonField key={`images ${begun.value}`} studio={studio} name="images" label="Pictures, as JSON" />
      </details>
    </>
  )
}
