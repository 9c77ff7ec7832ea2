import { readablePairsOf } from './check/readable-pairs.js'
import { pictureSizes } from './images.js'
import { looks } from './looks.js'
import { partValues } from './parts.js'
import { theme as base } from './skins/counter.js'

/** The whole contract as data, for those who describe it: the guide, an editor, a gallery. No shopper downloads it. */
export const contract = {
  base,
  looks,
  partValues,
  pictureSizes,
  pairs: readablePairsOf({ pattern: 'dots', parts: {} }),
} as const
