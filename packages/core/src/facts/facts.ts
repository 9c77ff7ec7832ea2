/** Where a fact came from: typed by the shopper, told by the page, or found by the shop's own systems. */
export type FactSource = 'shopper' | 'page' | 'desk'

/** One thing we know about the shopper. `verified` is true only where the shop's server vouches for it. */
export interface Fact {
  readonly value: string
  readonly source: FactSource
  readonly verified: boolean
  readonly at: number
}

/** What we know, by name. The names that the default flow uses: `orderNumber`, `email`, `name`, `situation`, `query`, `article`, `missing`. */
export type Facts = Readonly<Record<string, Fact>>

/** The kinds of fields that a form can ask for. */
export type FieldType = 'order-number' | 'email' | 'text' | 'long-text'

/** A field of a form, as a flow declares it. Words are keys of the flow's texts. */
export interface Field {
  readonly type: FieldType
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}
