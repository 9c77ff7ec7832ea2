import type { Field } from '../flow/flow.js'

/** Where a fact came from: typed by the shopper, told by the page, or found by the shop's own systems. */
export type FactSource = 'shopper' | 'page' | 'desk'

/** One thing we know about the shopper. `verified` is true only where the shop's server vouches for it. */
export interface Fact {
  readonly value: string
  readonly source: FactSource
  readonly verified: boolean
  readonly at: number
  /** The answer to a field that is sensitive. Its value is empty but in the packet on its way to a person. */
  readonly sensitive?: true
  /** What the shop's server signed it with; opaque here, and worth what the desk finds it to be. */
  readonly proof?: string
}

/** What we know, by name. The names that the default flow uses: `orderNumber`, `email`, `name`, `situation`, `query`, `article`, `missing`. */
export type Facts = Readonly<Record<string, Fact>>

/** A field of a form, as a flow declares it, and the kinds there are. */
export type { Field } from '../flow/flow.js'
export type FieldType = Field['type']
