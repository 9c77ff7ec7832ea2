import { scenes } from '../stage/scenes.js'
import type { Studio } from '../studio.js'
import { StageFrame } from './stage-frame.js'

/** The scene that was chosen on a shop's page, or all of them side by side. */
export function Stages({ studio }: { readonly studio: Studio }) {
  const { scene, all, device } = studio.view
  const shown = scenes.filter(({ name }) => all.value || name === scene.value)
  return (
    <ul class={`stages ${all.value ? 'all' : 'one'} ${device.value}`}>
      {shown.map(({ name, title }) => (
        <li key={name}>
          {all.value && <h2>{title}</h2>}
          <div class="window">
            <StageFrame studio={studio} scene={name} title={title} />
          </div>
        </li>
      ))}
    </ul>
  )
}
