import type { Chapter, Flow } from './flow.js'

/** A flow with one more chapter. */
export function withChapter<Begun extends Flow>(flow: Begun, { steps, texts }: Chapter): Begun {
  return { ...flow, steps: { ...flow.steps, ...steps }, texts: { ...flow.texts, ...texts } }
}
