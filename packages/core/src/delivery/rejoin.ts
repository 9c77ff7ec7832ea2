import type { Commit } from '../conversation/commit.js'

/**
 * What the store holds and what a tab has kept apart from it, because the store did not answer for a while: one commit that follows
 * the one held. Nothing that was to be sent is lost; whoever has called a person goes first, and the other's lines come behind.
 */
export function rejoin(held: Commit, apart: Commit): Commit {
  const called = held.state.conversation === null && apart.state.conversation !== null
  const [first, second] = called ? [apart, held] : [held, apart]
  const lines = new Set(first.entries.map(({ id }) => id))
  const names = new Set([...first.commands, ...first.failed, ...first.records].map(({ cmid }) => cmid))
  // A conversation that the other has left is part of its story, and still the log here.
  for (const { cmid, seq } of first.records) lines.add(cmid ?? `${first.cursor?.conversation}.${seq}`)
  const isNew = ({ cmid }: { readonly cmid: string }) => !names.has(cmid)
  // What the desk has committed is in its log; what it has under another number it knows by its name.
  const waiting = second.commands.filter((command) => command.seq === undefined && isNew(command))
  return {
    ...first,
    rev: held.rev + 1,
    n: first.n + waiting.length,
    entries: [...first.entries, ...second.entries.filter(({ id }) => !lines.has(id))],
    commands: [...first.commands, ...waiting.map((command, index) => ({ ...command, outbox: first.outbox, n: first.n + index }))],
    failed: [...first.failed, ...second.failed.filter(isNew)],
  }
}
