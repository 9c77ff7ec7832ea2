import type { Plant } from './plant.js'

/** A bug that the simulation must find. */
export interface Planted {
  readonly name: string
  /** The invariant that it is expected to break. */
  readonly breaks: string
  /** A seed that finds it, and that is green without it. */
  readonly seed: number
  readonly plant: Plant
}
