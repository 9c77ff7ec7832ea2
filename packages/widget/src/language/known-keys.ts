import { type KnownKeys, keysOf } from '@shopbell/core'
import { catalogue } from '@shopbell/core/locales/en'
import { moduleTexts } from '@shopbell/core/locales/modules/en'

/** The names of all that can be said in other words. The build for script tags puts the list itself in this module's place. */
export const knownKeys: KnownKeys = keysOf(catalogue, moduleTexts)
