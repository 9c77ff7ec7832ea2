import { effect } from '@preact/signals'
import { openTheme } from './open-theme.js'
import type { Studio } from './studio.js'

const NAME = 'theme-studio-draft'

/** Keeps the theme in the making in this tab, so that it is there again after the page was loaded anew. */
export function keepDraft(
  studio: Pick<Studio, 'draft' | 'begin' | 'skins'>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): void {
  try {
    const kept = storage.getItem(NAME)
    const opened = kept === null ? '' : openTheme(kept)
    // A skin as it is shall be known as one.
    if (typeof opened !== 'string')
      studio.begin(studio.skins.find((skin) => JSON.stringify(skin) === JSON.stringify(opened.theme)) ?? opened.theme)
  } catch {
    // A browser that keeps nothing for this page has nothing to give back.
  }
  effect(() => {
    const written = JSON.stringify(studio.draft.value)
    try {
      storage.setItem(NAME, written)
    } catch {
      // The draft lives as long as the page does.
    }
  })
}
