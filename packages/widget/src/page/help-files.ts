// A part of its own: only a shop that has its answers or its hours in a file downloads it.
import { filesAdapter } from '@shopbell/core/adapters/files'
import type { Inside } from './inside.js'
import type { MoreOptions } from './more-options.js'

/** Answers and opening hours from the shop's files. A desk knows better who is there. */
export function helpFiles(inside: Inside, { faqs, hours }: MoreOptions): void {
  const { backend, adapter } = inside.options
  const asksDesk = backend !== undefined || adapter?.availability !== undefined
  if (hours && asksDesk) inside.warn('The option "hours" is left out, since the desk has opening hours of its own.')
  inside.help = filesAdapter({ faqs, hours: asksDesk ? undefined : hours, complain: inside.warn })
}
