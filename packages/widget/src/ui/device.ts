import type { ReadonlySignal, Signal } from '@preact/signals'
import type { DeviceWords, Words } from '@shopbell/core'

/** What a written conversation says of who speaks. */
export interface FileWords {
  readonly title: string
  readonly bot: string
  readonly by: Words['by']
  /** With `{name}`. */
  readonly picture: string
}

/** What a browser can do for a shopper who talks with a person. The menu offers it; who attends to the conversation does it. */
export interface Device {
  readonly words: DeviceWords
  /** An answer that nobody sees makes a sound. `null`: the shop wants none. */
  readonly sound: Signal<boolean> | null
  /** Notifications of the system: `off` until the shopper asks for them, `denied` where the browser forbids them, `none` where there are none. */
  readonly desktop: ReadonlySignal<'none' | 'off' | 'on' | 'denied'>
  /** Asks the browser, the first time. Only ever called by a tap. */
  toggleDesktop(): Promise<void>
  /** Hands the conversation over as a text file. */
  download(words: FileWords): void
  /** Shows what is stored, and how to delete it. */
  showReceipt(): void
}
