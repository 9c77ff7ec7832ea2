import type { Commit } from '../../conversation/commit.js'
import { NO_EPOCH } from '../../delivery/log.js'
import type { DeskConversation, DeskTables } from '../../desk/desk-rules.js'
import type { Clock } from './clock.js'
import type { Database } from './database.js'
import type { Device } from './device.js'
import type { Excuses, Whereabouts } from './excuses.js'
import type { Sight, TabSight } from './sight.js'
import type { Tab } from './tab.js'
import { tellCommit } from './tell.js'
import { textsOfEntries } from './texts.js'
import type { Trace } from './trace.js'
import type { WritableWitness } from './witness.js'

/** What a tab was like when it was last looked at, and how it is seen for as long as nothing of it changes. */
interface Seen extends Pick<TabSight, 'snapshot' | 'held' | 'level' | 'destroyed'> {
  readonly still: TabSight
}

/** Looks at a world after each step: says what has changed since the last time, and tells the witness what that shows. */
export interface Lookout {
  look(healed: boolean): Sight
}

/** What a lookout looks at, and whom it tells. */
export interface LookoutParts extends Whereabouts {
  readonly clock: Clock
  readonly database: Database
  /** Those that were ended in good order are still looked at. */
  readonly destroyed: () => readonly Tab[]
  readonly excuses: Excuses
  readonly witness: WritableWitness
  readonly trace: Trace
}

export function createLookout(parts: LookoutParts): Lookout {
  const { clock, database, devices, tabs, destroyed, remaining, emptied, excuses, witness, trace } = parts
  const was = new Map<string, Seen>()
  const heard = new WeakSet<Commit['entries']>()
  // Owners whom a store has ever known.
  const stored = new Set<string>()
  const disksWere = new Map<Device, Commit | null>()
  let tablesWere = database.tables()
  return { look }

  function look(healed: boolean): Sight {
    const tables = database.tables()
    const databaseChanged = tables !== tablesWere
    const news = databaseChanged ? newsOf(tablesWere, tables) : []
    tablesWere = tables
    let changed = databaseChanged || healed
    let flies = false
    const disks = devices.map((device) => {
      const disk = device.disk()
      const before = disksWere.get(device) ?? null
      disksWere.set(device, disk)
      if (disk !== before) {
        changed = true
        notice(before, disk)
        hearBot(before, disk)
        trace.note(() => `${device.name} keeps ${tellCommit(disk)}`)
        if (disk) {
          witness.owner(disk.owner, device.person)
          stored.add(disk.owner)
          if (disk.rev === 1) witness.begin(textsOfEntries(disk.entries))
        }
        // Whoever is next may write over it.
        if (before && disk?.owner !== before.owner && remaining.has(before.owner))
          witness.excuse((typed) => typed.device === device.name, 'left', excuses.kept(null))
      }
      flies ||= disk !== null && inFlight(disk)
      return { device: device.name, disk, before }
    })
    const seen: TabSight[] = []
    for (const group of [tabs, destroyed()]) {
      for (const tab of group) {
        if (!tab || tab.life.gone) continue
        const last = was.get(tab.name)
        const { snapshot, held } = tab.glance()
        flies ||= held !== null && inFlight(held)
        if (last && !healed && last.snapshot === snapshot && last.held === held && last.destroyed === tab.isDestroyed()) {
          seen.push(last.still)
          continue
        }
        const now = tab.look(snapshot, last?.still ?? null)
        if (held) witness.owner(held.owner, tab.device.person)
        if (held?.rev === 1) witness.begin(textsOfEntries(held.entries))
        changed = true
        hearBot(last?.held ?? null, held)
        const isAnother = last !== undefined && last.held?.owner !== held?.owner
        // One that could not read its store when it came began as somebody else, and gives way to whom the store knows.
        const isUnknown = last?.level === 'memory' || (last?.held && !stored.has(last.held.owner))
        if (isAnother && (emptied.get(tab.device) !== 0 || isUnknown)) {
          witness.excuse(({ device }) => device === tab.device.name, 'storage', excuses.kept(tab))
        }
        if (last?.held !== held) trace.note(() => `${tab.name} (${now.level}) has ${tellCommit(held)}`)
        const still = { ...now, before: now, changed: false }
        was.set(tab.name, { snapshot, held, level: now.level, destroyed: now.destroyed, still })
        seen.push({ ...now, before: last?.still ?? null, changed: true })
      }
    }
    witness.flight(flies)
    return { elapsed: clock.elapsed(), tables, databaseChanged, news, disks, changed, tabs: seen, witness, healed }
  }

  /** The bot may speak until a person is called. */
  function hearBot(before: Commit | null, after: Commit | null): void {
    if (!after) return
    const { phase, conversation } = before?.state ?? {}
    if (phase === 'handed' && after.state.phase === 'handed' && conversation === after.state.conversation) return
    if (heard.has(after.entries)) return
    heard.add(after.entries)
    for (const { id, by } of after.entries) if (by === 'bot') witness.botSaid(id)
  }

  /** What a change of what is kept shows of the order in which news came. */
  function notice(before: Commit | null, after: Commit | null): void {
    if (!before || !after || before.owner !== after.owner) return
    if (before.outbox !== after.outbox) witness.see('an outbox is numbered anew')
    const [was, is] = [before.cursor?.epoch, after.cursor?.epoch]
    if (was !== undefined && is !== undefined && was !== is && was !== NO_EPOCH) witness.see('a log begins anew in another epoch')
    if (before.commands === after.commands) return
    const left = new Map(after.commands.map((command) => [command.cmid, command]))
    for (const { cmid, seq } of before.commands) {
      const now = left.get(cmid)
      if (seq === undefined && now?.seq !== undefined) witness.see('a verdict comes before its record')
      if (seq === undefined && !now && after.records.some((record) => record.cmid === cmid)) {
        witness.see('a record comes before its verdict')
      }
    }
  }
}

const flying = new WeakMap<Commit['commands'], boolean>()

/** Something waits for the desk's verdict. */
function inFlight({ commands }: Commit): boolean {
  const known = flying.get(commands) ?? commands.some(({ seq }) => seq === undefined)
  flying.set(commands, known)
  return known
}

/** The conversations that are not as they were. */
function newsOf(before: DeskTables, after: DeskTables): readonly DeskConversation[] {
  return [...after.conversations.values()].filter((one) => before.conversations.get(one.id) !== one)
}
