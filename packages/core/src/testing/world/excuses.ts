import type { DeskTables } from '../../desk/desk-rules.js'
import type { Device } from './device.js'
import type { Tab } from './tab.js'
import { textsOfCommand, textsOfCommit, textsOfEntries, textsOfRecord } from './texts.js'
import type { WritableWitness } from './witness.js'

/** What is there of a world's shoppers, as it stands now. */
export interface Whereabouts {
  readonly devices: readonly Device[]
  /** By their slots. */
  readonly tabs: readonly (Tab | null)[]
  /** Owners who have left while the storage could not be emptied: it is theirs still, but only whoever loads the page anew finds it. */
  readonly remaining: ReadonlySet<string>
  /** How often each device was emptied: what a tab knew before may be forgotten from then on. */
  readonly emptied: ReadonlyMap<Device, number>
}

/** Which of what was typed need not arrive any more, after what has happened to whatever held it. */
export interface Excuses {
  /** What devices and tabs still hold, but for one tab. */
  kept(but: Tab | null): ReadonlySet<string>
  /**
   * What only this tab's memory held is gone with it, as its page has said; so is what was not yet taken. Where the storage fails or was
   * emptied, that may be what was written in another tab, too.
   */
  tabGone(tab: Tab): void
  /**
   * What devices still have of the logs before, or still want to send, must come again. A log that is over is not sent again, nor is
   * what has become part of the story: that stays where it is. A store that has stayed behind learns from its tab that a conversation
   * is over, and a tab from what is still on its way to it.
   */
  restored(before: DeskTables): void
}

export function createExcuses({ devices, tabs, remaining, emptied }: Whereabouts, witness: WritableWitness): Excuses {
  return { kept, tabGone, restored }

  function tabGone(tab: Tab): void {
    const held = tab.store.held()
    const isAlone = tab.store.level === 'memory' || emptied.get(tab.device) !== 0
    const alone = held && isAlone ? textsOfCommit(held) : new Set()
    witness.excuse(({ tab: name, text }) => name === tab.name || alone.has(text), 'closed-tab', kept(tab))
  }

  function kept(but: Tab | null): ReadonlySet<string> {
    const texts = new Set<string>()
    const commits = [
      ...devices.map((device) => device.disk()).filter((disk) => disk && !remaining.has(disk.owner)),
      ...tabs.map((tab) => (tab && tab !== but ? tab.store.held() : null)),
    ]
    for (const commit of commits) if (commit) for (const text of textsOfCommit(commit)) texts.add(text)
    return texts
  }

  function restored({ conversations }: DeskTables): void {
    const again = new Set<string>()
    const over = new Set<string>()
    for (const { closed, records } of conversations.values())
      for (const record of closed ? records : []) for (const text of textsOfRecord(record)) over.add(text)
    for (const commit of [...devices.map((device) => device.disk()), ...tabs.map((tab) => tab?.store.held() ?? null)]) {
      // What a store still holds of a shopper who has left, because it could not be emptied, nobody sends.
      if (!commit || witness.owners.get(commit.owner) === null) continue
      for (const command of commit.commands) for (const text of textsOfCommand(command)) again.add(text)
      for (const text of textsOfEntries(commit.entries)) over.add(text)
      const known = commit.state.log === 'closed' ? over : again
      for (const record of commit.records) for (const text of textsOfRecord(record)) known.add(text)
    }
    const held = kept(null)
    witness.excuse(({ text }) => !held.has(text) || !(again.has(text) || over.has(text)), 'restored')
    witness.end(over)
  }
}
