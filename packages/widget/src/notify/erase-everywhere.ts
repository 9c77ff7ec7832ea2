import type { Sender } from '@shopbell/core'
import type { Inside } from '../page/inside.js'
import { forgetHere } from '../page/stored-here.js'

/** How long the desk may take, in milliseconds. What is here goes in any case. */
const PATIENCE = 10_000

/** What became of it. `here`: this browser keeps nothing any more; `everywhere`: neither does the desk. */
export type Erased = 'everywhere' | 'here' | 'desk-failed'

/** Deletes what is stored of the shopper: at the desk, where it can do that, and here in any case. */
export async function eraseEverywhere(inside: Inside, sender: Sender | null, sent: boolean): Promise<Erased> {
  const { chat, site, options } = inside
  const { erasure } = options.adapter ?? {}
  const asked = sent && sender && erasure ? await askDesk((signal) => erasure.erase(sender, signal)) : undefined
  inside.untold.length = 0
  inside.view.draft.value = ''
  await chat.shutdown()
  forgetHere(site)
  if (!sent || asked === true) return 'everywhere'
  return asked === undefined ? 'here' : 'desk-failed'
}

async function askDesk(ask: (signal: AbortSignal) => Promise<boolean>): Promise<boolean> {
  try {
    return (await ask(AbortSignal.timeout(PATIENCE))) === true
  } catch {
    return false
  }
}
