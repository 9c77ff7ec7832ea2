import { type Commit, rejoin } from '@shopbell/core'
import { readCommit } from './read-commit.js'

// What is long is kept as what reads it again wants it.
export { packCommit } from './pack-commit.js'

/**
 * What to go on with, of what is stored and what this tab has kept `apart` from it while the store did not answer; `null` where
 * nothing of it can be read, or the shopper has left meanwhile. Needed only where there is something from before, or from another
 * tab. A page that is rendered ahead of its time waits here, and so calls nobody, until it is shown.
 */
export async function takeKept(stored: unknown, apart: Commit | null): Promise<Commit | null> {
  if ('prerendering' in document && document.prerendering)
    await new Promise((shown) => document.addEventListener('prerenderingchange', shown, { once: true }))
  const held = readCommit(stored)
  return held && apart && held.owner === apart.owner ? rejoin(held, apart) : held
}
