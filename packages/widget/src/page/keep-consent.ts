// A part of its own: only a shop that asks for consent downloads it.
import type { Commit, Store } from '@shopbell/core'
import { forgetStory } from '../browser/forget-story.js'
import type { ResumeKey } from '../browser/resume-key.js'
import type { Inside } from './inside.js'

interface Consent {
  given: boolean
  readonly own: ResumeKey
  /** Keeps what this page has in memory, now that it may. */
  keep?(): void
}

const consents = new WeakMap<Inside, Consent>()

/**
 * Keeps to what the shopper has agreed to. Until that is `given` nothing is read from or written to this browser: what is said lasts as
 * long as the page. With `given` it is kept from then on; `required` again takes away what was kept.
 */
export function keepConsent(inside: Inside, consent: 'required' | 'given'): void {
  const before = consents.get(inside)
  const given = consent === 'given'
  if (!before) begin(inside, given)
  else if (before.given !== given) {
    before.given = given
    if (given) {
      inside.goOn()
      before.keep?.()
    } else void withdraw(inside.site, before.own)
  } else return
  inside.events.emit('consent:changed', { consent })
}

/** What was kept here goes. The conversation on the page goes on. */
async function withdraw(site: string, own: ResumeKey): Promise<void> {
  await forgetStory(site, own)
  try {
    for (const place of [localStorage, sessionStorage])
      for (const name of Object.keys(place)) if (name.startsWith(`shopbell:${site}:`)) place.removeItem(name)
  } catch {
    // Storage is forbidden, so there is nothing in it.
  }
}

function begin(inside: Inside, given: boolean): void {
  const { resume, site } = inside
  const own: ResumeKey = { ...resume }
  const consent: Consent = { given, own }
  consents.set(inside, consent)
  inside.mayStore = () => consent.given
  Object.assign(resume, {
    read: () => (consent.given ? own.read() : null),
    write: (value) => consent.given && own.write(value),
  } satisfies ResumeKey)
  inside.store = consentedStore(site, consent, async () => {
    const { durableStore } = await import('../whole-chat.js')
    return durableStore(site, resume)
  })
}

/** In memory until there is consent; then where it lasts, with what was said before. */
function consentedStore(site: string, consent: Consent, open: () => Promise<Store>): Store {
  let memory: Commit | null = null
  let durable: Promise<Store> | undefined

  async function place(): Promise<Store | undefined> {
    if (!consent.given) {
      durable = undefined
      return undefined
    }
    durable ??= open().then(async (opened) => {
      const kept = await opened.read()
      // What this page has said goes along, unless a person is on the way to this shopper from another page.
      if (memory && isMore(memory) && consent.own.read() !== 'open') {
        if (kept) await opened.erase()
        await opened.commit({ ...memory, rev: 1 })
      }
      return opened
    })
    return durable
  }

  // A ticket would be lost with the page, and its link is good once.
  consent.keep = () => void (memory && isMore(memory) && place().catch(() => undefined))

  return {
    level: 'memory',
    async read() {
      const to = await place()
      if (to) memory = await to.read()
      return memory
    },
    async commit(next, after) {
      const to = await place()
      const answer = to ? await to.commit(next, after) : (memory?.rev ?? 0) === next.rev - 1 ? 'done' : 'lost'
      // Whoever takes consent back goes on in memory.
      if (answer === 'done') memory = next
      return answer
    },
    async erase() {
      memory = null
      const to = await place()
      if (to) await to.erase()
      // What was kept with consent on another page goes too, whatever has been agreed to on this one.
      else await forgetStory(site, consent.own)
    },
    close: () => void durable?.then((opened) => opened.close?.()),
  }
}

/** More than a greeting. */
const isMore = ({ rev, state }: Commit) => rev > 1 || state.conversation !== null
