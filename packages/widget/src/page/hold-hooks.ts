// A part of its own: only a page that has hooks downloads it.
import {
  type Chat,
  type Entry,
  OPENING_LIMITS,
  type ShopperIntent,
  type Snapshot,
  type State,
  type Transcript,
} from '@shopbell/core'
import { hearSteps } from './hear-steps.js'
import type { Inside } from './inside.js'
import type { BeforeRender, MoreOptions } from './more-options.js'
import { within } from './within.js'

/** How long a message waits for the page, in milliseconds. Then it goes as it was written. */
const SEND_PATIENCE = 1_000
/** The same of what goes to a person. */
const HANDOFF_PATIENCE = 1_500
/** What drawing lines may take all in all within one frame, in milliseconds. A hook that takes longer is not asked again. */
const RENDER_PATIENCE = 50

type Hook = 'beforeSend' | 'beforeRender' | 'beforeHandoff'

/** Puts the page's hooks before the chat. None of them can hold the shopper up, or keep one from a person. */
export function holdHooks(inside: Inside): void {
  if (inside.wrap) return
  inside.wrap = (chat) => withHooks(chat, inside)
}

function withHooks(chat: Chat, inside: Inside): Chat {
  const hooks = (): MoreOptions => inside.more ?? {}
  const failed = (name: Hook, code: string, error?: unknown) => {
    inside.events.emit('error', { code, name })
    inside.warn(
      `The hook ${name} ${code === 'hook-late' ? 'took too long' : 'failed'}, so the chat went on without it.${error === undefined ? '' : ` ${error}`}`,
    )
  }
  const ask = <Answer>(name: Hook, ms: number, work: () => Answer | Promise<Answer>) =>
    within(ms, work, (why, error) => failed(name, why === 'late' ? 'hook-late' : 'hook-failed', error))

  async function edited(text: string): Promise<string> {
    const { beforeSend } = hooks()
    const answer = beforeSend && (await ask('beforeSend', SEND_PATIENCE, () => beforeSend({ text })))
    const fits = typeof answer === 'string' && answer.trim() !== '' && answer.length <= OPENING_LIMITS.message
    return fits ? answer.trim() : text
  }

  // What the page adds for the person, asked for once for each review.
  let added: Promise<void> | undefined
  function askForHandoff({ reason, prompt }: Pick<State, 'reason' | 'prompt'>): Promise<void> | undefined {
    const { beforeHandoff } = hooks()
    if (!beforeHandoff || prompt?.kind !== 'review') return undefined
    const { want } = prompt
    const { stay } = inside
    added ??= ask('beforeHandoff', HANDOFF_PATIENCE, () => beforeHandoff({ reason: reason?.code ?? null, want })).then(
      async (facts) => {
        // Who waits for a person goes on also where that does not come.
        const part = await import('./known-facts.js').catch(() => undefined)
        const known = part?.knownFacts({ facts }) ?? {}
        return stay === inside.stay && Object.keys(known).length > 0
          ? chat.send({ type: 'page.changed', facts: known })
          : undefined
      },
    )
    return added
  }
  let reason: State['reason'] = null
  const unheard = hearSteps(inside, ({ after }) => {
    reason = after.reason
    if (after.phase === 'review') void askForHandoff(after)
    else added = undefined
  })
  inside.endings.push(unheard)

  const shown = renderer(() => hooks().beforeRender, failed)
  let drawn: { readonly from: Snapshot; readonly to: Snapshot } | undefined
  // One after the other: an answer of the page must not let a later message overtake an earlier one.
  let line: Promise<unknown> = Promise.resolve()

  return {
    ...chat,
    getSnapshot() {
      const from = chat.getSnapshot()
      if (drawn?.from !== from)
        drawn = { from, to: hooks().beforeRender ? { ...from, transcript: shown(from.transcript) } : from }
      return drawn.to
    },
    send(intent: ShopperIntent) {
      const before = line
      const { stay } = inside
      const done = (async () => {
        if (intent.type === 'say') {
          const text = await edited(intent.text)
          await before
          // Whoever wrote it may have left: then it is not the next one's.
          return stay === inside.stay ? chat.send({ ...intent, text }) : undefined
        }
        // Whoever sends the review waits at most as long as the page may take, once.
        const { prompt } = chat.getSnapshot()
        if (intent.type === 'submit') await askForHandoff({ reason, prompt })
        return stay === inside.stay ? chat.send(intent) : undefined
      })()
      if (intent.type === 'say') line = done.catch(() => undefined)
      return done
    },
  }
}

/** Draws a transcript as the page wants it: each line is asked for once, however long the story is. */
function renderer(
  hook: () => BeforeRender | undefined,
  failed: (name: Hook, code: string, error?: unknown) => void,
): (transcript: Transcript) => Transcript {
  const lines = new WeakMap<Entry, Entry>()
  const chunks = new WeakMap<readonly Entry[], readonly Entry[]>()
  const transcripts = new WeakMap<Transcript, Transcript>()
  let off = false
  let spent = 0
  const line = (entry: Entry): Entry => {
    const known = lines.get(entry)
    if (known) return known
    const to = off ? entry : ask(entry)
    lines.set(entry, to)
    return to
  }
  const ask = (entry: Entry): Entry => {
    const { id, by, content } = entry
    const beforeRender = hook()
    if (!beforeRender || by === 'shopper' || content.kind !== 'text') return entry
    const began = performance.now()
    try {
      const text: unknown = beforeRender({ id, by, text: content.text })
      return typeof text === 'string' && text.trim() !== '' && text.length <= OPENING_LIMITS.message
        ? { ...entry, content: { ...content, text } }
        : entry
    } catch (error) {
      off = true
      failed('beforeRender', 'hook-failed', error)
      return entry
    } finally {
      spent += performance.now() - began
      if (spent > RENDER_PATIENCE && !off) {
        off = true
        failed('beforeRender', 'hook-late')
      }
    }
  }
  const chunk = (entries: readonly Entry[]): readonly Entry[] => {
    const known = chunks.get(entries)
    if (known) return known
    const to = entries.map(line)
    chunks.set(entries, to)
    return to
  }
  return (transcript) => {
    const known = transcripts.get(transcript)
    if (known) return known
    const to = { ...transcript, chunks: transcript.chunks.map(chunk), tail: chunk(transcript.tail) }
    // A story of an earlier visit comes at once; after that it is a line or two.
    spent = 0
    transcripts.set(transcript, to)
    return to
  }
}
