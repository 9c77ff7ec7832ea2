import type { Studio } from '../studio.js'

/** The gallery of skins: each begins a theme. */
export function SkinPicker({ studio }: { readonly studio: Studio }) {
  const { draft, skins, begin, view } = studio
  return (
    <>
      <h2>Begin from a skin</h2>
      <ul class="skins">
        {skins.map((skin) => {
          const { accent, surface, header, text } = { ...skin[view.scheme.value] }
          return (
            <li key={skin.name}>
              <button type="button" aria-pressed={draft.value === skin} title={skin.description} onClick={() => begin(skin)}>
                <span class="swatches" aria-hidden="true">
                  {[header, surface, accent, text].map((colour, index) => (
                    <i key={String(index)} style={{ background: colour ?? '' }} />
                  ))}
                </span>
                {skin.name}
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
