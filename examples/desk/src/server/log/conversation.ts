import type { Id } from '@shopbell/core'
import type { RowStatus } from '../../agent-api.js'
import type { Queries } from '../database/database.js'

/** A conversation as the database has it. */
export interface Conversation {
  readonly site_id: string
  readonly conversation: Id
  readonly owner: Id
  readonly epoch: Id
  readonly status: RowStatus
  readonly last_seq: number
  readonly agent: Id | null
  readonly ticket: string | null
  readonly due: number | null
  /** By when the shopper was told that somebody would come or write, while nobody has; `null` where nothing is promised. */
  readonly promised: number | null
  /** When a person has answered last, since the last promise. */
  readonly answered: number | null
  readonly opened: number
  readonly queued: number | null
  readonly waited: number | null
  readonly claimed: number | null
  readonly closed: number | null
  readonly who: string
  /** Name, e-mail and order number in small letters, a line each: what an agent finds it by. */
  readonly findable: string
  readonly reason: string
  readonly summary: string
  readonly priority: 'normal' | 'high' | 'urgent'
  readonly last_said: string | null
  readonly agent_read: number
  readonly shopper_read: number
  readonly rating: number | null
}

/** Finds a conversation by name; `lock` keeps others from changing it until the transaction ends. */
export async function findConversation(queries: Queries, site: string, id: Id, lock = false): Promise<Conversation | undefined> {
  const [row] = await queries.query<Conversation>(
    `select * from conversations where site_id = $1 and conversation = $2 ${lock ? 'for update' : ''}`,
    [site, id],
  )
  return row
}

/** The one conversation of a shopper that is not closed. */
export async function findOpenConversation(queries: Queries, site: string, owner: Id): Promise<Conversation | undefined> {
  const [row] = await queries.query<Conversation>(
    `select * from conversations where site_id = $1 and owner = $2 and status <> 'closed' for update`,
    [site, owner],
  )
  return row
}

type Changeable =
  | 'status'
  | 'agent'
  | 'ticket'
  | 'due'
  | 'promised'
  | 'answered'
  | 'queued'
  | 'waited'
  | 'claimed'
  | 'closed'
  | 'who'
  | 'findable'
  | 'reason'
  | 'summary'
  | 'priority'
  | 'rating'

/** Writes the named columns. The names are ours (the type says which), never a stranger's. */
export async function changeConversation(
  queries: Queries,
  { site_id, conversation }: Conversation,
  change: Partial<Pick<Conversation, Changeable>>,
): Promise<void> {
  const names = Object.keys(change) as (keyof typeof change)[]
  const list = names.map((name, index) => `${name} = $${index + 3}`).join(', ')
  await queries.query(`update conversations set ${list} where site_id = $1 and conversation = $2`, [
    site_id,
    conversation,
    ...names.map((name) => change[name] ?? null),
  ])
}
