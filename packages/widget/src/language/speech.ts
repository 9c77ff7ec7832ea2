import type { FlowInChapters, Opening, Proactive, WordGroups } from '@shopbell/core'

/** How the shopper is spoken to where that is not the English, or not the flow, that comes with the widget. */
export interface Speech {
  /** BCP 47: how dates, numbers and plurals are written. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  /** A part's words, for which its English ones are handed in. */
  words<Group extends keyof WordGroups>(group: Group, english: WordGroups[Group]): WordGroups[Group]
  opening(opening: Opening): Opening
  flow(flow: FlowInChapters | (() => Promise<FlowInChapters>)): Promise<FlowInChapters>
  /** Settles once a flow that is a file of its own is here, or is not waited for any longer. */
  readonly ready?: Promise<unknown>
  /** What that flow says by itself. */
  readonly proactive?: readonly Proactive[] | undefined
}
