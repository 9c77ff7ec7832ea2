import type { Handoff } from './conversation/handoff.js'
import { HANDOFF } from './conversation/turn.js'
import { fitFlow } from './flow/fit-flow.js'
import type { Capability, Flow, FlowInChapters } from './flow/flow.js'
import { withChapter } from './flow/with-chapter.js'

/** What the machine reduces with, as far as it has been fetched. */
export interface Book {
  readonly flow: Flow
  /** The machine's own part for the way to a person. */
  readonly handoff: Handoff | null
  /** How to fetch the first that a turn has missed, if it can be fetched: what it missed afterwards may only come of that. */
  comingFor(missing: readonly string[]): (() => Promise<void>) | undefined
}

/** Opens a flow as a shop with these capabilities can keep it. Its chapters come when a turn has missed one of their steps. */
export function openBook({ chapters: given, ...begun }: FlowInChapters, has: ReadonlySet<Capability>): Book {
  const chapters = { ...given }
  let whole: Flow = begun
  let flow = fitFlow(whole, has)
  let handoff: Handoff | null = null

  async function fetchChapter(name: string): Promise<void> {
    const chapter = await chapters[name]?.()
    delete chapters[name]
    if (!chapter) return
    whole = withChapter(whole, chapter)
    flow = fitFlow(whole, has)
  }

  async function fetchHandoff(): Promise<void> {
    const [part] = await Promise.all([import('./conversation/handoff.js'), fetchChapter(HANDOFF)])
    handoff = part.handoff
  }

  return {
    get flow() {
      return flow
    },
    get handoff() {
      return handoff
    },
    comingFor(missing) {
      for (const id of missing) {
        const [name = id] = id.split('-', 1)
        if (name === HANDOFF && !handoff) return fetchHandoff
        if (Object.hasOwn(chapters, name)) return () => fetchChapter(name)
      }
      return undefined
    },
  }
}
