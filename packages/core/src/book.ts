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
  /** How to fetch what a turn has missed; nothing for what there is none of. */
  comingFor(missing: readonly string[]): readonly (() => Promise<void>)[]
}

/** Opens a flow as a shop with these capabilities can keep it. Its chapters come when a turn has missed one of their steps. */
export function openBook(begun: FlowInChapters, has: ReadonlySet<Capability>): Book {
  const chapters = { ...begun.chapters }
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
      const names = new Set(missing.map((id) => id.split('-', 1)[0] ?? id))
      return [...names].flatMap((name) => {
        if (name === HANDOFF) return handoff ? [] : fetchHandoff
        return Object.hasOwn(chapters, name) ? () => fetchChapter(name) : []
      })
    },
  }
}
