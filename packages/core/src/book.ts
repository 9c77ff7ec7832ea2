import type { Parts } from './conversation/parts.js'
import { fitFlow } from './flow/fit-flow.js'
import type { Capability, Flow, FlowInChapters } from './flow/flow.js'
import { withChapter } from './flow/with-chapter.js'
import type { Place } from './place.js'

/** `place` comes with the way to a person: it has what is written in the review looked at, before the machine sees it. */
type Fetched = Partial<Parts> & { readonly place?: Place }

/** What the machine reduces with, as far as it has been fetched. */
export interface Book {
  readonly flow: Flow
  /** The machine's own parts, and what comes with them. */
  readonly parts: Fetched
  /** How to fetch the first that a turn has missed, if it can be fetched: what it missed afterwards may only come of that. */
  comingFor(missing: readonly string[]): (() => Promise<void>) | undefined
}

const fetchPart: { readonly [Name in keyof Parts]: () => Promise<Pick<Parts, Name>> } = {
  handoff: () => import('./person.js'),
  articles: () => import('./conversation/kinds/articles.js'),
  feedback: () => import('./conversation/feedback.js'),
  order: () => import('./conversation/order-answer.js'),
  own: () => import('./conversation/own-flow.js'),
  fields: () => import('./conversation/field-checks.js'),
  resume: () => import('./conversation/resume.js'),
}

/** Opens a flow as a shop with these capabilities can keep it. Its chapters come when a turn has missed one of their steps. */
export function openBook({ chapters: given, ...begun }: FlowInChapters, has: ReadonlySet<Capability>): Book {
  const chapters = { ...given }
  let whole: Flow = begun
  let flow = fitFlow(whole, has)
  let parts: Fetched = {}

  /** A chapter or the rest of it, and the part of the machine that has the same name. */
  async function fetchNamed(name: string): Promise<void> {
    const load = Object.hasOwn(fetchPart, name) && !Object.hasOwn(parts, name) ? fetchPart[name as keyof Parts] : undefined
    const [chapter, part] = await Promise.all([chapters[name]?.(), load?.()])
    delete chapters[name]
    parts = { ...parts, ...part }
    if (!chapter) return
    if (chapter.more) chapters[name] = chapter.more
    whole = withChapter(whole, chapter)
    flow = fitFlow(whole, has)
  }

  return {
    get flow() {
      return flow
    },
    get parts() {
      return parts
    },
    comingFor(missing) {
      for (const id of missing) {
        const [name = id] = id.split('-', 1)
        if ((Object.hasOwn(fetchPart, name) && !Object.hasOwn(parts, name)) || Object.hasOwn(chapters, name))
          return () => fetchNamed(name)
      }
      return undefined
    },
  }
}
