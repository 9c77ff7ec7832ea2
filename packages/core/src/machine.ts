// What a conversation needs once the shopper has done something: loaded by chat.ts after the greeting.
export { askAdapter } from './ask-adapter.js'
export { nextCommit } from './conversation/next-commit.js'
export { transition } from './conversation/transition.js'
export { triage } from './triage/triage.js'
