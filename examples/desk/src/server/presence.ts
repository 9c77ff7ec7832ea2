import type { Id } from '@shopbell/core'
import type { Queries } from './database/database.js'

/** Who is connected, to this process and to the others. What is asked of the others goes through the database. */
export interface Presence {
  /** A shopper's socket has come, or gone, in this process. Come by a mailed link, it is there for this conversation only. */
  shopperCame(site: string, owner: Id, only?: Id): void
  shopperLeft(site: string, owner: Id, only?: Id): void
  /** The shoppers of a site whose sockets this process has. */
  shoppersHere(site: string): readonly Id[]
  /** Whether any process has a socket of theirs that hears of the conversation. */
  isShopperAnywhere(queries: Queries, site: string, owner: Id, conversation: Id): Promise<boolean>
  /** An agent's socket has come, or gone, in this process. Gone with the last one, they have the grace to come back. */
  agentCame(site: string, agent: Id): void
  agentLeft(site: string, agent: Id): void
  /** An agent has just done something: from now on, they have the grace at least. */
  agentSeen(queries: Queries, site: string, agent: Id): Promise<void>
  /** Agents at the desk, in any process; one within the grace counts. */
  agentsOnline(queries: Queries, site: string): Promise<number>
  /** Writes down what has changed. Resolves when it is written, or could not be. */
  written(): Promise<void>
  /** Renews what the others know of this process. Called every `beat` milliseconds. */
  renew(): Promise<void>
  /** Takes this process out of the database: its agents have the grace, its shoppers are gone. */
  leave(): Promise<void>
}

/** Milliseconds since 1970 by the database's clock: the one clock that all processes have. */
export const DATABASE_NOW = '(extract(epoch from clock_timestamp()) * 1000)::double precision'

/** How often a process renews what it says, in milliseconds, for a grace. A process that is silent for four of them is gone. */
export function beatOf(grace: number): number {
  return Math.min(5_000, Math.max(25, grace / 6))
}

/** Under which name a shopper is there. No name of an owner has a stroke in it. */
function nameOf(owner: Id, only?: Id): string {
  return only === undefined ? owner : `${owner}/${only}`
}

/**
 * An agent at the desk has a lease in the database, which the process with their socket renews; the last socket gone, or the process
 * dead, it runs out, and any process may give back what they had. A shopper who is there has a row under their process's name.
 *
 * `desk` names this process, `grace` is in milliseconds.
 */
export function createPresence(database: Queries, desk: Id, grace: number): Presence {
  const beat = beatOf(grace)
  const shoppers = new Map<string, Map<Id, number>>()
  const agents = new Map<string, Map<Id, number>>()
  /** What the database does not know yet: names, as `[site, who]`. */
  let unwrittenShoppers = new Map<string, readonly [string, Id]>()
  let unwrittenAgents = new Map<string, readonly [string, Id]>()
  let writing: Promise<void> | null = null

  const count = (of: Map<string, Map<Id, number>>, site: string, who: Id, by: 1 | -1): boolean => {
    const there = of.get(site) ?? new Map<Id, number>()
    of.set(site, there)
    const before = there.get(who) ?? 0
    const after = Math.max(0, before + by)
    if (after > 0) there.set(who, after)
    else there.delete(who)
    return before > 0 !== after > 0
  }
  const isHere = (of: Map<string, Map<Id, number>>, site: string, who: Id) => of.get(site)?.has(who) ?? false

  const write = (): Promise<void> => {
    // One writing at a time, each with what is so by then: who comes and goes quickly ends as they are.
    writing ??= writeAll().finally(() => {
      writing = null
    })
    return writing
  }

  const writeAll = async () => {
    while (unwrittenShoppers.size + unwrittenAgents.size > 0) {
      const someShoppers = unwrittenShoppers
      const someAgents = unwrittenAgents
      unwrittenShoppers = new Map()
      unwrittenAgents = new Map()
      try {
        await writeShoppers([...someShoppers.values()])
        await writeAgents([...someAgents.values()])
      } catch {
        // The database is away. The next beat tries again.
        unwrittenShoppers = new Map([...someShoppers, ...unwrittenShoppers])
        unwrittenAgents = new Map([...someAgents, ...unwrittenAgents])
        return
      }
    }
  }

  const writeShoppers = async (names: readonly (readonly [string, Id])[]) => {
    const here = names.filter(([site, owner]) => isHere(shoppers, site, owner))
    const gone = names.filter(([site, owner]) => !isHere(shoppers, site, owner))
    if (here.length > 0)
      await database.query(
        `insert into shoppers_here (site_id, owner, desk)
         select who->>0, who->>1, $2 from json_array_elements($1::json) as who on conflict do nothing`,
        [JSON.stringify(here), desk],
      )
    if (gone.length > 0)
      await database.query(
        `delete from shoppers_here where desk = $2
         and (site_id, owner) in (select who->>0, who->>1 from json_array_elements($1::json) as who)`,
        [JSON.stringify(gone), desk],
      )
  }

  const writeAgents = async (names: readonly (readonly [string, Id])[]) => {
    if (names.length === 0) return
    // A beat more for who is here: were this process to die now, they would still have the grace from then on.
    const leases = names.map(([site, agent]) => [site, agent, isHere(agents, site, agent) ? grace + 2 * beat : grace])
    await database.query(
      `insert into agents_here (site_id, agent, desk, until)
       select who->>0, who->>1, $2, ${DATABASE_NOW} + (who->>2)::double precision from json_array_elements($1::json) as who
       on conflict (site_id, agent, desk) do update set until = excluded.until`,
      [JSON.stringify(leases), desk],
    )
  }

  const shopperMoved = (site: string, name: string, by: 1 | -1) => {
    if (!count(shoppers, site, name, by)) return
    unwrittenShoppers.set(`${site}/${name}`, [site, name])
    void write()
  }

  return {
    shopperCame: (site, owner, only) => shopperMoved(site, nameOf(owner, only), 1),
    shopperLeft: (site, owner, only) => shopperMoved(site, nameOf(owner, only), -1),
    shoppersHere: (site) => [...new Set([...(shoppers.get(site)?.keys() ?? [])].map((name) => name.split('/')[0] ?? name))],
    async isShopperAnywhere(queries, site, owner, conversation) {
      const byLink = nameOf(owner, conversation)
      if (isHere(shoppers, site, owner) || isHere(shoppers, site, byLink)) return true
      const rows = await queries.query(
        `select 1 from shoppers_here join desks using (desk)
         where site_id = $1 and owner in ($2, $5) and desk <> $3 and seen > ${DATABASE_NOW} - $4::double precision`,
        [site, owner, desk, 4 * beat, byLink],
      )
      return rows.length > 0
    },
    agentCame(site, agent) {
      count(agents, site, agent, 1)
      unwrittenAgents.set(`${site}/${agent}`, [site, agent])
      void write()
    },
    agentLeft(site, agent) {
      if (!count(agents, site, agent, -1)) return
      unwrittenAgents.set(`${site}/${agent}`, [site, agent])
      void write()
    },
    async agentSeen(queries, site, agent) {
      await queries.query(
        `insert into agents_here (site_id, agent, desk, until) values ($1, $2, $3, ${DATABASE_NOW} + $4::double precision)
         on conflict (site_id, agent, desk) do update set until = greatest(agents_here.until, excluded.until)`,
        [site, agent, desk, grace],
      )
    },
    async agentsOnline(queries, site) {
      const [row] = await queries.query<{ count: number }>(
        `select count(distinct agent)::integer as count from agents_here where site_id = $1 and until > ${DATABASE_NOW}`,
        [site],
      )
      return row?.count ?? 0
    },
    written: write,
    async renew() {
      await database.query(
        `insert into desks (desk, seen) values ($1, ${DATABASE_NOW}) on conflict (desk) do update set seen = excluded.seen`,
        [desk],
      )
      // This process's own mark among its shoppers. Where it is missing they are missing, too: that table does not survive a crash of the
      // database nor a move to another server, and another process tidies it that believes this one dead.
      const marked = await database.query(
        `insert into shoppers_here (site_id, owner, desk) values ('', '', $1) on conflict do nothing returning desk`,
        [desk],
      )
      if (marked.length > 0)
        for (const [site, there] of shoppers) for (const who of there.keys()) unwrittenShoppers.set(`${site}/${who}`, [site, who])
      for (const [site, there] of agents) for (const agent of there.keys()) unwrittenAgents.set(`${site}/${agent}`, [site, agent])
      await write()
    },
    async leave() {
      for (const [site, there] of agents) for (const agent of there.keys()) unwrittenAgents.set(`${site}/${agent}`, [site, agent])
      agents.clear()
      shoppers.clear()
      await write()
      await database.query('delete from shoppers_here where desk = $1', [desk])
      await database.query('delete from desks where desk = $1', [desk])
    },
  }
}

/** Removes what processes have left behind that died: their shoppers, and leases that ran out an hour ago. */
export async function forgetDeadDesks(queries: Queries, grace: number): Promise<void> {
  const dead = `desk not in (select desk from desks where seen > ${DATABASE_NOW} - $1::double precision)`
  await queries.query(`delete from shoppers_here where ${dead}`, [4 * beatOf(grace)])
  await queries.query(`delete from desks where ${dead}`, [4 * beatOf(grace)])
  await queries.query(`delete from agents_here where until < ${DATABASE_NOW} - 3600000`)
}
