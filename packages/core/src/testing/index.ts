// Test doubles and the adapters' contract, for whoever builds on @shopbell/core.
export { createMemoryDesk, type DeskConversation, type DeskNews, type MemoryDesk } from '../desk/memory-desk.js'
export { adapterContract, type Check, type Subject } from './adapter-contract.js'
export { blankCommit, blankPacket, messageOp, openOp } from './blank-commit.js'
export { createFakeEnvironment, type FakeEnvironment } from './fake-environment.js'
export { type Play, playFlow } from './play.js'
