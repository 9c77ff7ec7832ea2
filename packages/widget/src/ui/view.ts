import type { ReadonlySignal, Signal } from '@preact/signals'
import type { ArticleWords, OrderWords, PersonWords, Words } from '@shopbell/core'

/** What the page decides about the widget, as signals, so that a change redraws only what shows it. */
export interface View {
  /** The panel is open. The launcher and the close button write it too. */
  readonly opened: Signal<boolean>
  /** The launcher is shown. */
  readonly launcher: Signal<boolean>
  /** What is typed and not yet sent. */
  readonly draft: Signal<string>
  readonly side: ReadonlySignal<'left' | 'right'>
  /** The shop's name; empty for none. */
  readonly title: ReadonlySignal<string>
  /** A launcher with words instead of a round one. */
  readonly pill: ReadonlySignal<boolean>
  /** BCP 47, and an IANA zone: how dates and numbers are written. */
  readonly locale: string
  readonly zone: string
  readonly direction: 'ltr' | 'rtl'
  /** Adds a style sheet to the shadow root. */
  adopt(css: string): void
  /** Milliseconds since 1970. Defaults to the platform's clock. */
  now?(): number
  /** The words of the later parts in the shopper's language. Default to English, which comes along with them. */
  readonly loadWords?: () => Promise<Words>
  readonly loadPersonWords?: () => Promise<PersonWords>
  readonly loadOrderWords?: () => Promise<OrderWords>
  readonly loadArticleWords?: () => Promise<ArticleWords>
}
