import type { Chapter, FlowInChapters, Opening } from '../flow/flow.js'

type Texts = Readonly<Record<string, string | undefined>>

function overlay(texts: Readonly<Record<string, string>>, language: Texts, english?: Texts): Record<string, string> {
  const said: Record<string, string> = { ...texts }
  for (const [key, text] of Object.entries(language)) {
    const written = Object.hasOwn(texts, key) ? texts[key] : undefined
    if (typeof text === 'string' && (!english || written === undefined || written === english[key])) said[key] = text
  }
  return said
}

/**
 * A greeting, with its sentences in another language. With `english`, only those are changed that are still as Shopbell ships
 * them: a shop's own sentences are in the shop's language already.
 */
export function openingIn<Begun extends Opening>(opening: Begun, language: Texts, english?: Texts): Begun {
  return { ...opening, texts: overlay(opening.texts, language, english) }
}

/** The same of a whole flow, and of its chapters as they come. */
export function flowIn(flow: FlowInChapters, language: Texts, english?: Texts): FlowInChapters {
  const spoken = openingIn(flow, language, english)
  if (!flow.chapters) return spoken
  const chapters = Object.entries(flow.chapters).map(([name, load]) => [name, chapterIn(load, language, english)] as const)
  return { ...spoken, chapters: Object.fromEntries(chapters) }
}

type LoadChapter = () => Promise<Chapter>

function chapterIn(load: LoadChapter, language: Texts, english?: Texts): LoadChapter {
  return async () => {
    const { more, ...chapter } = await load()
    const texts = overlay(chapter.texts, language, english)
    return { ...chapter, texts, ...(more && { more: chapterIn(more, language, english) }) }
  }
}
