import type { Invariant } from '../sight.js'

export const inOrder: Invariant = {
  id: 'I3',
  says: 'What is typed in one tab is committed in the order in which it was typed.',
  broken: ({ witness }) => witness.disorder[0] ?? null,
}
