import type { Invariant } from '../sight.js'

export const botKeepsQuiet: Invariant = {
  id: 'I16',
  says: 'The bot says nothing once a person was called, until that conversation is over.',
  broken({ tabs, disks, witness }) {
    const steps = [
      ...disks.map(({ device, disk, before }) => ({ name: device, was: before, is: disk })),
      ...tabs.map(({ name, held, before }) => ({ name, was: before?.held ?? null, is: held })),
    ]
    for (const { name, was, is } of steps) {
      if (!was || !is || was === is || was.entries === is.entries || was.owner !== is.owner) continue
      const talking = was.state.phase === 'handed' && is.state.phase === 'handed' && is.state.log !== 'closed'
      if (!talking || was.state.log === 'closed' || was.state.conversation !== is.state.conversation) continue
      const known = new Set(was.entries.map(({ id }) => id))
      const line = is.entries.find(({ id, by }) => by === 'bot' && !known.has(id) && !witness.saidByBot.has(id))
      if (line) return `${name} has a line of the bot after the handoff: ${JSON.stringify(line.content)}`
    }
    return null
  },
}
