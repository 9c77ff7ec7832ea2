type Text = string | RegExp

/** Where it stands; with how often, where that is not once. */
export type Place = Text | readonly [Text, number]
export interface Places {
  readonly never?: readonly Place[]
  readonly always?: readonly Place[]
  readonly gone?: readonly Place[]
}
export declare const lookedThrough: Readonly<Record<string, string>>
export declare const neverAsked: Readonly<Record<string, Readonly<Record<string, Places>>>>
