import type { Choices as Chosen } from '@shopbell/themes'
import type { Studio } from '../studio.js'
import { choices } from '../tokens.js'

/** The tokens that are one of a few words. */
export function Choices({ studio: { settled, write } }: { readonly studio: Studio }) {
  return (
    <div class="choices">
      {(Object.keys(choices) as (keyof Chosen)[]).map((name) => (
        <label key={name} class="field">
          <span>{choices[name].label}</span>
          <select value={settled.value[name]} onChange={({ currentTarget }) => write(name, currentTarget.value)}>
            {Object.entries(choices[name].values).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  )
}
