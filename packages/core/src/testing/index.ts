// Test doubles and the adapters' contract, for whoever builds on @shopbell/core.
export { capabilitiesOf } from '../capabilities-of.js'
export { createMemoryDesk, type DeskConversation, type DeskNews, type MemoryDesk } from '../desk/memory-desk.js'
export { drawFlow } from '../flow/draw-flow.js'
export { adapterContract, type Check, type Subject } from './adapter-contract.js'
export { blankCommit, blankPacket, messageOp, openOp } from './blank-commit.js'
export { type ConversationDiff, diffFlows, type Ending, type FlowDiff, type GoneOption } from './diff-flows.js'
export {
  type Destination,
  drawEvaluation,
  type Evaluation,
  type EvaluationGroup,
  type EvaluationRow,
  evaluateTriage,
  type Misplaced,
  readEvaluationRows,
} from './evaluate-triage.js'
export { createFakeEnvironment, type FakeEnvironment } from './fake-environment.js'
export type { Stuck } from './follow.js'
export type { Latency } from './network.js'
export { type Play, playFlow } from './play.js'
export { type Recorder, type RecordOptions, record } from './record.js'
export { parseRecording, type Recording } from './recording.js'
export { type Redact, redactor, redactRecording, sensitiveFields } from './redact-recording.js'
export { type Causes, rememberCauses } from './remember-causes.js'
export { type Replay, replay } from './replay.js'
export { type Answer, type Command, parseCommand, parseScript, type Script, ScriptError, type ScriptLine } from './script.js'
export { shippedFlows } from './shipped-flows.js'
export { simulate } from './simulate.js'
export type { ShopOption } from './simulated-shop.js'
export { createSimulation, type Simulated, type Simulation, type SimulationOptions } from './simulation.js'
export { optionsOf, tellEntry, tellPrompt, tellStep } from './tell-step.js'
export { type ToTestOptions, toTest } from './to-test.js'
export { type CallFailed, watchCalls } from './watch-calls.js'
export { wholeFlow } from './whole-flow.js'
