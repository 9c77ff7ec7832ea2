import { parseAddress } from './hosted-address.js'
import { type Images, pictureSizes } from './images.js'
import { ownValue } from './own-value.js'
import { parsePathData, writePathData } from './path-data.js'

/** The pictures of a theme, written anew. `hosts` are those whose addresses the shop allows. */
export function resolveImages(theme: unknown, drop: (path: string) => void, hosts: readonly string[]): Images {
  const written = ownValue(theme, 'images')
  const images: Record<string, object> = {}
  for (const picture of Object.keys(pictureSizes)) {
    const from = ownValue(written, picture)
    if (from === undefined) continue
    const path = parsePathData(ownValue(from, 'path'))
    // The bot's mark is drawn and never a photo, so that it cannot pass for a person; the launcher's is, so that it is always there.
    const address = picture !== 'logo' ? undefined : parseAddress(ownValue(from, 'address'), hosts)
    if (path) images[picture] = { path: writePathData(path) }
    else if (address) images[picture] = { address }
    else drop(`images.${picture}`)
  }
  return images
}
