import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { LaterPart, Part } from '../fetch-part.js'
import { Skeleton } from '../skeleton.js'

export interface LaterProps<Parts, Words> {
  readonly of: LaterPart<Parts, Words>
  readonly children: (part: Part<Parts, Words>) => VNode
}

/** Draws with a part that is fetched when it is first needed; until then something stands in for it. */
export function Later<Parts, Words>({ of, children }: LaterProps<Parts, Words>) {
  useEffect(() => void of.fetch(), [of])
  return of.here.value ? children(of.here.value) : <Skeleton of={of} />
}
