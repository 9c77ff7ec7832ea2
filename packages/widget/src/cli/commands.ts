import type { Command } from './command.js'
import { check } from './commands/check.js'
import { diff } from './commands/diff.js'
import { draw } from './commands/draw.js'
import { evaluate } from './commands/evaluate.js'
import { replayRecording } from './commands/replay-recording.js'
import { schema } from './commands/schema.js'
import { simulateFlow } from './commands/simulate-flow.js'
import { theme } from './commands/theme.js'

/** Every command, in the order in which a flow meets them; what is about looks comes last. */
export const commands: readonly Command[] = [check, draw, simulateFlow, replayRecording, diff, evaluate, schema, theme]
