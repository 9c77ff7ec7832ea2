import type { Flow } from '@shopbell/core'
import type { DemoAdapter, DemoOptions } from '@shopbell/core/adapters/demo'
import type { Options, Widget } from '@shopbell/widget'
import type { Actor } from './actor.js'
import type { Kind } from './kinds.js'

/** What a scene is played with. */
export interface Cast {
  readonly chat: Widget
  readonly shop: DemoAdapter
  readonly actor: Actor
}

/** One thing that a theme has to dress: how the shop is that day, and what the shopper does until it is there. */
export interface Scene {
  readonly name: string
  readonly title: string
  /** What can be seen of it in the end. */
  readonly shows: readonly Kind[]
  readonly shop?: DemoOptions
  /** What is amiss with the shop that day. */
  readonly amiss?: (shop: DemoAdapter) => Partial<DemoAdapter>
  /** A flow of the scene's own, where the storefront's does not have it. */
  readonly flow?: Flow
  /** What the shop says beside the launcher. */
  readonly proactive?: Options['proactive']
  play(cast: Cast): Promise<unknown>
}
