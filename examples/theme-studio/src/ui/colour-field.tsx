import type { Palette } from '@shopbell/themes'
import type { Studio } from '../studio.js'
import { colours } from '../tokens.js'

export interface ColourFieldProps {
  readonly studio: Studio
  readonly scheme: 'light' | 'dark'
  readonly token: keyof Palette
}

/** One colour: to pick, to write, and to leave to the base theme. */
export function ColourField({ studio: { draft, settled, findings, write }, scheme, token }: ColourFieldProps) {
  const path = `${scheme}.${token}`
  const written = draft.value[scheme]?.[token]
  const worn = settled.value[scheme][token]
  const label = `${colours[token]}, ${scheme}`
  const wrong = findings.value.some((finding) => finding.path === path)
  return (
    <div class={wrong ? 'colour wrong' : 'colour'}>
      <input
        type="color"
        aria-label={`${label}: pick`}
        value={worn.slice(0, 7)}
        onInput={({ currentTarget }) => write(path, currentTarget.value)}
      />
      <label>
        <span>{colours[token]}</span>
        <input
          aria-label={label}
          aria-invalid={wrong}
          value={written ?? ''}
          placeholder={worn}
          spellcheck={false}
          onInput={({ currentTarget }) => write(path, currentTarget.value.trim() || undefined)}
        />
      </label>
    </div>
  )
}
