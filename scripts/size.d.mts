export type Step =
  | 'loader'
  | 'greeting'
  | 'answer'
  | 'orders'
  | 'articles'
  | 'writing'
  | 'person'
  | 'live'
  | 'skin'
  | 'rare'
  | 'language'
export interface Manifest {
  readonly entry: string
  readonly files: readonly { readonly file: string; readonly step: Step; readonly bytes: number; readonly brotli: number }[]
  /** Brotli bytes of core alone, by moment. */
  readonly core: Readonly<Record<string, number>>
}
export type Sizes = Record<Step, { readonly brotli: number; readonly files: number }>
export interface Row {
  readonly what: string
  readonly when: string
  readonly kilobytes: string
}
export declare const budgets: {
  readonly name: string
  readonly steps: readonly Step[]
  readonly limit: number
  readonly goal: number
}[]
export declare const coreBudgets: { readonly name: string; readonly limit: number; readonly goal: number }[]
export declare function readManifest(): Manifest
export declare function sizesOfSteps(manifest: Manifest): Sizes
export declare function sizeRows(sizes: Sizes): Row[]
export declare function sizesTable(rows: readonly Row[]): string
