import type { ReadonlySignal, Signal } from '@preact/signals'
import type { WordGroups } from '@shopbell/core'
import type { Device } from './device.js'

/** What the page decides about the widget, as signals, so that a change redraws only what shows it. */
export interface View {
  /** The panel is open. The launcher and the close button write it too. */
  readonly opened: Signal<boolean>
  /** The panel is drawn: a mouse has come to the launcher, or it was opened. Whoever opens it then waits for nothing of it. */
  readonly reached: Signal<boolean>
  /** The launcher is shown. */
  readonly launcher: Signal<boolean>
  /** What is typed and not yet sent. */
  readonly draft: Signal<string>
  readonly side: ReadonlySignal<'left' | 'right'>
  /** The shop's name; empty for none. */
  readonly title: ReadonlySignal<string>
  /** A launcher with words instead of a round one. */
  readonly pill: ReadonlySignal<boolean>
  /** BCP 47, and an IANA zone, by default the device's: how dates and numbers are written. */
  readonly locale: string
  readonly zone?: string
  readonly direction: 'ltr' | 'rtl'
  /** The panel is a part of the page: it has no launcher, and does not close. */
  readonly inline?: boolean
  /** What this browser can do for the shopper, once a person is called. */
  readonly device?: Device | undefined
  /** Adds a style sheet to the shadow root. */
  adopt(css: string): void
  /** Milliseconds since 1970. Defaults to the platform's clock. */
  now?(): number
  /** A part's words in the shopper's language; its English ones, which come along with it, are handed in. */
  words<Group extends keyof WordGroups>(group: Group, english: WordGroups[Group]): WordGroups[Group]
}
