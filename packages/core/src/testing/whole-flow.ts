import type { Chapter, Flow, FlowInChapters } from '../flow/flow.js'
import { withChapter } from '../flow/with-chapter.js'

/** A flow with all its chapters: tools look at the whole. */
export async function wholeFlow({ chapters, ...begun }: FlowInChapters): Promise<Flow> {
  const read: readonly Chapter[] = await Promise.all(Object.values(chapters ?? {}).map((chapter) => chapter()))
  return read.reduce<Flow>(withChapter, begun)
}
