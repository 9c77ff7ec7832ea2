import type { Commit } from '../../../conversation/commit.js'
import type { Planted } from './planted.js'

/** Bugs around the chat: its wire, its store, its timers and what it shows. */
export const ofThePage: readonly Planted[] = [
  {
    name: 'takes any answer for a commit',
    breaks: 'I5',
    seed: 30,
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
    name: 'says that it is kept where the store failed',
    breaks: 'I8',
    seed: 1,
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
    name: 'finds in its memory who has left',
    breaks: 'I7',
    seed: 3,
    plant: {
      tab: {
        store(store) {
          let last: Commit | null = null
          return {
            ...store,
            get level() {
              return store.level
            },
            async read() {
              last = (await store.read()) ?? last
              return last
            },
          }
        },
      },
    },
  },
  {
    name: 'leaves the timer running that offers another way',
    breaks: 'I14',
    seed: 1,
    plant: { tab: { environment: (real) => ({ ...real, later: (work, ms) => kept(real.later(work, ms), ms === 30_000) }) } },
  },
  {
    name: 'waits for a silence once more at each word that it hears',
    breaks: 'I10',
    seed: 1,
    plant: {
      tab: {
        environment: (real) => ({
          ...real,
          later(work, ms) {
            if (ms === 45_000) real.later(() => undefined, ms)
            return real.later(work, ms)
          },
        }),
      },
    },
  },
  {
    name: 'offers nobody while the wire is down',
    breaks: 'I11',
    seed: 1,
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
