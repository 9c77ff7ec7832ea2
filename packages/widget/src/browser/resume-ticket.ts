import { type Commit, type EarlyChat, initialState, type Store } from '@shopbell/core'
import type { ResumeKey } from './resume-key.js'

/** Where the ticket is, and who shows it. */
export interface TicketPlace {
  readonly backend: string | undefined
  readonly site: string
  readonly resume: ResumeKey
  readonly chat: Pick<EarlyChat, 'complete' | 'wake' | 'subscribe' | 'getSnapshot'>
  /** Where the chat keeps its story; known once that is all there. */
  store(): Store | undefined
  /** Whether whoever has the link is still here. */
  isHere(): boolean
}

/** How long the chat may take to show a ticket that is here, in milliseconds. */
const PATIENCE = 5_000
/** How often the ticket is kept at most, where the bot's own words come in between. By then the link is spent. */
const TRIES = 5

/** Opens the ticket of a mailed link in the chat. Answers whether the chat shows it. */
export async function resumeTicket(token: unknown, place: TicketPlace): Promise<boolean> {
  const { chat, resume, isHere } = place
  const before = resume.read()
  // Without a mark the store believes that there is nothing to look for.
  if (!before) resume.write('story')
  await chat.complete()
  // Its own store and no other one: what that knows and still has to write is neither left behind nor taken for another shopper's.
  const store = place.store()
  const isThere = store !== undefined && (await keepTicket(String(token), place, store))
  if (!isHere()) return false
  if (!isThere) {
    if (!before && !(await store?.read())) resume.write(null)
    return false
  }
  // It finds what was kept as it finds what another tab has kept.
  chat.wake()
  return isShown(chat)
}

/** Whether the chat shows a ticket, as soon as it does. */
function isShown({ subscribe, getSnapshot }: TicketPlace['chat']): Promise<boolean> {
  const now = () => !/idle|bot|calling|review/.test(getSnapshot().status)
  return new Promise((resolve) => {
    const answer = () => {
      clearTimeout(late)
      unheard()
      resolve(now())
    }
    const unheard = subscribe(() => now() && answer())
    const late = setTimeout(answer, PATIENCE)
    if (now()) answer()
  })
}

/**
 * Exchanges the token of a mailed link, which is good once, and keeps the ticket where the chat keeps its story, in place of what was
 * there. Answers whether the ticket is there now. Who has it already exchanges nothing; where words wait to be sent or were not taken,
 * or a person is called just now, that stays, and so does the link for later. What is written while the desk is asked stays, too; then
 * the link is spent.
 */
async function keepTicket(token: string, { backend = '', site, resume, isHere }: TicketPlace, store: Store): Promise<boolean> {
  let kept = await store.read()
  if (kept?.state.conversation === token.split('.')[0]) return true
  const session = isBusy(kept) || !isHere() ? null : await exchange(backend, site, token)
  if (!session) return false
  for (let tries = TRIES; tries > 0; tries--) {
    const now = await store.read()
    const isChanged = now?.rev !== kept?.rev || now?.owner !== kept?.owner
    // What the page tells of itself meanwhile is no word of the shopper's.
    if (!isHere() || (isChanged && (hasWords(now) || (kept && now?.owner !== kept.owner)))) return false
    kept = now
    // In one step, as from another tab: who found nothing in between would take it that somebody has left.
    if ((await store.commit(commitOf(session, (kept?.rev ?? 0) + 1), kept?.owner)) !== 'done') continue
    // What another shopper has typed and not sent goes with their mark.
    const mark = resume.read()
    if (kept?.owner !== session.owner) resume.write(null)
    resume.write(mark)
    return true
  }
  return false
}

/** Somebody has said something. The bot greets while the desk is asked, as the panel is open by then; nobody would miss that. */
function hasWords(kept: Commit | null): boolean {
  return kept !== null && (kept.commands.length > 0 || kept.entries.some(({ by }) => by !== 'bot'))
}

/** What a link must not take the place of. Of what was refused only words matter: the rest nobody sees, and nobody could take back. */
function isBusy(kept: Commit | null): boolean {
  if (!kept) return false
  const { commands, failed, state } = kept
  const isCalled = state.phase === 'handed' && (state.log === 'queued' || state.log === 'live')
  return isCalled || commands.length > 0 || failed.some(({ op }) => op === 'message')
}

/** A ticket as it is before its log is read. */
function commitOf({ owner, secret, conversation }: Session, rev: number): Commit {
  return {
    v: 1,
    rev,
    owner,
    secret,
    outbox: crypto.randomUUID().replaceAll('-', ''),
    n: 1,
    // No flow has this name: should the shopper leave the ticket, the bot begins at its menu.
    state: { ...initialState({ id: '', version: 0 }), phase: 'handed', conversation },
    entries: [],
    commands: [],
    failed: [],
    cursor: null,
    records: [],
    seen: 0,
  }
}

interface Session {
  readonly owner: string
  readonly secret: string
  readonly conversation: string
}

const NAME = /^[\w-]{22,200}$/

/** What the desk gives for the token; nothing, where it is forged, used or too old, or the desk does not answer. */
async function exchange(backend: string, site: string, token: string): Promise<Session | null> {
  try {
    const response = await fetch(`${backend.replace(/\/+$/, '')}/v1/resume?site=${encodeURIComponent(site)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    const { owner, secret, conversation }: Record<string, unknown> = Object(response.ok && (await response.json()))
    const isName = (value: unknown): value is string => typeof value === 'string' && NAME.test(value)
    return isName(owner) && isName(secret) && isName(conversation) ? { owner, secret, conversation } : null
  } catch {
    return null
  }
}
