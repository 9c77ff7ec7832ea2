import type { CDPSession, Page } from 'playwright'
import { type DomNode, inFocus, inPassing, readThrough, type Spoken, treeOf } from './say.js'

/** Hears a page as somebody does who cannot see it. */
export interface Ears {
  /** All that was heard so far, one line each, under what the shopper did. */
  readonly heard: string[]
  /** Does something and writes down what is heard of it, once these words are there, if any, and nothing changes any more. */
  after(deed: string, act: () => Promise<unknown>, words?: string | RegExp): Promise<void>
  /** Reads the panel from top to bottom, as with the arrow keys. */
  readAll(): Promise<void>
}

/** What the page has noted, in the order in which it happened. */
interface Note {
  readonly kind: 'changed' | 'focused'
  readonly nodes: readonly DomNode[]
}

interface Notebook {
  readonly notes: { readonly kind: Note['kind']; readonly nodes: readonly Node[] }[]
  /** Frames since something changed. */
  still: number
}
declare global {
  interface Window {
    notebook: Notebook
  }
}

/** How many frames have to pass without a change. */
const CALM = 3

/**
 * Listens to the chat on a page: what takes the focus, and what changes in its live regions. Names, roles, states and the
 * politeness of regions are the browser's own (its accessibility tree); how they become a sentence is in say.ts.
 */
export async function listen(page: Page): Promise<Ears> {
  const session = await page.context().newCDPSession(page)
  let under = 0
  page.on('request', () => under++)
  for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', () => under--)
  await page.evaluate(takeNotes)

  const heard: string[] = []
  let before: Spoken | undefined

  const settle = async () => {
    do await page.waitForFunction(isStill, CALM)
    while (under > 0)
  }
  const hear = async () => {
    const notes = await notesOf(session)
    const tree = await treeOf(session)
    // What is passed on at once is not heard, and what is polite waits until the focus has been told.
    const [focused] = notes.findLast(({ kind, nodes }) => kind === 'focused' && nodes.length > 0)?.nodes ?? []
    const spoken = focused && inFocus(tree, focused, before)
    if (spoken && spoken.path.at(-1) !== before?.path.at(-1)) heard.push(`  ${spoken.words}`)
    before = spoken ?? before
    for (const { kind, nodes } of notes) {
      if (kind === 'focused') continue
      for (const { politeness, words } of inPassing(tree, nodes)) heard.push(`  (${politeness}) ${words}`)
    }
  }

  return {
    heard,
    async after(deed, act, words) {
      heard.push('', `> ${deed}`)
      await act()
      if (words) await page.getByText(words).filter({ visible: true }).last().waitFor()
      await settle()
      await hear()
    },
    async readAll() {
      // What was said goes after a while.
      await page.clock.fastForward(10_000)
      await settle()
      heard.push('', '> reads the panel from the top')
      heard.push(...readThrough(await treeOf(session)).map((line) => `  ${line}`))
    },
  }
}

/** Runs in the page: notes each batch of changes and each move of the focus inside the chat. */
function takeNotes() {
  const root = document.querySelector('shopbell-chat')?.shadowRoot
  if (!root) throw new Error('There is no chat on this page.')
  const book: Notebook = { notes: [], still: 0 }
  window.notebook = book
  const observer = new MutationObserver((records) => {
    book.still = 0
    const came = records.flatMap(({ type, target, addedNodes }) => (type === 'childList' ? [...addedNodes] : [target]))
    const nodes = [...new Set(came)].filter((node) => !came.some((other) => other !== node && other.contains(node)))
    if (nodes.length > 0) book.notes.push({ kind: 'changed', nodes })
  })
  const watch = (of: ShadowRoot) => {
    observer.observe(of, { subtree: true, childList: true, characterData: true })
    return of
  }
  watch(root)
  // A root inside that is closed to everybody else.
  const { attachShadow } = Element.prototype
  Element.prototype.attachShadow = function (how) {
    return watch(attachShadow.call(this, how))
  }
  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) book.notes.push({ kind: 'focused', nodes: [target] })
  })
  const frame = () => {
    book.still++
    requestAnimationFrame(frame)
  }
  frame()
}

/** Runs in the page: whether nothing moves and nothing is on its way. */
function isStill(frames: number): boolean {
  const root = document.querySelector('shopbell-chat')?.shadowRoot
  const moves = root?.getAnimations().some((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
  return window.notebook.still >= frames && !moves && !root?.querySelector('.skeleton')
}

/** What was noted since the last time, of what is still there. */
async function notesOf(session: CDPSession): Promise<readonly Note[]> {
  const taken = await session.send('Runtime.evaluate', {
    expression:
      'notebook.taken = notebook.notes.splice(0).map(({ kind, nodes }) => ({ kind, nodes: nodes.filter((node) => node.isConnected) })); notebook.taken.flatMap(({ nodes }) => nodes)',
  })
  const counted = await session.send('Runtime.evaluate', {
    expression: 'notebook.taken.map(({ kind, nodes }) => ({ kind, count: nodes.length }))',
    returnByValue: true,
  })
  const { result } = await session.send('Runtime.getProperties', {
    objectId: taken.result.objectId ?? '',
    ownProperties: true,
  })
  const ids = result.flatMap(({ name, value }) => (/^\d+$/.test(name) && value?.objectId ? [value.objectId] : []))
  const described = await Promise.all(ids.map((objectId) => session.send('DOM.describeNode', { objectId, depth: -1 })))
  const nodes = described.map(({ node }) => node)
  return (counted.result.value as { kind: Note['kind']; count: number }[]).map(({ kind, count }) => ({
    kind,
    nodes: nodes.splice(0, count),
  }))
}
