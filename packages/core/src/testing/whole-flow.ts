import type { Flow, FlowInChapters } from '../flow/flow.js'

/** A flow with all its chapters: tools look at the whole. */
export async function wholeFlow({ chapters, ...begun }: FlowInChapters): Promise<Flow> {
  const read = await Promise.all(Object.values(chapters ?? {}).map((chapter) => chapter()))
  return {
    ...begun,
    steps: Object.assign({}, begun.steps, ...read.map(({ steps }) => steps)),
    texts: Object.assign({}, begun.texts, ...read.map(({ texts }) => texts)),
  }
}
