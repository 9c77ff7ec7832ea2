import type { Signal } from '@preact/signals'
import { scenes } from '../stage/scenes.js'
import type { View } from '../studio.js'

interface SwitchProps<Value extends string> {
  readonly legend: string
  readonly of: Signal<Value>
  readonly values: Readonly<Record<Value, string>>
}

/** A few words of which one holds. */
function Switch<Value extends string>({ legend, of, values }: SwitchProps<Value>) {
  return (
    <fieldset class="switch">
      <legend>{legend}</legend>
      {(Object.entries(values) as [Value, string][]).map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={legend}
            checked={of.value === value}
            onChange={() => {
              of.value = value
            }}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** What is looked at: which message, in which scheme, direction and size. */
export function ViewBar({ view }: { readonly view: View }) {
  return (
    <div class="view-bar">
      <label class="scene">
        <span>Message</span>
        <select
          value={view.all.value ? '' : view.scene.value}
          onChange={({ currentTarget: { value } }) => {
            view.all.value = value === ''
            if (value) view.scene.value = value
          }}
        >
          <option value="">All of them</option>
          {scenes.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <Switch legend="Scheme" of={view.scheme} values={{ light: 'Light', dark: 'Dark' }} />
      <Switch legend="Direction" of={view.language} values={{ en: 'Left to right', ar: 'Right to left' }} />
      <Switch legend="Size" of={view.device} values={{ desktop: 'Shop page', phone: 'Phone' }} />
    </div>
  )
}
