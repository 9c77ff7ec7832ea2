// A part of its own: only a page that sets what few do downloads it, and one that has made a mistake.

import { commonNames, type ReadOptions } from '../options.js'
import { drawOwnProps } from '../ui/own-props.js'
import { diagnose, type Warn } from '../warn.js'
import { hasLeft } from './has-left.js'
import type { Inside } from './inside.js'
import { keepConsent } from './keep-consent.js'
import { mirrorEvents } from './mirror-events.js'
import { MORE_NAMES, type MoreOptions, readMoreOptions } from './more-options.js'
import { placeChat } from './place-chat.js'

/** Reads the options that few shops set, and says what is wrong with them. */
export function readMore({ rest = {} }: ReadOptions, warn: Warn): MoreOptions {
  const known = [...commonNames, ...MORE_NAMES]
  return readMoreOptions(
    rest,
    (name, should) => diagnose((words) => words.unfitOption(name, warn, should)),
    (name) =>
      diagnose((words) =>
        commonNames.includes(name)
          ? words.unfitOption(name, warn, undefined, rest[name])
          : words.unknownName('attribute', name, known, warn),
      ),
  )
}

/** Says what is wrong with options that lead to no person, so that there is no chat. */
export function refuse(options: ReadOptions, warn: Warn): void {
  readMore(options, warn)
  diagnose((words) => words.noWayToPerson())
}

/** Does what those options ask for, before the chat is drawn; and again with what has changed. */
export async function attendMore(inside: Inside): Promise<void> {
  if (hasLeft(inside)) return
  const { options, warn } = inside
  for (const _ in {}) drawOwnProps()
  const before = inside.more ?? {}
  const more: MoreOptions = { ...before, ...readMore(options, warn) }
  inside.more = more
  const { consent, offset, zIndex, avoid, launcher, inline, beforeSend, beforeRender, beforeHandoff } = more
  if (consent) keepConsent(inside, consent)
  if (more.dataLayer && !before.dataLayer) mirrorEvents(inside, more.dataLayer === true ? 'dataLayer' : String(more.dataLayer))
  // The conversation waits for these; the greeting does not. Nobody goes without the chat because one did not load.
  const waitFor = (part: Promise<void>) => {
    inside.wait = Promise.all([inside.wait, part.catch(() => undefined)])
  }
  if ((more.faqs || more.hours) && !before.faqs && !before.hours)
    waitFor(import('./help-files.js').then(({ helpFiles }) => helpFiles(inside, more)))
  if (more.faqs) inside.has.add('faqs')
  if (beforeSend || beforeRender || beforeHandoff) waitFor(import('./hold-hooks.js').then(({ holdHooks }) => holdHooks(inside)))
  if (more.events || more.dataLayer) waitFor(import('./announce-steps.js').then(({ announceSteps }) => announceSteps(inside)))
  // Only once at the start; where the shopper has to agree first, that part says when.
  if (Object.keys(before).length === 0 && consent !== 'required') inside.goOn()
  if (offset !== undefined || zIndex !== undefined || avoid || launcher || inline) await placeChat(inside, more)
}
