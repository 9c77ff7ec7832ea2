import { useState } from 'preact/hooks'
import { Icon } from './icon.js'

/** A picture from the shopper; one tap shows it whole. Where it cannot be shown, its name says what was there. */
export function Picture({ address, file, who }: { address: string; file: string; who: string }) {
  const [failed, setFailed] = useState(false)
  if (failed) {
    return (
      <span class="picture-missing">
        <Icon name="picture" />
        <span>
          <bdi>{file}</bdi> could not be shown. It may have been erased.
        </span>
      </span>
    )
  }
  return (
    <a class="picture" href={address} target="_blank" rel="noopener noreferrer">
      <img src={address} alt={`From ${who}: ${file}. Opens whole in a new tab.`} loading="lazy" onError={() => setFailed(true)} />
    </a>
  )
}
