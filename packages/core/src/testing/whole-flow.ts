import type { Chapter, Flow, FlowInChapters } from '../flow/flow.js'

/** A flow with all its chapters: tools look at the whole. */
export async function wholeFlow({ chapters, ...begun }: FlowInChapters): Promise<Flow> {
  const read = (await Promise.all(Object.values(chapters ?? {}).map(wholeChapter))).flat()
  return {
    ...begun,
    steps: Object.assign({}, begun.steps, ...read.map(({ steps }) => steps)),
    texts: Object.assign({}, begun.texts, ...read.map(({ texts }) => texts)),
  }
}

async function wholeChapter(load: () => Promise<Chapter>): Promise<readonly Chapter[]> {
  const chapter = await load()
  return chapter.more ? [chapter, ...(await wholeChapter(chapter.more))] : [chapter]
}
