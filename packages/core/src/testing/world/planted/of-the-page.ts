import type { Id } from '../../../conversation/entry.js'
import type { Planted } from './planted.js'

/** Bugs around the chat: its wire, its store, its timers and what it shows. */
export const ofThePage: readonly Planted[] = [
  {
    name: 'gives a new name to what it sends again',
    breaks: 'I2',
    seed: 0,
    plant: {
      tab: {
        desk(desk, environment) {
          const sent = new Set<Id>()
          return {
            ...desk,
            async submit(command, sender, signal) {
              const again = sent.has(command.cmid)
              sent.add(command.cmid)
              const verdict = await desk.submit(again ? { ...command, cmid: environment.id() } : command, sender, signal)
              return again && 'cmid' in verdict ? { ...verdict, cmid: command.cmid } : verdict
            },
          }
        },
      },
    },
  },
  {
    name: 'takes any answer for a commit',
    breaks: 'I5',
    seed: 0,
    plant: {
      tab: {
        desk: (desk) => ({
          ...desk,
          async submit(command, sender, signal) {
            const verdict = await desk.submit(command, sender, signal)
            if (verdict.t !== 'retry' || verdict.code === 'gap') return verdict
            const { cmid, conversation } = command
            return { t: 'committed', cmid, conversation, seq: 1, at: 0, dup: false }
          },
        }),
      },
    },
  },
  {
    name: 'waits for as long as it is told, a day if need be',
    breaks: 'I9',
    seed: 0,
    plant: {
      tab: {
        desk: (desk) => ({
          ...desk,
          async submit(command, sender, signal) {
            const verdict = await desk.submit(command, sender, signal)
            return verdict.t === 'retry' && verdict.code === 'rate_limited' ? { ...verdict, after: 86_400_000 } : verdict
          },
        }),
      },
    },
  },
  {
    name: 'says that it is kept where the store failed',
    breaks: 'I8',
    seed: 0,
    plant: {
      tab: {
        store(store) {
          let writes = 0
          return {
            ...store,
            get level() {
              return store.level
            },
            commit: async (next) => (++writes % 7 === 0 ? 'done' : store.commit(next)),
          }
        },
      },
    },
  },
  {
    name: 'says that it is kept where another tab was first',
    breaks: 'I8',
    seed: 0,
    plant: {
      tab: {
        store: (store) => ({
          ...store,
          get level() {
            return store.level
          },
          async commit(next) {
            await store.commit(next)
            return 'done'
          },
        }),
      },
    },
  },
  {
    name: 'keeps the story of whoever logs out',
    breaks: 'I7',
    seed: 0,
    plant: {
      tab: {
        store: (store) => ({
          ...store,
          get level() {
            return store.level
          },
          erase: async () => undefined,
        }),
      },
    },
  },
  {
    name: 'never takes the timer back that listens for silence',
    breaks: 'I10',
    seed: 0,
    plant: { tab: { environment: (real) => ({ ...real, later: (work, ms) => kept(real.later(work, ms), ms === 45_000) }) } },
  },
  {
    name: 'leaves the timer running that offers another way',
    breaks: 'I14',
    seed: 0,
    plant: { tab: { environment: (real) => ({ ...real, later: (work, ms) => kept(real.later(work, ms), ms === 30_000) }) } },
  },
  {
    name: 'leaves its connection open when it ends',
    breaks: 'I14',
    seed: 0,
    plant: {
      tab: { desk: (desk) => ({ ...desk, open: (hello, sink) => desk.open(hello, sink, new AbortController().signal) }) },
    },
  },
  {
    name: 'offers nobody while the wire is down',
    breaks: 'I11',
    seed: 0,
    plant: {
      tab: {
        snapshot: (snapshot) => (snapshot.delivery.link === 'down' ? { ...snapshot, human: 'contact', contact: {} } : snapshot),
      },
    },
  },
]

/** How a timer is taken back, or is not. */
function kept(cancel: () => void, stays: boolean): () => void {
  return stays ? () => undefined : cancel
}
